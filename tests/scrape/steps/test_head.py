"""The lines around the headline: which become fields, which stay, which go."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, clues, draft, kept, removed, segment

from course_reader.scrape.steps.head import read_head

TITLE = "Ministers Agree on River Crossing"


@pytest.mark.parametrize(
    ("lines", "fields"),
    [
        ([TITLE, "By Jane Doe", "May 3, 2023"], {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        (["May 3, 2023", TITLE, "Reuters"], {"agency": ["Reuters"], "date": ["2023-05-03"]}),
        ([TITLE, "Jane Doe", "May 3, 2023"], {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        ([TITLE, "May 3, 2023", "Jane Doe, Ostraven"], {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        ([f"{TITLE} | OC Media", "By Jane Doe"], {"outlet": ["OC Media"], "byline": ["Jane Doe"]}),
        (["Министры договорились о переправе", "Автор: Анна Лорм", "3 мая 2023"], {"byline": ["Анна Лорм"]}),
        ([TITLE, "Published", "3 May 2023", "Updated 4 May 2023"], {"date": ["2023-05-03"], "updated": ["2023-05-04"]}),
    ],
)
def test_fields_are_read_in_any_order(lines: list[str], fields: dict[str, list[str]]) -> None:
    made = draft(*lines, SENTENCE, OTHER)
    read_head(made)
    assert {name: clues(made, name) for name in fields} == fields
    assert kept(made) == [SENTENCE, OTHER]
    assert made.unsure == []


def test_the_headline_is_a_field_without_the_name_of_the_outlet_or_section() -> None:
    made = draft(f"Opinion | {TITLE} - BBC News", "By Jane Doe", SENTENCE)
    read_head(made)
    assert clues(made, "title") == [TITLE]
    assert removed(made) == {"Opinion": "section label"}


def test_an_agency_after_a_dash_may_belong_to_the_headline() -> None:
    made = draft(f"{TITLE} - TASS", "By Jane Doe", SENTENCE)
    read_head(made)
    assert clues(made, "title") == [f"{TITLE} - TASS"]
    assert [item.question for item in made.unsure] == ["Is “TASS”, at the end of the headline, part of it?"]


@pytest.mark.parametrize(
    ("lines", "caption", "credit"),
    [
        ([TITLE, "The old bridge. (Photo: Jane Doe/AP)", "By John Roe"], "The old bridge.", "Jane Doe/AP"),
        (
            [TITLE, "By John Roe", "Jane Doe (left) on the bridge", "Photo: Jane Doe"],
            "Jane Doe (left) on the bridge",
            "Jane Doe",
        ),
        (
            ["Lorries at the old bridge, file photo", TITLE, "By John Roe"],
            "Lorries at the old bridge, file photo",
            None,
        ),
    ],
)
def test_captions_and_credits_are_taken_out(lines: list[str], caption: str, credit: str | None) -> None:
    made = draft(*lines, SENTENCE, OTHER)
    read_head(made)
    assert made.captions == [caption]
    assert made.credits == ([credit] if credit else [])
    assert kept(made) == [SENTENCE, OTHER]


@pytest.mark.parametrize(
    ("lines", "text", "reason"),
    [
        ([TITLE, "By Jane Doe", "May 3, 2023", TITLE], TITLE, "repeated headline"),
        ([TITLE, "By Jane Doe", "South Caucasus correspondent"], "South Caucasus correspondent", "author's job title"),
        ([TITLE, "14:05", "By Jane Doe"], "14:05", "time of day"),
        ([TITLE, "Explainer box", "By Jane Doe"], "Explainer box", "line below the headline"),
        (["Horn Valley", TITLE, "By Jane Doe"], "Horn Valley", "line above the headline"),
    ],
)
def test_other_lines_of_the_head_are_removed(lines: list[str], text: str, reason: str) -> None:
    made = draft(*lines, SENTENCE, OTHER)
    read_head(made)
    assert removed(made).get(text) == reason


def test_a_teaser_stays_with_a_question() -> None:
    teaser = "The crossing will be paid for by both sides, but nobody knows when"
    made = draft(TITLE, teaser, "By Jane Doe", SENTENCE)
    read_head(made)
    assert kept(made) == [teaser, SENTENCE]
    assert [item.question for item in made.unsure] == [
        "Is line 3, between headline and article, part of the text (a standfirst)?"
    ]


def test_a_correction_stays_in_the_article() -> None:
    made = draft(TITLE, "Correction: the bridge has four pillars.", "By Jane Doe", SENTENCE)
    read_head(made)
    assert "Correction: the bridge has four pillars." in kept(made)


@pytest.mark.parametrize(
    ("lines", "question"),
    [
        ([TITLE, "Jane Doe", SENTENCE], "Is “Jane Doe” the author?"),
        (["A long line about something on the other side of the river", TITLE, "By Jane Doe", SENTENCE], None),
    ],
)
def test_a_bare_name_is_asked_about(lines: list[str], question: str | None) -> None:
    made = draft(*lines)
    read_head(made)
    assert (question is None) or question in [item.question for item in made.unsure]


def test_without_a_headline_the_title_is_asked_for() -> None:
    made = draft(SENTENCE, OTHER)
    read_head(made)
    assert kept(made) == [SENTENCE, OTHER]
    assert [(item.field, item.question) for item in made.unsure] == [
        ("title", "The text has no headline: what is the title?")
    ]


def test_a_list_right_after_the_headline_is_not_part_of_the_head() -> None:
    made = draft(TITLE, segment("one thing", "item", marker="-"), segment("another", "item", marker="-"))
    read_head(made)
    assert kept(made) == ["one thing", "another"]


def test_someone_whom_the_headline_names_is_not_the_author() -> None:
    made = draft("Lena Marsh’s Boat Stolen at Northport", "Lena Marsh", "May 3, 2023", SENTENCE, OTHER)
    read_head(made)
    assert clues(made, "byline") == []


def test_a_byline_that_says_more_gives_its_day_too() -> None:
    made = draft(TITLE, "By Jane Doe@doe May 3, 2023, 11:47am EST", SENTENCE, OTHER)
    read_head(made)
    assert (clues(made, "byline"), clues(made, "date")) == (["Jane Doe"], ["2023-05-03"])
