"""Articles and notes as records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from course_reader.model.article import Article, Rights
from course_reader.model.note import Note, NoteFile


def article(**keys: Any) -> Article:
    return Article.model_validate({"title": "T", **keys})


def test_questions_are_texts_or_belong_to_a_group() -> None:
    questions = article(questions=["Why?", {"group": "Discuss", "text": "How?"}]).questions
    assert [(q.group, q.text) for q in questions] == [(None, "Why?"), ("Discuss", "How?")]


@pytest.mark.parametrize("written", [["outlet", "date"], {"outlet": "is it?", "date": None}])
def test_open_questions_are_a_list_or_a_mapping(written: object) -> None:
    assert article(unsure=written).unsure == ("outlet", "date")


def test_one_open_question_may_stand_alone() -> None:
    assert article(unsure="outlet").unsure == ("outlet",)


@pytest.mark.parametrize(
    ("status", "expires", "permitted"),
    [
        ("none", None, False),
        ("own", None, True),
        ("adapted", None, True),
        ("licensed", "2025-06-30", True),
        ("licensed", "2025-06", True),
        ("licensed", "2025-06-29", False),
        ("none", "2030", False),
    ],
)
def test_rights_permit_up_to_their_last_day(status: str, expires: str | None, permitted: bool) -> None:
    rights = Rights.model_validate({"status": status, "expires": expires})
    assert rights.permits(date(2025, 6, 30)) is permitted


def test_a_file_of_notes_may_be_empty() -> None:
    empty = NoteFile.model_validate({"layer": None})
    assert (empty.layer.title, empty.layer.audience, empty.notes) == ("Notes", "public", ())


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
