"""Many made-up exports of one kind: every article comes out whole."""

from __future__ import annotations

import pytest
from scrape.exports.expected import assert_read
from scrape.exports.made_exports import feed, made_articles

from course_reader.scrape import ScrapeError, scrape


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("make", [feed])
def test_every_article_of_an_export(make: object, seed: int) -> None:
    assert callable(make)
    made = made_articles(seed)
    got = assert_read(make(seed), made, "a feed")
    assert [article.outlet for article in got] == ["The Northport Gazette" for one in made]


def test_a_feed_of_links_is_refused() -> None:
    with pytest.raises(ScrapeError, match="only links"):
        scrape(
            '<rss version="2.0"><channel><item><title>Pier</title><link>https://a.example</link></item></channel></rss>'
        )
