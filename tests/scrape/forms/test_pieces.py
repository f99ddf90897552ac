"""Records whose form names their fields."""

from __future__ import annotations

import pytest

from course_reader.scrape.forms.pieces import Piece, PrintedRecord, author_of, draft_of_record, segments_of


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("Marsh, Lena", "Lena Marsh"),
        ("Marsh, Lena; Brandt, Oskar", "Lena Marsh and Oskar Brandt"),
        ("Lena Marsh", "Lena Marsh"),
        ("", ""),
    ],
)
def test_names_of_catalogues(name: str, author: str) -> None:
    assert author_of(name) == author


def test_lines_that_are_neither_text_nor_field_are_listed() -> None:
    record = PrintedRecord(
        "Pier open", part="Pier open\nLength: 20 words\nThe pier is open.\n", pieces=[Piece("The pier is open.")]
    )
    draft = draft_of_record(record)
    assert draft.settled
    assert [(item.line, item.text, item.reason) for item in draft.removed] == [
        (2, "Length: 20 words", "field of the export")
    ]


def test_a_record_without_a_title_is_asked_about() -> None:
    assert [item.field for item in draft_of_record(PrintedRecord(pieces=[Piece("The pier is open.")])).unsure] == [
        "title"
    ]


def test_an_agency_as_source_is_an_agency_and_languages_are_tags() -> None:
    draft = draft_of_record(
        PrintedRecord("Pier", outlet="Reuters", language="English; EN", date="March 1, 2024 Friday")
    )
    assert [item.value for item in draft.clues["agency"]] == ["Reuters"]
    assert (draft.language, draft.clues["date"][0].value) == ("en", "2024-03-01")


def test_blocks_without_words_are_left_out() -> None:
    assert [segment.marker for segment in segments_of([Piece(" "), Piece("one", kind="item")])] == ["-"]
