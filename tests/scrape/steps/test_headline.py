"""The headline among menus, captions, bylines and first sentences."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, draft, segment

from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.steps import headline

TITLE = "Ministers Agree on River Crossing"


@pytest.mark.parametrize(
    ("lines", "position"),
    [
        ([TITLE, "By Jane Doe", SENTENCE, OTHER], 0),
        (["May 3, 2023", "Reuters", TITLE, SENTENCE, OTHER], 2),
        (["Image caption,", "The bridge at night", TITLE, "By Jane Doe", SENTENCE], 2),
        (["Support us", TITLE, "By Jane Doe", SENTENCE], 1),
        (["Jane Doe", TITLE, SENTENCE], 1),
        (["Министры договорились о переправе", "Анна Лорм", SENTENCE], 0),
        ([segment("Menu", "heading", level=2), segment(TITLE, "heading", level=1), SENTENCE], 1),
        ([segment(TITLE, "heading", level=2), SENTENCE], 0),
        ([SENTENCE, segment("What next", "heading", level=2), OTHER], None),
        ([segment("May 3, 2023", "heading", level=1), TITLE, SENTENCE], 1),
        ([SENTENCE, OTHER], None),
        (["A view of the old bridge, file photo.", TITLE, "By Jane Doe", SENTENCE], 1),
        ([], None),
    ],
)
def test_where_the_headline_is(lines: list[str | Segment], position: int | None) -> None:
    made = draft(*lines)
    assert headline.find(made) == position
    assert made.unsure == []


def test_a_title_known_from_metadata_is_looked_up() -> None:
    made = draft("Support us", "Ministers agree on river crossing!", SENTENCE)
    made.clue("title", TITLE, made.segments[0], "the page's metadata")
    assert headline.find(made) == 1
    made = draft("Support us", SENTENCE)
    made.clue("title", TITLE, made.segments[0], "the page's metadata")
    assert headline.find(made) is None


@pytest.mark.parametrize(
    ("lines", "position", "question"),
    [
        (
            ["Watch the ferry leave the harbour", SENTENCE],
            0,
            "Is line 1, “Watch the ferry leave the harbour”, the headline?",
        ),
        (
            ["A bridge that nobody wanted, and the people who paid for it anyway", TITLE, "By Jane Doe", SENTENCE],
            0,
            "Which is the headline: line 1, “A bridge that nobody wanted, and the people who paid for it anyway”, or "
            "line 3, “Ministers Agree on River Crossing”?",
        ),
        (
            [
                "The mayor and two ministers walked over the old bridge while the band played on in the rain.",
                TITLE,
                SENTENCE,
            ],
            1,
            "Is line 3 the headline, and the text above it a caption?",
        ),
    ],
)
def test_a_doubtful_headline_is_asked_about(lines: list[str], position: int, question: str) -> None:
    made = draft(*lines)
    assert headline.find(made) == position
    assert [item.question for item in made.unsure] == [question]
