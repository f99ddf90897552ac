"""The file of an e-book: the same bytes for the same content, and a manifest that names pages with formulas."""

from __future__ import annotations

import os
import re
import time
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: the earliest time that a ZIP file can name
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_PERMISSIONS = 0o100644 << 16

#: a page in the manifest that has no properties yet: all but the end, and its address
_ITEM = re.compile(r'(<item id="[^"]*" href="([^"]*)" media-type="application/xhtml\+xml") ?/>')


def settle(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: write the e-book again without the times and permissions of the files it was made of."""
    if error is None and app.builder is not None and app.builder.name == "epub":
        path = Path(app.outdir, f"{app.config.epub_basename}.epub")
        if path.is_file():
            pack_again(path)


def pack_again(path: Path) -> None:
    """Write a ZIP file again: the same files in the same order, with one time and the same permissions."""
    beside = path.with_name(f".{path.name}.new")
    when = _time()
    with ZipFile(path) as old, ZipFile(beside, "w") as new:
        for info in old.infolist():
            row = ZipInfo(info.filename, when)
            row.compress_type = ZIP_STORED if info.filename == "mimetype" else ZIP_DEFLATED
            row.create_system, row.external_attr = 3, _PERMISSIONS
            content = old.read(info)
            if info.filename.endswith("content.opf"):
                content = _with_formulas(content, old, info.filename.removesuffix("content.opf"))
            new.writestr(row, content, compresslevel=9)
    beside.replace(path)


def _with_formulas(manifest: bytes, book: ZipFile, folder: str) -> bytes:
    """A manifest in which each page with MathML says so, as e-book readers demand."""
    pages = {
        escape(name.removeprefix(folder), quote=True)
        for name in book.namelist()
        if name.endswith(".xhtml") and b"<math " in book.read(name)
    }

    def mark(item: re.Match[str]) -> str:
        return f'{item[1]} properties="mathml" />' if item[2] in pages else item[0]

    return _ITEM.sub(mark, manifest.decode("utf-8")).encode("utf-8")


def _time() -> tuple[int, int, int, int, int, int]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return _EARLIEST
    year, *rest = time.gmtime(int(epoch))[:6]
    return (year, *rest) if 1980 <= year < 2108 else _EARLIEST  # type: ignore[return-value]
