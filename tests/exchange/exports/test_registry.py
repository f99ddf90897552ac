"""Exports are told by their content, and refused with the one that works."""

from __future__ import annotations

import codecs

import pytest

from course_reader.exchange import forms
from course_reader.exchange.complaints import MalformedError

TABLE = "URL,Group,Quote,Comment\nhttps://news.example/,Public,forty years,Ի՞նչ\n"


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        codecs.BOM_UTF16_LE + TABLE.encode("utf-16-le"),
        TABLE.replace("\n", "\r\n").encode(),
    ],
)
def test_a_table_in_every_encoding_of_an_office(data: bytes) -> None:
    (one,) = forms.read(data).annotations
    assert (one.places[0].quote, one.body) == ("forty years", "Ի՞նչ")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Name,Size\nquay,4\n", "this table has no column of marked words (name, size)"),
        ("<html><body>Nothing</body></html>", "this page is no export of annotations"),
        ("Dear all,\n", "this is not JSON, nor a table"),
    ],
)
def test_a_refusal_names_what_works(text: str, said: str) -> None:
    with pytest.raises(MalformedError) as caught:
        forms.read(text.encode())
    (problem,) = caught.value.problems
    assert problem.message.startswith(said)
    assert "JSON" in problem.message


def test_a_remark_that_is_too_long_is_refused() -> None:
    with pytest.raises(MalformedError, match="too long"):
        forms.read(TABLE.replace("Ի՞նչ", "long " * 20_000).encode())
