"""The texts of a pack, with their glosses and notes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any, TypeVar

from docutils import nodes

from course_reader.marks.nodes import mention, noted
from course_reader.marks.records import Marked, Page, PlacedNote
from course_reader.model.gloss_policy import Tier
from course_reader.pages.margin import note_label
from course_reader.pages.safe_markdown import note_nodes
from course_reader.tree.below import BlocksBelow
from course_reader.tree.book import Book
from course_reader.tree.content import cited, language_runs, without_empty_sections
from course_reader.tree.doctree import Tree
from course_reader.tree.records import (
    Block,
    ForeignWords,
    Inline,
    InlineOrBlock,
    LineBreak,
    MarginGloss,
    MarginNote,
    Styled,
)
from course_reader.views.glossing import choose
from course_reader.views.threads import Thread, threads

#: how long a title may be at the top of a page
RUNNING_WORDS, RUNNING_LETTERS = 6, 46

V = TypeVar("V")


def text_of(book: Book, docname: str, page: Page) -> list[Block]:
    """The text of an article or chapter, with its glosses and notes."""
    document = book.resolve(docname)
    notes = {t.note.id: note_of(book, t, docname) for t in notes_of(book, page) if t.number is not None}
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
    content = without_empty_sections(tree.blocks(text_children(document), 2))
    book.cited |= cited(content)
    return content


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
    return {g.mention.group: _gloss(book, g.mention, docname, page) for g in beside}


def _gloss(book: Book, mark: Marked, docname: str, page: Page) -> MarginGloss:
    view = book.library.gloss_here(page, mark)
    text = f"{view.text} Disputed: {view.disputed}." if view.disputed else view.text
    return MarginGloss(
        id=f"n:{docname}@{mark.group}", kind=view.kind.value, word=view.kind.word, name=view.name, language="en",
        role=view.role, text=text, to=view.docname,
    )  # fmt: skip


def notes_of(book: Book, page: Page) -> list[Thread]:
    """The notes on a document that this pack prints, with their replies."""
    for_class = book.library.settings.audience == "class"
    shown = [n for n in page.notes if n.audience == "public" or for_class]
    return threads(n for n in shown if book.pack.layers is None or n.layer in book.pack.layers)


def note_of(book: Book, thread: Thread, docname: str) -> MarginNote:
    """A note as a record: its text, the title of its set of notes, and the replies to it."""
    note = thread.note
    book.notes |= {(docname, each.note.id) for each in (thread, *thread.all_replies())}
    words = [*_note_text(book, note, docname), " ", Styled(t="em", c=[note.layer_title])]
    for reply in (each.note for each in thread.all_replies()):
        author = f"Reply, {reply.by or reply.layer_title}: "
        words += [LineBreak(t="break"), Styled(t="em", c=[author]), *_note_text(book, reply, docname)]
    return MarginNote(id=f"n:{docname}@{note.id}", label=note_label(note), c=words)


def _note_text(book: Book, note: PlacedNote, docname: str) -> list[InlineOrBlock]:
    """The text of a note. In a note of a few lines only a line break separates paragraphs."""
    tree = Tree(docname, unknown=lambda node: book.unknown(node, docname))
    text: list[InlineOrBlock] = []
    for index, block in enumerate(tree.blocks(note_nodes(note.body), 3)):
        if index:
            text.append(LineBreak(t="break"))
        if block["t"] == "par":
            text += block["c"]
        else:
            text.append(block)
    if note.language.casefold() == book.library.documents.language.casefold():
        return text
    return [ForeignWords(t="lang", lang=note.language, c=text)]


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
