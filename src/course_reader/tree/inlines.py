"""The words of a doctree as records: everything that can appear within a line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from docutils import nodes

from course_reader.model.addresses import is_outer
from course_reader.tree.content import language_runs
from course_reader.tree.formulas import formula
from course_reader.tree.leaves import CodeWords, Formula, Image, InlineImage, Labels, LineBreak, MarginGloss, SourceRef
from course_reader.tree.records import (
    Footnote,
    FootnoteRef,
    Inline,
    MarginNote,
    MentionWords,
    NotedWords,
    PageRef,
    Styled,
    WebLink,
)

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
        #: ids of the notes whose words have been printed
        self._placed: set[str] = set()
        #: anchor → the author's footnote, as long as nothing has referred to it
        self._footnotes: dict[str, nodes.footnote] = {}
        self._at_foot: set[str] = set()

    def prepare(self, document: nodes.Element, mention: type[nodes.Element], noted: type[nodes.Element]) -> None:
        """Find the last part of each mention and of each note's words, and the footnotes that the text refers to.

        The gloss of a mention, or a note, is attached to the last part of its words.
        """
        for part in document.findall(mention):
            self._last[part["group"]] = part
        for part in document.findall(noted):
            self._last |= dict.fromkeys(part["notes"], part)
        referred = {node.get("refid", "") for node in document.findall(nodes.footnote_reference)}
        found = ((anchor, note) for note in document.findall(nodes.footnote) for anchor in note["ids"])
        self._footnotes = {a: note for a, note in found if a in referred and not self._source(a)}
        self._at_foot = {*self._footnotes}

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
        if not any(isinstance(child, nodes.Element) for child in node.children):
            return [CodeWords(t="code", c=[node.astext()])]
        # Words of code that notes are about.
        return [self._code_part(child) for child in node.children]

    def _code_part(self, node: nodes.Node) -> Inline:
        words = CodeWords(t="code", c=[node.astext()])
        return self._noted(node, [words]) if isinstance(node, nodes.Element) and "notes" in node else words

    def inline_math(self, node: nodes.Element) -> list[Inline]:
        return [self._formula(node, is_block=False)]

    def _formula(self, node: nodes.Element, *, is_block: bool) -> Inline:
        tex = node.astext().strip()
        found = formula(tex, is_block=is_block)
        if found is None:
            self.unknown(node)
            return CodeWords(t="code", c=[" ".join(tex.split())])
        return Formula(t="formula", tex=" ".join(tex.split()), block=is_block, c=found)

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
        item = FootnoteRef(t="endref", to=f"{self.docname}#{node.get('refid', '')}", n=node.astext())
        footnote = self._footnotes.pop(node.get("refid", ""), None)
        if footnote is not None:
            item["note"] = self.footnote(footnote)
        return [item]

    inline_citation_reference = inline_footnote_reference

    def footnote(self, node: nodes.footnote) -> Footnote:
        """A footnote at the foot of its page."""
        raise NotImplementedError

    def inline_reference(self, node: nodes.reference) -> list[Inline]:
        words = self.inlines(node.children)
        if node.get("refid"):
            return [PageRef(t="ref", to=f"{self.docname}#{node['refid']}", c=words)]
        uri = node.get("refuri", "")
        if uri.startswith(INTERNAL):
            return [PageRef(t="ref", to=uri.removeprefix(INTERNAL), c=words)]
        # A link without words cannot be seen on paper.
        return [WebLink(t="url", to=uri, c=words or [uri])] if is_outer(uri) else words

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
        return [self._noted(node, self.inlines(node.children))]

    def _noted(self, node: nodes.Element, words: list[Inline]) -> NotedWords:
        """Words, with the notes that end at their node."""
        mine = [i for i in node["notes"] if i in self.notes and self._last.get(i) is node]
        self._placed.update(mine)
        return NotedWords(t="noted", c=words, notes=[self.notes[i] for i in mine], joins=_ends_in_number(words))

    def _unplaced(self, node: nodes.Element) -> list[str]:
        """The notes that end in a node and have not been printed with its words, as in a block of code."""
        inside = {id(part) for part in node.findall(nodes.inline)} if self._last else set()
        return [i for i in self.notes if i not in self._placed and id(self._last.get(i)) in inside]


def _ends_in_number(words: Any) -> bool:
    """Whether some content ends with the number of a note: a comma separates it from a number that follows."""
    last = words[-1] if words else None
    if not isinstance(last, dict):
        return False
    return bool(last.get("note") or last.get("notes")) or _ends_in_number(last.get("c", []))
