"""What is kept of a quoted place, and the answers of a search."""

from __future__ import annotations

from course_reader.text.anchor.records import Anchor, Anchored, Reason, State


def test_a_quote_alone_is_an_anchor() -> None:
    assert Anchor("the pier") == Anchor("the pier", "", "", None, None, None)


def test_a_place_without_more_is_certain() -> None:
    assert Anchored(State.EXACT, (0, 4)) == Anchored(State.EXACT, (0, 4), None, (), 1.0)


def test_states_and_reasons_are_the_words_of_files_and_answers() -> None:
    assert [str(state) for state in State] == ["exact", "edited", "moved", "tie", "orphan"]
    assert [str(reason) for reason in Reason] == ["not-found", "weak-context", "ambiguous", "decoy"]
