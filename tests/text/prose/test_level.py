"""How hard a text is: words against a graded list, and sentences by their length."""

from __future__ import annotations

import pytest

from course_reader.text.prose.level import SENTENCE_WORDS, Level, measure, word_level

EASY = "The man has a dog. The dog is big. They go to the park, and they play with a ball."
HARD = "Jurisprudence repudiates extraterritorial abrogation. Tribunals promulgate stipulations."


def test_easy_words_in_short_sentences_are_easy() -> None:
    found = measure(EASY)
    assert found is not None
    assert found.level <= Level.A2
    assert found.share(Level.B2) == 1.0
    assert found.hard == ()


def test_hard_words_make_a_text_hard_and_are_named() -> None:
    found = measure(HARD)
    assert found is not None
    assert found.words_level is Level.C2
    assert {"jurisprudence", "extraterritorial"} <= {word for word, _ in found.hard}
    assert found.sentences_level is Level.A1


@pytest.mark.parametrize(
    ("words", "level"), [(8, Level.A1), (9, Level.A2), (20, Level.B2), (21, Level.C1), (27, Level.C2)]
)
def test_long_sentences_make_a_text_hard(words: int, level: Level) -> None:
    found = measure("The " + "dog " * (words - 1) + "\n\nThe " + "dog " * (words - 1))
    assert found is not None
    assert (found.words_level, found.sentences_level, found.level) == (Level.A1, level, level)


def test_names_are_words_of_the_sentence_but_never_hard() -> None:
    text = (
        "The jurisprudence of Ozymandias Kadavergehorsam met the Tribunal of Samarkand in Abrogation Street on Monday."
    )
    plain = measure(text.replace("jurisprudence", "words"))
    assert plain is not None
    assert plain.hard == ()
    assert plain.words == 15
    named = measure("Extraterritorial Abrogation is a band.", [(0, 27)])
    assert named is not None
    assert (named.words, named.hard) == (4, ())


def test_words_that_the_course_teaches_are_easy() -> None:
    found = measure("The exclave is small.", known={"exclave"})
    assert found is not None
    assert found.hard == ()


def test_a_word_that_the_list_lacks_is_as_hard_as_its_parts() -> None:
    assert word_level("ceasefire") <= Level.B2
    assert word_level("qwzxkjv") is Level.C2


def test_a_text_without_words_has_no_level() -> None:
    assert measure(" … ") is None


def test_the_limits_of_sentences_rise() -> None:
    assert list(SENTENCE_WORDS.values()) == sorted(SENTENCE_WORDS.values())
