"""Single lines of a head or tail, and the fields that they fill."""

from __future__ import annotations

import pytest
from scrape.made_up import SENTENCE, clues, draft, removed, segment

from course_reader.scrape.lines import datelines
from course_reader.scrape.steps.fields import picture, take_dateline, take_line, take_picture


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("By Jane Doe, Reuters", {"byline": ["Jane Doe"], "agency": ["Reuters"]}),
        ("By Jane Doe | May 3, 2023 | 3 min read", {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        ("Jane Doe May 3, 2023", {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        ("Jane Doe · 3 May 2023 · 14:05", {"byline": ["Jane Doe"], "date": ["2023-05-03"]}),
        ("Jane Doe with Reuters, AFP", {"byline": ["Jane Doe"], "agency": ["Reuters, AFP"]}),
        ("Jane Doe in Ostraven and agencies", {"byline": ["Jane Doe in Ostraven"]}),
        ("Jane Doe Read more", {"byline": ["Jane Doe"]}),
        ("By Jane Doe, The Horn Courier", {"byline": ["Jane Doe"], "outlet": ["The Horn Courier"]}),
        ("Published 3 May 2023, updated 4 May 2023", {"date": ["2023-05-03"], "updated": ["2023-05-04"]}),
        ("AFP and Reuters", {"agency": ["AFP, Reuters"]}),
        ("OC Media", {"outlet": ["OC Media"]}),
        ("Source: ZEIT ONLINE, dpa, AFP", {"outlet": ["Die Zeit"], "agency": ["dpa, AFP"]}),
        ("Source: The Horn Courier", {"outlet": ["The Horn Courier"]}),
        ("Газета «Коммерсантъ» №92 от 26.05.2023", {"outlet": ["Kommersant"], "date": ["2023-05-26"]}),
        ("BBC News, Ostraven", {"outlet": ["BBC News"]}),
        ("Reporting from Ostraven", {"dateline": ["Ostraven"]}),
        ("OSTRAVEN, May 3, 2023", {"dateline": ["Ostraven"], "date": ["2023-05-03"], "filed": ["2023-05-03"]}),
        ("Автор: Анна Лорм, ТАСС", {"byline": ["Анна Лорм"], "agency": ["TASS"]}),
        ("Von Jutta Lorm und Karl Amsel, dpa", {"byline": ["Jutta Lorm und Karl Amsel"], "agency": ["dpa"]}),
    ],
)
def test_a_line_fills_its_fields(line: str, fields: dict[str, list[str]]) -> None:
    made = draft(line)
    assert take_line(made, made.segments[0])
    assert {name: clues(made, name) for name in made.clues} == fields


@pytest.mark.parametrize("line", [SENTENCE, "Ministers Agree on River Crossing", "Jane Doe", "x" * 241])
def test_other_lines_are_left_alone(line: str) -> None:
    made = draft(line)
    assert not take_line(made, made.segments[0])
    assert (made.clues, made.found, made.removed) == ({}, [], [])


def test_a_quotation_is_never_a_field() -> None:
    made = draft(segment("By Jane Doe", "quote"))
    assert not take_line(made, made.segments[0])


@pytest.mark.parametrize(
    ("line", "text", "reason"),
    [
        ("Published", "Published", "label of a date or byline"),
        ("By Jane Doe | 3 min read", "3 min read", "reading time"),
        ("May 3, 2023 | 14:05 | Jane Doe", None, None),
    ],
)
def test_the_rest_of_a_line_is_removed_with_a_reason(line: str, text: str | None, reason: str | None) -> None:
    made = draft(line)
    assert take_line(made, made.segments[0])
    assert removed(made).get(text or "") == reason


def test_a_name_in_small_letters_is_asked_about() -> None:
    made = draft("jane doe, May 3, 2023")
    assert take_line(made, made.segments[0])
    assert [item.question for item in made.unsure] == ["Is “jane doe” the author?"]


@pytest.mark.parametrize(
    ("line", "in_head", "out_of_head"),
    [
        ("Image caption, the old bridge", True, True),
        ("Photo: Jane Doe", True, True),
        ("The old bridge before it fell. (Photo: Jane Doe/AP)", True, True),
        ("The river rose again on Monday. AFP", True, False),
        (SENTENCE, False, False),
    ],
)
def test_outside_the_head_only_clear_captions_count(line: str, in_head: bool, out_of_head: bool) -> None:
    part = segment(line)
    assert [picture(part, in_head=where) is not None for where in (True, False)] == [in_head, out_of_head]


def test_a_picture_line_gives_caption_and_credit() -> None:
    made = draft("The old bridge before it fell. (Photo: Jane Doe/AP)", SENTENCE)
    assert [take_picture(made, part, in_head=True) for part in made.segments] == [True, False]
    assert (made.captions, made.credits) == (["The old bridge before it fell."], ["Jane Doe/AP"])


@pytest.mark.parametrize(
    ("text", "field", "value", "sure"),
    [
        ("OSTRAVEN (Reuters) — It is open.", "agency", "Reuters", True),
        ("OSTRAVEN (Bay News Agency) — It is open.", "agency", "Bay News Agency", False),
        ("OSTRAVEN (OC Media) — It is open.", "outlet", "OC Media", True),
    ],
)
def test_the_agency_of_a_dateline_may_be_unknown(text: str, field: str, value: str, sure: bool) -> None:
    made = draft(text)
    found = datelines.parse(text)
    assert found is not None
    take_dateline(made, made.segments[0], found)
    assert clues(made, "dateline") == ["Ostraven"]
    assert [(clue.value, clue.sure) for clue in made.clues[field]] == [(value, sure)]
