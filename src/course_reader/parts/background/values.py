"""The sections of the background chapter, as values: what they cover, and who needs them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from course_reader.model.records import Record
from course_reader.views.at import At
from course_reader.views.library import Library, once
from course_reader.views.records import Link


class Keys(Record):
    """What an article's front matter says of the background."""

    background: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SectionView:
    """A section of the background chapter, as the pages that lead to it tell of it."""

    docname: str
    anchor: str
    title: str
    years: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Needed:
    """The pages that lead to a section."""

    anchor: str
    articles: tuple[Link, ...]
    entries: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class ChapterView:
    """What is around the text of a chapter."""

    #: the sections that its front matter tells of
    sections: tuple[SectionView, ...]
    #: who leads to which section; those that nobody needs are left out
    needed: tuple[Needed, ...]


def of_article(at: At) -> tuple[SectionView, ...]:
    """The sections that an article leads to."""
    return sections(at.library, at.keys(Keys).background)


def of_entry(at: At) -> tuple[SectionView, ...]:
    """The sections that an entry leads to."""
    entry_id = at.docname.rsplit("/", 1)[1]
    glossary = at.library.glossary
    return sections(at.library, glossary[entry_id].background) if entry_id in glossary else ()


def sections(library: Library, anchors: Iterable[str]) -> tuple[SectionView, ...]:
    """Sections of the background chapter."""
    labels = library.documents.labels
    return tuple(_section(library, anchor, *labels[anchor]) for anchor in anchors if anchor in labels)


def _section(library: Library, anchor: str, docname: str, label: str, title: str) -> SectionView:
    page = library.pages.get(docname)
    told = next((section for section in page.sections if section.anchor == anchor), None) if page else None
    return SectionView(docname, label, title, (told and told.years) or "", (told and told.short) or "")


def of_chapter(at: At) -> ChapterView:
    """What is around the text of a chapter."""
    labels = at.library.documents.labels
    needed = tuple(
        Needed(labels[anchor][1], tuple(articles), tuple(entries))
        for anchor, (articles, entries) in _needing(at.library).items()
        if anchor in labels and labels[anchor][0] == at.docname
    )
    return ChapterView(sections(at.library, (section.anchor for section in at.page.sections)), needed)


@once
def _needing(library: Library) -> dict[str, tuple[list[Link], list[Link]]]:
    """Anchor → the articles, in order of time, and the entries, by name, that lead to it."""
    found: dict[str, tuple[list[Link], list[Link]]] = {}
    for docname, page in library.articles:
        for anchor in page.keys(Keys).background:
            found.setdefault(anchor, ([], []))[0].append(library.link(docname))
    for file in sorted(library.glossary, key=lambda f: f.entry.sort_key.casefold()):
        if library.has_page(docname := library.entry_docname(file.id)):
            for anchor in file.entry.background:
                found.setdefault(anchor, ([], []))[1].append(Link(docname, file.entry.name))
    return found
