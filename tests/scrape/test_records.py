"""The result of scraping."""

from __future__ import annotations

from course_reader.scrape import ArticleBlock, Scraped


def test_headings_have_no_paragraph_number() -> None:
    blocks = (
        ArticleBlock("paragraph", "One.", 1, 1),
        ArticleBlock("heading", "Then", 3, 3, 2),
        ArticleBlock("list", "- two", 5, 5),
        ArticleBlock("quote", "Three.", 7, 7),
    )
    assert [block.text for block in Scraped(blocks=blocks).paragraphs] == ["One.", "- two", "Three."]


def test_an_empty_result_has_no_fields_and_no_blocks() -> None:
    empty = Scraped()
    assert empty.paragraphs == empty.blocks == empty.unsure == ()
    assert {empty.title, empty.date, empty.url, empty.language} == {None}
