"""Folding and the way back."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from course_reader.text.fold import BARRIER, fold, fold_case, fold_name, without

#: characters that a fold changes, and some that it must leave alone
ODD = (
    "aZ é'\"-\n\t\r\u00a0\u00ad\u200b\u2018\u2019\u201c\u201d\u2013\u2014"
    "\u0301\u0327\u0130ßş\u212b\u1100\u1161\u11a8\ufeff\u2029\u05d0\u0561"
)
texts = st.text(st.one_of(st.sampled_from(ODD), st.characters(exclude_categories=["Cs"])), max_size=40)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("plain text", "plain text"),
        ("two  spaces\tand\u00a0more", "two spaces and more"),
        ("a line\nbreak", "a line break"),
        ("a line\r\nbreak", "a line break"),
        ("one\n\ntwo", "one\n\ntwo"),
        ("one \n \n\n two", "one\n\ntwo"),
        ("one\r\n\r\ntwo", "one\n\ntwo"),
        ("one\u2029two", "one\n\ntwo"),
        ("‘it’s’ “so” «too» ‚low„", '\'it\'s\' "so" "too" \'low"'),
        ("a–b—c‑d−e־ו֊զ", "a-b-c-d-e-ו-զ"),
        ("soft\u00adhyphen zero\u200bwidth \ufeff", "softhyphen zerowidth "),
        ("e\u0301 Å", "é Å"),
        ("e\u00ad\u0301", "é"),
        ("s\u0327\u0307x", unicodedata.normalize("NFC", "s\u0327\u0307x")),
        ("\u1100\u1161\u11a8", "\uac01"),
        ("a\ud800b\udfff", "a\ufffdb\ufffd"),
        ("a\n b", "a b"),
        ("a \nb", "a b"),
        ("a\n\n b", "a\n\nb"),
        ("a\u00ad b", "a b"),
        ("a\ufe0fb", "ab"),
        ("a\ufe0eb", "ab"),
        ("a\u1ffdb\u0374", "a'b'"),
        ("\u1100\u1160", "\u1100\u1160"),
        ("", ""),
    ],
)
def test_texts_that_read_alike_fold_alike(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_a_span_comes_back_without_the_invisible_characters_around_it() -> None:
    text = "x \u00ad\u00adAze\u00adrbaijan\u200b\u00a0 y"
    folded = fold(text)
    start = folded.text.index("Azerbaijan")
    assert text[slice(*folded.span(start, start + 10))] == "Aze\u00adrbaijan"


def test_a_span_takes_its_combining_marks_along() -> None:
    text = "a\u0301  b Tu\u0308rkiye\u0301 c"
    folded = fold(text)
    start = folded.text.index("T")
    assert text[slice(*folded.span(start, start + 7))] == "Tu\u0308rkiye\u0301"


@pytest.mark.parametrize(
    "parts",
    [
        ["a", "b", " ", "c"],
        ["a", "  ", "b", "\u00a0\n", "c"],
        ["e\u0301", " ", "a", "  ", "b", "\u00ad ", "c\u0327", "d", "e"],
        ["e\u0301", "a", "e", "f"],
        ["a", "  ", "b", "c", "e\u0301", "d"],
        ["a", "e\u0301", "b", "  ", "c", "  ", "d", "e"],
        ["\u0915", "\u093c", "x", "y"],
        ["\u1100\u1161\u11a8", "a", "  ", "b"],
        ["e\u00ad\u0301", "a", "b"],
        ["  ", "e\u0301", "a", "b"],
        ["a", "  ", "\u212b", "b"],
    ],
)
def test_every_character_has_its_place_in_the_unfolded_text(parts: list[str]) -> None:
    text = "".join(parts)
    folded = fold(text)
    assert [text[slice(*folded.span(at, at + 1))] for at in range(len(folded.text))] == parts
    assert (folded.start(len(folded.text)), folded.end(0)) == (len(text), 0)


def test_invisible_characters_between_two_others_belong_to_neither() -> None:
    text = "\u00ade\u0301a\u00adb\u00adu\u0308c"
    folded = fold(text)
    assert folded.text == "éabüc"
    assert [text[slice(*folded.span(at, at + 1))] for at in range(5)] == ["e\u0301", "a", "b", "u\u0308", "c"]


def test_an_invisible_character_after_a_composed_one_belongs_to_neither() -> None:
    text = "e\u0301\u00ada"
    folded = fold(text)
    assert [text[slice(*folded.span(at, at + 1))] for at in range(2)] == ["e\u0301", "a"]


def test_a_character_that_is_taken_apart_is_one_place() -> None:
    folded = fold("a\u0958x")
    assert folded.text == "a\u0915\u093cx"
    assert [folded.span(at, at + 1) for at in range(4)] == [(0, 1), (1, 2), (1, 2), (2, 3)]


@pytest.mark.parametrize("text", ["one\n\ntwo", "one \n\n two", "one\ntwo", "one\u2029two", "one  two", "one two"])
def test_a_flat_fold_has_one_line(text: str) -> None:
    folded = fold(text, flat=True)
    assert folded.text == "one two"
    assert text[slice(*folded.span(4, 7))] == "two"


def test_a_blank_line_keeps_its_place() -> None:
    text = "one \n \n\n two e\u0301  x"
    folded = fold(text)
    assert folded.text == "one\n\ntwo é x"
    assert [text[slice(*folded.span(a, b))] for a, b in [(0, 3), (3, 5), (5, 8), (9, 10), (11, 12)]] == [
        "one",
        " \n \n\n ",
        "two",
        "e\u0301",
        "x",
    ]


def test_a_name_folds_to_one_line_without_white_space_around() -> None:
    assert fold_name("\n Nikol\n\nPashinyan\u00a0") == "Nikol Pashinyan"


def test_lower_case_never_moves_an_offset() -> None:
    everything = "".join(map(chr, range(sys.maxunicode + 1)))
    assert len(fold_case(everything)) == len(everything)
    assert fold_case("OSLO x") == "oslo x"
    assert fold_case("İIıẞßΣΑΣ") == "iiıßßσας".replace("ς", "σ")


@given(texts)
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text).text
    assert fold(folded).text == folded


def is_composed(text: str) -> bool:
    """Whether each character stays one; a few of Tibetan and Hebrew become two, and half of one has no place."""
    return all(len(unicodedata.normalize("NFC", character)) == 1 for character in text)


@given(texts.filter(is_composed))
def test_offsets_come_back_in_order_and_inside_the_text(text: str) -> None:
    folded = fold(text)
    ends = [0]
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert ends[-1] <= start < end <= len(text) or (folded.text[at - 1 : at + 1] == BARRIER and start < end)
        ends.append(end)


def test_both_halves_of_a_letter_that_is_written_as_two_come_back_as_the_letter() -> None:
    folded = fold("a\u0f73b")
    assert folded.text == "a\u0f71\u0f72b"
    assert [folded.span(at, at + 1) for at in range(4)] == [(0, 2), (0, 2), (0, 2), (2, 3)]


@given(texts, texts, texts)
def test_what_a_span_covers_folds_to_the_span(before: str, middle: str, after: str) -> None:
    text = f"{before} x{middle}x {after}"
    assume(is_composed(text))
    folded = fold(text)
    for start in range(0, len(folded.text), 3):
        for end in range(start + 1, min(len(folded.text), start + 6) + 1):
            inner = folded.text[start:end]
            if inner[0] != "\n" and inner[-1] != "\n" and inner == inner.strip():
                assert fold(text[slice(*folded.span(start, end))]).text == inner


@given(texts)
def test_the_fold_is_in_composed_form(text: str) -> None:
    assert unicodedata.is_normalized("NFC", fold(text).text)


def test_signs_can_be_left_out_of_a_folded_text() -> None:
    folded = without(fold("x\u00ad a\u055bb  c"), "\u055b")
    assert folded.text == "x ab c"
    assert [folded.span(at, at + 1) for at in range(6)] == [(0, 1), (1, 3), (3, 4), (5, 6), (6, 8), (8, 9)]
    assert without(folded, "q") is folded
