"""Appeals for support end where the article goes on."""

from __future__ import annotations

from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape.steps.appeals import appeal_end, opens_appeal


def test_an_appeal_ends_with_the_first_paragraph_that_asks_for_nothing() -> None:
    made = draft("Dear readers,", "We need your support to stay independent.", "Donate now", SENTENCE, OTHER)
    assert opens_appeal(made.segments[0])
    assert appeal_end(made.segments, 1) == 3


def test_a_quoted_appeal_is_part_of_the_article() -> None:
    made = draft("Dear readers,", "“We need your support,” the mayor said of the independent board.")
    assert appeal_end(made.segments, 1) == 1
    assert not opens_appeal(made.segments[1])
