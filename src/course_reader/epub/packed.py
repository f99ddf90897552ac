"""The ZIP file of an e-book: read whole, and written with the same bytes for the same content."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

#: the earliest time that a ZIP file can name
_EARLIEST = (1980, 1, 1, 0, 0, 0)

_PERMISSIONS = 0o100644 << 16

_MIMETYPE = "mimetype"


def read(path: Path) -> dict[str, bytes]:
    """The files of an e-book, in their order."""
    with ZipFile(path) as book:
        return {info.filename: book.read(info) for info in book.infolist()}


def write(path: Path, files: Mapping[str, bytes]) -> None:
    """Write an e-book: its kind comes first and is not compressed; all files have one time and the same permissions."""
    beside = path.with_name(f".{path.name}.new")
    with ZipFile(beside, "w") as book:
        for name in sorted(files, key=lambda name: name != _MIMETYPE):
            row = ZipInfo(name, _time())
            row.compress_type = ZIP_STORED if name == _MIMETYPE else ZIP_DEFLATED
            row.create_system, row.external_attr = 3, _PERMISSIONS
            book.writestr(row, files[name], compresslevel=9)
    beside.replace(path)


def _time() -> tuple[int, int, int, int, int, int]:
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch.isdigit():
        return _EARLIEST
    year, *rest = time.gmtime(int(epoch))[:6]
    return (year, *rest) if 1980 <= year < 2108 else _EARLIEST  # type: ignore[return-value]
