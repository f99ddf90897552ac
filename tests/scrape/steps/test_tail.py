"""Datelines, sign-offs, credits and pictures in and below the body of an article."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, clues, draft, kept, removed, segment

from course_reader.scrape.steps import tail


@pytest.mark.parametrize(
    ("lines", "place", "rest"),
    [
        ([f"OSTRAVEN (Reuters) — {SENTENCE}", OTHER], "Ostraven", [SENTENCE, OTHER]),
        ([OTHER, f"OSTRAVEN, May 3 (AP) — {SENTENCE}"], "Ostraven", [OTHER, SENTENCE]),
        ([f"ОСТРАВА, 3 мая. /ТАСС/. {SENTENCE}"], "Острава", [SENTENCE]),
        ([OTHER, OTHER, OTHER, f"OSTRAVEN (Reuters) — {SENTENCE}"], None, None),
        ([SENTENCE], None, None),
    ],
)
def test_the_dateline_of_one_of_the_first_three_paragraphs(
    lines: list[str], place: str | None, rest: list[str] | None
) -> None:
    made = draft(*lines)
    tail.take_body_dateline(made)
    assert clues(made, "dateline") == ([place] if place else [])
    assert kept(made) == (rest or lines)


def test_emphasis_around_a_dateline_goes_with_it() -> None:
    made = draft(f"**OSTRAVEN (Reuters) —** The *old* bridge is open: {SENTENCE}")
    made.markdown = True
    made.segments[0].plain = f"OSTRAVEN (Reuters) — The old bridge is open: {SENTENCE}"
    tail.take_body_dateline(made)
    assert made.segments[0].text == f"The *old* bridge is open: {SENTENCE}"


def test_a_paragraph_before_a_dateline_is_complete() -> None:
    made = draft("A teaser without a full stop", f"OSTRAVEN (Reuters) — {SENTENCE}")
    tail.take_body_dateline(made)
    assert made.segments[0].sealed


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("By Jane Doe", {"byline": ["Jane Doe"]}),
        ("— Jane Doe", {"byline": ["Jane Doe"]}),
        ("— AFP", {"agency": ["AFP"]}),
        ("AFP", {"agency": ["AFP"]}),
        ("May 3, 2023", {"date": ["2023-05-03"]}),
        ("Source: OC Media", {"outlet": ["OC Media"]}),
        ("Reporting by Jane Doe; editing by John Roe", {"reporters": ["Jane Doe"]}),
        ("With reporting from Reuters", {"agency": ["Reuters"]}),
        ("Автор: Анна Лорм", {"byline": ["Анна Лорм"]}),
    ],
)
def test_lines_below_the_last_sentence_fill_fields(line: str, fields: dict[str, list[str]]) -> None:
    made = draft(SENTENCE, OTHER, line)
    tail.take_tail(made)
    assert {name: clues(made, name) for name in fields} == fields
    assert kept(made) == [SENTENCE, OTHER]


@pytest.mark.parametrize(
    ("ending", "field", "value"),
    [
        (" (AFP)", "agency", "AFP"),
        (" /ТАСС/", "agency", "TASS"),
        (" — Jane Doe", "byline", "Jane Doe"),
        (" — OC Media", "outlet", "OC Media"),
        (" (Ostraven)", "agency", None),
    ],
)
def test_a_sign_off_at_the_end_of_the_last_paragraph(ending: str, field: str, value: str | None) -> None:
    made = draft(OTHER, f"{SENTENCE}{ending}")
    tail.take_tail(made)
    assert clues(made, field) == ([value] if value else [])
    assert kept(made) == [OTHER, SENTENCE if value else f"{SENTENCE}{ending}"]


@pytest.mark.parametrize(
    ("line", "stays", "question"),
    [
        ("Bridges of Velmar", False, None),
        ("Mayor Resigns Over New Bridge Toll", False, "Is line 5, below the last full sentence, part of the article?"),
        ("and nobody knows who is going to pay", True, "Is line 5, below the last full sentence, part of the article?"),
        ("Jane Doe", False, "Is “Jane Doe”, below the article, the author?"),
    ],
)
def test_short_lines_below_the_article(line: str, stays: bool, question: str | None) -> None:
    made = draft(SENTENCE, OTHER, line)
    tail.take_tail(made)
    assert kept(made) == [SENTENCE, OTHER] + ([line] if stays else [])
    assert [item.question for item in made.unsure] == ([question] if question else [])


def test_a_caption_below_the_article() -> None:
    made = draft(SENTENCE, OTHER, "Jane Doe (left) on the bridge")
    tail.take_tail(made)
    assert (made.captions, kept(made)) == (["Jane Doe (left) on the bridge"], [SENTENCE, OTHER])


def test_captions_and_credits_between_paragraphs() -> None:
    made = draft(SENTENCE, "The old bridge before it fell. (Photo: Jane Doe/AP)", OTHER, "FILE - The river.", SENTENCE)
    tail.take_pictures(made)
    assert (made.captions, made.credits) == (["The old bridge before it fell.", "FILE - The river."], ["Jane Doe/AP"])
    assert kept(made) == [SENTENCE, OTHER, SENTENCE]


def test_a_credit_makes_the_line_above_it_a_caption() -> None:
    made = draft(SENTENCE, "The bridge seen from the castle", "Photo: Jane Doe", OTHER)
    tail.take_pictures(made)
    assert (made.captions, made.credits) == (["The bridge seen from the castle"], ["Jane Doe"])


def test_an_alternative_text_above_caption_and_credit_is_removed() -> None:
    made = draft(SENTENCE, "A bridge", "The bridge seen from the castle", "Photo: Jane Doe", OTHER)
    for part in made.segments[2:4]:
        part.gap = False
    tail.take_pictures(made)
    assert removed(made) == {"A bridge": "picture description"}
    assert made.captions == ["The bridge seen from the castle"]


def test_lists_and_quotations_are_not_pictures() -> None:
    quotation = segment("Photo: Jane Doe", "quote")
    made = draft(SENTENCE, quotation)
    tail.take_pictures(made)
    assert kept(made) == [SENTENCE, "Photo: Jane Doe"]


def test_dates_of_sentences_and_captions_are_noted() -> None:
    made = draft("On May 3, 2023 the bridge fell.", OTHER)
    made.caption("The bridge on 2 May 2023.", segment("The bridge on 2 May 2023.", line=9))
    tail.take_days_in_text(made, 1)
    assert clues(made, "text_day") == ["2023-05-03"]
    assert [(clue.value, clue.line) for clue in made.clues["caption_day"]] == [("2023-05-02", 9)]
