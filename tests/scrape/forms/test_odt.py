"""Documents of LibreOffice."""

from __future__ import annotations

from scrape.forms.made_documents import BODY, TITLE, odt

from course_reader.scrape import scrape


def test_paragraphs_without_comments_and_removed_text() -> None:
    got = scrape(odt(), filename="ferry.odt")
    assert (got.form, got.title, got.byline, got.date) == ("an OpenDocument text", TITLE, "Lena Marsh", "2024-03-02")
    assert [block.text for block in got.blocks] == BODY
