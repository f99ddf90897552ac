"""The best of several lines, and whether it is asked about."""

from __future__ import annotations

from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape.steps.ranking import choose

TITLE = "Ministers Agree on River Crossing"


def test_a_line_that_is_far_ahead_is_not_asked_about() -> None:
    made = draft("Support us", TITLE, "By Jane Doe", SENTENCE, OTHER)
    assert choose(made, 3, [0, 1]) == 1
    assert made.unsure == []


def test_of_two_lines_that_are_alike_both_are_offered() -> None:
    other = "Harbour Board Meets in Estvik Today"
    made = draft(*["Menu"] * 12, other, "May 3, 2023", TITLE, "By Jane Doe", SENTENCE, OTHER)
    choose(made, 16, [12, 14])
    (asked,) = made.unsure
    assert asked.field == "title"
    assert other in asked.question
    assert TITLE in asked.question


def test_a_standfirst_is_not_a_rival() -> None:
    made = draft(TITLE, "The crossing will be free for lorries and for cars", "By Jane Doe", SENTENCE, OTHER)
    assert choose(made, 3, [0, 1]) == 0
    assert made.unsure == []
