"""Documents that are ZIP files: what is in them, within limits."""

from __future__ import annotations

import io

from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.records import ScrapeError

#: No part of a document with an article is larger.
_LARGEST = 60_000_000


def member_names(source: RawInput) -> list[str] | None:
    """The names of the files in it; None if it is not a ZIP file."""
    if source.binary[:4] != b"PK\x03\x04":
        return None
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(source.binary)) as file:
            return file.namelist()
    except (zipfile.BadZipFile, OSError, ValueError):
        return []


def member(source: RawInput, name: str) -> bytes:
    """One file in it.

    Raises:
        ScrapeError: it is missing, damaged, encrypted, or too large.
    """
    import zipfile

    try:
        with zipfile.ZipFile(io.BytesIO(source.binary)) as file:
            if file.getinfo(name).file_size > _LARGEST:
                raise ScrapeError("it is too large for an article; save the text alone")
            return file.read(name)
    except (KeyError, zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise ScrapeError("the document is damaged or has a password; save it again without one") from error
