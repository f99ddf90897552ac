"""Which signs for and against it a line has."""

from __future__ import annotations

import pytest
from scrape.made_up import OTHER, SENTENCE, draft

from course_reader.scrape.lines.wording import stems
from course_reader.scrape.steps.signs import Sign
from course_reader.scrape.steps.weighing import weigh

TITLE = "Ministers Agree on River Crossing"


def _signs(*lines: str, position: int = 0, address: str = "") -> set[Sign]:
    made = draft(*lines, SENTENCE, OTHER)
    text = stems(f"{SENTENCE} {OTHER}")
    return set(weigh(made.segments, position, len(lines), text, stems(address)).signs)


@pytest.mark.parametrize(
    ("line", "sign"),
    [
        ("← Pier repaired at last", Sign.ARROW),
        ("Chris Dale - Mar 2, 2024, 10:31 pm CST", Sign.STAMP),
        ("před 2 hodinami 14:05", Sign.STAMP),
        ("Home World Politics Culture Sport", Sign.MENU),
        ("Photo of the editorLa Gazette of Northport", Sign.GLUED),
        ("Doug Brown/The New York Times", Sign.OUTLET),
        ("Image copyright Bay Pictures", Sign.OUTLET),
        ("11Comments. Click to view comments", Sign.COUNT),
        ("(Jane Doe on the quay)", Sign.ENCLOSED),
        ("Lena Marsh, Gazette Staff", Sign.PERSON),
        ("Join the harbour club", Sign.CALL),
        ("Click for full results", Sign.CALL),
        ("Home » Ferries » Northport again", Sign.BREADCRUMB),
        ("Ferries", Sign.SHORT),
        ("Adopted by the Assembly on 4 May 2023", Sign.ADOPTED),
        ("@northportferry the new ferry is here", Sign.HANDLE),
        ("Lena Marsh 27/09/2018 Harbours, Ships and Ferries", Sign.DATED),
        (" ".join(["ferries"] * 16), Sign.LONG),
        ("The board agreed on Monday.", Sign.FULL_STOP),
    ],
)
def test_what_a_line_is(line: str, sign: Sign) -> None:
    assert sign in _signs(line)
    assert sign not in _signs(TITLE)


def test_a_trail_above_the_headline_ends_like_it() -> None:
    assert Sign.BREADCRUMB in _signs(f"Home News {TITLE}", TITLE)


def test_what_follows_counts() -> None:
    assert {Sign.STAMP_FOLLOWS, Sign.TEXT_FOLLOWS, Sign.FIRST} <= _signs(TITLE, "By Jane Doe")
    assert Sign.TEXT_AFTER_ONE in _signs(TITLE, "The crossing is free for lorries and cars")
    many = ["Another headline of some length"] * 9
    assert Sign.VERY_FAR in _signs(TITLE, *many)


def test_words_of_the_text_and_of_the_address_count() -> None:
    assert Sign.NO_WORDS in _signs("Giraffes Dislike Umbrellas Everywhere") or len(stems(SENTENCE + OTHER)) < 20
    assert Sign.IN_ADDRESS in _signs(TITLE, address="/2023/05/ministers-agree-on-river-crossing")
    assert Sign.OTHER_ADDRESS in _signs(TITLE, address="/2023/05/lighthouse-keeper-retires-after-forty-winters")


def test_a_line_in_a_live_blog_is_below_a_time() -> None:
    assert Sign.ENTRY in _signs("14:05", TITLE, position=1)


def test_a_line_below_a_byline_is_doubtful_unless_another_follows() -> None:
    assert Sign.BELOW_STAMP in _signs("By Jane Doe", TITLE, position=1)
    assert Sign.BELOW_STAMP not in _signs("By Jane Doe", TITLE, "May 3, 2023", position=1)


def test_a_credit_below_makes_a_caption_likely() -> None:
    assert Sign.CREDITED in _signs(TITLE, "(Photo: Jane Doe/AP)")
