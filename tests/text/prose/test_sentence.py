"""The sentence around a mention."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from course_reader.text.prose.sentence import blocks, sentence_around, sentences, sentences_between


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
        ("One\n\nTwo\n\nThey met in Sochi", "They met in Sochi"),
        ("They met in Sochi. They left. It rained. It snowed.", "They met in Sochi."),
        ("A title\n\nThey met in Sochi\n\nA title\n\nAnother", "They met in Sochi"),
    ],
)
def test_a_sentence_ends_where_a_reader_sees_it_end(text: str, expected: str) -> None:
    assert around(text, "Sochi") == expected


def test_a_stop_inside_the_mention_does_not_cut_it() -> None:
    assert around("He saw the U.S. The ship left.", "U.S. The ship") == "He saw the U.S. The ship left."


NUMBERS = "one two three four five six seven eight nine ten"


@pytest.mark.parametrize(
    ("words", "limit", "cut"),
    [
        ("five", 48, NUMBERS),
        ("five", 47, "one two three four five six seven eight nine"),
        ("five", 20, "four five six"),
        ("five", 14, "four five six"),
        ("five", 13, "five six"),
        ("five", 5, "five"),
        ("one", 20, "one two three four"),
        ("two", 20, "one two three four"),
        ("ten", 20, "seven eight nine ten"),
        ("nine", 20, "seven eight nine ten"),
        ("ten", 8, "nine ten"),
        ("five six", 3, "five six"),
        ("hre", 11, "three"),
    ],
)
def test_a_long_sentence_is_cut_between_words_with_the_mention_inside(words: str, limit: int, cut: str) -> None:
    assert around(NUMBERS, words, limit) == cut
    assert around(f"It rained. {NUMBERS.capitalize()}", words.replace("one", "One"), limit).lower() == cut


def test_a_cut_falls_between_words_also_where_words_are_long() -> None:
    assert around("Lopadotemachoselacho in Sochi Hippopotomonstro", "Sochi", 25) == "in Sochi"


def test_a_sentence_has_at_most_240_characters_unless_told_otherwise() -> None:
    text = f"Sochi {'x' * 233}."
    assert sentence_around(text, 0, 5) == (0, 240)
    assert sentence_around(f"{text}!", 0, 5) == (0, 5)


def test_a_stretch_may_end_with_its_sentence_or_be_empty() -> None:
    assert around("It rained. They met in Sochi. They left. It snowed.", "Sochi.") == "They met in Sochi."
    assert sentence_around("\n\nOne", 0, 0) == (0, 0)


def test_white_space_of_the_stretch_itself_is_kept() -> None:
    assert sentence_around("It rained.  They left.", 10, 12) == (0, 22)
    assert sentence_around("  They left.  ", 0, 14) == (0, 14)


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


@pytest.mark.parametrize(
    "text",
    [
        "Mr. Smith came on 3 Oct. at noon.|He left!",
        "A title||“Why?” she asked.||An end",
        "They met Prof. Lee of St. Gallen.|Gen. Grant wrote to Lincoln.",
        "The law is in Art. 5 and Fig. 2.|Art.|Nobody cares for it.",
        "He said No. 7 was lost.|She said No.|Nobody answered.",
        "J. R. Smith and A. Lee came.|Plan B. Then they left.",
        "The U.S. Senate met in the U.S.|The vote was close.|At 5 p.m. Lee left.",
        "They flew to the U.S.|Today’s talks failed.",
        "Who came?|Lee said nothing.",
        "It cost 3.5 m.|5 of them left in 1994.|Then it rained.",
        "He waited … and waited... and left.|Why?!|Nobody knew.",
        "“Why?” Ann Maria Lee asked.|“Now!” they said.|“Go!”|Then they left.",
        "“It is over.”|Lee left.|“Is it?”|Nobody in the hall had asked.",
        "(It rained.)|[They left.]|«Ja.»|He went.",
        "Եկան։|Ո՞վ է։|ليس؟|ہاں۔|行。|好",
        "It rained.|“They” left.|(Nobody) came.|‘We’ stayed.",
    ],
)
def test_sentences_end_at_stops_and_blocks_but_not_at_abbreviations(text: str) -> None:
    plain = text.replace("||", "\n\n").replace("|", " ")
    assert [plain[a:b] for a, b in sentences(plain)] == text.replace("||", "|").split("|")


@pytest.mark.parametrize("short", ["No", "Nos", "Art", "Vol", "Fig", "pp", "ca", "Sec"])
def test_some_abbreviations_are_words_unless_a_number_follows(short: str) -> None:
    text = f"They saw {short}. 5 here. They saw {short}. Nobody came."
    assert [text[a:b] for a, b in sentences(text)] == [
        f"They saw {short}. 5 here.",
        f"They saw {short}.",
        "Nobody came.",
    ]


def test_blocks_are_what_blank_lines_separate() -> None:
    assert list(blocks("\n\nOne.\n\n \n\nTwo\n\n")) == [(2, 6), (11, 14)]
    assert list(blocks("One\ntwo")) == [(0, 7)]
    assert list(blocks(" ")) == list(blocks("")) == []


def test_the_sentences_of_a_part_of_a_text() -> None:
    text = "One. Two. Three. Four."
    assert [text[a:b] for a, b in sentences_between(text, 4, 16)] == ["Two.", "Three."]
    assert [text[a:b] for a, b in sentences_between(text, 4, 12)] == ["Two.", "Th"]
    assert list(sentences_between(text, 4, 5)) == []


@given(st.text(alphabet="aB. \n?“”1", max_size=60))
def test_sentences_lie_in_order_and_lose_only_white_space(text: str) -> None:
    spans = list(sentences(text))
    assert "".join("".join(text[a:b].split()) for a, b in spans) == "".join(text.split())
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
