"""What every export must give: each article with its fields and its text, whole and in order."""

from __future__ import annotations

from scrape.exports.made_exports import Made

from course_reader.scrape import Scraped
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.scrape import scrape_all


def assert_read(raw: str, made: list[Made], form: str) -> tuple[Scraped, ...]:
    """All articles are found, with title, byline, date, outlet, dateline and text."""
    got = scrape_all(RawInput(raw.encode("utf-8"), "export.txt"))
    assert {article.form for article in got} == {form}
    assert [article.title for article in got] == [one.title for one in made]
    assert [article.byline for article in got] == [one.byline for one in made]
    assert [article.date for article in got] == [one.day.isoformat() for one in made]
    assert [[block.text for block in article.blocks] for article in got] == [list(one.paragraphs) for one in made]
    assert [article.dateline for article in got] == [one.town.title() or None for one in made]
    assert all({item.field for item in article.unsure} <= {"url", "outlet"} for article in got)
    return got
