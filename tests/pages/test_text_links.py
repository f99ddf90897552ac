"""Words of a text that are links to their explanation below it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from docutils import nodes
from libraries import make_shelf
from readers import article, entry

from course_reader.marks.nodes import mention
from course_reader.pages.nodes import word_link
from course_reader.pages.text_links import TextLink, link_words

ONE = "corpus/one/article"
FILES = {"glossary/people/ann.md": entry("Ann Harbour"), f"{ONE}.md": article("x")}


def found(word: str, text: str) -> Iterator[TextLink]:
    for match in re.finditer(word, text, re.IGNORECASE):
        yield TextLink(*match.span(), f"word-{word}")


def linked(text: str, word: str = "harbour") -> list[tuple[str, str]]:
    """The links in a text, with what they lead to; its words stay as they are."""
    document = make_shelf({**FILES, f"{ONE}.md": article(text)}).documents[ONE]
    before = document.astext()
    link_words(document, lambda words: found(word, words))
    assert document.astext() == before
    return [(node.astext(), node["refid"]) for node in document.findall(word_link)]


def test_each_occurrence_is_a_link() -> None:
    assert linked("The harbour is old.\n\nA Harbour!") == [("harbour", "word-harbour"), ("Harbour", "word-harbour")]


def test_a_word_over_markup_has_a_link_in_each_piece() -> None:
    assert [words for words, _ in linked("A har*bour* town.")] == ["har", "bour"]


@pytest.mark.parametrize(
    "text", ["Ann Harbour came.", "See [the harbour](https://example.org).", "Say `harbour`.", "## The harbour\n\nIt."]
)
def test_names_links_code_and_headings_stay_as_they_are(text: str) -> None:
    assert linked(text) == []


def test_of_two_that_overlap_the_longer_one_counts() -> None:
    document = make_shelf({**FILES, f"{ONE}.md": article("It broke away.")}).documents[ONE]
    link_words(document, lambda text: [*found("broke", text), *found("broke away", text)])

    assert [node.astext() for node in document.findall(word_link)] == ["broke away"]


def test_words_of_a_note_can_be_links_too() -> None:
    document = make_shelf({**FILES, f"{ONE}.md": article("Ann Harbour saw the harbour.")}).documents[ONE]
    link_words(document, lambda text: found("harbour", text))

    assert len(list(document.findall(mention))) == len(list(document.findall(word_link))) == 1
    assert all(isinstance(node.parent, nodes.paragraph) for node in document.findall(word_link))
