"""The sections of the background chapter, as values: their contents, and the pages that need them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course_reader.model.records import Record
from course_reader.views.at import At
from course_reader.views.library import Library, once
from course_reader.views.records import Link


class Keys(Record):
    """The keys for the background in an article's front matter."""

    background: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the background chapter, as shown on pages that link to it."""

    docname: str
    anchor: str
    title: str
    years: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """The pages that link to a section."""

    anchor: str
    articles: tuple[Link, ...]
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """The content around the text of a chapter."""

    #: the sections listed in its front matter
    sections: tuple[SectionView, ...]
    #: the pages that link to each section, without sections that no page needs
    needed: tuple[Needed, ...]


def of_article(at: At) -> tuple[SectionView, ...]:
    """The sections that an article links to."""
    return sections(at.library, at.keys(Keys).background)


def of_entry(at: At) -> tuple[SectionView, ...]:
    """The sections that an entry links to."""
    entry_id = at.docname.rsplit("/", 1)[1]
    glossary = at.library.glossary
    return sections(at.library, glossary[entry_id].background) if entry_id in glossary else ()


def sections(library: Library, anchors: Iterable[str]) -> tuple[SectionView, ...]:
    """Sections of the background chapter."""
    labels = library.documents.labels
    return tuple(_section(library, anchor, *labels[anchor]) for anchor in anchors if anchor in labels)


def _section(library: Library, anchor: str, docname: str, label: str, title: str) -> SectionView:
    page = library.pages.get(docname)
    row = next((section for section in page.sections if section.anchor == anchor), None) if page else None
    return SectionView(docname, label, title, (row and row.years) or "", (row and row.short) or "")


def of_chapter(at: At) -> ChapterView:
    """The content around the text of a chapter."""
    labels = at.library.documents.labels
    needed = tuple(
        Needed(labels[anchor][1], tuple(articles), tuple(entries))
        for anchor, (articles, entries) in _needing(at.library).items()
        if anchor in labels and labels[anchor][0] == at.docname
    )
    return ChapterView(sections(at.library, (section.anchor for section in at.page.sections)), needed)


@once
def _needing(library: Library) -> dict[str, tuple[list[Link], list[Link]]]:
    """Anchor → the articles, in chronological order, and the entries, by name, that link to it."""
    found: dict[str, tuple[list[Link], list[Link]]] = {}
    for docname, page in library.articles:
        for anchor in page.keys(Keys).background:
            found.setdefault(anchor, ([], []))[0].append(library.link(docname))
    for file in sorted(library.glossary, key=lambda f: f.entry.sort_key.casefold()):
        if library.has_page(docname := library.entry_docname(file.id)):
            for anchor in file.entry.background:
                found.setdefault(anchor, ([], []))[1].append(Link(docname, file.entry.name))
    return found
