"""Paragraph numbers: one after the other, a list as one, headings none."""

from __future__ import annotations

from itertools import pairwise

from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from libraries import parse

from course_reader.marks.numbering import number, numbered, paragraphs
from course_reader.marks.text_map import build

TEXT = """
# Title

First.

> Quoted.
>
> - in a quotation

- a
- b

  second paragraph of b

## Section

Last.
"""


def test_paragraphs_quotations_and_lists_are_numbered() -> None:
    document = parse(TEXT)
    number(document)

    assert [(block["reader_number"], block.tagname) for block in numbered(document)] == [
        (1, "paragraph"), (2, "paragraph"), (3, "bullet_list"), (4, "bullet_list"), (5, "paragraph"),
    ]  # fmt: skip


def test_a_list_is_one_paragraph_from_its_first_letter_to_its_last() -> None:
    document = parse(TEXT)
    number(document)
    text_map = build(document)

    assert [text_map.text[p.start : p.end] for p in paragraphs(text_map)] == [
        "First.", "Quoted.", "in a quotation", "a\n\nb\n\nsecond paragraph of b", "Last.",
    ]  # fmt: skip


def test_an_anchor_that_is_taken_gets_another_name() -> None:
    document = parse("# P1\n\nFirst.\n\nSecond.\n")
    number(document)

    assert [block["ids"] for block in numbered(document)] == [["par-1"], ["p2"]]
    assert document.ids["par-1"].astext() == "First."


blocks = st.lists(
    st.sampled_from(["Text.", "> Said.", "- a\n- b", "1. one", "## Head", "```\ncode\n```", "---", "p1"]), max_size=8
)


@given(blocks.map("\n\n".join))
def test_numbers_are_without_gaps_and_stretches_without_overlap(source: str) -> None:
    document = parse(source)
    number(document)
    found = list(paragraphs(build(document)))

    assert [p.number for p in found] == list(range(1, len(found) + 1))
    assert len({p.anchor for p in found}) == len(found)
    assert all(one.end < other.start for one, other in pairwise(found))
    assert {p.anchor for p in found} <= set(document.ids)


def test_a_document_without_paragraphs_has_no_numbers() -> None:
    document = parse("# Title\n")
    number(document)

    assert list(paragraphs(build(document))) == []
    assert isinstance(document[0], nodes.section)
