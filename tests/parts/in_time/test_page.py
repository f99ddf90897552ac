"""How the dates around an article's own are written."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.parts.in_time.page import page
from course_reader.parts.in_time.values import TimeItem


def test_every_date_leads_to_its_page_but_the_articles_own() -> None:
    items = (TimeItem("2021", "A <b> & c", "glossary/events/a", "event"), TimeItem("2022", "This article", None, "now"))
    tree = shown(page(items, linker()))

    assert words(tree, "//li") == ["2021 A <b> & c", "2022 This article"]
    assert tree.xpath("//li/@class") == ["event", "now"]
    assert tree.xpath("//li//a/@href") == ["../../glossary/events/a.html"]
    assert words(tree, "//span[@class='when']") == ["2021", "2022"]
