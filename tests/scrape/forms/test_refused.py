"""What is no text is refused by name, with what to do; no markup becomes an article."""

from __future__ import annotations

import pytest
from scrape.forms.made_documents import FIRST, zipped

from course_reader.scrape import ScrapeError, scrape
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.refused import refusal


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "JPEG"),
        (b"RIFF\x10\0\0\0WEBPVP8", "WebP"),
        (b"\0\0\0\x18ftypmp42", "video"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "old Office"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (zipped({"xl/workbook.xml": "<x/>"}), "spreadsheet"),
        (zipped({"ppt/slides/slide1.xml": "<x/>"}), "presentation"),
        (zipped({"a.txt": FIRST}), "archive"),
        (b"SQLite format 3\0", "SQLite"),
        (b'<?xml version="1.0"?><data><a>1</a></data>', "XML"),
        (b'<svg width="10"><text>x</text></svg>', "SVG"),
        (b'{"a": [1, 2]}', "JSON"),
        (b"#!/bin/sh\necho a", "program"),
        (b"\\documentclass{article}\n\\begin{document}", "TeX"),
        (b"BEGIN:VCALENDAR\nEND:VCALENDAR", "calendar"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_the_kind_is_named_with_what_to_do(raw: bytes, name: str) -> None:
    with pytest.raises(ScrapeError, match=name) as raised:
        scrape(raw, filename="text.txt")
    assert "; " in str(raised.value)


def test_a_table_is_told_by_its_name() -> None:
    assert (refusal(RawInput("a,b\n1,2\n", "table.csv")) or ("",))[0] == "a table (CSV)"


@pytest.mark.parametrize("text", [f"[Correction] {FIRST}", f"{{sic}} {FIRST}", f"BMW opens a yard\n\n{FIRST}", FIRST])
def test_a_text_is_not_refused(text: str) -> None:
    assert refusal(RawInput(text)) is None
