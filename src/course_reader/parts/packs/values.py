"""The content of a pack's page, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.pack import Pack
from course_reader.parts.lists.values import Card, card_of
from course_reader.views.at import At
from course_reader.views.packs import printings
from course_reader.views.printed import offered


@dataclass(frozen=True, slots=True)
class PrintedEdition:
    """A printed file that the page offers."""

    #: its name
    file: str
    #: which edition it is; "" for the only one
    edition: str
    #: its bytes
    size: int


@dataclass(frozen=True, slots=True)
class PackView:
    """The content of a pack's page that comes from other files."""

    #: the printed files that may be offered
    files: tuple[PrintedEdition, ...]
    record: Pack
    cards: tuple[Card, ...]


def pack(at: At) -> PackView:
    """The articles of a pack in order, and its printed files."""
    library = at.library
    listed = library.documents.listed.get(at.docname, [])
    cards = (card_of(library, n, library.pages[n]) for n in listed if n in library.pages and library.pages[n].article)
    files = tuple(
        PrintedEdition(path.name, one.edition, path.stat().st_size)
        for one in printings(library)
        if one.docname == at.docname and (path := offered(library, one.printed_name))
    )
    return PackView(files, at.page.pack or Pack(), tuple(cards))
