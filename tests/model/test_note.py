"""Notes as records."""

from __future__ import annotations

import json

import pytest
from pydantic import ValidationError

from course_reader.files.yaml_lines import load
from course_reader.model.note import Note, NoteFile, notes_of
from course_reader.model.problems import Problem


def test_a_file_of_notes_may_be_empty() -> None:
    empty = NoteFile.model_validate({"layer": None})
    assert (empty.layer.title, empty.layer.audience, empty.notes) == ("Notes", "class", ())


def test_a_note_needs_a_body_and_an_id_of_its_form() -> None:
    assert Note.model_validate({"id": "n-0123abcd", "body": "B"}).kind == "comment"
    for wrong in ({}, {"body": "B", "id": "n-123"}, {"body": "B", "id": "N-0123ABCD"}, {"body": "B", "paragraph": 0}):
        with pytest.raises(ValidationError):
            Note.model_validate(wrong)


def test_a_note_can_answer_another_and_say_where_it_comes_from() -> None:
    original = {"id": "https://example.org/7", "kept": {"selectors": [{"start": 4, "exact": " as it was "}]}}
    note = Note.model_validate({"body": "B", "in_reply_to": "n-0123abcd", "modified": 2024, "original": original})
    assert (note.in_reply_to, note.modified, note.original) == ("n-0123abcd", "2024", original)
    for wrong in ({"in_reply_to": "0123abcd"}, {"original": "https://example.org/7"}, {"original": [1]}):
        with pytest.raises(ValidationError):
            Note.model_validate({"body": "B", **wrong})


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        (
            {"body": "[" * 1_001},
            "body: it has 1,001 opening square brackets, but at most 1,000 are allowed; shorten it",
        ),
        (
            {"body": "a" * 20_001},
            "body: it has 20,001 characters, but at most 20,000 are allowed; shorten it, or divide it",
        ),
        (
            {"body": "B", "quote": "a" * 20_001},
            "quote: it has 20,001 characters, but at most 20,000 are allowed; quote fewer words",
        ),
        (
            {"body": "B", "title": "a" * 81},
            "title: it has 81 characters, but at most 80 are allowed; name the note in a few words",
        ),
        (
            {"body": "B", "suffix": "a" * 20_001},
            "suffix: it has 20,001 characters, but at most 20,000 are allowed; quote fewer words",
        ),
    ],
)
def test_a_note_that_is_too_large_is_told(keys: dict[str, str], said: str) -> None:
    found: list[Problem] = []
    document = load(json.dumps({"notes": [keys, {"body": "Fine."}]}))
    content = notes_of(document, "a.yaml", found)
    assert [problem.message.removeprefix("notes.") for problem in found] == [said]
    assert content is not None and content.notes[-1].body == "Fine."
