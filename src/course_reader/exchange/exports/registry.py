"""Which export a text is; told by its content, never by its name."""

from __future__ import annotations

from course_reader.exchange.exports import hypothesis_page, kindle, table
from course_reader.exchange.records import Incoming

_READERS = (hypothesis_page.read, kindle.read, table.read)


def read(text: str) -> list[Incoming] | None:
    """The annotations of an export that is not JSON; None if no reader knows it."""
    for reader in _READERS:
        found = reader(text)
        if found is not None:
            return found
    return None


def refusal(text: str) -> str:
    """Why a text that no reader knows is refused, and which export works."""
    if names := table.headings(text):
        shown = ", ".join(names[:8])
        return (
            f"this table has no column of marked words ({shown}); name one “quote”, beside “comment” and “url”, or "
            "export as JSON"
        )
    if text.lstrip()[:1] == "<":
        return "this page is no export of annotations that can be read; choose JSON or CSV where you export"
    return "this is not JSON, nor a table of annotations, nor a file of clippings; choose JSON or CSV where you export"
