"""Pages that a word processor wrote."""

from __future__ import annotations

import pytest
from scrape.forms.made_documents import BODY, LINES, TITLE

from course_reader.scrape import scrape

PARAGRAPHS = "\n".join(f"<p class=MsoNormal><span style='font-size:12.0pt'>{line}</span></p>" for line in LINES)
HEADS = (
    '<meta name=Generator content="Microsoft Word 15 (filtered)">',
    '<meta name="generator" content="LibreOffice 7.4"/>',
    '<style>@import url("https://themes.googleusercontent.com/fonts/css");</style>',
)


@pytest.mark.parametrize("head", HEADS)
def test_all_of_its_text_is_the_article(head: str) -> None:
    got = scrape(
        f"<html>\n<head>{head}</head>\n<body lang=EN-GB><div class=WordSection1>{PARAGRAPHS}</div></body></html>"
    )
    assert (got.title, got.byline, got.date) == (TITLE, "Lena Marsh", "2024-03-02")
    assert [block.text for block in got.blocks] == BODY
