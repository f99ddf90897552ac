"""Addresses, paths, files and tags. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.address import in_address


def span(marked: str) -> tuple[str, int, int]:
    before, name, after = marked.split("*")
    return before + name + after, len(before), len(before + name)


@pytest.mark.parametrize(
    "marked",
    [
        "see www.*Oslo*.example now",
        "write to *Oslo*@mail.example",
        "write to desk.*Oslo*@mail.example",
        "see https://x.example/*Oslo*",
        "in /data/*Oslo*/2020",
        "in ~/*Oslo*/notes",
        "in C:\\*Oslo*\\maps",
        "open *Oslo*.pdf",
        "open *Oslo*.txt, then",
        "#*Oslo*",
        "@*Oslo*",
        "?city=*Oslo*&year=2020",
        "jordan.*Oslo*.example",
        "x.example/*Oslo*.html",
    ],
)
def test_what_is_no_prose(marked: str) -> None:
    assert in_address(*span(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "*Oslo*",
        "in *Oslo*.",
        "in *Oslo*. Then",
        "“*Oslo*.”",
        "*Oslo*/Bergen border",
        "Bergen/*Oslo*",
        "*Oslo*'s harbour",
        "*Oslo*-based",
        "(*Oslo*)",
        "*Oslo*…",
        "*Oslo*, Bergen",
        "No. 5 *Oslo*",
    ],
)
def test_what_is_prose(marked: str) -> None:
    assert not in_address(*span(marked))
