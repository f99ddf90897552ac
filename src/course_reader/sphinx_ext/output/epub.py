"""The file of an e-book: the same bytes for the same content."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: the earliest time that a ZIP file can name
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_PERMISSIONS = 0o100644 << 16


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
            new.writestr(row, old.read(info), compresslevel=9)
    beside.replace(path)


def _time() -> tuple[int, int, int, int, int, int]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return _EARLIEST
    year, *rest = time.gmtime(int(epoch))[:6]
    return (year, *rest) if 1980 <= year < 2108 else _EARLIEST  # type: ignore[return-value]
