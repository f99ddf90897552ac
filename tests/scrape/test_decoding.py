"""Bytes become text in one way only, and what was changed is said."""

from __future__ import annotations

import pytest

from course_reader.scrape import ScrapeError
from course_reader.scrape.decoding import clean, decode, split_lines


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028"])
def test_line_ends_of_any_kind_count_alike(end: str) -> None:
    lines = split_lines(f"one{end}{end}three{end}")
    assert [(line.number, line.text, line.gap) for line in lines] == [(1, "one", False), (3, "three", True)]


@pytest.mark.parametrize(
    ("raw", "encoding"),
    [
        ("Ərəb – “x”".encode(), "utf-8"),
        ("Ərəb – “x”".encode("utf-8-sig"), "utf-8-sig"),
        ("Ərəb – “x”".encode("utf-16"), "utf-16"),
        ("Ərəb and a longer – “x”".encode("utf-16-le"), "utf-16-le"),
    ],
)
def test_unicode_in_its_usual_forms(raw: bytes, encoding: str) -> None:
    decoded = decode(raw)
    assert decoded.encoding == encoding
    assert decoded.text.startswith("Ərəb")
    assert decoded.text.endswith("– “x”")


def test_windows_1252_is_detected_and_reported() -> None:
    decoded = decode("“Café” – naïve".encode("windows-1252"))
    assert decoded.text == "“Café” – naïve"
    assert decoded.notes == ("not UTF-8: read as Windows-1252",)


def test_windows_1251_is_detected_and_reported() -> None:
    text = "Новый мост через реку открыли в пятницу."
    decoded = decode(text.encode("windows-1251"))
    assert decoded.text == text
    assert decoded.encoding == "windows-1251"


def test_a_stray_byte_does_not_spoil_a_utf_8_text() -> None:
    decoded = decode("Über Öl, Äpfel und größere Brücken ".encode() + b"\x96 ja")
    assert decoded.text == "Über Öl, Äpfel und größere Brücken – ja"
    assert "stray" in decoded.notes[0]


@pytest.mark.parametrize(
    "raw", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF\x00\x01", b"\x01\x02\x03\xff\x04\x05\x06\xfe"]
)
def test_what_is_no_text_is_refused_with_advice(raw: bytes) -> None:
    with pytest.raises(ScrapeError, match="save the page"):
        decode(raw)


def test_characters_that_nobody_sees_are_counted() -> None:
    text, notes = clean("a\u00a0b\u00adc\u200bd\u202fe")
    assert text == "a bcd e"
    assert [note.split()[0] for note in notes] == ["2", "1", "1"]


def test_text_that_was_encoded_twice_is_repaired() -> None:
    text, notes = clean("the bridgeâ€™s â€œopeningâ€\u009d")
    assert text == "the bridge’s “opening”"
    assert notes == ("3 doubly encoded characters repaired (such as â€™)",)


def test_joiners_stay_where_a_script_needs_them() -> None:
    assert clean("می\u200cخواهم")[0] == "می\u200cخواهم"
    assert clean("a\u200cb")[0] == "ab"


def test_a_word_that_is_divided_at_the_end_of_a_line_is_whole() -> None:
    text, notes = clean("The coun\u00ad\n  cil met.\nIt agreed on the toll and the argumen\u00ad\ntation\nend")
    assert text == "The council\nmet.\nIt agreed on the toll and the argumentation\n\nend"
    assert notes == ()
