"""Part of a pack: the entries that its texts name."""

from __future__ import annotations

from itertools import groupby

from course_reader.marks.nodes import mention, noted
from course_reader.model.entry import Kind
from course_reader.tree.book import Book
from course_reader.tree.content import walk
from course_reader.tree.doctree import Tree
from course_reader.tree.parts import GlossaryEntry, GlossaryKind, GlossaryPart, OtherName
from course_reader.tree.prose import text_children
from course_reader.tree.records import Block, Styled
from course_reader.views.order import sort_key


def make(book: Book) -> list[GlossaryPart]:
    """The entries by kind; the texts must have been made before."""
    if "articles" not in book.pack.parts:
        # Without the texts, a glossary contains the entries in the articles of its pack.
        pages = [book.library.pages[docname] for docname in book.articles]
        for entry_id in dict.fromkeys(m.entry for page in pages for m in book.library.known(page)):
            book.mentions.setdefault(entry_id, [])
    files = [book.library.glossary.files[i] for i in book.mentions]
    kinds = []
    order = {kind: at for at, kind in enumerate(Kind)}
    files.sort(key=lambda f: (order[f.kind], sort_key(f.entry.sort_key)))
    for kind, group in groupby(files, key=lambda f: f.kind):
        entries = [_entry(book, file.id) for file in group]
        kinds.append(GlossaryKind(title=kind.capitalize(), entries=entries))
    return [GlossaryPart(t="glossary", title="Glossary", label="part:glossary", kinds=kinds)] if kinds else []


def _entry(book: Book, entry_id: str) -> GlossaryEntry:
    entry, docname = book.library.glossary[entry_id], book.library.entry_docname(entry_id)
    names = [OtherName(lang=tag, text=text) for tag, texts in entry.names.items() for text in texts]
    content: list[Block] = []
    if docname in book.library.entries:
        document = book.resolve(docname)
        tree = Tree(docname, unknown=lambda node: book.unknown(node, docname), pictures=book.pictures)
        tree.prepare(document, mention, noted)
        content = tree.blocks(text_children(document), 3)
        for item in walk(content):
            # Mentions in the glossary itself are not listed.
            if item.get("t") == "mention":
                words = item["c"]
                item.clear()
                item |= Styled(t="plain", c=words)
    mentions = book.mentions.get(entry_id, [])
    return GlossaryEntry(label=docname, name=entry.name, names=names, c=content, mentions=mentions)
