"""Documents of Word."""

from __future__ import annotations

import pytest
from scrape.exports.made_exports import made_articles, nexis
from scrape.forms.made_documents import BODY, TITLE, docx

from course_reader.scrape import ScrapeError, scrape
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.scrape import scrape_all


def test_paragraphs_and_headings_whatever_the_file_is_called() -> None:
    got = scrape(docx(), filename="ferry.txt")
    assert (got.form, got.title, got.byline, got.date) == ("a Word document", TITLE, "Lena Marsh", "2024-03-02")
    assert [block.text for block in got.blocks] == BODY
    assert got.blocks[2].kind == "heading"


def test_what_was_removed_or_is_repeated_for_other_programs_is_no_text() -> None:
    extra = (
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:t>There will be a feast.</w:t></w:r></w:p>"
    )
    got = scrape(docx(extra=extra))
    assert got.blocks[-1].text.endswith("There will be a feast.")
    assert not any("gone" in block.text for block in got.blocks)


@pytest.mark.parametrize("seed", [1, 7, 13])
def test_an_export_saved_by_word_still_is_an_export(seed: int) -> None:
    lines = tuple(line for line in nexis(seed).split("\n") if line)
    got = scrape_all(RawInput(docx(("Search results", *lines))))
    assert [article.title for article in got] == [one.title for one in made_articles(seed)]
    assert {article.form for article in got} == {"a Nexis export in a Word document"}


def test_a_damaged_document_is_refused() -> None:
    with pytest.raises(ScrapeError, match="damaged or has a password"):
        scrape(docx().replace(b"broke the pier", b"broke the peer"))
