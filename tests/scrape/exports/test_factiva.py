"""Many made-up exports of one kind: every article comes out whole."""

from __future__ import annotations

import pytest
from scrape.exports.expected import assert_read
from scrape.exports.made_exports import factiva_codes, factiva_display, made_articles


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("make", [factiva_codes, factiva_display])
def test_every_article_of_an_export(make: object, seed: int) -> None:
    assert callable(make)
    made = made_articles(seed)
    got = assert_read(make(seed), made, "a Factiva export")
    assert [article.outlet for article in got] == [one.outlet for one in made]
