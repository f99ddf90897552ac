"""PDF files."""

from __future__ import annotations

import sys

import pytest
from scrape.forms.made_documents import FIRST, LAST, TITLE, pdf

from course_reader.scrape import ScrapeError, scrape
from course_reader.scrape.forms.pdf import without_heads
from course_reader.scrape.forms.printed_lines import PrintedLine

WORDS = FIRST.split()
PAGES = [
    ["The Northport Gazette 4", TITLE, "By Lena Marsh", "2 March 2024", " ".join(WORDS[:9])],
    ["The Northport Gazette 5", " ".join(WORDS[9:]), LAST],
]


def _page(*texts: str) -> list[PrintedLine]:
    return [PrintedLine(text, 50, 800 - 14 * number, 10) for number, text in enumerate(texts)]


def test_running_heads_are_removed_and_pages_joined() -> None:
    got = scrape(pdf(PAGES), filename="scan.bin")
    assert (got.form, got.title, got.byline, got.date) == ("a PDF", TITLE, "Lena Marsh", "2024-03-02")
    assert [block.text for block in got.blocks] == [FIRST, LAST]
    assert [item.text for item in got.removed] == ["The Northport Gazette 4", "The Northport Gazette 5"]


def test_a_line_in_the_middle_of_pages_is_never_a_running_head() -> None:
    pages = [_page("Head", "a", "same", "b", "c"), _page("Head", "d", "same", "e", "f")]
    kept, heads = without_heads(pages)
    assert [[line.text for line in page] for page in kept] == [["a", "same", "b", "c"], ["d", "same", "e", "f"]]
    assert heads == ["Head", "Head"]


def test_a_scan_is_refused() -> None:
    with pytest.raises(ScrapeError, match="such as a scan"):
        scrape(pdf([[]]))


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(ScrapeError, match="damaged or has a password"):
        scrape(b"%PDF-1.7\nnothing")


def test_without_the_package_a_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    with pytest.raises(ScrapeError, match=r"pip install 'course-reader\[pdf\]'"):
        scrape(pdf(PAGES))
