"""The content of a pack's page, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.pack import Pack
from course_reader.parts.lists.values import Card, card_of
from course_reader.views.at import At
from course_reader.views.printed import offered


@dataclass(frozen=True, slots=True)
class PackView:
    """The content of a pack's page that comes from other files."""

    #: the name of the printed file; "" if there is none to offer
    file: str
    record: Pack
    cards: tuple[Card, ...]
    #: bytes of the printed file
    size: int


def pack(at: At) -> PackView:
    """The articles of a pack in order, and the size of its printed file."""
    library = at.library
    listed = library.documents.listed.get(at.docname, [])
    cards = (card_of(library, n, library.pages[n]) for n in listed if n in library.pages and library.pages[n].article)
    name = at.docname.rsplit("/", 1)[1]
    path = offered(library, name)
    return PackView(path.name if path else "", at.page.pack or Pack(), tuple(cards), path.stat().st_size if path else 0)
