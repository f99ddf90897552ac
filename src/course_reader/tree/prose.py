"""The texts of a pack, with their glosses and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from docutils import nodes

from course_reader.marks.nodes import mention, noted
from course_reader.marks.records import Marked, Page
from course_reader.model.gloss_policy import Tier
from course_reader.tree.below import BlocksBelow
from course_reader.tree.book import Book
from course_reader.tree.content import cited, language_runs, walk, without_empty_sections
from course_reader.tree.doctree import Tree
from course_reader.tree.leaves import MarginGloss
from course_reader.tree.notes import give_signs, note_of, notes_of
from course_reader.tree.records import Block, Inline
from course_reader.views.glossing import choose

#: how long a title may be at the top of a page
RUNNING_WORDS, RUNNING_LETTERS = 6, 46

V = TypeVar("V")


def text_of(book: Book, docname: str, page: Page) -> tuple[list[Inline], list[Block]]:
    """The title and the text of an article or chapter, with their glosses and notes."""
    document = book.resolve(docname)
    notes = {t.note.id: note_of(book, t, docname, page) for t in notes_of(book, page) if t.number is not None}
    tree = Tree(
        docname, _glosses(book, docname, page), notes,
        unknown=lambda node: book.unknown(node, docname), labels=book.labels, pictures=book.pictures,
        sources=book.sources, language=page.article.language if page.article else "",
    )  # fmt: skip
    book.expected += [g["id"] for g in tree.glosses.values()]
    book.expected += [note["id"] for note in notes.values()]
    tree.prepare(document, mention, noted)
    for mark in book.library.known(page):
        paragraph = page.paragraph_at(mark.start) if page.article else None
        number = paragraph.number if paragraph else None
        book.mentions.setdefault(mark.entry, []).append({"to": f"{docname}@{mark.group}", "n": number})
    title = next((child for child in document.findall(nodes.title)), None)
    # An article's title is in its front matter too, with the same words.
    heading: list[Inline] = tree.inlines(title.children) if title else [page.title]
    content = without_empty_sections(tree.blocks(text_children(document), 2))
    give_signs([*heading, *content])
    book.cited |= cited(content)
    book.expected += [item["note"]["id"] for item in walk(content) if item.get("t") == "endref" and "note" in item]
    return heading, content


def _glosses(book: Book, docname: str, page: Page) -> dict[int, MarginGloss]:
    unglossed = book.unglossed(docname)
    mentions = [mark for mark in book.library.known(page) if mark.entry not in unglossed]
    if book.pack.gloss == "pack":
        mentions = [m for m in mentions if m.entry not in book.glossed]
    policy = book.library.policy(page)
    chosen = choose(mentions, "first" if book.pack.gloss == "pack" else policy)  # type: ignore[arg-type]
    book.glossed |= {g.mention.entry for g in chosen}
    # What the margin leaves out is in the glossary of the pack, if it has one.
    shown = book.library.settings.shown if "glossary" in book.pack.parts else Tier.ALL
    ranked = book.library.ranked(page, chosen, book.explained)
    beside = [g for g, _ in ranked if g.ranked.tier <= shown]
    book.explained |= {g.mention.entry for g in beside}
    found = {g.mention.group: _gloss(book, g.mention, docname, page) for g in beside}
    if shown is not Tier.ALL:
        # Where a margin is full, the glossary of the pack explains them.
        for gloss in beside:
            if not gloss.ranked.always:
                found[gloss.mention.group]["points"] = gloss.ranked.points
    return found


def _gloss(book: Book, mark: Marked, docname: str, page: Page) -> MarginGloss:
    view = book.library.gloss_here(page, mark)
    text = f"{view.text} Disputed: {view.disputed}." if view.disputed else view.text
    return MarginGloss(
        id=f"n:{docname}@{mark.group}", kind=view.kind.value, word=view.kind.word, name=view.name, language="en",
        n="", role=view.role, text=text, to=view.docname,
    )  # fmt: skip


def plain(text: str) -> list[Inline]:
    """A text, with the language of words in other scripts."""
    return [*language_runs(text)]


def text_children(document: nodes.document) -> list[nodes.Node]:
    """The text of a document without its title; footnotes come after its section."""
    found: list[nodes.Node] = []
    for child in document.children:
        inner = child.children if isinstance(child, nodes.section) else [child]
        found += [c for c in inner if not isinstance(c, nodes.title)]
    return found


def running(title: str) -> str:
    """A title as it appears at the top of a page: only the beginning of a long one."""
    words = title.split()
    kept = words[:RUNNING_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) > RUNNING_LETTERS:
        kept.pop()
    short = " ".join(kept)[:RUNNING_LETTERS].rstrip(" ,;:–—-")
    return short if len(kept) == len(words) and len(title) <= RUNNING_LETTERS else f"{short} …"


def below_text(title: str, page: Callable[[V, Any], Iterable[nodes.Node]]) -> Callable[[V, Book], BlocksBelow]:
    """Print a part below the text of an article in the same nodes as on the page.

    Args:
        title: The heading.
        page: Makes the nodes from the part's values; instead of a `Linker` it gets None.
    """

    def printed(value: V, book: Book) -> BlocksBelow:
        docname = book.page.docname
        tree = Tree(docname, unknown=lambda node: book.unknown(node, docname), labels=book.labels, sources=book.sources)
        return BlocksBelow(t="blocks", title=title, c=tree.blocks(page(value, None), 3))

    return printed
