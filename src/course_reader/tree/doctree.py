"""A doctree as plain data for the template: every node that our pages can hold, nothing of docutils.

The data is JSON: a block or an inline is a mapping with its kind under `t` and its children under `c`; words are
strings. The template never sees markup, so that no text can be taken for code.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from docutils import nodes
from sphinx.locale import admonitionlabels

from course_reader.pages.nodes import COMPARE_THEME
from course_reader.tree.content import Content, Item, language_runs
from course_reader.tree.inlines import Inlines


class Tree(Inlines):
    """Turns the doctrees of one book into data."""

    def blocks(self, children: Iterable[nodes.Node], level: int) -> Content:
        """Blocks as data."""
        result: Content = []
        for child in children:
            result += self._block(child, level)
        return result

    def _block(self, node: nodes.Node, level: int) -> Content:
        if isinstance(node, (nodes.Text, nodes.Inline)):
            words = self.inlines([node]) if node.astext().strip() or node.children else []
            return [{"t": "par", "n": None, "c": words}] if words else []
        for kind in type(node).__mro__:
            method = getattr(self, f"block_{kind.__name__}", None)
            if method is not None:
                found: Content = method(node, level)
                return self._anchored(node, found)
        if isinstance(node, nodes.Invisible):
            return []
        self.unknown(node)
        if isinstance(node, nodes.TextElement):
            return [{"t": "par", "n": None, "c": list(language_runs(node.astext()))}] if node.astext().strip() else []
        return self.blocks(node.children, level)

    def _anchored(self, node: nodes.Node, found: Content) -> Content:
        """Blocks with the labels before them that they do not carry themselves."""
        ids = [i for i in getattr(node, "attributes", {}).get("ids", ()) if f"{self.docname}#{i}" not in self.labels]
        return [{"t": "anchor", "ids": [self.label(i) for i in ids]}, *found] if ids and found else found

    # --- blocks

    def block_section(self, node: nodes.section, level: int) -> Content:
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        head = [
            {
                "t": "heading",
                "level": level,
                "ids": self._labels(node),
                "c": self.inlines(title.children if title else []),
            }
        ]
        return head + self.blocks((c for c in node.children if c is not title), level + 1)

    def block_title(self, node: nodes.title, level: int) -> Content:
        return [{"t": "heading", "level": level, "ids": [], "c": self.inlines(node.children)}]

    def block_rubric(self, node: nodes.Element, level: int) -> Content:
        return [{"t": "par", "n": None, "c": [{"t": "strong", "c": self.inlines(node.children)}]}]

    block_caption = block_centered = block_rubric

    def block_PassthroughTextElement(self, node: nodes.Element, level: int) -> Content:
        words = self.inlines(node.children)
        return [{"t": "par", "n": None, "c": words}] if words else []

    def block_paragraph(self, node: nodes.paragraph, level: int) -> Content:
        return [
            {"t": "par", "n": node.get("reader_number"), "ids": self._labels(node), "c": self.inlines(node.children)}
        ]

    def block_block_quote(self, node: nodes.block_quote, level: int) -> Content:
        return [{"t": "quote", "c": self.blocks(node.children, level)}]

    def block_attribution(self, node: nodes.attribution, level: int) -> Content:
        return [{"t": "par", "n": None, "c": ["— ", *self.inlines(node.children)]}]

    def block_bullet_list(self, node: nodes.Element, level: int) -> Content:
        items = [self.blocks(item.children, level) for item in node.children if isinstance(item, nodes.Element)]
        kind = "ol" if isinstance(node, nodes.enumerated_list) else "ul"
        return [
            {
                "t": kind,
                "n": node.get("reader_number"),
                "ids": self._labels(node),
                "start": node.get("start", 1),
                "c": items,
            }
        ]

    block_enumerated_list = block_bullet_list

    def block_definition_list(self, node: nodes.definition_list, level: int) -> Content:
        return [
            {"t": "terms", "c": [self._definition(item, level) for item in node.findall(nodes.definition_list_item)]}
        ]

    def _definition(self, item: nodes.definition_list_item, level: int) -> Item:
        terms = [self._term(t) for t in item.children if isinstance(t, nodes.term)]
        body = [b for d in item.children if isinstance(d, nodes.definition) for b in self.blocks(d.children, level)]
        return {"term": [part for term in terms for part in term], "c": body}

    def _term(self, node: nodes.term) -> Content:
        ids = self._labels(node)
        return [*([{"t": "anchor", "ids": ids}] if ids else []), *self.inlines(node.children)]

    def block_field_list(self, node: nodes.field_list, level: int) -> Content:
        rows = [
            {"term": self.inlines(f[0].children), "c": self.blocks(f[1].children, level)}  # type: ignore[index]
            for f in node.children
        ]
        return [{"t": "terms", "c": rows}]

    def block_literal_block(self, node: nodes.Element, level: int) -> Content:
        return [{"t": "code-block", "text": node.astext()}]

    block_doctest_block = block_literal_block
    block_math_block = block_literal_block

    def block_productionlist(self, node: nodes.Element, level: int) -> Content:
        return [{"t": "code-block", "text": "\n".join(line.astext() for line in node.children)}]

    def block_line_block(self, node: nodes.line_block, level: int) -> Content:
        content: Content = []
        for line in self._lines(node, 0):
            content += [*line, {"t": "break"}]
        return [{"t": "par", "n": None, "c": content[:-1]}]

    def _lines(self, node: nodes.line_block, depth: int) -> Iterator[Content]:
        for child in node.children:
            if isinstance(child, nodes.line_block):
                yield from self._lines(child, depth + 1)
            else:
                yield [*(["\u00a0" * 4 * depth] if depth else []), *self.inlines(child.children)]

    def block_option_list(self, node: nodes.option_list, level: int) -> Content:
        rows = [
            {"term": [{"t": "code", "c": [group.astext()]}], "c": self.blocks(text.children, level)}
            for item in node.children
            for group, text in [(item.children[0], item.children[1])]
        ]
        return [{"t": "terms", "c": rows}]

    def block_desc(self, node: nodes.Element, level: int) -> Content:
        signatures = [c.astext() for c in node.children if type(c).__name__ == "desc_signature"]
        body = [b for c in node.children if type(c).__name__ == "desc_content" for b in self.blocks(c.children, level)]
        return [{"t": "terms", "c": [{"term": [{"t": "code", "c": ["\n".join(signatures)]}], "c": body}]}]

    def block_Admonition(self, node: nodes.Element, level: int) -> Content:
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        words = self.inlines(title.children) if title else [str(admonitionlabels.get(type(node).__name__, "Note"))]
        rest = [c for c in node.children if c is not title]
        return [{"t": "box", "title": words, "c": self.blocks(rest, level)}]

    def block_versionmodified(self, node: nodes.Element, level: int) -> Content:
        return [{"t": "box", "title": [], "c": self.blocks(node.children, level)}]

    def block_container(self, node: nodes.Element, level: int) -> Content:
        if COMPARE_THEME in node["classes"]:
            return [self._versus(node, level)]
        content = self.blocks(node.children, level)
        return [{"t": "box", "title": [], "c": content}] if content and "sd-card" in node["classes"] else content

    def _versus(self, node: nodes.Element, level: int) -> Item:
        """A theme in which two articles are compared: a title, what is said of both, and of each."""
        title, *common, sides = node.children
        cells = [self.blocks(cell.children, level) for cell in sides.children]
        return {"t": "versus", "title": self.inlines(title.children), "c": self.blocks(common, level), "sides": cells}

    block_compound = block_container
    block_topic = block_container
    block_sidebar = block_container
    block_header = block_container
    block_legend = block_container
    block_glossary = block_container
    block_hlist = block_hlistcol = block_acks = block_container

    def block_comment(self, node: nodes.Node, level: int) -> Content:
        return []

    block_meta = block_comment
    block_raw = block_substitution_definition = block_pending = block_index = block_target = block_meta
    block_toctree = block_system_message = block_tabular_col_spec = block_highlightlang = block_meta
    block_start_of_file = block_compact_paragraph = block_container
    block_only = block_container

    def block_transition(self, node: nodes.transition, level: int) -> Content:
        return [{"t": "rule"}]

    def block_figure(self, node: nodes.figure, level: int) -> Content:
        caption = next((c for c in node.children if isinstance(c, nodes.caption)), None)
        images = [self._image(i) for i in node.findall(nodes.image)]
        words = self.inlines(caption.children) if caption else []
        legend = [b for c in node.children if isinstance(c, nodes.legend) for b in self.blocks(c.children, level)]
        return [{"t": "figure", "images": images, "caption": words, "c": legend}]

    def block_image(self, node: nodes.image, level: int) -> Content:
        return [{"t": "figure", "images": [self._image(node)], "caption": [], "c": []}]

    def block_table(self, node: nodes.table, level: int) -> Content:
        group = next(iter(node.findall(nodes.tgroup)))
        head = [self._row(row, level) for h in group.findall(nodes.thead) for row in h.findall(nodes.row)]
        body = [self._row(row, level) for b in group.findall(nodes.tbody) for row in b.findall(nodes.row)]
        title = next((c for c in node.children if isinstance(c, nodes.title)), None)
        columns = [spec.get("colwidth", 1) for spec in group.findall(nodes.colspec)]
        caption = self.inlines(title.children) if title else []
        return [{"t": "table", "columns": columns, "head": head, "rows": body, "caption": caption}]

    def _row(self, row: nodes.row, level: int) -> Content:
        return [
            {
                "c": self.blocks(cell.children, level),
                "cols": 1 + cell.get("morecols", 0),
                "rows": 1 + cell.get("morerows", 0),
            }
            for cell in row.findall(nodes.entry)
        ]

    def block_footnote(self, node: nodes.Element, level: int) -> Content:
        if any(self._source(anchor) for anchor in node["ids"]):
            return []
        label = next((c.astext() for c in node.children if isinstance(c, nodes.label)), "")
        body = self.blocks((c for c in node.children if not isinstance(c, nodes.label)), level)
        return [{"t": "endnote", "n": label, "ids": self._labels(node), "c": body}]

    block_citation = block_footnote
