"""Words of a folded text and their neighbours. In the examples, stars surround the stretch that is asked about."""

from __future__ import annotations

import pytest

from course_reader.text.mention.words import (
    is_possessive,
    is_word,
    stands_alone,
    starts_sentence,
    word_after,
    word_before,
)


def marked(text: str) -> tuple[str, int, int]:
    before, words, after = text.split("*")
    return before + words + after, len(before), len(before) + len(words)


@pytest.mark.parametrize(
    ("character", "expected"),
    [("a", True), ("Ж", True), ("7", True), ("_", True), ("\u0331", True), ("-", False), (" ", False), ("'", False)],
)
def test_letters_digits_marks_and_the_underscore_make_words(character: str, expected: bool) -> None:
    assert is_word(character) is expected


@pytest.mark.parametrize(
    "text",
    [
        "*Oslo*",
        "in *Oslo* now",
        "*Oslo*-Bergen",
        "Bergen-*Oslo*",
        "*Oslo*'s",
        "*Oslo*'S port",
        "*Oslo*' port",
        "*Oslo*'ll win",
        "*Oslo*'re",
        "'*Oslo*'",
        "x '*Oslo*",
        "('*Oslo*')",
        "*Oslo*.",
        "*C++*,",
        "*Oslo*\n\nnow",
        '"*Oslo*"',
        "*Oslo*'",
    ],
)
def test_whole_words_stand_alone(text: str) -> None:
    assert stands_alone(*marked(text))


@pytest.mark.parametrize(
    "text",
    [
        "*Oslo*ans",
        "Ny*Oslo*",
        "*Oslo*2",
        "_*Oslo*",
        "*Oslo*\u0331",
        "O'*Oslo*",
        "*O*'Brien",
        "*O*'Brien's",
        "*O*'sullivan",
        "*US*$",
        "*Oslo*€",
        "x*C++*",
        "*C++*x",
    ],
)
def test_parts_of_words_do_not(text: str) -> None:
    assert not stands_alone(*marked(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Oslo*'s port", True),
        ("*Oslo*'S", True),
        ("*Oslo*'s", True),
        ("*Athens*' port", True),
        ("*ATHENS*' port", True),
        ("*Oslo*' port", False),
        ("*Athens*'", False),
        ("*Oslo*'st", False),
        ("*Oslo* s", False),
        ("*Oslo*", False),
    ],
)
def test_a_possessive_has_an_apostrophe_and_an_s(text: str, expected: bool) -> None:
    plain, _, end = marked(text)
    assert is_possessive(plain, end) is expected


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("near *Oslo*", "near"),
        ("He is near *Oslo*", "near"),
        ('the "near *Oslo*', "near"),
        ("Mr. *Smith*", "Mr."),
        ("the States' *fleet*", "States'"),
        ("one\n\nnear *Oslo*", "near"),
        ("x\n\n*Oslo*", ""),
        ("*Oslo*", ""),
        ("in  *Oslo*", ""),
        ("and, *Oslo*", ""),
        ("- *Oslo*", ""),
        ("( *Oslo*", ""),
        ("near-*Oslo*", ""),
        ("(far *Oslo*", "far"),
        (" near *Oslo*", "near"),
        ("A" * 60 + " *Oslo*", "A" * 60),
    ],
)
def test_the_word_before_is_one_space_away(text: str, word: str) -> None:
    plain, start, _ = marked(text)
    assert word_before(plain, start) == word


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("*Oslo* port", "port"),
        ("*Oslo* port-side's end", "port-side's"),
        ("*Oslo* A", "A"),
        ("*Oslo*, port", ""),
        ("*Oslo* (port)", ""),
        ("*Oslo*  port", ""),
        ("*Oslo*", ""),
    ],
)
def test_the_word_after_is_one_space_away(text: str, word: str) -> None:
    plain, _, end = marked(text)
    assert word_after(plain, end) == word


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*Oslo*", True),
        ('("*Oslo*', True),
        ("x\n\n*Oslo*", True),
        ("x.\n\n- *Oslo*", False),
        ("It rained. *Oslo*", True),
        ("It rained? *Oslo*", True),
        ("It rained; *Oslo*", True),
        ("It rained… *Oslo*", True),
        ("Եկան։ *Oslo*", True),
        ("He asked: '*Oslo*", True),
        ('He said, "*Oslo*', True),
        ('He said - "*Oslo*', True),
        ("He said, *Oslo*", False),
        ("in *Oslo*", False),
        ('the "*Oslo*', False),
        ("Mr. *Oslo*", False),
        ("J. *Oslo*", False),
        ("j. *Oslo*", True),
        ("7. *Oslo*", True),
        ("He saw X-ray. *Oslo*", True),
        (". *Oslo*", True),
        ("Oct! *Oslo*", True),
    ],
)
def test_sentences_quotations_and_blocks_start_with_a_capital(text: str, expected: bool) -> None:
    plain, start, _ = marked(text)
    assert starts_sentence(plain, start) is expected
