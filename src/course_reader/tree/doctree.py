"""A doctree as records for the template: every node that pages can contain, without docutils types.

The template never sees markup, so text cannot be mistaken for code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from docutils import nodes
from sphinx.locale import admonitionlabels

from course_reader.pages.nodes import COMPARE_THEME
from course_reader.tree.content import language_runs
from course_reader.tree.inlines import Inlines
from course_reader.tree.leaves import CodeBlock, CodeWords, Labels, Rule
from course_reader.tree.records import (
    Block,
    Callout,
    Cell,
    EndNote,
    Figure,
    Footnote,
    Heading,
    Inline,
    ItemList,
    NotedWords,
    Par,
    Quote,
    Styled,
    Table,
    TermList,
    TermRow,
    Verse,
    Versus,
)
from course_reader.tree.tables import USUAL

#: A paragraph with so many line breaks is verse, or an address: its lines are not filled.
_VERSE = 2


class Tree(Inlines):
    """Turns the doctree of one document into records."""

    def blocks(self, children: Iterable[nodes.Node], level: int) -> list[Block]:
        """Blocks as records."""
        result: list[Block] = []
        for child in children:
            result += self._block(child, level)
        return result

    def _block(self, node: nodes.Node, level: int) -> list[Block]:
        if isinstance(node, (nodes.Text, nodes.Inline)):
            words = self.inlines([node]) if node.astext().strip() or node.children else []
            return [_par(words)] if words else []
        for kind in type(node).__mro__:
            method = getattr(self, f"block_{kind.__name__}", None)
            if method is not None:
                found: list[Block] = method(node, level)
                return self._with_rest(node, self._anchored(node, found))
        if isinstance(node, nodes.Invisible):
            return []
        self.unknown(node)
        if isinstance(node, nodes.TextElement):
            words = [*language_runs(node.astext())] if node.astext().strip() else []
            return self._with_rest(node, [_par(words)] if words else [])
        return self.blocks(node.children, level)

    def _with_rest(self, node: nodes.Node, found: list[Block]) -> list[Block]:
        """Blocks, followed by the notes on words that have lost their marks in them."""
        rest = self._unplaced(node) if self.notes and isinstance(node, nodes.Element) else []
        self._placed.update(rest)
        notes = [self.notes[i] for i in rest]
        return [*found, _par([NotedWords(t="noted", c=[], notes=notes, joins=False)])] if notes else found

    def _anchored(self, node: nodes.Node, found: list[Block]) -> list[Block]:
        """Blocks, after the labels of their node that they do not have themselves."""
        ids = [i for i in getattr(node, "attributes", {}).get("ids", ()) if f"{self.docname}#{i}" not in self.labels]
        return [Labels(t="anchor", ids=[self.label(i) for i in ids]), *found] if ids and found else found

    # --- blocks

    def block_section(self, node: nodes.section, level: int) -> list[Block]:
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        words = self.inlines(title.children if title else [])
        head = Heading(t="heading", level=level, ids=self._labels(node), c=words)
        return [head, *self.blocks((c for c in node.children if c is not title), level + 1)]

    def block_title(self, node: nodes.title, level: int) -> list[Block]:
        return [Heading(t="heading", level=level, ids=[], c=self.inlines(node.children))]

    def block_rubric(self, node: nodes.Element, level: int) -> list[Block]:
        return [_par([Styled(t="strong", c=self.inlines(node.children))])]

    block_caption = block_centered = block_rubric

    def block_PassthroughTextElement(self, node: nodes.Element, level: int) -> list[Block]:
        words = self.inlines(node.children)
        return [_par(words)] if words else []

    def block_paragraph(self, node: nodes.paragraph, level: int) -> list[Block]:
        number: int | None = node.get("reader_number")
        words = self.inlines(node.children)
        if sum(1 for item in words if _is_break(item)) >= _VERSE:
            return [Verse(t="verse", n=number, ids=self._labels(node), lines=_lines_of(words))]
        return [Par(t="par", n=number, ids=self._labels(node), c=words)]

    def block_block_quote(self, node: nodes.block_quote, level: int) -> list[Block]:
        return [Quote(t="quote", c=self.blocks(node.children, level))]

    def block_attribution(self, node: nodes.attribution, level: int) -> list[Block]:
        return [_par(["— ", *self.inlines(node.children)])]

    def block_bullet_list(self, node: nodes.Element, level: int) -> list[Block]:
        items = [self.blocks(item.children, level) for item in node.children if isinstance(item, nodes.Element)]
        number: int | None = node.get("reader_number")
        start: int = node.get("start", 1)
        kind: Literal["ol", "ul"] = "ol" if isinstance(node, nodes.enumerated_list) else "ul"
        return [ItemList(t=kind, n=number, ids=self._labels(node), start=start, c=items)]

    block_enumerated_list = block_bullet_list

    def block_definition_list(self, node: nodes.definition_list, level: int) -> list[Block]:
        rows = [self._definition(item, level) for item in node.findall(nodes.definition_list_item)]
        return [TermList(t="terms", c=rows)]

    def _definition(self, item: nodes.definition_list_item, level: int) -> TermRow:
        terms = [self._term(t) for t in item.children if isinstance(t, nodes.term)]
        body = [b for d in item.children if isinstance(d, nodes.definition) for b in self.blocks(d.children, level)]
        return TermRow(term=[part for term in terms for part in term], c=body)

    def _term(self, node: nodes.term) -> list[Inline]:
        ids = self._labels(node)
        words = self.inlines(node.children)
        return [Labels(t="anchor", ids=ids), *words] if ids else words

    def block_field_list(self, node: nodes.field_list, level: int) -> list[Block]:
        rows = [
            TermRow(term=self.inlines(f[0].children), c=self.blocks(f[1].children, level))  # type: ignore[index]
            for f in node.children
        ]
        return [TermList(t="terms", c=rows)]

    def block_literal_block(self, node: nodes.Element, level: int) -> list[Block]:
        return [CodeBlock(t="code-block", text=node.astext().rstrip())]

    block_doctest_block = block_literal_block

    def block_math_block(self, node: nodes.math_block, level: int) -> list[Block]:
        words = self._formula(node, is_block=True)
        # Block-level content has no place in a paragraph.
        return [words] if not isinstance(words, str) and words["t"] == "formula" else [_par([words])]

    def block_productionlist(self, node: nodes.Element, level: int) -> list[Block]:
        return [CodeBlock(t="code-block", text="\n".join(line.astext() for line in node.children))]

    def block_line_block(self, node: nodes.line_block, level: int) -> list[Block]:
        number: int | None = node.get("reader_number")
        return [Verse(t="verse", n=number, ids=self._labels(node), lines=[*self._lines(node, 0)])]

    def _lines(self, node: nodes.line_block, depth: int) -> Iterator[list[Inline]]:
        for child in node.children:
            if isinstance(child, nodes.line_block):
                yield from self._lines(child, depth + 1)
            else:
                yield [*(["\u00a0" * 4 * depth] if depth else []), *self.inlines(child.children)]

    def block_option_list(self, node: nodes.option_list, level: int) -> list[Block]:
        rows = [
            _code_term(group.astext(), self.blocks(text.children, level))
            for item in node.children
            for group, text in [(item.children[0], item.children[1])]
        ]
        return [TermList(t="terms", c=rows)]

    def block_desc(self, node: nodes.Element, level: int) -> list[Block]:
        signatures = [c.astext() for c in node.children if type(c).__name__ == "desc_signature"]
        body = [b for c in node.children if type(c).__name__ == "desc_content" for b in self.blocks(c.children, level)]
        return [TermList(t="terms", c=[_code_term("\n".join(signatures), body)])]

    def block_Admonition(self, node: nodes.Element, level: int) -> list[Block]:
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        words: list[Inline] = [str(admonitionlabels.get(type(node).__name__, "Note"))]
        if title:
            words = self.inlines(title.children)
        rest = [c for c in node.children if c is not title]
        return [Callout(t="box", title=words, c=self.blocks(rest, level))]

    def block_versionmodified(self, node: nodes.Element, level: int) -> list[Block]:
        return [Callout(t="box", title=[], c=self.blocks(node.children, level))]

    def block_container(self, node: nodes.Element, level: int) -> list[Block]:
        if COMPARE_THEME in node["classes"]:
            return [self._versus(node, level)]
        content = self.blocks(node.children, level)
        return [Callout(t="box", title=[], c=content)] if content and "sd-card" in node["classes"] else content

    def _versus(self, node: nodes.Element, level: int) -> Versus:
        """A theme of a comparison: a title, remarks on both articles, and one side for each."""
        title, *common, sides = node.children
        words, content = self.inlines(title.children), self.blocks(common, level)
        cells = [self.blocks(cell.children, level) for cell in sides.children]
        return Versus(t="versus", title=words, c=content, sides=cells)

    block_compound = block_container
    block_topic = block_container
    block_sidebar = block_container
    block_header = block_container
    block_legend = block_container
    block_glossary = block_container
    block_hlist = block_hlistcol = block_acks = block_container

    def block_comment(self, node: nodes.Node, level: int) -> list[Block]:
        return []

    block_meta = block_comment
    block_raw = block_substitution_definition = block_pending = block_index = block_target = block_meta
    block_toctree = block_system_message = block_tabular_col_spec = block_highlightlang = block_meta
    block_start_of_file = block_compact_paragraph = block_container
    block_only = block_container

    def block_transition(self, node: nodes.transition, level: int) -> list[Block]:
        return [Rule(t="rule")]

    def block_figure(self, node: nodes.figure, level: int) -> list[Block]:
        caption = next((c for c in node.children if isinstance(c, nodes.caption)), None)
        images = [self._image(i) for i in node.findall(nodes.image)]
        words = self.inlines(caption.children) if caption else []
        legend = [b for c in node.children if isinstance(c, nodes.legend) for b in self.blocks(c.children, level)]
        return [Figure(t="figure", images=images, caption=words, c=legend)]

    def block_image(self, node: nodes.image, level: int) -> list[Block]:
        return [Figure(t="figure", images=[self._image(node)], caption=[], c=[])]

    def block_table(self, node: nodes.table, level: int) -> list[Block]:
        group = next(iter(node.findall(nodes.tgroup)))
        head = [self._row(row, level) for h in group.findall(nodes.thead) for row in h.findall(nodes.row)]
        body = [self._row(row, level) for b in group.findall(nodes.tbody) for row in b.findall(nodes.row)]
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        columns = [spec.get("colwidth", 1) for spec in group.findall(nodes.colspec)]
        caption = self.inlines(title.children) if title else []
        given = "colwidths-given" in node["classes"]
        return [
            Table(
                t="table", columns=columns, given=given, scale=USUAL, turned=False, head=head, rows=body,
                caption=caption, ruled=False,
            )
        ]  # fmt: skip

    def _row(self, row: nodes.row, level: int) -> list[Cell]:
        return [
            Cell(c=self.blocks(cell, level), cols=1 + cell.get("morecols", 0), rows=1 + cell.get("morerows", 0))
            for cell in row.findall(nodes.entry)
        ]

    def block_footnote(self, node: nodes.Element, level: int) -> list[Block]:
        if any(self._source(anchor) or anchor in self._at_foot for anchor in node["ids"]):
            return []
        label = next((c.astext() for c in node.children if isinstance(c, nodes.label)), "")
        body = self.blocks((c for c in node.children if not isinstance(c, nodes.label)), level)
        return [EndNote(t="endnote", n=label, ids=self._labels(node), c=body)]

    block_citation = block_footnote

    def footnote(self, node: nodes.footnote) -> Footnote:
        body = self.blocks((c for c in node.children if not isinstance(c, nodes.label)), 4)
        return Footnote(id=f"f:{self.docname}#{node['ids'][0]}", language=self.language, c=body)


def _is_break(item: Inline) -> bool:
    return not isinstance(item, str) and item["t"] == "break"


def _lines_of(words: list[Inline]) -> list[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for item in words:
        if _is_break(item):
            lines.append([])
        else:
            # The source has a line break there too.
            lines[-1].append(item.lstrip() if isinstance(item, str) and not lines[-1] else item)
    return lines


def _par(words: list[Inline]) -> Par:
    """A paragraph without a number."""
    return Par(t="par", n=None, ids=[], c=words)


def _code_term(code: str, content: list[Block]) -> TermRow:
    return TermRow(term=[CodeWords(t="code", c=[code])], c=content)
