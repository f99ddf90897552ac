"""How hard a text is to read, in the levels of the Common European Framework (A1 to C2).

Words (by a graded list, cefrpy) and the length of sentences are measured, and the harder of the two decides.
Grammar, ideas and prior knowledge are not measured.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from course_reader.model.level import Level
from course_reader.text.english import LONGEST, graded_words
from course_reader.text.prose.sentence import sentences
from course_reader.text.wordlists import DAYS, DEMONYMS, MONTHS

#: the share of running words that readers have to know to follow a text
COVERAGE = 0.95

#: the greatest average sentence length of each level, in words; longer sentences are C2
SENTENCE_WORDS = {Level.A1: 8.0, Level.A2: 11.0, Level.B1: 15.0, Level.B2: 20.0, Level.C1: 26.0}

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_POSSESSIVE = re.compile(r"['’]s?\Z")


@dataclass(frozen=True, slots=True)
class Readability:
    """The measurements of one text."""

    #: running words, names and numbers included
    words: int
    #: average length of a sentence, in words
    sentence: float
    #: the lowest level that covers enough of the running words
    words_level: Level
    #: the level of sentences of that length
    sentences_level: Level
    #: the number of graded running words at each level, from A1 to C2
    counts: tuple[int, ...]
    #: the words above B2, each with its level, the hardest first
    hard: tuple[tuple[str, Level], ...]
    #: length of the longest sentence, in words
    longest: int

    @property
    def level(self) -> Level:
        """The level of the text: the harder of words and sentences."""
        return max(self.words_level, self.sentences_level)

    def share(self, level: Level) -> float:
        """The share of graded running words at a level or below, from 0 to 1."""
        total = sum(self.counts)
        return sum(self.counts[:level]) / total if total else 1.0


def measure(text: str, names: Iterable[tuple[int, int]] = (), known: Collection[str] = ()) -> Readability | None:
    """Measure how hard a text is to read; None if it has no words.

    >>> found = measure("The dog ran. The jurisprudence of Graz ran too.")
    >>> found.words, found.sentence, found.hard
    (9, 4.5, (('jurisprudence', <Level.C2: 6>),))

    Args:
        text: Blocks separated by blank lines.
        names: Spans of names (code points). Each counts as one word of its sentence and has no level, because
            the glossary explains it.
        known: Words in small letters that readers have already learnt; they count as A1.
    """
    text = _without(text, names)
    by_sentence = [words for start, end in sentences(text) if (words := _WORD.findall(text[start:end]))]
    if not by_sentence:
        return None
    lengths = [len(words) for words in by_sentence]
    inside = {part for words in by_sentence for word in words[1:] for part in _parts(word)}
    found = Counter(word for words in by_sentence for word in _graded(words, inside))
    levels = {word: Level.A1 if word in known else word_level(word) for word in found}
    counts = [sum(n for word, n in found.items() if levels.get(word) is level) for level in Level]
    hard = sorted((item for item in levels.items() if item[1] > Level.B2), key=lambda item: (-item[1], item[0]))
    mean = sum(lengths) / len(lengths)
    return Readability(
        sum(lengths), mean, _words_level(counts), _sentences_level(mean), tuple(counts), tuple(hard), max(lengths)
    )


#: replaces a name; the digit keeps it from being graded
_STAND_IN = "N4me"


def _without(text: str, names: Iterable[tuple[int, int]]) -> str:
    parts, done = [], 0
    for start, end in sorted(names):
        if start >= done:
            parts += [text[done:start], _STAND_IN]
            done = end
    return "".join([*parts, text[done:]])


def _parts(word: str) -> list[str]:
    """A word without its ending of possession; a compound is its parts."""
    return re.split(r"[-.]", _POSSESSIVE.sub("", word))


def _graded(words: Sequence[str], inside: Collection[str]) -> Iterable[str]:
    """The words of a sentence that can be graded: no names or numbers.

    Args:
        words: The sentence.
        inside: Words as they are written inside the sentences of the text, where a capital tells a name.
    """
    for place, word in enumerate(words):
        for part in _parts(word):
            small = part.lower()
            is_name = part[:1].isupper() and (place > 0 or part in _NAMES or _begins_as_name(part, inside))
            if small.isalpha() and len(small) > 1 and not is_name:
                yield small


def _begins_as_name(word: str, inside: Collection[str]) -> bool:
    """Whether a sentence begins with a name: the text has it with a capital elsewhere, or no list has the word."""
    small = word.lower()
    return small not in inside and (word in inside or _grade(small) is None)


_NAMES = DAYS | MONTHS | DEMONYMS


@cache
def word_level(word: str) -> Level:
    """The level of a word in small letters; a word not in the list is as hard as its parts (cease-fire), or C2.

    >>> word_level("dog"), word_level("ceasefire")
    (<Level.A1: 1>, <Level.B2: 4>)
    """
    number = _grade(word)
    if number is None:
        # A longer word has no two parts that are in the list.
        places = range(3, len(word) - 2) if len(word) <= 2 * LONGEST else ()
        parts = ((_grade(word[:at]), _grade(word[at:])) for at in places)
        number = min((max(one, two) for one, two in parts if one and two), default=float(Level.C2))
    return Level(min(Level.C2, max(Level.A1, round(number))))


def is_graded(word: str) -> bool:
    """Whether the list has a word in small letters: a name that it lacks is rare.

    >>> is_graded("nato"), is_graded("ouranga")
    (True, False)
    """
    return _grade(word) is not None


@lru_cache(maxsize=65536)
def _grade(word: str) -> float | None:
    """The grade of a word; None if the list does not have it."""
    if len(word) > LONGEST:
        return None
    try:
        grade: float | None = graded_words().get_average_word_level_float(word)
    except Exception:  # noqa: BLE001 -- the list fails on some words that it does not have, which end no run
        return None
    return grade


def _words_level(counts: Sequence[int]) -> Level:
    total, known = sum(counts), 0
    for level in Level:
        known += counts[level - 1]
        if known >= COVERAGE * total:
            return level
    return Level.C2


def _sentences_level(mean: float) -> Level:
    return next((level for level, most in SENTENCE_WORDS.items() if mean <= most), Level.C2)
