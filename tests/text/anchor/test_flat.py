"""Texts and quotes on one line, and spans in both directions."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor.flat import Needle, flat, inwards
from course_reader.text.anchor.records import Anchor


def test_a_text_is_one_line_whatever_its_blocks() -> None:
    assert flat("One “line”.\n\nTwo\nlines.").text == 'One "line". Two lines.'


@pytest.mark.parametrize(
    ("text", "span", "inside"),
    [
        ("an old pier", (3, 6), (3, 6)),
        ("an  old  pier", (4, 7), (3, 6)),
        ("an  old  pier", (3, 7), (3, 6)),
        ("an  old  pier", (2, 8), (2, 6)),
        ("an  old  pier", (0, 13), (0, 11)),
        ("\u00ad\u00adold", (0, 5), (0, 3)),
        ("\u00ad\u00adold", (1, 3), (0, 1)),
        ("old\u00ad\u00ad", (1, 4), (1, 3)),
        ("ol\u00add", (0, 3), (0, 2)),
        ("e\u0301a", (0, 1), (0, 0)),
        ("e\u0301a", (1, 2), (1, 1)),
        ("e\u0301a", (2, 3), (1, 2)),
        ("\u00ad", (0, 1), (0, 0)),
    ],
)
def test_a_span_becomes_the_folded_characters_that_lie_wholly_in_it(
    text: str, span: tuple[int, int], inside: tuple[int, int]
) -> None:
    assert inwards(flat(text), *span) == inside


@given(st.text("ab \n\u00a0e\u0301\u2019", max_size=30), st.data())
def test_a_folded_span_comes_back(text: str, data: st.DataObject) -> None:
    folded = flat(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    if start < end:
        assert inwards(folded, *folded.span(start, end)) == (start, end)


@pytest.mark.parametrize(
    ("prefix", "quote", "suffix", "folded"),
    [
        ("the ", "old", " pier", ("the ", "old", " pier")),
        ("the", "old", "pier", ("the ", "old", " pier")),
        ("the", " old ", "pier", ("the ", "old", " pier")),
        ("the ", "\nold\n", " pier", ("the ", "old", " pier")),
        ("(", "old", ")", ("(", "old", ")")),
        ("the", "“old”", ", a", ("the", '"old"', ", a")),
        ("the", "old", "", ("the ", "old", "")),
        ("", "old", "pier", ("", "old", " pier")),
        ("1", "2", "3", ("1 ", "2", " 3")),
        ("see a", "a", "b see", ("see a ", "a", " b see")),
        ("in the", "old", "pier at sea", ("in the ", "old", " pier at sea")),
        ("One.\n\nThe ", "old", " pier.\n\nTwo", ("One. The ", "old", " pier. Two")),
        ("x,", " old", ", x", ("x, ", "old", ", x")),
        ("x,", "old ", ", x", ("x,", "old", " , x")),
        ("a", "   ", "b", ("a ", "", " b")),
        ("", "", "", ("", "", "")),
    ],
)
def test_white_space_belongs_to_the_context(prefix: str, quote: str, suffix: str, folded: tuple[str, str, str]) -> None:
    needle = Needle.of(Anchor(quote, prefix, suffix))
    assert (needle.prefix, needle.quote, needle.suffix) == folded
    assert needle.whole == "".join(folded)


@pytest.mark.parametrize(
    ("prefix", "suffix", "has_context"),
    [("", "", False), (" ", " ", False), ("a", "", True), ("", " b", True), ("a", "b", True)],
)
def test_white_space_is_not_context(prefix: str, suffix: str, has_context: bool) -> None:
    assert Needle("pier", prefix, suffix).has_context is has_context
    assert Needle("pier").has_context is False
