"""Placeholders, left by directives, for content that is known only when all documents are read."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxDirective

from course_reader.marks.domain import reader_domain
from course_reader.marks.nodes import listing
from course_reader.marks.records import Asked


def leave_place(directive: SphinxDirective, asked: Asked) -> list[nodes.Node]:
    """Record a directive's request, and leave a placeholder for it."""
    remember(directive, asked)
    return [place_of(directive, asked)]


def remember(directive: SphinxDirective, asked: Asked) -> None:
    """Record that the page shows this, so that it is stale when this changes."""
    page = reader_domain(directive.env).page(directive.env.docname)
    page.lists = (*page.lists, asked)


def place_of(directive: SphinxDirective, asked: Asked) -> listing:
    """The placeholder for a request."""
    node = listing(of=asked)
    directive.set_source_info(node)
    return node


def listed_above(directive: SphinxDirective, kind: type[Asked]) -> int:
    """How many placeholders of the same kind are above this one on its page."""
    above = reader_domain(directive.env).page(directive.env.docname).lists
    return sum(isinstance(asked, kind) for asked in above)
