"""Notes in print: their text with the replies, the words that they are about, and their letters."""

from __future__ import annotations

from collections.abc import Iterable
from string import ascii_lowercase

from course_reader.marks.records import Page, PlacedNote
from course_reader.pages.margin import note_label
from course_reader.pages.safe_markdown import note_nodes
from course_reader.tree.book import Book
from course_reader.tree.content import language_runs, walk
from course_reader.tree.doctree import Tree
from course_reader.tree.leaves import LineBreak
from course_reader.tree.records import ForeignWords, Inline, InlineOrBlock, MarginNote, Styled
from course_reader.views.threads import Thread, threads

#: Words that a note is about and that have more letters are shortened to their beginning and end.
_LONGEST = 52
#: the words that are kept at the beginning and at the end, and the letters if they are not separated by blanks
_FIRST, _LAST, _LETTERS = 4, 3, 18


def excerpt(text: str) -> str:
    """The beginning and the end of some words, or all of them if they are short.

    >>> excerpt("The council of Northport and the council of Southport agreed to share the harbour on Friday")
    'The council of Northport … harbour on Friday'
    """
    words = text.split()
    whole = " ".join(words)
    if len(whole) <= _LONGEST:
        return whole.rstrip(".,;:")
    first, last = " ".join(words[:_FIRST]), " ".join(words[-_LAST:])
    if len(words) <= _FIRST + _LAST or len(first) + len(last) > _LONGEST + _LETTERS:
        first, last = whole[:_LETTERS], whole[-_LETTERS:]
    return f"{first} … {last.rstrip('.,;:')}"


def sign(index: int) -> str:
    """The letter of a note: a, b, …, z, aa, ab.

    >>> sign(0), sign(25), sign(26)
    ('a', 'z', 'aa')
    """
    found = ""
    index += 1
    while index:
        index, at = divmod(index - 1, len(ascii_lowercase))
        found = ascii_lowercase[at] + found
    return found


def give_signs(content: Iterable[object]) -> None:
    """Give glosses their numbers and notes their letters, in the order of the text."""
    glosses = notes = 0
    for item in walk(list(content)):
        if item.get("t") == "mention" and item.get("note"):
            glosses += 1
            item["note"]["n"] = str(glosses)
        elif item.get("t") == "noted":
            for note in item["notes"]:
                note["n"] = sign(notes)
                notes += 1


def notes_of(book: Book, page: Page) -> list[Thread]:
    """The notes on a document that this pack prints, with their replies."""
    return threads(n for n in book.library.notes(page) if book.pack.layers is None or n.layer in book.pack.layers)


def note_of(book: Book, thread: Thread, docname: str, page: Page) -> MarginNote:
    """A note as a record: its text, the title of its set of notes, and the replies to it."""
    note = thread.note
    book.notes |= {(docname, each.note.id) for each in (thread, *thread.all_replies())}
    words = [*_note_text(book, note, docname), " ", Styled(t="em", c=[note.layer_title])]
    for reply in (each.note for each in thread.all_replies()):
        author = f"Reply, {reply.by or reply.layer_title}: "
        words += [LineBreak(t="break"), Styled(t="em", c=[author]), *_note_text(book, reply, docname)]
    return MarginNote(
        id=f"n:{docname}@{note.id}", n="", about=_about(book, note, page), label=note_label(note),
        language=note.language, c=words,
    )  # fmt: skip


def _about(book: Book, note: PlacedNote, page: Page) -> list[Inline]:
    """The words that a note is about, in their language."""
    start, end = note.span or (0, 0)
    words = excerpt(note.elsewhere or page.text[start:end])
    if not words:
        return []
    language = page.article.language if page.article else ""
    if not language or language.casefold() == book.library.documents.language.casefold():
        return [*language_runs(words)]
    return [ForeignWords(t="lang", lang=language, c=[words])]


def _note_text(book: Book, note: PlacedNote, docname: str) -> list[InlineOrBlock]:
    """The text of a note. In a note of a few lines only a line break separates paragraphs."""
    tree = Tree(docname, unknown=lambda node: book.unknown(node, docname))
    text: list[InlineOrBlock] = []
    before = ""
    for block in tree.blocks(note_nodes(note.body), 3):
        if block["t"] != "par":
            text.append(block)
        else:
            if before == "par":
                text.append(LineBreak(t="break"))
            text += block["c"]
        before = block["t"]
    if note.language.casefold() == book.library.documents.language.casefold():
        return text
    return [ForeignWords(t="lang", lang=note.language, c=text)]
