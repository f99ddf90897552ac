"""Rich Text Format."""

from __future__ import annotations

import pytest
from scrape.exports.made_exports import made_articles, old_nexis
from scrape.forms.made_documents import BODY, TITLE, rtf

from course_reader.scrape import scrape
from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.rtf import text_of
from course_reader.scrape.scrape import scrape_all


def test_the_text_and_nothing_else() -> None:
    got = scrape(rtf(), filename="ferry.doc")
    assert (got.form, got.title, got.byline, got.date) == ("an RTF document", TITLE, "Lena Marsh", "2024-03-02")
    assert [block.text for block in got.blocks] == BODY


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        (rb"{\rtf1\ansi\ansicpg1251 \'ef\'ee\'f0\'f2}", "порт"),
        (rb"{\rtf1 a\u8212\'97b}", "a—b"),
        (rb"{\rtf1\uc2 a\u8212\'81\'5cb}", "a—b"),
        (rb"{\rtf1 one\line two\tab three\~four}", "one\ntwo three four"),
        (rb"{\rtf1 a{\v hidden}b{\*\bkmkstart x}c{\pict 0123}d}", "abcd"),
        (rb"{\rtf1 {\field{\*\fldinst HYPERLINK x}{\fldrslt a link}}}", "a link"),
        (rb"{\rtf1 a \{brace\} and a back\\slash}", "a {brace} and a back\\slash"),
        (rb"{\rtf1 broken", "broken"),
        (rb"{\rtf1\ansicpg9999 caf\'e9}", "café"),
    ],
)
def test_control_words(raw: bytes, text: str) -> None:
    assert text_of(raw) == text


def test_an_export_in_rtf_is_an_export() -> None:
    got = scrape_all(RawInput(rtf(tuple(old_nexis(3).split("\n")))))
    assert [article.title for article in got] == [one.title for one in made_articles(3)]
