"""The texts of a pack, with their glosses and notes."""

from __future__ import annotations

from docutils import nodes

from course_reader.marks.nodes import mention, noted
from course_reader.marks.records import Marked, Page, PlacedNote
from course_reader.pages.margin import NOTE_WORDS
from course_reader.pages.safe_markdown import note_nodes
from course_reader.tree.book import Book
from course_reader.tree.content import Content, Item, cited, language_runs, without_empty_sections
from course_reader.tree.doctree import Tree
from course_reader.views.glossing import choose
from course_reader.views.threads import Thread, threads

#: what fits above a page
RUNNING_WORDS, RUNNING_LETTERS = 6, 46


def text_of(book: Book, docname: str, page: Page) -> Content:
    """The text of an article or chapter, with its glosses and notes."""
    document = book.resolve(docname)
    notes = {t.note.id: note_of(book, t, docname) for t in notes_of(book, page) if t.number is not None}
    tree = Tree(
        docname, _glosses(book, docname, page), notes,
        unknown=lambda node: book.unknown(node, docname), labels=book.labels, pictures=book.pictures,
        sources=book.sources,
    )  # fmt: skip
    book.expected += [g["id"] for g in tree.glosses.values()]
    book.expected += [note["id"] for note in notes.values()]
    tree.prepare(document, mention, noted)
    for mark in book.library.known(page):
        paragraph = page.paragraph_at(mark.start) if page.article else None
        place = {"to": f"{docname}@{mark.group}", "n": paragraph.number if paragraph else None}
        book.mentions.setdefault(mark.entry, []).append(place)
    content = without_empty_sections(tree.blocks(text_children(document), 2))
    book.cited |= cited(content)
    return content


def _glosses(book: Book, docname: str, page: Page) -> dict[int, Item]:
    mentions = book.library.known(page)
    if book.pack.gloss == "pack":
        mentions = [m for m in mentions if m.entry not in book.glossed]
    policy = book.library.policy(page)
    chosen = choose(mentions, "first" if book.pack.gloss == "pack" else policy)  # type: ignore[arg-type]
    book.glossed |= {g.mention.entry for g in chosen}
    return {g.mention.group: _gloss(book, g.mention, docname, page) for g in chosen}


def _gloss(book: Book, mark: Marked, docname: str, page: Page) -> Item:
    view = book.library.gloss(mark.entry, page.day)
    return {
        "id": f"n:{docname}@{mark.group}",
        "kind-class": str(view.kind),
        "kind": view.kind.word,
        "name": view.name,
        "language": "en",
        "role": view.role,
        "text": view.text,
        "to": view.docname,
    }


def notes_of(book: Book, page: Page) -> list[Thread]:
    """The notes on a document that this pack prints, with their replies."""
    for_class = book.library.settings.audience == "class"
    shown = [n for n in page.notes if n.audience == "public" or for_class]
    return threads(n for n in shown if book.pack.layers is None or n.layer in book.pack.layers)


def note_of(book: Book, thread: Thread, docname: str) -> Item:
    """A note as the template sets it: what it says, whose layer it is, and the replies to it."""
    note = thread.note
    inline = [*_said(book, note, docname), " ", {"t": "em", "c": [note.layer_title]}]
    for reply in (each.note for each in thread.all_replies()):
        whose = f"Reply, {reply.by or reply.layer_title}: "
        inline += [{"t": "break"}, {"t": "em", "c": [whose]}, *_said(book, reply, docname)]
    return {"id": f"n:{docname}@{note.id}", "label": NOTE_WORDS[note.kind], "c": inline}


def _said(book: Book, note: PlacedNote, docname: str) -> Content:
    """What a note says. In a note of a few lines paragraphs are only breaks."""
    body = Tree(docname, unknown=lambda node: book.unknown(node, docname))
    said: Content = []
    for index, block in enumerate(body.blocks(note_nodes(note.body), 3)):
        said += [{"t": "break"}] * bool(index) + (block["c"] if block["t"] == "par" else [block])
    if note.language.casefold() == book.library.documents.language.casefold():
        return said
    return [{"t": "lang", "lang": note.language, "c": said}]


def plain(text: str) -> Content:
    """Words with those of other scripts in languages of their own."""
    return list(language_runs(text))


def text_children(document: nodes.document) -> list[nodes.Node]:
    """What stands below the title of a document; footnotes stand behind its section."""
    found: list[nodes.Node] = []
    for child in document.children:
        inner = child.children if isinstance(child, nodes.section) else [child]
        found += [c for c in inner if not isinstance(c, nodes.title)]
    return found


def running(title: str) -> str:
    """A title as it stands above a page: its beginning, if it is long."""
    words = title.split()
    kept = words[:RUNNING_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) > RUNNING_LETTERS:
        kept.pop()
    short = " ".join(kept)[:RUNNING_LETTERS].rstrip(" ,;:–—-")
    return short if len(kept) == len(words) and len(title) <= RUNNING_LETTERS else f"{short} …"
