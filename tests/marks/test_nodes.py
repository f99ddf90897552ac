"""Marks hold ids, and are kinds of nodes that every builder prints as their plain words."""

from __future__ import annotations

import pytest
from docutils import nodes

from course_reader.marks.nodes import listing, mention, noted


@pytest.mark.parametrize("mark", [mention(entry="ann", group=0), noted(notes=["n-1"])])
def test_a_builder_that_knows_nothing_of_a_mark_sees_words_in_a_line(mark: nodes.inline) -> None:
    # Sphinx looks for a visitor of each class that a node is made of, the nearest first.
    assert type(mark).__mro__[1] is nodes.inline
    mark += nodes.Text("Ann Lee")
    assert mark.astext() == "Ann Lee"
    assert mark.copy().attributes == mark.attributes, "each part of a mark has the same ids"


def test_a_list_keeps_its_place_in_every_format() -> None:
    assert type(listing(of=None)).__mro__[1] is nodes.container
    assert listing(of=None).astext() == ""
