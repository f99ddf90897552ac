"""A stretch of text is quoted so that it can be found again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.anchor.describe import CONTEXT, describe, text_hash
from course_reader.text.anchor.records import Anchor


def test_a_hash_is_short_and_the_same_on_every_machine() -> None:
    assert text_hash("") == "t-e3b0c44298fc1c14"
    assert text_hash("Şuşa") == "t-b6719dfb69f0e96d"
    assert text_hash("a\ud800") != text_hash("a")


def test_a_short_text_is_quoted_whole() -> None:
    text = "The talks began in Graz."
    assert describe(text, 4, 9, 3) == Anchor("talks", "The ", " began in Graz.", 3, text_hash(text), 4)
    assert describe(text, 0, 24) == Anchor(text, "", "", None, text_hash(text), 0)
    assert describe(text, 23, 24).quote == "."


@pytest.mark.parametrize(("start", "end"), [(3, 3), (-1, 2), (0, 99), (5, 2), (0, 25), (24, 25)])
def test_what_is_not_a_span_cannot_be_quoted(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=rf"^the span from {start} to {end} is empty or outside the text \(24 char"):
        describe("The talks began in Graz.", start, end)


NUMBERS = " ".join(str(number) for number in range(100, 200))


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        # 64 characters reach into a word, which is taken whole.
        (150, 134, 166),
        (116, 100, 132),
        (117, 101, 133),
        (183, 167, 199),
        (182, 166, 198),
    ],
)
def test_the_context_has_64_characters_and_whole_words(number: int, first: int, last: int) -> None:
    start = NUMBERS.index(str(number))
    anchor = describe(NUMBERS, start, start + 3)
    assert anchor.prefix == NUMBERS[NUMBERS.index(str(first)) : start]
    assert anchor.suffix == NUMBERS[start + 3 : NUMBERS.index(str(last)) + 3]
    assert CONTEXT == 64


def test_the_context_may_begin_with_the_first_word_of_the_text() -> None:
    text = "abcdefghij " + "word " * 30
    assert describe(text, 69, 73).prefix == text[:69]


@pytest.mark.parametrize(("before", "prefix"), [(86, 87), (87, 88), (88, 64), (90, 64)])
def test_a_very_long_word_is_cut(before: int, prefix: int) -> None:
    """A word is taken whole if it goes on for at most 24 characters beyond the 64."""
    text = "Up " + "x" * before + " pier " + "x" * before + " up. " + "z " * 9
    start = text.index("pier")
    anchor = describe(text, start, start + 4)
    assert (len(anchor.prefix), len(anchor.suffix)) == (prefix, prefix)


def test_the_context_doubles_until_no_other_place_fits() -> None:
    text = "The talks went on. " * 12 + "Then they ended."
    start = 4 + 19 * 7
    anchor = describe(text, start, start + 5)
    assert (len(anchor.prefix), anchor.suffix) == (133, text[start + 5 :])
    first = describe(text, 4, 9)
    assert (first.prefix, first.suffix.endswith("Then they ended.")) == ("The ", True)
    text = "Once. " + "The talks went on. " * 12
    last = describe(text, 6 + 19 * 11, 6 + 19 * 11 + 3)
    assert (last.prefix.startswith("Once."), last.suffix) == (True, " talks went on. ")
    # Nothing can tell two places apart when the whole text has been taken.
    assert describe("ab " * 100, 150, 152).prefix == "ab " * 50


def test_half_of_a_composed_letter_can_be_quoted() -> None:
    assert describe("e\u0301", 1, 2) == Anchor("\u0301", "e", "", None, text_hash("e\u0301"), 1)


def test_places_that_files_cannot_tell_apart_need_more_context() -> None:
    """In files each part is on one line, and white space at its ends is lost."""
    line = "x " * 40
    text = f"{line}the pier {line}then {line}the  pier {line}"
    start = text.index("pier")
    anchor = describe(text, start, start + 4)
    assert text.count(anchor.prefix[-64:] + "pier" + anchor.suffix[:64]) == 1
    assert (anchor.prefix, len(anchor.suffix)) == (text[:start], 129)


@given(st.text("ab .\n", min_size=1, max_size=200), st.data())
def test_a_quote_with_its_context_is_a_part_of_the_text(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = describe(text, start, end)
    assert text[start - len(anchor.prefix) : end + len(anchor.suffix)] == anchor.prefix + anchor.quote + anchor.suffix
    assert (anchor.quote, anchor.start) == (text[start:end], start)
    assert len(anchor.prefix) >= min(64, start)
    assert len(anchor.suffix) >= min(64, len(text) - end)
