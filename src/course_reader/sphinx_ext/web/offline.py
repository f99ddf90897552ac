"""The script that keeps a published reader in the browser, so that it works without a network after the first visit."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from sphinx.builders.html import StandaloneHTMLBuilder

from course_reader.theme import THEME

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: its file, at the top of the site: it may answer only for what is below it
OFFLINE = "offline.js"

#: what pages load
_KEPT = frozenset({".html", ".css", ".js", ".json", ".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp", ".woff2"})
#: the most bytes that a browser is asked to keep: pages come first, then pictures, the smallest first
_MOST = 60_000_000


def write(app: Sphinx, names: Iterable[str]) -> None:
    """List the files of a site that is complete, or remove the script where it is not wanted.

    Args:
        names: The files that builds have written; what a person has put beside them is not listed.
    """
    builder = app.builder
    if builder.name == "epub" or not isinstance(builder, StandaloneHTMLBuilder):
        return
    path = Path(app.outdir, OFFLINE)
    if not _is_wanted(builder):
        path.unlink(missing_ok=True)
        return
    files = dict(_files(Path(app.outdir), names))
    version = hashlib.sha256(json.dumps(sorted(files.items())).encode()).hexdigest()[:16]
    script = (THEME / OFFLINE).read_text(encoding="utf-8")
    script = script.replace('VERSION = ""', f"VERSION = {json.dumps(version)}")
    content = script.replace("FILES = []", f"FILES = {json.dumps(list(files))}").encode()
    if not path.is_file() or path.read_bytes() != content:
        path.write_bytes(content)


def _is_wanted(builder: StandaloneHTMLBuilder) -> bool:
    """Whether the site has our theme, and its option is not off."""
    theme = getattr(builder, "theme", None)
    if theme is None or str(THEME) not in map(str, theme.get_theme_dirs()):
        return False
    return str(builder.theme_options.get("offline", "True")).casefold() not in ("false", "off", "no", "0", "")


def _files(folder: Path, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The files of the site that a browser keeps, each with a hash."""
    found = [folder / name for name in names if Path(name).suffix in _KEPT and name != OFFLINE]
    room = _MOST
    for path in sorted(found, key=lambda path: (path.suffix != ".html", path.stat().st_size, path.as_posix())):
        name = path.relative_to(folder).as_posix()
        room -= path.stat().st_size
        if room < 0:
            return
        if not name.startswith("_sources/"):
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()
