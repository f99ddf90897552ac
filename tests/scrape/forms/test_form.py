"""An input is decoded once, whatever asks for its text."""

from __future__ import annotations

import pytest

from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.records import ScrapeError


def test_the_start_is_compared_without_byte_order_mark_and_white_space() -> None:
    assert RawInput(b"\xef\xbb\xbf\n  <html>").start == b"<html>"
    assert RawInput("\n{\\rtf1").start == b"{\\rtf1"


def test_the_text_is_decoded_and_cleaned_once() -> None:
    source = RawInput("Café\u00a0bar".encode("windows-1252"))
    assert source.text == "Café\xa0bar"
    assert source.decoded is source.decoded
    assert source.cleaned[0] == "Café bar"
    assert source.cleaned[1][0] == "not UTF-8: read as Windows-1252"


def test_nothing_is_attached_unless_somebody_says_so() -> None:
    assert RawInput("x").attached("page.html") is None
    assert RawInput("x", attached={"page.html": b"<p>"}.get).attached("page.html") == b"<p>"


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ScrapeError, match="not a text"):
        _ = RawInput(b"ab\0cd").text
