"""Hard words are found in the forms that a text has them in, and only as whole words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.vocabulary import inflected, places

FOUND = [
    ("irk", (), "It has irked Moscow.", ["irked"]),
    ("power broker", (), "Two power-brokers and a power broker.", ["power-brokers", "power broker"]),
    ("iron out", (), "They ironed\nout their quarrels.", ["ironed\nout"]),
    ("urge", (), "Urging peace, he urged both; it urges.", ["Urging", "urged", "urges"]),
    ("supply", (), "Supplies ran out.", ["Supplies"]),
    ("stop", (), "He stopped. She is stopping.", ["stopped", "stopping"]),
    ("tie", (), "A necktie ties nothing; ties with Turkey.", ["ties", "ties"]),
    ("seek", ("sought",), "She sought and seeks.", ["sought", "seeks"]),
    ("seek", (), "She sought.", []),
    ("act", (), "The actor and the fact.", []),
    ("in principle", (), "In principle, yes; in principles, no.", ["In principle", "in principles"]),
    ("squeeze out", ("squeezing Russia out",), "“squeezing Russia out”", ["squeezing Russia out"]),
    ("C++", (), "Written in C++.", ["C++"]),
    ("", (), "Anything.", []),
]


@pytest.mark.parametrize(("word", "forms", "text", "expected"), FOUND, ids=[f"{w}-{t[:12]}" for w, _, t, _ in FOUND])
def test_a_word_is_found_in_its_forms(word: str, forms: tuple[str, ...], text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b in places(text, word, forms)] == expected


BASIC = ("", "s", "es", "ed", "ing")


@pytest.mark.parametrize(
    ("word", "more"),
    [
        ("act", []),
        ("tie", ["tied", "tiing"]),
        ("dry", ["dries", "dried"]),
        ("supply", ["supplies", "supplied"]),
        ("enjoy", []),
        ("my", []),
        ("ban", ["banned", "banning"]),
        ("admit", ["admitted", "admitting"]),
        ("Stop", ["Stopped", "Stopping"]),
        ("show", []),
        ("fix", []),
        ("sail", ["sailled", "sailling"]),
        ("up", []),
        ("CO2", []),
    ],
)
def test_a_word_has_the_regular_endings(word: str, more: list[str]) -> None:
    assert inflected(word) == [*(word + ending for ending in BASIC), *more]


@given(st.from_regex(r"[a-z]{2,9}", fullmatch=True), st.integers(0, 20))
def test_every_regular_form_is_found_where_it_stands(word: str, which: int) -> None:
    forms = inflected(word)
    form = forms[which % len(forms)]
    assert places(f"0 {form}. 1", word) == [(2, 2 + len(form))]


@given(st.text(max_size=80), st.text(min_size=1, max_size=12))
def test_whatever_is_written_spans_are_whole_words_in_order(text: str, word: str) -> None:
    spans = places(text, word)
    assert spans == sorted(spans)
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert not (start and text[start - 1].isalnum())
        assert not text[end : end + 1].isalnum()
