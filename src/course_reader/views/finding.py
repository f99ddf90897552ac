"""What the search of a site knows: all entries with all their names, and all texts with their sentences.

Only what the audience of a build may see is in it. A text that is withheld is found by its title and by the entries
that its stub names.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from course_reader.marks.records import Page
from course_reader.marks.withhold import stub_of
from course_reader.model.entry import Entry, Kind, Place
from course_reader.text.prose.sentence import blocks, sentences_between
from course_reader.text.search_words import index_words, search_words
from course_reader.views.library import Library, once, when_printed

#: the kinds of texts, in the order in which the search lists them
TEXT_KINDS = ("article", "chapter", "page")


@dataclass(frozen=True, slots=True)
class FoundEntry:
    """An entry of the glossary, as the search finds it."""

    docname: str
    id: str
    kind: Kind
    #: its heading, then all other names, each once
    names: tuple[str, ...]
    #: names that mean it only where a text says so
    metonyms: tuple[str, ...]
    gloss: str
    #: the words of its gloss and prose
    words: frozenset[str]
    #: how often texts name it
    times: int


@dataclass(frozen=True, slots=True)
class FoundBlock:
    """A block of a text: its sentences, and the anchor of its paragraph; "" without one."""

    anchor: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FoundText:
    """An article, a chapter or another page, as the search finds it."""

    docname: str
    #: one of `TEXT_KINDS`
    kind: str
    title: str
    outlet: str
    #: the date in words, and its year; "" without a date
    when: str
    year: str
    blocks: tuple[FoundBlock, ...]
    #: entry → the number of the sentence that first names it, or says one of its names; None if the text is withheld
    named: dict[str, int | None]
    title_words: frozenset[str]
    words: frozenset[str]


@dataclass(frozen=True, slots=True)
class SearchData:
    """Everything that the search of a site finds, in the order of its numbers: entries, then texts."""

    entries: tuple[FoundEntry, ...]
    texts: tuple[FoundText, ...]


@once
def search_data(library: Library) -> SearchData:
    """What the search of this build's site knows."""
    documents = [(docname, library.pages[docname]) for docname in sorted(library.pages)]
    texts = [(docname, page) for docname, page in documents if docname not in library.entries]
    texts = [row for row in texts if row[1].article is None and row[0] in library.documents.names]
    ordered = [*library.articles, *sorted(texts, key=lambda row: (row[1].kind != "chapter", row[0]))]
    times = Counter(mark.entry for _, page in ordered for mark in page.mentions)
    entries = tuple(_entry(library, docname, times) for docname in sorted(library.entries) if _exists(library, docname))
    spelled: dict[str, list[str]] = {}
    for entry in entries:
        for name in entry.names:
            spelled.setdefault(_letters(name), []).append(entry.id)
    return SearchData(entries, tuple(_text(library, docname, page, spelled) for docname, page in ordered))


def _letters(name: str) -> str:
    """A name by its letters alone."""
    return "".join(search_words(name))


def _exists(library: Library, docname: str) -> bool:
    return library.entries[docname][0] in library.glossary


def _entry(library: Library, docname: str, times: Mapping[str, int]) -> FoundEntry:
    entry_id, kind, _ = library.entries[docname]
    entry = library.glossary[entry_id]
    page = library.pages.get(docname)
    gloss = next((item.text for item in reversed(entry.gloss) if not item.sense), "")
    words = index_words(" ".join(item.text for item in entry.gloss))
    if page is not None:
        words |= index_words(page.text)
    names = tuple(dict.fromkeys(_names(entry)))
    metonyms = tuple(dict.fromkeys(a.name for a in entry.aliases if a.metonym and a.name not in names))
    return FoundEntry(docname, entry_id, kind, names, metonyms, gloss, frozenset(words), times.get(entry_id, 0))


def _names(entry: Entry) -> Iterator[str]:
    """All spellings of an entry's name, the heading first."""
    yield entry.name
    yield from (alias.name for alias in entry.aliases if not alias.metonym)
    for names in entry.names.values():
        yield from names
    if isinstance(entry, Place):
        yield from (rival.name for rival in entry.rival_names)


def _text(library: Library, docname: str, page: Page, spelled: dict[str, list[str]]) -> FoundText:
    shown = page if library.is_shown(page) else stub_of(page)
    found = tuple(_blocks(shown))
    spans = [span for block in _spans(shown) for span in block]
    starts: dict[str, int] = {}
    for mark in library.known(shown):
        # Who searches for a city also looks for texts that use its name for a government.
        for entry in (mark.entry, *spelled.get(_letters(shown.text[mark.start : mark.end]), ())):
            starts.setdefault(entry, mark.start)
    article = shown.article
    return FoundText(
        docname=docname,
        kind=shown.kind if shown.kind in TEXT_KINDS else TEXT_KINDS[-1],
        title=shown.title,
        outlet=(article.outlet or "") if article else "",
        when=when_printed(shown),
        year=str(article.date.first.year) if article and article.date else "",
        blocks=found,
        named={entry: _sentence_at(spans, start) for entry, start in sorted(starts.items())},
        title_words=frozenset(index_words(shown.title)),
        words=frozenset(index_words(" ".join([shown.text, *(note.body for note in library.notes(shown))]))),
    )


def _sentence_at(spans: list[tuple[int, int]], offset: int) -> int | None:
    """The number of the sentence that holds a character."""
    return next((number for number, (_, end) in enumerate(spans) if offset < end), None)


def _spans(page: Page) -> Iterator[list[tuple[int, int]]]:
    """The sentences of each block of a text."""
    for first, last in blocks(page.text):
        yield list(sentences_between(page.text, first, last))


def _blocks(page: Page) -> Iterable[FoundBlock]:
    for spans in _spans(page):
        paragraph = page.paragraph_at(spans[0][0])
        anchor = paragraph.anchor if paragraph else ""
        yield FoundBlock(anchor, tuple(" ".join(page.text[start:end].split()) for start, end in spans))
