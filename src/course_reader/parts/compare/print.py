"""Part of a pack: two of its articles side by side, taken from a page that compares them."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from course_reader.marks.nodes import listing
from course_reader.parts.compare.page import as_themes, plain_label
from course_reader.parts.compare.values import CompareAsked, LabelAsked, compare, label
from course_reader.tree.book import Book
from course_reader.tree.content import cited
from course_reader.tree.doctree import Tree
from course_reader.tree.inlines import INTERNAL
from course_reader.tree.parts import ComparePart
from course_reader.tree.prose import running, text_children


def make(book: Book) -> list[ComparePart]:
    """The pages that compare only articles of the pack."""
    return [_page(book, docname) for docname in _pages(book)]


def _pages(book: Book) -> Iterator[str]:
    held = set(book.articles) - set(book.withheld)
    for docname, page in sorted(book.library.pages.items()):
        asked = [of for of in page.lists if isinstance(of, CompareAsked)]
        if asked and all({*map(book.library.article_docname, of.slugs)} <= held for of in asked):
            yield docname


def _page(book: Book, docname: str) -> ComparePart:
    document = book.resolve(docname)
    for place in list(document.findall(listing)):
        place.replace_self(_listed(book, place["of"]))
    tree = Tree(docname, unknown=lambda node: book.unknown(node, docname), labels=book.labels, sources=book.sources)
    content = tree.blocks(text_children(document), 2)
    book.cited |= cited(content)
    title = book.library.documents.title(docname)
    return ComparePart(t="compare", label=docname, title=title, running=running(title), c=content)


def _listed(book: Book, asked: object) -> list[nodes.Node]:
    """What a page that compares articles lists: on paper each side of each theme names its article."""
    if isinstance(asked, LabelAsked):
        return [plain_label(label(book.library, asked), asked)]
    found = compare(book.library, asked) if isinstance(asked, CompareAsked) and not asked.heads else None
    return list(as_themes(found, INTERNAL.__add__)) if found else []
