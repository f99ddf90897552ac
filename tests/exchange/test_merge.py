"""An import changes what an import wrote, and nothing that a person did."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from course_reader.exchange.json_file import storable
from course_reader.exchange.merge import Arrival, new_note, update
from course_reader.exchange.placing import anchor_of, place
from course_reader.exchange.records import Incoming, Passage
from course_reader.model.note import Note
from course_reader.text.anchor import State
from course_reader.text.paragraphs import NumberedText

TEXT = NumberedText(
    "The talks went on. A dispute of forty years was not settled. The talks will go on in May, and nobody minds."
)


def incoming(**keys: Any) -> Incoming:
    given = {"where": "", "form": "hypothesis", "id": "aB", "places": (), "body": "Why?", "by": "Lena", "tags": ("x",)}
    return Incoming(**(given | keys))


def arrival(quote: str | None = "forty years", text: NumberedText = TEXT, **keys: Any) -> Arrival:
    at = Passage("https://news.example/", quote)
    found = place(at, text)
    anchor = anchor_of(text, found.span) if found.span and found.state is State.EXACT else None
    return Arrival(incoming(**{"places": (at,)} | keys), at, anchor)


def written(first: Arrival, **edits: Any) -> Note:
    """The note that an arrival became, and what a person did to it."""
    return Note.model_validate(new_note(first, "n-0123abcd") | edits)


def after(note: Note, changes: dict[str, Any]) -> Note:
    """The note as its file says it with the changes; None takes a key out."""
    keys = note.model_dump() | changes
    return Note.model_validate({key: value for key, value in keys.items() if value is not None})


def changed(note: Note, second: Arrival) -> dict[str, Any]:
    found = update(note, second)
    assert found.conflicts == []
    return {key: value for key, value in found.changes.items() if key != "original"}


def test_a_new_note_has_its_keys_in_order_and_none_is_empty() -> None:
    note = new_note(arrival(tags=()), "n-0123abcd")
    assert (
        list(note)
        == "id by quote prefix suffix paragraph text_hash kind body original".replace("paragraph ", "").split()
    )
    assert note["original"] | {"wrote": ""} == {
        "id": "aB", "format": "hypothesis", "source": "https://news.example/", "wrote": "",
    }  # fmt: skip


def test_a_title_comes_and_goes_with_exports_that_have_one() -> None:
    note = written(arrival(title="Which years"))
    assert note.title == "Which years"
    assert changed(note, arrival(title="Forty years")) == {"title": "Forty years"}
    # Tools without titles do not take one away.
    assert changed(note, arrival()) == {}


def test_the_same_again_changes_nothing() -> None:
    first = arrival()
    assert not update(written(first), first).changes
    assert not update(written(first), arrival("“forty  years”".strip("“”"))).changes


@pytest.mark.parametrize(
    ("there", "changes"),
    [
        ({"body": "How?"}, {"body": "How?"}),
        ({"tags": ("y",)}, {"tags": ["y"]}),
        ({"tags": ()}, {"tags": None}),
        ({"by": "Oskar"}, {"by": "Oskar"}),
        ({"kind": "question"}, {"kind": "question"}),
        ({"body": "How?", "modified": "2024-03-09T00:00:00Z"}, {"body": "How?", "modified": "2024-03-09T00:00:00Z"}),
    ],
)
def test_what_changed_there_changes_here(there: dict[str, Any], changes: dict[str, Any]) -> None:
    note = written(arrival())
    assert changed(note, arrival(**there)) == changes
    assert not update(after(note, update(note, arrival(**there)).changes), arrival(**there)).changes


def test_what_was_edited_here_stays() -> None:
    note = written(arrival(), body="My words.", tags=["mine"])
    assert changed(note, arrival()) == {}
    assert changed(note, arrival(kind="question")) == {"kind": "question"}


def test_what_changed_on_both_sides_is_told_each_time() -> None:
    note = written(arrival(), body="My words.")
    found = update(note, arrival(body="How?", tags=("y",)))
    assert (found.conflicts, found.changes["tags"], "body" in found.changes) == (["the text"], ["y"], False)
    assert update(after(note, found.changes), arrival(body="How?", tags=("y",))).conflicts == ["the text"]


def test_both_sides_may_come_to_the_same() -> None:
    found = update(written(arrival(), body="How?"), arrival(body="How?"))
    assert (found.changes, found.conflicts) == ({}, [])


def test_words_follow_unless_a_person_moved_them() -> None:
    assert changed(written(arrival()), arrival("nobody minds"))["quote"] == "nobody minds"
    note = written(arrival(), quote="not settled", prefix=None, suffix=None)
    assert changed(note, arrival()) == {}
    assert update(note, arrival("nobody minds")).conflicts == ["the place"]


def test_the_same_words_elsewhere_are_another_place() -> None:
    def talks(prefix: str, suffix: str) -> Arrival:
        at = Passage("https://news.example/", "talks", prefix, suffix)
        found = place(at, TEXT)
        assert found.span
        return Arrival(incoming(places=(at,)), at, anchor_of(TEXT, found.span))

    first, second = talks("The ", " went on"), talks("settled. The ", " will go on in")
    assert changed(written(first), second)["suffix"].startswith("will go on")
    assert changed(written(first), talks("The ", " went on.")) == {}


def test_words_that_could_not_be_placed_are_kept_and_placed_when_they_can_be() -> None:
    elsewhere = NumberedText("Nothing of the kind stands here, nor ever did.")
    note = written(arrival(text=elsewhere))
    assert note.quote is None
    assert note.original and note.original["lost"] == {"quote": "forty years"}
    found = update(note, arrival())
    assert found.changes["quote"] == "forty years"
    assert "lost" not in found.changes["original"]
    edited = note.model_copy(update={"quote": "nor ever did"})
    assert not update(edited, arrival()).changes


def test_a_note_written_by_hand_is_not_overwritten() -> None:
    mine = Note(id="n-0123abcd", quote="forty years", body="Mine.", by="Lena", tags=("x",))
    found = update(mine, arrival(form="reader", note_id="n-0123abcd"))
    assert (found.changes, found.conflicts) == ({}, ["the text"])
    assert not update(mine, arrival(body="Mine.")).conflicts


def test_an_answer_finds_its_parent_later() -> None:
    lonely = arrival(None, parents=("p",))
    note = written(lonely)
    assert note.original and note.original["references"] == ["p"]
    found = update(note, replace(lonely, parent="n-00000001"))
    assert found.changes["in_reply_to"] == "n-00000001"
    assert "references" not in found.changes["original"]


def test_numbers_that_yaml_would_change_are_texts() -> None:
    assert storable({"a": [1, 1.5, 10**30, True, None]}) == {"a": [1, "1.5", str(10**30), True, None]}
