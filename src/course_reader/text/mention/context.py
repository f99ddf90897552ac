"""The words around a name, and what sort of word each is."""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import lru_cache

from course_reader.text.english import word_uses
from course_reader.text.mention.words import starts_sentence, word_after, word_before
from course_reader.text.wordlists import (
    ABBREVIATIONS,
    DAYS,
    DEMONYMS,
    EVENTS,
    GEOGRAPHY,
    GOVERNING,
    INSTITUTIONS,
    MONTHS,
    OTHER_PLACES,
    PLACE_HEADS,
    STARTERS,
    SUFFIXES,
    TITLES,
    given_names,
    known_places,
)


class Sort(Enum):
    """What a word beside a name is."""

    #: a small word, none at all, or a capital that only starts a sentence
    SMALL = auto()
    #: a name of the glossary
    KNOWN = auto()
    #: a possessive: what follows is another thing
    POSSESSIVE = auto()
    DATE = auto()
    TITLE = auto()
    DEMONYM = auto()
    INITIAL = auto()
    #: Jr.
    SUFFIX = auto()
    GIVEN = auto()
    ORDINAL = auto()
    #: New, West, Upper
    DIRECTION = auto()
    INSTITUTION = auto()
    #: River, Beach; Port, Fort
    GEOGRAPHY = auto()
    #: Talks, Summit
    EVENT = auto()
    #: Administration
    GOVERNING = auto()
    ACRONYM = auto()
    #: a well-known place without an entry
    PLACE = auto()
    #: any other capitalised word
    OTHER = auto()


_SMALL_WORDS = re.compile(r"\b[a-z]+\b")
_INITIAL = re.compile(r"(?:[^\W\d_]\.){1,4}|[^\W\d_]")
#: a number or a time that begins a line: "3. ", "10:05 "
_ITEM = re.compile(r"(?:\A|\n)\d{1,2}(?:[.:]\d\d)?[.)]? \Z")
_SENTENCE_END = re.compile(r"[.!?]['\")]? |\n")
_WORDS = re.compile(r"[^\W\d_][\w'-]*")
#: words that are no names wherever they have a capital
_ALWAYS_SMALL = (
    STARTERS
    - INSTITUTIONS
    - frozenset(
        [
            "May",
            "Sea",
            "Said",
            "Will",
            "New",
            "Young",
            "Last",
            "Must",
            "Late",
            "Being",
            "Few",
            "Even",
            "Less",
            "Like",
            "Early",
            "Having",
            "Us",
        ]
    )
)
_ORDINALS = frozenset(["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "New", "Old", "Great"])
_SUFFIXES = ("s", "es", "ed", "d", "ing", "ly", "er", "ers")


@lru_cache(maxsize=65536)
def is_common(word: str) -> bool:
    """Whether a word, in whatever case, is an ordinary English word rather than only a name.

    >>> is_common("Protesters"), is_common("Kamran")
    (True, False)
    """
    small = word.lower()
    if word_uses(small) or word.capitalize() in STARTERS:
        return True
    for ending in _SUFFIXES:
        if small.endswith(ending) and len(small) - len(ending) > 2:
            base = small[: -len(ending)]
            if any(word_uses(stem) for stem in (base, base + "e", base[:-1], base[:-1] + "y")):
                return True
    return small.endswith(("men", "ists", "ians"))


@dataclass(slots=True)
class Surroundings:
    """A folded text, and where the glossary's names start and end in it (code points)."""

    text: str
    #: offsets at which names start
    starts: Set[int]
    #: offsets at which names end
    ends: Set[int]
    #: offsets at which people's surnames start
    surnames: Set[int] = frozenset()
    #: offsets at which bodies start that have plain names, such as "Supreme Court"
    bodies: Set[int] = frozenset()
    _small: frozenset[str] | None = None
    _left: dict[int, tuple[str, Sort]] = field(default_factory=dict)
    _right: dict[int, tuple[str, Sort]] = field(default_factory=dict)
    _title_case: dict[int, bool] = field(default_factory=dict)

    def left(self, start: int) -> tuple[str, Sort]:
        """The word right before a position, with its full stop, and its sort."""
        if start not in self._left:
            self._left[start] = self._find_left(start)
        return self._left[start]

    def _find_left(self, start: int) -> tuple[str, Sort]:
        word = word_before(self.text, start)
        if not word or (word.endswith(".") and starts_sentence(self.text, start)):
            return "", Sort.SMALL
        at = start - 1 - len(word)
        return word, self.sort(word, at, known=start - 1 in self.ends, opens=self.opens_sentence(word, at))

    def right(self, end: int) -> tuple[str, Sort]:
        """The word right after a position, and its sort."""
        if end not in self._right:
            self._right[end] = self._find_right(end)
        return self._right[end]

    def _find_right(self, end: int) -> tuple[str, Sort]:
        word = word_after(self.text, end)
        if not word:
            return "", Sort.SMALL
        if self.text[end + 1 + len(word) : end + 2 + len(word)] == "." and word in ("Jr", "Sr", "St"):
            return word, Sort.SUFFIX if word != "St" else Sort.GEOGRAPHY
        return word, self.sort(word, end + 1, known=end + 1 in self.starts, opens=False)

    def sort(self, word: str, at: int, *, known: bool, opens: bool) -> Sort:
        """What sort of word begins at a position."""
        if not word[0].isupper():
            return Sort.SMALL
        if known:
            return Sort.KNOWN
        bare = word.rstrip(".")
        if word != bare and _INITIAL.fullmatch(word):
            return Sort.INITIAL
        if bare in _ALWAYS_SMALL and (opens or bare not in PLACE_HEADS):
            return Sort.SMALL
        if bare.isupper() and len(bare) > 1 and self.in_capitals(at):
            if is_common(bare):
                return Sort.SMALL
            bare = word = bare.capitalize()
        if bare.endswith(("'s", "'")):
            return Sort.POSSESSIVE
        sort = _listed(bare)
        if sort in (Sort.DIRECTION, Sort.GEOGRAPHY, Sort.INSTITUTION, Sort.TITLE) and not (
            opens and bare in ("The", "May")
        ):
            if opens and sort is not Sort.TITLE and bare in STARTERS and bare != "New":
                return Sort.SMALL
            return sort
        if opens and self._only_opens(word):
            return Sort.SMALL
        if sort is not None:
            return sort
        if word != bare:
            return Sort.SMALL
        if len(bare) == 1:
            return Sort.INITIAL
        first, hyphen, second = bare.partition("-")
        if bare in given_names() or (hyphen and first in given_names() and second[:1].isupper()):
            return Sort.GIVEN
        if bare.isupper() and bare.isalpha() and len(bare) < 5:
            return Sort.ACRONYM
        if self.is_title_case(at) and is_common(bare):
            return Sort.SMALL
        if any(bare in known_places(section) for section in ("countries", "capitals", "cities")):
            return Sort.PLACE
        return Sort.OTHER

    def opens_sentence(self, word: str, at: int) -> bool:
        """Whether a word at a position starts a sentence, a quotation, a block or a numbered item."""
        if not word or not word[0].isupper():
            return False
        return starts_sentence(self.text, at) or _ITEM.search(self.text, max(0, at - 9), at) is not None

    def is_title_case(self, at: int) -> bool:
        """Whether the sentence at a position is a headline: nearly all of its longer words have capitals."""
        first = max(self.text.rfind("\n", 0, at), self.text.rfind(". ", 0, at)) + 1
        if first not in self._title_case:
            end = _SENTENCE_END.search(self.text, max(first + 1, at))
            words = [w for w in _WORDS.findall(self.text[first : end.start() if end else len(self.text)]) if len(w) > 3]
            capitals = sum(w[0].isupper() for w in words)
            is_open = end is None or end.group()[0] != "."
            is_open = is_open and not self.text.rstrip().endswith(".") if end is None else is_open
            self._title_case[first] = is_open and len(words) > 3 and capitals >= 0.8 * len(words)
        return self._title_case[first]

    def in_capitals(self, at: int) -> bool:
        """Whether the sentence at a position is written in capitals."""
        first = max(self.text.rfind("\n", 0, at), self.text.rfind(". ", 0, at)) + 1
        end = _SENTENCE_END.search(self.text, at)
        letters = [letter for letter in self.text[first : end.start() if end else len(self.text)] if letter.isalpha()]
        return sum(map(str.isupper, letters)) > 0.6 * len(letters)

    def _only_opens(self, word: str) -> bool:
        """Whether a word that starts a sentence is an ordinary one."""
        if word in STARTERS or any(letter > "\u024f" for letter in word):
            return True
        if word in given_names() or word in _known_words():
            return False
        if is_common(word):
            return True
        if self._small is None:
            self._small = frozenset(_SMALL_WORDS.findall(self.text))
        return word.lower() in self._small


def _listed(bare: str) -> Sort | None:
    """The sort of a word that is in a list."""
    if bare in SUFFIXES:
        return Sort.SUFFIX
    if bare in DAYS or bare in MONTHS:
        return Sort.DATE
    if bare in _ORDINALS - OTHER_PLACES:
        return Sort.ORDINAL
    parts = bare.split("-")
    if bare in GOVERNING:
        return Sort.GOVERNING
    if bare in EVENTS:
        return Sort.EVENT
    if bare in OTHER_PLACES:
        return Sort.DIRECTION
    if bare in PLACE_HEADS or bare in GEOGRAPHY:
        return Sort.GEOGRAPHY
    if any(part in TITLES for part in parts):
        return Sort.TITLE
    if bare in INSTITUTIONS:
        return Sort.INSTITUTION
    if bare in DEMONYMS or parts[0] in DEMONYMS:
        return Sort.DEMONYM
    if bare in ABBREVIATIONS:
        return Sort.SMALL
    return None


def _known_words() -> frozenset[str]:
    return known_places("countries") | known_places("capitals") | known_places("cities")
