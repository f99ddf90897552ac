"""The background chapter in print, and the sections to read below an article."""

from __future__ import annotations

from course_reader.parts.background.values import SectionView
from course_reader.tree.below import LinesBelow
from course_reader.tree.book import Book
from course_reader.tree.links import link_list
from course_reader.tree.parts import ChapterPart
from course_reader.tree.prose import running, text_of
from course_reader.tree.records import Inline, PageRef, Styled


def make(book: Book) -> list[ChapterPart]:
    """The chapter, if the reader has one."""
    docname = book.library.settings.background
    page = book.library.pages.get(docname)
    if page is None:
        return []
    _, content = text_of(book, docname, page)
    for block in content:
        # Unlike an article's, a chapter's paragraphs are not cited by number.
        if block["t"] in ("par", "verse", "ul", "ol"):
            block["n"] = None
    content += link_list(content)
    return [ChapterPart(t="chapter", label=docname, title=page.title, running=running(page.title), c=content)]


def printed(sections: tuple[SectionView, ...], book: Book) -> LinesBelow:
    """The sections to read: page references, or summaries if the chapter is not in the pack."""
    rows: list[list[Inline]] = []
    for section in sections:
        title = PageRef(t="ref", to=f"{section.docname}#{section.anchor}", c=[section.title])
        years = f", {section.years}" if section.years else ""
        short = f" {section.short}" if section.short and "background" not in book.pack.parts else ""
        rows.append([Styled(t="strong", c=[title]), f"{years}.{short}"])
    return LinesBelow(t="lines", title="Background to read", rows=rows)
