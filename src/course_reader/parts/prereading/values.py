"""Pre-reading pages of articles and packs, as values: people, places, dates, questions, hard words.

They are for students who have not read the text yet, and contain only what was known at the time: the offices that
people held that day, and the events up to then.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice
from typing import Annotated

from pydantic import BeforeValidator, Field

from course_reader.maps.kept import Picture, picture
from course_reader.maps.look import SCREEN, Look
from course_reader.maps.spots import Spot
from course_reader.marks.records import Page
from course_reader.model.entry import Entry, Person, Place
from course_reader.model.keys import keys_of
from course_reader.model.records import Record
from course_reader.parts.hard_words.values import WordView, hard_words
from course_reader.parts.map.values import places_of
from course_reader.views.at import At
from course_reader.views.chronology import Past, known_by
from course_reader.views.library import Library
from course_reader.views.packs import PackPage, packs
from course_reader.views.records import Link


class Before(Record):
    """The contents of a pre-reading page."""

    questions: tuple[str, ...] = Field((), description="questions to keep in mind while reading; up to three")
    dates: tuple[str, ...] = Field((), description="events and agreements to show, by id; up to five")


def _before(value: object) -> object:
    return {"questions": value} if isinstance(value, (list, tuple)) else value


#: the keys of a pre-reading page; a plain list is its questions
_Before = Annotated[Before, BeforeValidator(_before, json_schema_input_type=tuple[str, ...] | Before)]


class Keys(Record):
    """The key for the pre-reading page in an article's front matter."""

    before: _Before = Field(Before(), description="the contents of the article's pre-reading page")


class PackKeys(Record):
    """The key for the pre-reading page in a pack's front matter."""

    before: _Before = Field(Before(), description="the contents of the pack's pre-reading page")


#: how many of each are shown
PEOPLE, PLACES, DATES, QUESTIONS = 8, 8, 5, 3

#: the sentence below the title, on pages
HINT = "It contains only what was known at the time, and nothing that happened later."


@dataclass(frozen=True, slots=True)
class Line:
    """A person, place or event in a line."""

    entry: str
    name: str
    text: str
    docname: str
    #: the date of an event; "" for all others
    when: str = ""


#: the width of the map in units, and its minimum and maximum height relative to the width
MAP_WIDTH, MAP_HEIGHTS = 400.0, (0.45, 0.65)


@dataclass(frozen=True, slots=True)
class PrereadingView:
    """The pre-reading page of an article or a pack."""

    #: the document of the page, which has no source file
    docname: str
    #: the document of the article or pack
    of: str
    title: str
    #: the articles that it covers, with their dates
    readings: tuple[Link, ...]
    people: tuple[Line, ...]
    places: tuple[Line, ...]
    #: the places that have coordinates
    spots: tuple[Spot, ...]
    dates: tuple[Line, ...]
    questions: tuple[str, ...]
    words: tuple[WordView, ...]


def prereading_map(spots: Iterable[Spot], look: Look = SCREEN) -> Picture:
    """The small map of a pre-reading page, which has at least one spot."""
    return picture(tuple(spots), units=MAP_WIDTH, look=look, key="prereading-map", heights=MAP_HEIGHTS)


def of_article(library: Library, docname: str) -> PrereadingView:
    """The pre-reading page of one article."""
    page = library.pages[docname]
    return _view(library, docname, page.title, [docname], page.keys(Keys).before)


def of_pack(library: Library, pack: PackPage) -> PrereadingView:
    """The pre-reading page of a pack, for all its articles together."""
    return _view(
        library, pack.docname, pack.title, list(dict.fromkeys(pack.articles)), keys_of(pack.own, PackKeys).before
    )


def _view(library: Library, of: str, title: str, docnames: list[str], before: Before) -> PrereadingView:
    docnames = [name for name in docnames if library.is_shown(library.pages[name])]
    pages = [(name, library.pages[name]) for name in docnames]
    pages.sort(key=lambda item: item[1].day or date.max)
    return PrereadingView(
        docname=prereading_docname(of),
        of=of,
        title=title,
        readings=tuple(library.link(name) for name, _ in pages),
        people=tuple(_lines(library, pages, Person))[:PEOPLE],
        places=tuple(_lines(library, pages, Place))[:PLACES],
        spots=tuple(place.spot for place in places_of(library, (page for _, page in pages))),
        dates=_dates(library, pages, before.dates or _own_dates(pages)),
        questions=before.questions or tuple(_borrowed(pages)),
        words=tuple(_words(library, docnames)),
    )


def _lines(library: Library, pages: list[tuple[str, Page]], kind: type[Entry]) -> Iterator[Line]:
    """The entries of a kind named in the articles, each as of the first article that names it."""
    seen = set()
    for _, page in pages:
        for entry_id in dict.fromkeys(mark.entry for mark in library.known(page)):
            entry = library.glossary[entry_id]
            if isinstance(entry, kind) and entry_id not in seen:
                seen.add(entry_id)
                yield _line(library, entry_id, entry, page.day)


def _line(library: Library, entry_id: str, entry: Entry, day: date | None, when: str = "") -> Line:
    view = library.gloss(entry_id, day)
    role = entry.role_by(day or date.max) if isinstance(entry, Person) else None
    return Line(entry_id, view.name, role or view.text, view.docname, when)


def _dates(library: Library, pages: list[tuple[str, Page]], chosen: tuple[str, ...]) -> tuple[Line, ...]:
    """The events before the first article was published, oldest first."""
    days = [page.day for _, page in pages if page.day]
    if not days:
        return ()
    known = known_by(library, days[0])
    ids = [entry_id for entry_id in chosen if entry_id in known] if chosen else _recent(library, pages, known)
    ordered = sorted(ids, key=known.place)
    return tuple(_line(library, i, library.glossary[i], days[0], known[i].when) for i in ordered)


def _recent(library: Library, pages: list[tuple[str, Page]], known: Past) -> list[str]:
    """The latest events before those that the articles report on: first the named ones, then others."""
    reported = _reported(pages)
    marked = {mark.entry for _, page in pages for mark in library.known(page)}

    def is_earlier(entry_id: str) -> bool:
        return reported is None or known[entry_id].first < reported

    named = sorted((i for i in marked if i in known and is_earlier(i)), key=known.place, reverse=True)
    others = (i for i in reversed(known) if i not in marked and is_earlier(i))
    return list(islice(chain(named, others), DATES))


def _own_dates(pages: list[tuple[str, Page]]) -> tuple[str, ...]:
    """The dates of an article's own page, for a pack with a single article."""
    if len(pages) != 1:
        return ()
    [(_, first)] = pages
    return first.keys(Keys).before.dates


def _reported(pages: list[tuple[str, Page]]) -> date | None:
    """The first day that the articles report on."""
    events = [page.article.event_date for _, page in pages if page.article and page.article.event_date]
    return min(event.first for event in events) if events else None


def _borrowed(pages: list[tuple[str, Page]]) -> Iterator[str]:
    """Questions from the articles' own pages, in turn, if a pack has none."""
    asked = [list(page.keys(Keys).before.questions) for _, page in pages]
    count = 0
    while any(asked) and count < QUESTIONS:
        for questions in asked:
            if questions and count < QUESTIONS:
                count += 1
                yield questions.pop(0)


def _words(library: Library, docnames: list[str]) -> Iterator[WordView]:
    """The hard words of the articles in alphabetical order, each once."""
    found: dict[str, WordView] = {}
    for docname in docnames:
        for word in At(library, docname).once(hard_words):
            found.setdefault(word.word.casefold(), word)
    yield from (found[key] for key in sorted(found))


def prereading_docname(docname: str) -> str:
    """The document of the pre-reading page of an article or a pack; it has no source file."""
    folder, _, name = docname.rpartition("/")
    return f"{folder}/before" if name == "article" else f"{docname}-before"


def all_pages(library: Library) -> dict[str, PrereadingView]:
    """The pre-reading page of each article and each pack, unless an author has written a page of that name."""
    views = [of_article(library, docname) for docname, page in library.articles if library.is_shown(page)]
    # The public may see none of a pack's articles.
    views += [view for pack in packs(library) if (view := of_pack(library, pack)).readings]
    return {view.docname: view for view in views if view.docname not in library.documents.names}
