"""The pictures of a pack, copied to where they are printed from."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from course_reader.model.problems import Code, Problem
from course_reader.pages.reports import report
from course_reader.pdf.glyphs import unreadable
from course_reader.pdf.template import PICTURES


def copy_pictures(images: Any, source: Path, folder: Path, docnames: Iterable[str]) -> dict[str, str]:
    """Copy pictures next to the template, which cannot read other folders: address → file name.

    Args:
        images: The pictures that Sphinx knows, with the documents that show them.
        source: The folder of the reader.
        folder: The folder to copy them into.
        docnames: The documents that are printed.
    """
    names: dict[str, str] = {}
    for uri, (docs, _) in images.items():
        path = source / uri
        if path.suffix.lower() in PICTURES and path.is_file() and docs & set(docnames):
            name = hashlib.sha256(uri.encode()).hexdigest()[:16] + path.suffix.lower()
            shutil.copyfile(path, folder / name)
            names[uri] = name
    broken = {path.name for path in unreadable(sorted(Path(folder, name) for name in set(names.values())))}
    for uri in [uri for uri, name in names.items() if name in broken]:
        message = f"the picture {uri!r} cannot be read and is not printed; save it again as PNG, JPEG or SVG"
        report(Problem(uri, 0, Code.NO_PRINT_FORM, message), source)
        del names[uri]
    return names
