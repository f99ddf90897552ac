"""The sentence around a mention."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.sentence import sentence_around, sentences


def around(text: str, words: str, max_chars: int = 240) -> str:
    start = text.index(words)
    first, last = sentence_around(text, start, start + len(words), max_chars)
    return text[first:last]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. They met in Sochi. They left.", "They met in Sochi."),
        ("They met in Sochi", "They met in Sochi"),
        ("A block.\n\nThey met in Sochi.\n\nAnother.", "They met in Sochi."),
        ("It rained.\nThey met\nin Sochi.\nThey left.", "They met\nin Sochi."),
        ("Mr. Putin met Dr. Sochi. He left.", "Mr. Putin met Dr. Sochi."),
        ("He left. N. Pashinyan and J. R. Smith saw Sochi! Yes.", "N. Pashinyan and J. R. Smith saw Sochi!"),
        ("The U.S. envoy saw Sochi. He left.", "The U.S. envoy saw Sochi."),
        ("She lives in the U.S. The envoy saw Sochi.", "The envoy saw Sochi."),
        ("Resolution No. 5 on Sochi passed. It held.", "Resolution No. 5 on Sochi passed."),
        ("They said no. No. They met in Sochi.", "They met in Sochi."),
        ("On Oct. 31 they met in Sochi.", "On Oct. 31 they met in Sochi."),
        ("It took 3.5 hours to Sochi. He left.", "It took 3.5 hours to Sochi."),
        ("He said: “It rained.” They met in Sochi.", "They met in Sochi."),
        ('"Sochi is wet." He left.', '"Sochi is wet."'),
        ("“Will you come to Sochi?” he asked. They left.", "“Will you come to Sochi?” he asked."),
        ("“Will you come to Sochi?” Ms Green asked. They left.", "“Will you come to Sochi?” Ms Green asked."),
        ("He left… in Sochi. Then rain.", "He left… in Sochi."),
        ("What a day! Sochi? Yes.", "Sochi?"),
        ("Եկավ։ Sochi էր։ Գնաց։", "Sochi էր։"),
        ("عاد؟ Sochi هنا. ثم", "Sochi هنا."),
        ("It rained. (They met in Sochi.) They left.", "(They met in Sochi.)"),
        ("  They met in Sochi.  ", "They met in Sochi."),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_it_end(text: str, expected: str) -> None:
    assert around(text, "Sochi") == expected


def test_a_stop_inside_the_mention_does_not_cut_it() -> None:
    assert around("He saw the U.S. The ship left.", "U.S. The ship") == "He saw the U.S. The ship left."


def test_a_long_sentence_is_cut_between_words_with_the_mention_inside() -> None:
    text = "word " * 60 + "Sochi " + "more " * 60
    cut = around(text, "Sochi", 60)
    assert len(cut) <= 60
    assert set(cut.split()) == {"word", "Sochi", "more"}


def test_a_cut_keeps_the_start_of_the_sentence_where_the_mention_is_near_it() -> None:
    text = "In Sochi " + "more " * 60
    assert around(text, "Sochi", 40).startswith("In Sochi more")


def test_a_mention_longer_than_the_limit_comes_back_whole() -> None:
    assert around("They met in Sochi today.", "met in Sochi", 5) == "met in Sochi"


@given(
    st.text(st.sampled_from('ab AB.?!”“" \n\n(.)։'), max_size=80),
    st.integers(0, 80),
    st.integers(1, 9),
    st.integers(1, 40),
)
def test_the_span_holds_the_mention_stays_in_its_block_and_within_the_limit(
    text: str, start: int, length: int, limit: int
) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    first, last = sentence_around(text, start, end, limit)
    assert 0 <= first <= start <= end <= last <= len(text)
    assert "\n\n" not in text[first:start] and "\n\n" not in text[end:last]
    assert last - first <= max(limit, end - start)


def test_sentences_do_not_end_at_abbreviations_and_do_end_at_blocks() -> None:
    text = "Mr. Smith came on 3 Oct. at noon. He left!\n\nA title\n\n“Why?” she asked."
    assert [text[a:b] for a, b in sentences(text)] == [
        "Mr. Smith came on 3 Oct. at noon.",
        "He left!",
        "A title",
        "“Why?” she asked.",
    ]


@given(st.text(alphabet="aB. \n?“”1", max_size=60))
def test_sentences_lie_in_order_and_lose_only_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
