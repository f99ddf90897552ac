"""A pre-reading page shows dates that its readers could know."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import make_shelf
from printed import pack
from readers import article, entry

from course_reader.model.problems import Code
from course_reader.parts.prereading.check import check

EVENTS = {
    "glossary/events/fair.md": entry("Fair", start="2020"),
    "glossary/events/storm.md": entry("Storm", start="2022-06"),
    "glossary/people/ann.md": entry("Ann"),
}


@pytest.mark.parametrize(
    ("dates", "day", "lines"),
    [
        ("[fair]", "2021-01-01", []),
        ("[fair, storm]", "2022-06-30", []),
        ("\n    - fair\n    - storm", "2022-06-29", [8]),
        ("\n    - ann\n    - fiar", "2021-01-01", [7, 8]),
        ("[]", "2021-01-01", []),
    ],
)
def test_an_article_shows_what_had_happened_by_its_day(tmp_path: Path, dates: str, day: str, lines: list[int]) -> None:
    files = {**EVENTS, "corpus/one/article.md": article("T.", date=day, before=f"\n  dates: {dates}")}
    found = list(check(make_shelf(files, tmp_path).at("corpus/one/article")))

    assert [(problem.code, problem.line) for problem in found] == [(Code.PREREADING_DATE, line) for line in lines]


def test_a_pack_shows_what_had_happened_by_the_day_of_its_first_article(tmp_path: Path) -> None:
    files = {
        **EVENTS,
        "corpus/one/article.md": article("T.", date="2021-01-01"),
        "corpus/two/article.md": article("T.", date="2023-01-01"),
        "corpus/packs/late.md": pack("two", before="{dates: [storm]}"),
        "corpus/packs/early.md": pack("two", "one", before="{dates: [storm]}"),
    }
    shelf = make_shelf(files, tmp_path)

    assert list(check(shelf.at("corpus/packs/late"))) == []
    assert [problem.path for problem in check(shelf.at("corpus/packs/early"))] == ["corpus/packs/early.md"]


def test_without_a_date_everything_that_is_dated_may_be_shown() -> None:
    text = article("T.", before="{dates: [storm]}").replace("date: 2022-11-01\n", "")
    shelf = make_shelf({**EVENTS, "corpus/one/article.md": text})

    assert list(check(shelf.at("corpus/one/article"))) == []


def test_a_name_that_is_nearly_right_is_told() -> None:
    files = {**EVENTS, "corpus/one/article.md": article("T.", before="{dates: [fiar]}")}
    [problem] = check(make_shelf(files).at("corpus/one/article"))

    assert "'fair'" in problem.message
