"""What a text makes of the names in it, and the reason for each that is turned down."""

from __future__ import annotations

from datetime import date

import pytest

from course_reader.text.mention.index import NameIndex, Settled
from course_reader.text.mention.names import Name

NAMES = [
    Name("Ilham Aliyev", "ilham", "people", offices=("President of Azerbaijan",)),
    Name("Aliyev", "ilham", "people", full=False, offices=("President of Azerbaijan",)),
    Name("Donald J. Trump", "trump", "people"),
    Name("Trump", "trump", "people", full=False),
    Name("Jordan", "jordan", "places"),
    Name("The Times", "times", "organisations"),
    Name("Russia", "russian-government", "organisations"),
    Name("Oslo", "oslo", "places"),
    Name("Oslo", "norwegian-government", "organisations", metonym=True, full=False, end=date(2020, 1, 1)),
    Name("US", "us", "organisations"),
]
INDEX = NameIndex(NAMES)


def outcome(text: str, day: date | None = None) -> tuple[list[str], list[str]]:
    found = INDEX.find(text, date=day)
    return [f"{m.text}>{m.entry}" for m in found.mentions], [f"{t.text}: {t.reason}" for t in found.turned_down]


@pytest.mark.parametrize(
    ("text", "links", "reasons"),
    [
        ("Kamran Aliyev came. Aliyev spoke.", [], ["Aliyev: inside-person", "Aliyev: other-bearer"]),
        (
            "Kamran Aliyev came. President Aliyev spoke.",
            ["Aliyev>ilham"],
            ["Aliyev: inside-person"],
        ),
        ("So General Aliyev came. Aliyev spoke.", [], ["Aliyev: other-office", "Aliyev: other-bearer"]),
        ("Michael Jordan met Jordan's army.", ["Jordan>jordan"], ["Jordan: inside-person"]),
        (
            "He told The Times of Israel. The Times asked.",
            [],
            ["The Times: inside-organisation", "The Times: other-bearer"],
        ),
        ("The war in Russia goes on; Russia denied it.", ["Russia>russian-government"], ["Russia: country"]),
        ("Donald Trump and Donald J Trump", ["Donald Trump>trump", "Donald J Trump>trump"], []),
        ("Donald Trump Jr. came. Trump spoke.", [], ["Donald Trump: inside-person", "Trump: other-bearer"]),
        ("in OSLO they met", [], ["OSLO: capitals"]),
        ("OSLO (Agency) - They met.", ["OSLO>oslo"], []),
        ("JOIN US NOW", [], ["US: common-word"]),
    ],
)
def test_each_candidate_is_linked_or_turned_down_with_its_reason(
    text: str, links: list[str], reasons: list[str]
) -> None:
    assert outcome(text) == (links, reasons)


def test_a_metonym_that_is_out_of_use_is_none() -> None:
    assert outcome("Oslo announced it.", date(2019, 1, 1))[0] == ["Oslo>norwegian-government"]
    assert outcome("Oslo announced it.", date(2024, 1, 1))[0] == ["Oslo>oslo"]


def test_a_settled_no_is_a_reason_too() -> None:
    found = INDEX.find("in Oslo", settled=[Settled("Oslo", None)])
    assert [(t.text, t.entries, t.reason) for t in found.turned_down] == [("Oslo", (), "settled")]
