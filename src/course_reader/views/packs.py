"""Packs: pages that name the articles to print."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.model.keys import Own
from course_reader.model.outputs import CLASS
from course_reader.model.pack import Pack
from course_reader.model.settings import Setting, text, texts
from course_reader.views.library import Library

#: what an e-book is made of
EPUB_PACK: Setting[str] = Setting(
    "epub_pack", "", "The pack that an e-book is made of; empty for the whole reader.", check=text
)
BOOK_WITHOUT: Setting[list[str]] = Setting(
    "book_without", ["docs/manual/*"], "Documents that e-books leave out, as patterns.", check=texts
)


@dataclass(frozen=True, slots=True)
class PackPage:
    """A pack and its articles."""

    docname: str
    #: the name of its file and of the printed file
    name: str
    #: the path of its file, as its author knows it
    path: str
    title: str
    record: Pack
    #: the keys in its front matter that belong to parts of the page
    own: Own
    #: documents of articles, in the order of its tables of contents
    articles: tuple[str, ...]


def may_print(library: Library, pack: PackPage, docname: str) -> bool:
    """Whether the text of an article may be in a pack: a permission has to last until the end of the term."""
    page = library.pages[docname]
    day = pack.record.until.last if pack.record.until else library.settings.day
    rights = page.article.rights if page.article else None
    if not library.is_shown(page) or (rights and rights.expired(day)):
        return False
    return library.settings.audience == CLASS or page.access.is_public(day)


def level_texts(library: Library, pack: PackPage) -> dict[str, str]:
    """Article → the text that a pack prints instead of its own, at the level that the pack asks for."""
    level = pack.record.level or ""
    found = {docname: library.levels.get(docname, {}).get(level, "") for docname in pack.articles}
    return {docname: text for docname, text in found.items() if text}


def packs(library: Library) -> list[PackPage]:
    """All packs, by name."""
    found = []
    for docname, page in sorted(library.pages.items()):
        if page.pack is None:
            continue
        listed = library.documents.listed.get(docname, [])
        articles = tuple(d for d in listed if d in library.pages and library.pages[d].kind == "article")
        path, name = library.documents.path(docname), docname.rsplit("/", 1)[1]
        found.append(PackPage(docname, name, path, page.title, page.pack, page.own, articles))
    return found
