"""The words of an annotation are placed in an article only where that is certain."""

from __future__ import annotations

import pytest

from course_reader.exchange.placing import anchor_of, place, within_one
from course_reader.exchange.records import Passage
from course_reader.text.anchor import State, text_hash
from course_reader.text.paragraphs import NumberedText, Paragraph

FIRST, SECOND = "The talks went on for forty years.", "The talks will go on in May."
TEXT = NumberedText(
    f"{FIRST}\n\n{SECOND}",
    (Paragraph(1, "p1", 0, len(FIRST)), Paragraph(2, "p2", len(FIRST) + 2, len(FIRST) + 2 + len(SECOND))),
)


def at(quote: str | None, prefix: str = "", suffix: str = "", start: int | None = None) -> Passage:
    return Passage("https://news.example/", quote, prefix, suffix, start)


def test_words_that_are_there_once_are_placed() -> None:
    found = place(at(" forty years "), TEXT)
    assert (found.state, found.span) == (State.EXACT, (22, 33))
    assert TEXT.text[22:33] == "forty years"


def test_an_imported_quote_covers_whole_characters() -> None:
    text = NumberedText("A cafe\u0301 and 👍🏽.")
    found = place(at("👍"), text)
    assert found.span
    assert anchor_of(text, found.span).quote == "👍🏽"
    assert anchor_of(text, (2, 6)).quote == "cafe\u0301"


def test_words_that_are_there_twice_need_their_context() -> None:
    assert place(at("The talks"), TEXT).state is not State.EXACT
    found = place(at("The talks", suffix=" will go"), TEXT)
    assert (found.state, found.span) == (State.EXACT, (36, 45))


@pytest.mark.parametrize("quote", [None, ""])
def test_without_words_there_is_no_place(quote: str | None) -> None:
    assert place(at(quote), TEXT).state is State.ORPHAN


def test_hidden_characters_of_an_article_do_not_hide_its_words() -> None:
    text = NumberedText("The talks went on for for\ufeffty years.")
    found = place(at("forty years"), text)
    assert found.state is State.EXACT
    assert found.span is not None
    assert text.text[slice(*found.span)] == "for\ufeffty years"
    assert place(at("fifty days of rain"), text).span is None


def test_the_position_counts_on_the_very_text_that_was_annotated() -> None:
    found = place(at("The talks", start=36), TEXT, made_on=TEXT.hash)
    assert (found.state, found.span) == (State.EXACT, (36, 45))
    assert text_hash(TEXT.text) == TEXT.hash


def test_a_paragraph_is_known_by_its_span() -> None:
    second = TEXT.paragraph_at(36)
    assert second is not None
    assert second.number == 2
    assert TEXT.paragraph_at(len(FIRST)) is None
    assert within_one(TEXT, (36, 45)) == second
    assert within_one(TEXT, (30, 45)) is None


def test_a_note_keeps_words_with_context_and_paragraph() -> None:
    anchor = anchor_of(TEXT, (36, 45))
    assert (anchor.quote, anchor.paragraph, anchor.text_hash) == ("The talks", 2, TEXT.hash)
    assert anchor.suffix.startswith(" will go on")
