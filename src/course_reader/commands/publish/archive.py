"""ZIP files that have the same bytes whenever they are made of the same files."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from course_reader.errors import ReaderError

#: the earliest time that a ZIP file can name
_WHEN = (1980, 1, 1, 0, 0, 0)
_PERMISSIONS = 0o100644 << 16


class UnwrittenArchiveError(ReaderError):
    """The file cannot be written."""


def write(path: Path, files: Mapping[str, Path | bytes]) -> None:
    """Write a ZIP file; it appears as a whole.

    Args:
        path: The file.
        files: Its contents by name, as bytes or as a file to read.

    Raises:
        UnwrittenArchiveError: if it cannot be written.
    """
    beside = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with ZipFile(beside, "w") as made:
            for name, content in files.items():
                row = ZipInfo(name, _WHEN)
                row.compress_type, row.create_system, row.external_attr = ZIP_DEFLATED, 3, _PERMISSIONS
                made.writestr(row, content if isinstance(content, bytes) else content.read_bytes(), compresslevel=9)
        beside.replace(path)
    except OSError as error:
        beside.unlink(missing_ok=True)
        raise UnwrittenArchiveError(f"{path} cannot be written ({error.strerror or error}); check its folder") from None
