"""The sentences that name an entry: whole, on one line, and cut only where they are too long."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from libraries import make_shelf
from readers import article, entry

from course_reader.marks.records import Page
from course_reader.parts.entry.contexts import contexts_of
from course_reader.parts.entry.records import Context

ENTRIES = {"glossary/people/ann.md": entry("Ann Lee", aliases="[Mayor Lee]")}
ONE = "corpus/one/article"


def page_of(body: str) -> Page:
    return make_shelf({**ENTRIES, f"{ONE}.md": article(body, title="One")}).library.pages[ONE]


def contexts(body: str) -> list[str]:
    page = page_of(body)
    return [f"{c.before}[{c.words}]{c.after}" for c in contexts_of(page, page.mentions)]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("First. Then Ann Lee came. Last.", ["Then [Ann Lee] came."]),
        ("Ann Lee came and Ann Lee left.", ["[Ann Lee] came and Ann Lee left."]),
        ("Ann Lee came. Ann Lee left.", ["[Ann Lee] came.", "[Ann Lee] left."]),
        ("Then Ann\nLee came\nhome.", ["Then [Ann Lee] came home."]),
        ("She is Ann Lee", ["She is [Ann Lee]"]),
        ("Said:\n\n- Ann Lee\n- Bo", ["[Ann Lee]"]),
    ],
)
def test_a_sentence_is_told_once_and_whole(body: str, expected: list[str]) -> None:
    assert contexts(body) == expected


def test_of_a_long_sentence_only_what_is_around_the_name_is_told() -> None:
    [text] = contexts("Words " * 100 + "met Ann Lee and " + "words " * 100 + "ended.")

    assert text.startswith("… ") and text.endswith(" …")
    assert "met [Ann Lee] and" in text
    assert len(text) < 300


def test_each_sentence_has_the_number_of_its_paragraph() -> None:
    page = page_of("First.\n\nAnn Lee came.\n\n- Mayor Lee\n\nAnn Lee left.")
    found = contexts_of(page, page.mentions)

    assert [(c.number, c.anchor) for c in found] == [(2, "p2"), (3, "p3"), (4, "p4")]


def test_outside_the_paragraphs_there_is_no_number() -> None:
    page = page_of("Text.")
    page.mentions = page_of("Ann Lee.").mentions
    page.text, page.paragraphs = page_of("Ann Lee.").text, ()

    assert contexts_of(page, page.mentions) == (Context("", None, "", "Ann Lee", "."),)


def test_the_blank_before_a_footnotes_mark_goes_with_it() -> None:
    assert contexts("Ann Lee came , and left .") == ["[Ann Lee] came, and left."]


@given(
    st.lists(
        st.sampled_from(["Ann Lee", "came.", "and", "\n", "“Yes,”", "words " * 30, "Mayor Lee", "\n\n"]), max_size=12
    )
)
def test_what_is_told_stands_in_the_text(pieces: list[str]) -> None:
    page = page_of(" ".join(pieces))
    flat = " ".join(page.text.split())

    for context in contexts_of(page, page.mentions):
        told = f"{context.before}{context.words}{context.after}"
        assert " ".join(told.removeprefix("… ").removesuffix(" …").split()) in flat
        assert "Lee" in context.words
