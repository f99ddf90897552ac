"""The words of a doctree as records: everything that can appear within a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from docutils import nodes

from course_reader.model.addresses import is_outer
from course_reader.tree.content import language_runs
from course_reader.tree.records import (
    CodeWords,
    FootnoteRef,
    Image,
    Inline,
    InlineImage,
    Labels,
    LineBreak,
    MarginGloss,
    MarginNote,
    MentionWords,
    NotedWords,
    PageRef,
    SourceRef,
    Styled,
    WebLink,
)  # fmt: skip

#: prefix of an address inside the reader, until it is known which pages are printed
INTERNAL = "reader:"


@dataclass
class Inlines:
    """Turns the words of one document into records, with their glosses and notes."""

    #: the document
    docname: str = ""
    #: group of a mention → its gloss
    glosses: dict[int, MarginGloss] = field(default_factory=dict)
    #: id of a note → the note
    notes: dict[str, MarginNote] = field(default_factory=dict)
    #: called for a node without a form in print
    unknown: Callable[[nodes.Node], None] = lambda node: None
    #: labels that something can refer to
    labels: set[str] = field(default_factory=set)
    #: pictures: address in the doctree → file next to the template
    pictures: dict[str, str] = field(default_factory=dict)
    #: the language of the text, as a BCP 47 tag; words in its script are not marked
    language: str = ""
    #: keys of the sources in the list of sources; a reference to one becomes its number in the list
    sources: frozenset[str] = frozenset()

    def __post_init__(self) -> None:
        self._last: dict[int | str, nodes.Element] = {}
        self._begun: set[int] = set()

    def prepare(self, document: nodes.Element, mention: type[nodes.Element], noted: type[nodes.Element]) -> None:
        """Find the last part of each mention and of each note's words, to which the gloss or note is attached."""
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

    def _image(self, node: nodes.image) -> Image:
        return Image(file=self.pictures.get(node["uri"]), alt=" ".join(node.get("alt", "").split()), uri=node["uri"])

    def inlines(self, children: Iterable[nodes.Node]) -> list[Inline]:
        """Words as records."""
        result: list[Inline] = []
        for child in children:
            for item in self._inline(child):
                before = result[-1] if result else None
                if isinstance(before, str) and isinstance(item, str):
                    result[-1] = before + item
                    continue
                if isinstance(before, str) and not isinstance(item, str) and item["t"] in ("endref", "cite"):
                    result[-1] = before.rstrip()
                result.append(item)
        return result

    def _inline(self, node: nodes.Node) -> list[Inline]:
        if isinstance(node, nodes.Text):
            return list(language_runs(node.astext().replace("\n", " "), self.language))
        for kind in type(node).__mro__:
            method = getattr(self, f"inline_{kind.__name__}", None)
            if method is not None:
                found: list[Inline] = method(node)
                return found
        if isinstance(node, nodes.Invisible):
            return []
        self.unknown(node)
        return [node.astext()]

    def _styled(self, style: Literal["em", "strong", "sub", "sup"], node: nodes.Element) -> list[Inline]:
        return [Styled(t=style, c=self.inlines(node.children))]

    def inline_emphasis(self, node: nodes.Element) -> list[Inline]:
        return self._styled("em", node)

    inline_title_reference = inline_manpage = inline_emphasis

    def inline_strong(self, node: nodes.Element) -> list[Inline]:
        return self._styled("strong", node)

    def inline_literal(self, node: nodes.Element) -> list[Inline]:
        return [CodeWords(t="code", c=[node.astext()])]

    inline_math = inline_literal

    def inline_subscript(self, node: nodes.Element) -> list[Inline]:
        return self._styled("sub", node)

    def inline_superscript(self, node: nodes.Element) -> list[Inline]:
        return self._styled("sup", node)

    def inline_inline(self, node: nodes.Element) -> list[Inline]:
        return self.inlines(node.children)

    inline_abbreviation = inline_acronym = inline_generated = inline_problematic = inline_inline
    inline_paragraph = inline_line = inline_pending_xref = inline_inline

    def inline_raw(self, node: nodes.Element) -> list[Inline]:
        # A hard break in Markdown is raw HTML; every other raw text is for one format.
        is_break = node.get("format") == "html" and node.astext().strip().startswith("<br")
        return [LineBreak(t="break")] if is_break else []

    def inline_comment(self, node: nodes.Element) -> list[Inline]:
        return []

    inline_index = inline_meta = inline_comment

    def inline_target(self, node: nodes.Element) -> list[Inline]:
        return [Labels(t="anchor", ids=self._labels(node)), *self.inlines(node.children)]

    def inline_image(self, node: nodes.image) -> list[Inline]:
        return [InlineImage(t="picture", **self._image(node))]

    def _source(self, anchor: str) -> str | None:
        """The key of a source that sphinxcontrib-bibtex turned into a footnote, if it is in the list of sources."""
        key = anchor.removeprefix("footcite-")
        return key if key != anchor and key in self.sources else None

    def inline_footnote_reference(self, node: nodes.Element) -> list[Inline]:
        source = self._source(node.get("refid", ""))
        if source:
            # The sources get their numbers when all citations are known.
            return [SourceRef(t="cite", key=source, n=0, to=f"source:{source}")]
        return [FootnoteRef(t="endref", to=f"{self.docname}#{node.get('refid', '')}", n=node.astext())]

    inline_citation_reference = inline_footnote_reference

    def inline_reference(self, node: nodes.reference) -> list[Inline]:
        words = self.inlines(node.children)
        if node.get("refid"):
            return [PageRef(t="ref", to=f"{self.docname}#{node['refid']}", c=words)]
        uri = node.get("refuri", "")
        if uri.startswith(INTERNAL):
            return [PageRef(t="ref", to=uri.removeprefix(INTERNAL), c=words)]
        return [WebLink(t="url", to=uri, c=words)] if is_outer(uri) else words

    def inline_mention(self, node: nodes.Element) -> list[Inline]:
        group, words = node["group"], self.inlines(node.children)
        first = group not in self._begun
        self._begun.add(group)
        item = MentionWords(t="mention", id=f"{self.docname}@{group}", entry=node["entry"], first=first, c=words)
        gloss = self.glosses.get(group)
        if gloss and self._last.get(group) is node:
            item["note"], item["joins"] = gloss, _ends_in_number(words)
        return [item]

    def inline_noted(self, node: nodes.Element) -> list[Inline]:
        mine = [self.notes[i] for i in node["notes"] if i in self.notes and self._last.get(i) is node]
        words = self.inlines(node.children)
        return [NotedWords(t="noted", c=words, notes=mine, joins=_ends_in_number(words))]


def _ends_in_number(words: Any) -> bool:
    """Whether some content ends with the number of a note: a comma separates it from a number that follows."""
    last = words[-1] if words else None
    if not isinstance(last, dict):
        return False
    return bool(last.get("note") or last.get("notes")) or _ends_in_number(last.get("c", []))
