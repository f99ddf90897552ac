"""The sources that entries and articles cite, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceView:
    """One source, in plain text."""

    key: str
    author: str
    title: str
    publisher: str
    date: str
    #: "" if it has none that pages may link to
    url: str
    #: the day on which its address was last read
    accessed: str = ""
    #: its address as written, if pages may not link to it; then `url` is empty
    refused: str = ""
    #: what it is: primary, scholarly, reference, agency, press, partisan or wiki; "" if nobody says
    kind: str = ""
    #: the side whose viewpoint it has
    side: str = ""
    #: the address of an archived copy
    archived: str = ""


@dataclass(frozen=True, slots=True)
class Sources:
    """All sources by key; `known` is false where the reader has no bibliography at all."""

    views: Mapping[str, SourceView]
    known: bool

    def get(self, keys: tuple[str, ...]) -> tuple[SourceView, ...]:
        """The sources of these keys that are there."""
        return tuple(self.views[key] for key in keys if key in self.views)
