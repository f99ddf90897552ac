"""Exports that were saved as web pages: every article comes out whole, without markup."""

from __future__ import annotations

import pytest
from scrape.exports.expected import assert_read
from scrape.exports.made_exports import made_articles
from scrape.exports.made_pages import factiva_codes_page, factiva_display_page, nexis_page, proquest_page

from course_reader.scrape.exports.as_page import FORM
from course_reader.scrape.forms.form import RawInput

FORMS = {
    factiva_codes_page: "a Factiva export in a web page",
    factiva_display_page: "a Factiva export in a web page",
    proquest_page: "a ProQuest export in a web page",
    nexis_page: "a Nexis export in a web page",
}


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("make", FORMS, ids=lambda make: make.__name__)
def test_every_article_of_an_export(make: object, seed: int) -> None:
    assert callable(make)
    got = assert_read(make(seed), made_articles(seed), FORMS[make])
    assert not any("<" in block.text or "|" in block.text for article in got for block in article.blocks)


def test_a_page_that_only_speaks_of_an_export_is_a_page() -> None:
    page = "<html><body><p>Each record has its ProQuest document ID, says the library.</p></body></html>"
    assert not FORM.recognises(RawInput(page, "help.html"))
