"""`publish zip`: the site in one file, which opens from a disk."""

from __future__ import annotations

import argparse
from pathlib import Path

from course_reader.commands.command import FINE, Command
from course_reader.commands.publish.archive import write
from course_reader.commands.publish.site import output_arguments, progress, public_site, report, target


def run(options: argparse.Namespace, root: Path) -> int:
    """Write the ZIP file."""
    with public_site(root, progress(options)) as site:
        path = target(options, root, site, ".zip")
        # One folder inside, so that unpacking does not litter a desktop.
        write(path, {f"{path.stem}/{name}": site.folder / name for name in site.files})
        report(options, root, path, site)
    return FINE


COMMAND = Command("zip", "Make a ZIP file of the site that opens from disk.", output_arguments, run)
