"""The file of an imported article says only what is certain."""

from __future__ import annotations

import dataclasses

import yaml

from course_reader.exchange.article_file import article_file
from course_reader.scrape import ArticleBlock, Scraped, Unsure
from course_reader.scrape.evidence import Fact


def test_a_doubtful_day_is_asked_about_and_not_written() -> None:
    sure = Scraped(title="Pier", date="2021-03-14", blocks=(ArticleBlock("paragraph", "x", 1, 1),))
    doubtful = dataclasses.replace(sure, unsure=(Unsure(Fact.DATE, "Does it mean 2021-03-14 or 2021-04-13?"),))
    kept, left = (article_file(it, "original.txt", "0" * 64).split("---\n")[1] for it in (sure, doubtful))
    assert yaml.safe_load(kept)["date"] == "2021-03-14"
    assert "date" not in yaml.safe_load(left)
    assert "2021-03-14 or 2021-04-13" in left
