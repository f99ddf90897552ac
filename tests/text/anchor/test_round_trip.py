"""A place that is quoted is found again: for every text and every span of it."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from course_reader.text.anchor import Anchor, Anchored, Reason, State, describe, resolve, text_hash

#: letters, marks that melt, right-to-left letters, letters beyond the first plane, and every kind of gap
ODD = "aab bA.\u0301\u0327\u05d0\u05d1\u0627\u0644\u0561\U0001f600\U00010400 \n\u00a0\u00ad\u200f’'“\"–-ßİ"
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), min_size=1, max_size=120)
WORDS = ["the", "talks", "in", "Northport,", "the", "talks", "on", "peace.", "Ada", "said"]
prose = st.lists(st.sampled_from(WORDS), min_size=3).map(" ".join)


@st.composite
def spans(draw: st.DrawFn, source: st.SearchStrategy[str]) -> tuple[str, int, int]:
    text = draw(source)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


@given(spans(texts | prose))
def test_every_span_is_found_again(case: tuple[str, int, int]) -> None:
    text, start, end = case
    assert resolve(describe(text, start, end), text) == Anchored(State.EXACT, (start, end))


@given(spans(texts | prose))
# Characters that nobody sees at either end of the words, and a text without a letter.
@example(("000000000000\u00ad¡", 0, 13))
@example(("000000000000\x08¡", 0, 13))
@example(("000000000000\x1b0", 12, 14))
@example((" ×", 0, 2))
def test_every_span_is_found_again_without_its_position(case: tuple[str, int, int]) -> None:
    text, start, end = case
    anchor = dataclasses.replace(describe(text, start, end), start=None)
    assert resolve(anchor, text).span == (start, end)
    assert resolve(anchor, "A preface.\n\n" + text, snapshot=text).state in (State.EXACT, State.ORPHAN)


def as_kept(anchor: Anchor) -> Anchor:
    """An anchor as files keep it: each part on one line."""
    parts = (" ".join(part.split()) for part in (anchor.quote, anchor.prefix, anchor.suffix))
    return Anchor(*parts, text_hash=anchor.text_hash)


@given(spans(prose.map(lambda text: text.replace(". ", ".\n\n"))))
def test_every_span_is_found_again_from_a_file(case: tuple[str, int, int]) -> None:
    text, start, end = case
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end:
        assert resolve(as_kept(describe(text, start, end)), text) == Anchored(State.EXACT, (start, end))


@given(texts, texts, texts, texts)
def test_whatever_is_asked_there_is_an_answer(text: str, quote: str, prefix: str, snapshot: str) -> None:
    for old in (None, snapshot, quote + snapshot):
        found = resolve(Anchor(quote, prefix), text, snapshot=old)
        assert (found.span is None) == (found.state is State.ORPHAN) == (found.reason is not None)
        assert len(found.suggestions) <= 3
        for place in found.suggestions:
            assert text[place.start : place.end] == place.text
        if found.span:
            assert 0 <= found.span[0] <= found.span[1] <= len(text)


@given(texts, st.data())
def test_what_is_found_lies_inside_the_limits_that_were_given(text: str, data: st.DataObject) -> None:
    lo = data.draw(st.integers(0, len(text)))
    hi = data.draw(st.integers(lo, len(text)))
    found = resolve(Anchor(text[: data.draw(st.integers(1, 8))]), text, within=(lo, hi))
    assert found.span is None or lo <= found.span[0] <= found.span[1] <= hi


def test_letters_beyond_the_first_plane_count_as_one() -> None:
    old = "\U0001f600 One. The talks went on. \U0001d504\U0001d505 ended them."
    new = "\U0001f600\U0001f600 First. " + old
    start = old.index("went on")
    found = resolve(describe(old, start, start + 7), new, snapshot=old)
    assert new[slice(*found.span or ())] == "went on"


def test_text_from_right_to_left() -> None:
    old = "שלום עולם. זה מאמר על השיחות בעיר הנמל, והוא קצר. סוף הדיווח."
    new = "דיווח חדש. " + old.replace("קצר", "קצר מאוד")
    start = old.index("מאמר על השיחות")
    found = resolve(describe(old, start, start + 14), new, snapshot=old)
    assert new[slice(*found.span or ())] == "מאמר על השיחות"
    assert resolve(describe(old, start, start + 14), new).span == found.span


def test_more_than_256_different_letters() -> None:
    old = "".join(chr(0x4E00 + n) for n in range(600))
    new = old[:100] + "\u9fa5" * 9 + old[100:]
    for snapshot in (old, None):
        found = resolve(describe(old, 300, 340), new, snapshot=snapshot)
        assert found.span == (309, 349)


def test_a_quote_that_is_longer_than_the_text() -> None:
    old = "The talks in Northport went on for nine days without any result."
    found = resolve(describe(old, 0, len(old)), "The talks.")
    assert (found.state, found.span) == (State.ORPHAN, None)


def test_combining_marks_and_their_letters_are_one() -> None:
    composed = "Ada Quill met \u00c9mile No\u00ebl in the harbour. They talked about the caf\u00e9s."
    apart = unicodedata.normalize("NFD", composed)
    start = composed.index("\u00c9mile")
    found = resolve(describe(composed, start, start + 10), apart)
    assert found.state is State.EXACT
    assert unicodedata.normalize("NFC", apart[slice(*found.span or ())]) == "\u00c9mile No\u00ebl"


@pytest.mark.parametrize("quote", ["", "   ", "\n"])
def test_an_empty_quote_stands_nowhere(quote: str) -> None:
    assert resolve(Anchor(quote), "Some words.") == Anchored(State.ORPHAN, None, Reason.NOT_FOUND, score=0.0)


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 99), (5, 2)])
def test_what_is_no_span_cannot_be_described(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="is empty or outside the text"):
        describe("Some words.", start, end)


def test_a_hash_names_a_file_and_is_never_a_number() -> None:
    assert text_hash("") != text_hash("a")
    assert text_hash("a\ud800").startswith("t-")
    assert len(text_hash("a")) == 18


def test_context_is_64_characters_at_least_and_grows_until_it_is_unique() -> None:
    text = ("The talks went on in Northport and elsewhere. " * 12) + "Then they ended."
    start = text.index("talks", 200)
    anchor = describe(text, start, start + 5, 3)
    assert anchor.paragraph == 3
    assert len(anchor.prefix) >= 64 < len(anchor.suffix)
    assert text.count(anchor.prefix + anchor.quote + anchor.suffix) == 1
    assert describe("Only words here.", 5, 10).prefix == "Only "
