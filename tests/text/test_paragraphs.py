"""The numbered paragraphs of a text: each character is in one of them, or in none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor import text_hash
from course_reader.text.paragraphs import NumberedText, Paragraph, paragraph_at

FIRST, SECOND = Paragraph(1, "p1", 2, 5), Paragraph(2, "p2", 7, 9)


@given(st.integers(-2, 12))
def test_a_character_is_in_the_paragraph_that_holds_it(offset: int) -> None:
    holding = [part for part in (FIRST, SECOND) if part.start <= offset < part.end]

    assert [paragraph_at((FIRST, SECOND), offset)] == (holding or [None])


def test_a_text_knows_its_paragraphs_and_its_hash() -> None:
    text = NumberedText("One\n\ntwo.", (Paragraph(1, "p1", 5, 9),))

    assert text.hash == text_hash(text.text)
    assert text.paragraph_at(5) == Paragraph(1, "p1", 5, 9)
    assert text.paragraph_at(4) is None
    assert NumberedText("Text.").paragraph_at(0) is None
