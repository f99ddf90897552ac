"""Glosses and notes as they stand in the margin."""

from __future__ import annotations

from functools import cache

from docutils import nodes
from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, make_document

from course_reader.sphinx_ext.domain import PlacedNote
from course_reader.sphinx_ext.glossing import Glossed
from course_reader.sphinx_ext.markup import Html, Linker, a, as_nodes, box, span
from course_reader.sphinx_ext.nodes import gloss
from course_reader.sphinx_ext.views import GlossView

_NOTE_WORDS = {"comment": "Comment", "question": "Question", "correction": "Correction", "context": "Context"}


def spell_gloss(chosen: Glossed, view: GlossView, links: Linker) -> Html:
    """A gloss: name, kind, office at the date, explanation, and the way back."""
    items: list[str] = [
        links.link(view.docname, view.name, classes=("gloss-name",)),
        " ",
        span(view.kind.word, "gloss-kind"),
    ]
    if view.role:
        items += [" ", span(view.role, "gloss-role")]
    if view.text:
        items += [" ", span(view.text, "gloss-text")]
    about = f"Back to {view.name} in the text"
    items += [" ", a("#" + chosen.back, "↩", ("gloss-back",), role="doc-backlink", aria_label=about)]
    return box("div", box("p", *items), classes=("gloss", str(view.kind)), id=chosen.anchor)


def note_node(note: PlacedNote) -> gloss:
    """A note: what kind it is, what it says, whose it is."""
    label = box("p", span(_NOTE_WORDS[note.kind], "note-kind"), classes=("note-label",))
    by = box("p", note.layer_title + (f", {note.by}" if note.by else ""), classes=("note-by",))
    content = as_nodes(label, *note_body(note.body), by)
    node = gloss("", *content, classes=["gloss", "note", f"kind-{note.kind}"], ids=[note.id])
    node["layer"] = note.layer
    return node


def note_body(markdown: str) -> list[nodes.Node]:
    """A note's Markdown as nodes: plain CommonMark, without HTML, directives or roles, whoever wrote it."""
    first = _first_document()
    document = nodes.document(first.settings, first.reporter, source="note")
    parser = MarkdownIt("commonmark", {"html": False}, renderer_cls=DocutilsRenderer).disable("image")
    parser.options.update({"document": document, "myst_config": MdParserConfig(commonmark_only=True)})
    parser.render(markdown)
    return list(document.children)


@cache
def _first_document() -> nodes.document:
    """A document whose settings serve all notes: making them takes longer than parsing a note."""
    document: nodes.document = make_document("note")
    document.reporter.report_level = 4
    return document
