"""The small questions behind the rules of editing: does it age, is it said twice, which dates are written."""

from __future__ import annotations

import pytest

from course_reader.text.prose.ageing import signs_of_today
from course_reader.text.prose.overlap import content_words, share_repeated
from course_reader.text.prose.written_dates import written_dates


@pytest.mark.parametrize(
    ("text", "sign"),
    [
        ("He is still president.", "is still"),
        ("The treaty has not been signed.", "has not been"),
        ("Today the office is closed.", "Today"),
        ("It has not\nyet come into force.", "has not yet"),
        ("The plan remains open.", "remains"),
        ("The fuel is expected to reach the town.", "is expected to"),
        ("They still hold the hill.", "still hold"),
        ("He was president until 2018.", None),
        ("In these days rockets flew.", None),
        ("The remains of a plane were found.", None),
        ("People still fled in May 1994.", None),
    ],
)
def test_what_can_change_is_noticed(text: str, sign: str | None) -> None:
    assert signs_of_today(text) == sign


def test_words_count_once_without_their_endings_and_small_words_not_at_all() -> None:
    assert content_words("The leaders led; a leader of talks talked in 2022.") == {"leader", "led", "talk", "2022"}


@pytest.mark.parametrize(
    ("gloss", "sentence", "share"),
    [
        ("Capital of Armenia.", "Yerevan is the capital of Armenia.", 1.0),
        ("Former journalist; leads a party.", "Pashinyan was a journalist.", 0.25),
        ("Capital.", "It is the capital.", 0.0),
        ("", "Anything.", 0.0),
    ],
)
def test_what_a_gloss_repeats_is_a_share_of_its_own_words(gloss: str, sentence: str, share: float) -> None:
    assert share_repeated(gloss, sentence) == share


def test_dates_are_read_as_they_are_written() -> None:
    text = "On 6 October 2022, on 25–26 February 1992, in May 1994, on June 7, 2026, from 8 and 9 May 1992."
    found = list(written_dates(text))
    assert [date.when.text for date in found] == [
        "2022-10-06",
        "1992-02-25/1992-02-26",
        "1994-05",
        "2026-06-07",
        "1992-05-08/1992-05-09",
    ]
    assert [text[date.start : date.end] for date in found][:2] == ["6 October 2022", "25–26 February 1992"]


def test_dates_that_no_calendar_has_are_left_out() -> None:
    assert list(written_dates("31 February 2022, 26–25 May 1992, May 94")) == []
