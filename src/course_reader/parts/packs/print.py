"""The first pages of a printed pack: title page and contents."""

from __future__ import annotations

from course_reader.model.outputs import only_for
from course_reader.tree.book import Book
from course_reader.tree.doctree import Tree
from course_reader.tree.parts import ContentsPart, LessonPart, TitlePart
from course_reader.tree.prose import running, text_children

#: what the title page says of an edition
EDITIONS = {"student": "Student’s edition", "teacher": "Teacher’s edition", "large": "Large print"}


def title(book: Book) -> list[TitlePart]:
    """The title page: introduction, course, instructor and term; and that a pack for the class is for it only."""
    named = EDITIONS.get(book.page.edition, "")
    rows = [row for row in (named, book.pack.course, book.pack.instructor, book.pack.term) if row]
    if only := only_for(book.library.settings.audience):
        rows.append(f"{only}: not to be published")
    return [TitlePart(t="title", c=book.intro, rows=rows)]


def lessons(book: Book) -> list[LessonPart]:
    """The pages with lesson plans that the pack names, in the teacher's edition."""
    if not book.library.settings.is_for_teachers:
        return []
    known = book.library.documents.names
    return [_lesson(book, docname) for docname in book.pack.lessons if docname in known]


def _lesson(book: Book, docname: str) -> LessonPart:
    tree = Tree(docname, unknown=lambda node: book.unknown(node, docname), labels=book.labels, pictures=book.pictures)
    content = tree.blocks(text_children(book.resolve(docname)), 2)
    title = book.library.documents.title(docname)
    return LessonPart(t="lesson", label=docname, title=title, running=running(title), c=content)


def contents(book: Book) -> list[ContentsPart]:
    """The table of contents, which the template makes."""
    return [ContentsPart(t="contents")]
