"""Offsets of other tools decide between equal words, and never beside them."""

from __future__ import annotations

import pytest

from course_reader.exchange.placing import place
from course_reader.exchange.positions import by_position, pairs
from course_reader.exchange.records import Passage
from course_reader.text.anchor import State
from course_reader.text.paragraphs import NumberedText

LINE = "The ferry left the quay at noon and came back in the evening."
TEXT = f"{LINE}\n\n{LINE}\n\nA pause stands here.\n\n{LINE}"
STARTS = [i for i in range(len(TEXT)) if TEXT.startswith("left the quay", i)]


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("off", [0, 1, -2, 5])
def test_the_nearest_of_equal_places(number: int, off: int) -> None:
    at = Passage("", "left the quay", "The ferry ", " at noon", STARTS[number] + off)
    found = place(at, NumberedText(TEXT))
    assert (found.state, found.span) == (State.EXACT, (STARTS[number], STARTS[number] + 13))


@pytest.mark.parametrize("start", [(STARTS[0] + STARTS[1]) // 2, 5_000])
def test_an_offset_between_two_places_does_not_decide(start: int) -> None:
    assert by_position(Passage("", "left the quay", start=start), TEXT) is None


def test_words_that_are_not_there_have_no_place() -> None:
    assert by_position(Passage("", "left the key", start=STARTS[0]), TEXT) is None
    assert by_position(Passage("", None, start=STARTS[0]), TEXT) is None
    assert by_position(Passage("", "left the quay"), TEXT) is None


def test_an_offset_never_goes_against_the_context() -> None:
    text = "At the quay. Far from the quay."
    assert by_position(Passage("", "the quay", "Far from ", start=3), text) is None
    assert by_position(Passage("", "the quay", "Far from ", start=22), text) == (22, 30)


def test_certain_places_show_how_the_tool_counts() -> None:
    menu = 1_000
    sure = Passage("", "A pause stands here.", start=TEXT.index("A pause") + menu)
    known = pairs([(sure, (TEXT.index("A pause"), TEXT.index("A pause") + 20))])
    for start in STARTS:
        at = Passage("", "left the quay", start=start + menu)
        assert by_position(at, TEXT) is None
        assert by_position(at, TEXT, known) == (start, start + 13)
