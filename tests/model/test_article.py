"""Articles as records."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from course_reader.model.article import Article, Chapter, Rights


def article(**keys: Any) -> Article:
    return Article.model_validate({"title": "T", **keys})


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


def test_a_permission_expires_after_its_last_day() -> None:
    rights = Rights.model_validate({"status": "licensed", "expires": "2025-06"})
    assert not rights.expired(date(2025, 6, 30))
    assert rights.expired(date(2025, 7, 1))
    assert not Rights().expired(date(2025, 7, 1))


def test_a_chapter_may_have_keys_of_any_page() -> None:
    chapter = Chapter.model_validate({"title": "Background", "sections": [{"anchor": "first-war", "years": "1988"}]})
    assert [section.anchor for section in chapter.sections] == ["first-war"]
