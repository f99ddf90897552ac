"""Notes as a reader meets them: those on words by place, then those on the whole, replies under what they answer."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from libraries import note

from course_reader.marks.records import PlacedNote
from course_reader.views.threads import Thread, threads


def ids(found: Iterable[Thread]) -> list[str]:
    return [thread.note.id for thread in found]


def test_notes_on_words_come_by_place_and_are_numbered_those_on_the_whole_follow() -> None:
    found = threads([note("whole"), note("late", (9, 12)), note("early", (2, 5)), note("longer", (2, 7))])

    assert ids(found) == ["early", "longer", "late", "whole"]
    assert [thread.number for thread in found] == [1, 2, 3, None]


def test_a_reply_stands_under_what_it_answers_and_has_no_number() -> None:
    notes = [note("b", in_reply_to="a"), note("a", (0, 3)), note("d", in_reply_to="b"), note("c", in_reply_to="a")]
    [thread] = threads(notes)

    assert ids(thread.replies) == ["b", "c"]
    assert ids(thread.all_replies()) == ["b", "d", "c"]
    assert {reply.number for reply in thread.all_replies()} == {None}


def test_a_reply_to_what_is_not_shown_is_not_shown() -> None:
    assert threads([note("b", in_reply_to="hidden"), note("c", in_reply_to="b")]) == []


@st.composite
def conversations(draw: st.DrawFn) -> list[PlacedNote]:
    """Notes of which each answers one before it, or none."""
    notes: list[PlacedNote] = []
    for number in range(draw(st.integers(0, 8))):
        parent = draw(st.sampled_from([None, *(earlier.id for earlier in notes)]))
        start = draw(st.integers(0, 9))
        span = (start, start + 1) if parent is None and draw(st.booleans()) else None
        notes.append(note(f"n{number}", span, in_reply_to=parent))
    return draw(st.permutations(notes))


@given(conversations())
def test_every_note_is_met_once_and_numbers_follow_the_text(notes: list[PlacedNote]) -> None:
    found = threads(notes)
    met = [name for thread in found for name in (thread.note.id, *ids(thread.all_replies()))]
    placed = [thread for thread in found if thread.number is not None]

    assert sorted(met) == sorted(one.id for one in notes)
    assert [thread.number for thread in placed] == list(range(1, len(placed) + 1))
    assert [thread.note.span for thread in placed] == sorted(thread.note.span for thread in placed if thread.note.span)
