"""E-books."""

from __future__ import annotations

from scrape.forms.made_documents import BODY, TITLE, epub

from course_reader.scrape import scrape


def test_chapters_in_their_order_without_the_contents() -> None:
    got = scrape(epub(), filename="book.zip")
    assert (got.form, got.title, got.byline, got.date, got.outlet, got.language) == (
        "an e-book", TITLE, "Lena Marsh", "2024-03-02", "Bay Books", "en",
    )  # fmt: skip
    assert [block.text for block in got.blocks] == BODY
