"""How hard a text is: words against a graded list, and sentences by their length."""

from __future__ import annotations

import pytest

from course_reader.text.prose import level
from course_reader.text.prose.level import COVERAGE, SENTENCE_WORDS, Level, Readability, measure, word_level

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
    ("words", "found_level"),
    [(8, Level.A1), (9, Level.A2), (20, Level.B2), (21, Level.C1), (26, Level.C1), (27, Level.C2)],
)
def test_long_sentences_make_a_text_hard(words: int, found_level: Level) -> None:
    found = measure("The " + "dog " * (words - 1) + "\n\nThe " + "dog " * (words - 1))
    assert found is not None
    assert (found.words_level, found.sentences_level, found.level) == (Level.A1, found_level, found_level)


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


def test_everything_that_is_measured() -> None:
    found = measure("The siege ended the war. The enzyme migrates in May 1994, and the glacier, and it. The\n\ndrought")
    assert found == Readability(
        words=18,
        sentence=4.5,
        words_level=Level.C2,
        sentences_level=Level.A1,
        counts=(8, 3, 0, 1, 2, 2),
        hard=(("glacier", Level.C2), ("migrates", Level.C2), ("enzyme", Level.C1), ("siege", Level.C1)),
        longest=11,
    )
    assert [found.share(level) for level in Level] == [8 / 16, 11 / 16, 11 / 16, 12 / 16, 14 / 16, 1.0]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("The dog’s river", (3, 0, 0, 0, 0, 0)),
        ("The cease-fire", (1, 1, 0, 1, 0, 0)),
        ("In 1994, on 3 May, A and B left N4me.", (1, 3, 0, 0, 0, 0)),
        ("Monday was Armenian. Dogs ran in Graz.", (3, 1, 0, 0, 0, 0)),
        ("dog, a dog", (2, 0, 0, 0, 0, 0)),
        ("1994 …", (0, 0, 0, 0, 0, 0)),
    ],
)
def test_names_numbers_and_single_letters_are_not_graded(text: str, counts: tuple[int, ...]) -> None:
    found = measure(text)
    assert found is not None
    assert found.counts == counts


@pytest.mark.parametrize(
    ("easy", "level"),
    [(18, Level.C1), (19, Level.A1), (20, Level.A1)],
)
def test_a_level_has_to_cover_nineteen_words_of_twenty(easy: int, level: Level) -> None:
    found = measure("dog " * easy + "siege")
    assert found is not None
    assert found.words_level is level


def test_a_text_of_numbers_is_covered_by_any_level() -> None:
    found = measure("1994")
    assert found is not None
    assert (found.words_level, found.share(Level.A1)) == (Level.A1, 1.0)


def test_of_names_that_overlap_the_first_counts() -> None:
    found = measure("Extraterritorial Abrogation Street is long.", [(17, 34), (0, 27), (27, 34)])
    assert found is not None
    assert (found.words, found.hard) == (3, ())


@pytest.mark.parametrize(
    ("word", "level"),
    [
        ("dog", Level.A1),
        ("treaty", Level.B2),
        ("truce", Level.C2),
        ("ceasefire", Level.B2),
        ("catdog", Level.A1),
        ("treatydog", Level.B2),
        ("dogtreaty", Level.B2),
        ("ableland", Level.B1),
        ("oxcat", Level.C2),
        ("catox", Level.C2),
        ("qwzxkjv", Level.C2),
    ],
)
def test_a_word_that_the_list_lacks_is_as_hard_as_its_parts(word: str, level: Level) -> None:
    assert word_level(word) is level


def test_a_text_without_words_has_no_level() -> None:
    assert measure(" … ") is None


def test_the_limits_are_those_of_the_manual() -> None:
    assert COVERAGE == 0.95
    assert SENTENCE_WORDS == {Level.A1: 8, Level.A2: 11, Level.B1: 15, Level.B2: 20, Level.C1: 26}


@pytest.mark.parametrize("letter", ["q", "z", "ñ", "я"])
@pytest.mark.parametrize("length", [22, 23, 24, 25, 26, 45, 46, 3000])
def test_a_word_of_any_length_has_a_level(letter: str, length: int) -> None:
    found = measure(f"The dog saw {letter * length} and freedomfornagornokarabakh.")
    assert found is not None
    assert found.hard == tuple(sorted([("freedomfornagornokarabakh", Level.C2), (letter * length, Level.C2)]))


def test_a_list_that_fails_on_a_word_does_not_have_it(monkeypatch: pytest.MonkeyPatch) -> None:
    class Failing:
        def get_average_word_level_float(self, word: str) -> float:
            raise IndexError(word)

    monkeypatch.setattr(level, "graded_words", Failing)
    word_level.cache_clear()
    # Grades are kept: this is a word that no other text asks for.
    assert word_level("giraffe") is Level.C2
    word_level.cache_clear()


@pytest.mark.parametrize(
    ("text", "hard"),
    [
        ("Brekke said no. Solheim left the talks.", []),
        ("The town of Sage is old. Sage has a port.", []),
        ("Jurisprudence is old. We read jurisprudence.", ["jurisprudence"]),
        ("Jurisprudence is an old subject.", ["jurisprudence"]),
        ("Xylophonists play here. Some xylophonists rest.", ["xylophonists"]),
    ],
)
def test_a_name_that_begins_a_sentence_is_no_hard_word(text: str, hard: list[str]) -> None:
    reading = measure(text)
    assert reading is not None
    assert [word for word, _ in reading.hard] == hard
