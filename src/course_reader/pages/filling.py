"""The writing phase for HTML: marks become links, glosses stand beside their blocks, pages get their parts."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from docutils import nodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from course_reader.marks.domain import Page, reader_domain
from course_reader.marks.marking import numbered
from course_reader.marks.text_map import position, unwrap
from course_reader.pages.margin import listed_anchor, spell_gloss, spell_note, words_anchor
from course_reader.pages.markup import Html, Linker, as_nodes
from course_reader.pages.nodes import aside, listing, mention, note_mark, noted, para_number
from course_reader.parts.chapters import page as chapter_parts
from course_reader.parts.compare import page as compare
from course_reader.parts.entry import page as entry_parts
from course_reader.parts.lists import page as listings
from course_reader.parts.packs import page as pack_parts
from course_reader.parts.reading import page as article_parts
from course_reader.sphinx_ext.session import session_of
from course_reader.views.glossing import Glossed
from course_reader.views.library import Library, library
from course_reader.views.records import GlossView
from course_reader.views.threads import Thread, threads

if TYPE_CHECKING:
    from sphinx.builders import Builder


class FillPage(SphinxPostTransform):
    """Marks that nobody fills print as their plain words.

    8: Sphinx resolves references at 10, and finds those that stand in what is added here.
    """

    default_priority: ClassVar[int] = 8
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Fill one page."""
        docname = self.env.docname
        page = reader_domain(self.env).pages.get(docname)
        if page is None:
            return
        app = session_of(self.env).app
        shelf = library(app)
        links = Linker(app.builder, docname)
        for node in list(self.document.findall(listing)):
            node.replace_self(listings.fill(node["of"], shelf, links))
        compare.label_sides(self.document, shelf)
        if page.kind in ("article", "chapter"):
            fill_article(self.document, docname, page, shelf, app.builder)
        elif page.pack is not None:
            pack_parts.add(self.document, page.pack, shelf.pack(docname), shelf, links)
        elif page.kind == "entry":
            view = shelf.entry(docname)
            _link(self.document, view.links, {}, links)
            entry_parts.add(self.document, docname, view, shelf, links)


class PlainPage(SphinxPostTransform):
    """For formats that do not know our nodes: marks become their words, listings become lists.

    8, like `FillPage`, whose place it takes.
    """

    default_priority: ClassVar[int] = 8

    def is_supported(self) -> bool:
        """Whether the format is not one that is filled."""
        return session_of(self.env).app.builder.format not in ("html", "typst")

    def run(self, **kwargs: object) -> None:
        """Leave only nodes that every builder knows."""
        shelf = library(session_of(self.env).app)
        for node in list(self.document.findall(listing)):
            node.replace_self(listings.plain(node["of"], shelf))
        compare.label_sides(self.document, shelf)
        unwrap(self.document, (mention, noted))


def fill_article(document: nodes.document, docname: str, page: Page, shelf: Library, builder: Builder) -> None:
    """Fill the page of an article or a chapter."""
    view, links = shelf.article(docname), Linker(builder, docname)
    if page.article and not view.shown:
        article_parts.stub(document, page)
    else:
        glossed = {g.mention.group: (g, text) for g, text in view.glossed}
        _link(document, view.links, glossed, links)
        # In a book's own page there is no margin: the numbers lead to the list of notes.
        is_book = builder.name == "epub"
        placed = [thread for thread in threads(view.notes) if thread.number is not None]
        _mark_notes(document, {thread.note.id: thread for thread in placed}, is_book)
        _put_asides(document, list(glossed.values()), [] if is_book else placed, links)
        if page.article:
            _put_numbers(document)
    if page.article:
        article_parts.add(document, page, view, shelf, links)
    elif page.kind == "chapter":
        chapter_parts.add(document, shelf.sections(docname), shelf.needed(docname), links)


def _link(
    document: nodes.document,
    entries: tuple[tuple[str, str, object], ...],
    glossed: dict[int, tuple[Glossed, GlossView]],
    links: Linker,
) -> None:
    known = {entry: (docname, str(kind)) for entry, docname, kind in entries}
    seen: set[int] = set()
    for node in document.findall(mention):
        if node["entry"] not in known:
            continue
        docname, kind = known[node["entry"]]
        node["classes"] = ["mention", kind]
        node["refuri"] = links.to(docname)
        chosen = glossed.get(node["group"])
        if chosen:
            node["refuri"] = "#" + chosen[0].anchor
            node["gloss"] = chosen[0].anchor
            node["classes"] = ["mention", "first", kind]
            if node["group"] not in seen:
                node["anchor"] = chosen[0].back
                seen.add(node["group"])


def _mark_notes(document: nodes.document, shown: dict[str, Thread], is_book: bool) -> None:
    """Give the words of each note their anchor and its number; words of notes that nobody sees here lose their mark."""
    first: dict[str, noted] = {}
    last: dict[str, noted] = {}
    for node in list(document.findall(noted)):
        node["notes"] = [note for note in node["notes"] if note in shown]
        if not node["notes"]:
            parent = node.parent
            at = position(parent, node)
            parent[at : at + 1] = node.children
            continue
        node["kind"] = shown[node["notes"][0]].note.kind
        for note in node["notes"]:
            first.setdefault(note, node)
            last[note] = node
    for note_id, node in first.items():
        node["anchors"] = [*node.get("anchors", []), words_anchor(shown[note_id].note)]
    for note_id in sorted(last, key=lambda note: -(shown[note].number or 0)):
        # From the last to the first, so that the numbers of notes that end together stand in order.
        thread = shown[note_id]
        to = listed_anchor(thread.note) if is_book else note_id
        mark = note_mark(note=note_id, number=thread.number, kind=thread.note.kind, layer=thread.note.layer, to=to)
        end = _outside_links(last[note_id])
        end.parent.insert(position(end.parent, end) + 1, mark)


def _outside_links(node: nodes.Element) -> nodes.Element:
    """The node itself, or the outermost link around it: no link may stand in another."""
    outermost, above = node, node.parent
    while above is not None and not isinstance(above, nodes.Body):
        if isinstance(above, (mention, nodes.reference)):
            outermost = above
        above = above.parent
    return outermost


def _put_asides(
    document: nodes.document,
    glosses: list[tuple[Glossed, GlossView]],
    notes: list[Thread],
    links: Linker,
) -> None:
    """Put what belongs beside a block behind the part of the section that holds it."""
    # In the order of the words that they belong to, for whoever reads down the margin or has it read aloud.
    beside_at: dict[int, list[tuple[int, Html]]] = {}
    for chosen, view in glosses:
        place = chosen.mention.start, spell_gloss(chosen, view, links)
        beside_at.setdefault(chosen.mention.block, []).append(place)
    for thread in notes:
        note = thread.note
        if note.block is not None and note.span is not None:
            place = note.span[0], spell_note(thread, links.builder.config.language)
            beside_at.setdefault(note.block, []).append(place)
    by_block = {
        block: [html for _, html in sorted(items, key=lambda item: item[0])] for block, items in beside_at.items()
    }
    holders: dict[int, tuple[nodes.Element, list[Html]]] = {}
    for block in document.findall(nodes.TextElement):
        if block.get("reader_block") not in by_block:
            continue
        holder = _holder(block)
        _, beside = holders.setdefault(id(holder), (holder, []))
        beside += by_block[block["reader_block"]]
    for at, (holder, beside) in enumerate(holders.values(), start=1):
        count = holder.get("reader_number")
        node = aside("", *as_nodes(*beside), span=1)
        # No two landmarks of a page may have one name.
        node["label"] = f"Beside paragraph {count}" if count else f"Beside the text, {at}"
        # `no-search`: what a gloss says is found on the page of its entry.
        node["classes"] += ["glosses", "no-search"]
        holder.parent.insert(position(holder.parent, holder) + 1, node)
    for section in [document, *document.findall(nodes.section)]:
        _set_spans(section)


def _holder(block: nodes.Element) -> nodes.Element:
    """The outermost node around a block that stands directly in a section."""
    node = block
    while node.parent is not None and not isinstance(node.parent, (nodes.section, nodes.document)):
        node = node.parent
    return node


def _set_spans(section: nodes.Element) -> None:
    """Let each aside reach down to the next one, so that a long gloss tears no hole into the text."""
    current: aside | None = None
    for child in section.children:
        if isinstance(child, aside):
            current = child
        elif isinstance(child, nodes.section):
            current = None
        elif current is not None and not isinstance(child, nodes.Invisible):
            current["span"] += 1


def _put_numbers(document: nodes.document) -> None:
    for block in [block for block in numbered(document) if "reader_number" in block]:
        first = next(block.findall(nodes.paragraph), None)
        if first is not None:
            first.insert(0, para_number(number=block["reader_number"], anchor=block["ids"][-1]))
