"""How much of an explanation its sentence already says."""

from __future__ import annotations

import pytest

from course_reader.text.prose.overlap import content_words, share_repeated


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The leaders led; a leader of talks talked in 2022.", {"leader", "led", "talk", "2022"}),
        ("Treaties, treaty", {"treaty"}),
        ("Inches of marching boats, not dogs.", {"inch", "march", "boat", "dogs"}),
        ("Some ties; the cities' ring", {"ties", "citi", "ring"}),
        ("It was 12 in the year 12345, UN", {"1234", "year"}),
        ("Ոչ, Երևանը մեծ է", {"երևանը", "մեծ"}),
    ],
)
def test_words_count_without_endings_and_function_words_not_at_all(text: str, words: set[str]) -> None:
    assert content_words(text) == words


@pytest.mark.parametrize(
    ("gloss", "sentence", "share"),
    [
        ("Capital of Armenia.", "Yerevan is the capital of Armenia.", 1.0),
        ("Former journalist; leads a party.", "Pashinyan was a journalist.", 0.25),
        ("River port.", "The river froze.", 0.5),
        ("Capital.", "It is the capital.", 0.0),
        ("", "Anything.", 0.0),
    ],
)
def test_what_a_gloss_repeats_is_a_share_of_its_own_words(gloss: str, sentence: str, share: float) -> None:
    assert share_repeated(gloss, sentence) == share
