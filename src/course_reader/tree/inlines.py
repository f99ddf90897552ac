"""Words of a doctree as plain data: everything that can stand inside a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from docutils import nodes

from course_reader.tree.content import Content, Item, language_runs

#: how an address inside the reader looks before it is known which pages are printed
INTERNAL = "reader:"


@dataclass
class Inlines:
    """Turns words of one document into data, and knows what of the margin belongs to them."""

    #: the document that is being turned
    docname: str = ""
    #: what a mention of a group gets in the margin: its gloss
    glosses: dict[int, Item] = field(default_factory=dict)
    #: what noted words get in the margin, by the note's id
    notes: dict[str, Item] = field(default_factory=dict)
    #: called with a node that has no form here
    unknown: Callable[[nodes.Node], None] = lambda node: None
    #: labels that something can refer to
    labels: set[str] = field(default_factory=set)
    #: pictures: address in the doctree → file name beside the template
    pictures: dict[str, str] = field(default_factory=dict)
    #: sources that the book lists together: a reference to one becomes its number there
    sources: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._last: dict[int | str, nodes.Element] = {}

    def prepare(self, document: nodes.Element, mention: type[nodes.Element], noted: type[nodes.Element]) -> None:
        """Find the last part of each mention and of each note's words: it carries what stands in the margin."""
        for part in document.findall(mention):
            self._last[part["group"]] = part
        for part in document.findall(noted):
            self._last |= dict.fromkeys(part["notes"], part)

    def label(self, anchor: str) -> str:
        """The label of a place in the current document."""
        name = f"{self.docname}#{anchor}"
        self.labels.add(name)
        return name

    def _labels(self, node: nodes.Element) -> list[str]:
        ids: list[str] = node.get("ids", [])
        return [self.label(anchor) for anchor in ids]

    def _image(self, node: nodes.image) -> Item:
        return {"file": self.pictures.get(node["uri"]), "alt": node.get("alt") or "Picture", "uri": node["uri"]}

    def inlines(self, children: Iterable[nodes.Node]) -> Content:
        """Words as data."""
        result: Content = []
        for child in children:
            for item in self._inline(child):
                if (
                    isinstance(item, dict)
                    and item["t"] in ("endref", "cite")
                    and result
                    and isinstance(result[-1], str)
                ):
                    result[-1] = result[-1].rstrip()
                if isinstance(item, str) and result and isinstance(result[-1], str):
                    result[-1] += item
                else:
                    result.append(item)
        return result

    def _inline(self, node: nodes.Node) -> Content:
        if isinstance(node, nodes.Text):
            return list(language_runs(node.astext().replace("\n", " ")))
        for kind in type(node).__mro__:
            method = getattr(self, f"inline_{kind.__name__}", None)
            if method is not None:
                found: Content = method(node)
                return found
        if isinstance(node, nodes.Invisible):
            return []
        self.unknown(node)
        return [node.astext()]

    def inline_emphasis(self, node: nodes.Element) -> Content:
        return [{"t": "em", "c": self.inlines(node.children)}]

    inline_title_reference = inline_manpage = inline_emphasis

    def inline_strong(self, node: nodes.Element) -> Content:
        return [{"t": "strong", "c": self.inlines(node.children)}]

    def inline_literal(self, node: nodes.Element) -> Content:
        return [{"t": "code", "c": [node.astext()]}]

    inline_math = inline_literal

    def inline_subscript(self, node: nodes.Element) -> Content:
        return [{"t": "sub", "c": self.inlines(node.children)}]

    def inline_superscript(self, node: nodes.Element) -> Content:
        return [{"t": "sup", "c": self.inlines(node.children)}]

    def inline_inline(self, node: nodes.Element) -> Content:
        return self.inlines(node.children)

    inline_abbreviation = inline_acronym = inline_generated = inline_problematic = inline_inline
    inline_paragraph = inline_line = inline_pending_xref = inline_inline

    def inline_raw(self, node: nodes.Element) -> Content:
        return []

    inline_comment = inline_index = inline_meta = inline_raw

    def inline_target(self, node: nodes.Element) -> Content:
        return [{"t": "anchor", "ids": self._labels(node)}, *self.inlines(node.children)]

    def inline_image(self, node: nodes.image) -> Content:
        return [{"t": "picture", **self._image(node)}]

    def _source(self, anchor: str) -> str | None:
        """The key of a source that sphinxcontrib-bibtex made a footnote of, if the book lists it."""
        key = anchor.removeprefix("footcite-")
        return key if key != anchor and key in self.sources else None

    def inline_footnote_reference(self, node: nodes.Element) -> Content:
        source = self._source(node.get("refid", ""))
        if source:
            return [{"t": "cite", "key": source}]
        return [{"t": "endref", "to": f"{self.docname}#{node.get('refid', '')}", "n": node.astext()}]

    inline_citation_reference = inline_footnote_reference

    def inline_reference(self, node: nodes.reference) -> Content:
        words = self.inlines(node.children)
        if node.get("refid"):
            return [{"t": "ref", "to": f"{self.docname}#{node['refid']}", "c": words}]
        uri = node.get("refuri", "")
        if uri.startswith(INTERNAL):
            return [{"t": "ref", "to": uri.removeprefix(INTERNAL), "c": words}]
        return [{"t": "url", "to": uri, "c": words}] if uri else words

    def inline_mention(self, node: nodes.Element) -> Content:
        group = node["group"]
        item: Item = {
            "t": "mention",
            "id": f"{self.docname}@{group}",
            "entry": node["entry"],
            "c": self.inlines(node.children),
        }
        gloss = self.glosses.get(group)
        if gloss and self._last.get(group) is node:
            item |= {"note": gloss, "joins": _ends_in_number(item["c"])}
        return [item]

    def inline_noted(self, node: nodes.Element) -> Content:
        mine = [self.notes[i] for i in node["notes"] if i in self.notes and self._last.get(i) is node]
        words = self.inlines(node.children)
        return [{"t": "noted", "c": words, "notes": mine, "joins": _ends_in_number(words)}]


def _ends_in_number(words: Content) -> bool:
    """Whether the number of a note stands at the end; another one right behind it needs a comma between them."""
    last = words[-1] if words else None
    if not isinstance(last, dict):
        return False
    return bool(last.get("note") or last.get("notes")) or _ends_in_number(last.get("c", []))
