"""The text of a page in HTML: marks become links, glosses and notes go beside their blocks, paragraphs get numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from docutils import nodes
from sphinx import addnodes

from course_reader.marks.nodes import mention, noted
from course_reader.marks.numbering import numbered
from course_reader.marks.text_map import position
from course_reader.model.gloss_policy import Tier
from course_reader.pages.margin import listed_anchor, render_gloss, render_note, words_anchor
from course_reader.pages.markup import Html, Linker, as_nodes
from course_reader.pages.nodes import aside, note_mark, para_number
from course_reader.speech import say
from course_reader.views.glossing import Glossed
from course_reader.views.records import GlossView, TextView
from course_reader.views.threads import Thread, threads

#: nodes that are links, or become links when Sphinx resolves references
_LINKS = (nodes.reference, addnodes.pending_xref, addnodes.download_reference)

#: what a page says in place of a text
NOT_SHOWN = "The text of this article is not shown here, because we have no permission to publish it."


def fill_text(document: nodes.document, view: TextView, links: Linker, *, has_numbers: bool) -> None:
    """Fill the text of an article, a chapter or an entry.

    Args:
        document: The page's doctree.
        view: The links, glosses and notes in and beside its text.
        links: Addresses.
        has_numbers: Whether its paragraphs are numbered.
    """
    # An e-book has no way to open a gloss: what is not beside the text is on the page of its entry.
    shown = Tier.NEVER if not links.is_book else view.margin
    glossed = {g.mention.group: (g, text) for g, text in view.glossed if g.ranked.tier <= shown}
    waiting = {group for group, (g, _) in glossed.items() if g.ranked.tier > view.margin}
    _link(document, view.links, glossed, waiting, links)
    # Pages of an e-book have no margin: the numbers link to the list of notes.
    placed = [thread for thread in threads(view.notes) if thread.number is not None]
    _mark_notes(document, {thread.note.id: thread for thread in placed}, links.is_book)
    _box_tables(document)
    _put_asides(document, list(glossed.values()), waiting, [] if links.is_book else placed, links)
    if has_numbers:
        _put_numbers(document)


def _link(
    document: nodes.document,
    entries: tuple[tuple[str, str, object], ...],
    glossed: dict[int, tuple[Glossed, GlossView]],
    waiting: Collection[int],
    links: Linker,
) -> None:
    known = {entry: (docname, str(kind)) for entry, docname, kind in entries}
    seen: set[int] = set()
    for node in document.findall(mention):
        if node["entry"] not in known:
            continue
        docname, kind = known[node["entry"]]
        chosen = glossed.get(node["group"])
        marks = ["first", *(["on-demand"] if node["group"] in waiting else [])] if chosen else []
        node["classes"] = ["mention", *marks, kind]
        if chosen and node["group"] not in seen:
            node["anchor"] = chosen[0].back
            seen.add(node["group"])
        if any(_links_around(node)):
            # Names in links are found if a reader wants that; the link is still the author's.
            continue
        node["refuri"] = "#" + chosen[0].anchor if chosen else links.to(docname)
        if chosen:
            node["gloss"] = chosen[0].anchor


def _mark_notes(document: nodes.document, shown: dict[str, Thread], is_book: bool) -> None:
    """Add an anchor and a number to the words of each note; unmark the words of notes that are not shown."""
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
        # From last to first, so that the numbers of notes that end at the same place are in order.
        thread = shown[note_id]
        to = listed_anchor(thread.note) if is_book else note_id
        mark = note_mark(note=note_id, number=thread.number, kind=thread.note.kind, layer=thread.note.layer, to=to)
        *_, end = (last[note_id], *_links_around(last[note_id]))
        end.parent.insert(position(end.parent, end) + 1, mark)


def _box_tables(document: nodes.document) -> None:
    """Put each table into a box of its column, in which a wide one scrolls."""
    for table in list(document.findall(nodes.table)):
        parent, at = table.parent, position(table.parent, table)
        box = nodes.container("", classes=["table-box"])
        parent.remove(table)
        box += table
        parent.insert(at, box)


def _links_around(node: nodes.Element) -> Iterator[nodes.Element]:
    """The links that a node is in, from the inside: links must not be nested."""
    above = node.parent
    while above is not None:
        if isinstance(above, (mention, *_LINKS)):
            yield above
        above = above.parent


def _put_asides(
    document: nodes.document,
    glosses: list[tuple[Glossed, GlossView]],
    waiting: Collection[int],
    notes: list[Thread],
    links: Linker,
) -> None:
    """Insert the glosses and notes beside a block after the section child that holds it."""
    # In the order of their words, for people who read down the margin or use a screen reader.
    beside_at: dict[int, list[tuple[int, Html]]] = {}
    for chosen, view in glosses:
        place = chosen.mention.start, render_gloss(chosen, view, links, waits=chosen.mention.group in waiting)
        beside_at.setdefault(chosen.mention.block, []).append(place)
    for thread in notes:
        note = thread.note
        if note.block is not None and note.span is not None:
            place = note.span[0], render_note(thread, links.builder.config.language)
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
        # The landmarks of a page need different names.
        node["label"] = (
            say("Beside paragraph {number}", number=count) if count else say("Beside the text, {number}", number=at)
        )
        # `no-search`: the text of a gloss is found on the page of its entry.
        node["classes"] += ["glosses", "no-search"]
        holder.parent.insert(position(holder.parent, holder) + 1, node)
    for section in [document, *document.findall(nodes.section)]:
        _set_spans(section)


def _holder(block: nodes.Element) -> nodes.Element:
    """The outermost node around a block that is a direct child of a section."""
    node = block
    while node.parent is not None and not isinstance(node.parent, (nodes.section, nodes.document)):
        node = node.parent
    return node


def _set_spans(section: nodes.Element) -> None:
    """Let each aside extend down to the next one, so that a long gloss leaves no gap in the text."""
    current: aside | None = None
    for child in section.children:
        if isinstance(child, aside):
            if current is not None:
                # The block just before has its own aside.
                current["span"] -= 1
            current = child
        elif isinstance(child, nodes.section):
            current = None
        elif current is not None and not isinstance(child, nodes.Invisible):
            current["span"] += 1


def _put_numbers(document: nodes.document) -> None:
    for block in [block for block in numbered(document) if "reader_number" in block]:
        if any(name.startswith("section-") for name in block["classes"]):
            # The years below a heading are counted, but are no paragraph to a reader.
            continue
        first = next(block.findall(nodes.paragraph), None)
        if first is not None:
            first.insert(0, para_number(number=block["reader_number"], anchor=block["ids"][-1]))
