"""The dates around an article's own: as many as the settings say, and its own among them."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.parts.in_time.values import TimeItem, around

EVENTS = {f"glossary/events/e{year}.md": entry(f"E{year}", start=f"{year}-06-15") for year in range(2010, 2022)}
ONE = "corpus/one/article"


def items(date: str = "2015-06-15", **settings: Any) -> list[tuple[str, str]]:
    files = {**EVENTS, f"{ONE}.md": article("T.", title="One", date=date)}
    found = around(make_shelf(files, **settings).at(ONE))
    assert found is not None
    return [(item.text.removeprefix("E"), item.kind) for item in found]


def test_three_dates_are_before_and_two_behind() -> None:
    assert items() == [
        ("2013", "event"), ("2014", "event"), ("2015", "event"), ("This article", "now"), ("2016", "event"),
        ("2017", "event"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("settings", "count"),
    [
        ({"reader_time_before": 1}, 4),
        ({"reader_time_before": 0, "reader_time_after": 1}, 2),
        ({"reader_time_before": 50, "reader_time_after": 50}, 13),
    ],
)
def test_settings_say_how_many(settings: dict[str, int], count: int) -> None:
    assert len(items(**settings)) == count


def test_at_either_end_there_are_fewer() -> None:
    assert items("2009-01-01") == [("This article", "now"), ("2010", "event"), ("2011", "event")]
    assert items("2022-01-01")[-1] == ("This article", "now")


def test_another_article_is_a_link_and_its_own_is_none() -> None:
    files = {f"{ONE}.md": article("T.", title="One"), "corpus/two/article.md": article("T.", title="Two", date="2023")}
    found = around(make_shelf(files).at(ONE))

    assert found == (
        TimeItem("1 Nov 2022", "This article", None, "now"),
        TimeItem("2023", "Two", "corpus/two/article", "article"),
    )


def test_without_a_date_or_without_others_there_is_nothing_to_show() -> None:
    alone = make_shelf({f"{ONE}.md": article("T.")})
    undated = make_shelf({**EVENTS, f"{ONE}.md": article("T.").replace("date: 2022-11-01\n", "")})

    assert around(alone.at(ONE)) is None
    assert around(undated.at(ONE)) is None
    assert around(undated.at("glossary/events/e2015")) is None


def test_of_one_day_articles_are_in_the_order_of_their_folders() -> None:
    files = {f"corpus/{slug}/article.md": article("T.", title=slug) for slug in ("a", "b", "c")}
    found = around(make_shelf(files).at("corpus/b/article"))

    assert found is not None
    assert [item.text for item in found] == ["a", "This article", "c"]
