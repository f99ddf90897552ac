"""Names in capitals: those of headlines and datelines are names, a lone one is not, and "JOIN US" names nobody."""

from __future__ import annotations

import re

from course_reader.text.english import word_uses
from course_reader.text.mention.context import Surroundings
from course_reader.text.wordlists import STARTERS, sections

_CAPITALS = re.compile(r"[^\W\d_a-z]{2,}")
_EVERYDAY = frozenset(sections("named_after")["everyday"])
_NOUN_AFTER = re.compile(r" (?!and\b|said\b|has\b|was\b|will\b|did\b)[a-z]{3,}")
_ALSO_WORDS = frozenset(("US", "IT", "WHO"))


def is_headline(context: Surroundings, start: int, end: int) -> bool:
    """Whether some words in capitals have a word in capitals beside them.

    Args:
        context: The text.
        start: Where the words start (code points of the folded text).
        end: Where they end.
    """
    return any(_CAPITALS.fullmatch(word.rstrip(".'S")) is not None for word in _beside(context, start, end))


def is_shouted_word(context: Surroundings, start: int, end: int, name: str) -> bool:
    """Whether an acronym that is also a word is among words in capitals ("JOIN US NOW")."""
    return is_also_acronym(name) and any(
        word.isupper() and (len(word) > 2 or word.capitalize() in STARTERS) for word in _beside(context, start, end)
    )


def _beside(context: Surroundings, start: int, end: int) -> tuple[str, ...]:
    return tuple(filter(None, (context.left(start)[0], context.right(end)[0])))


def is_also_acronym(name: str) -> bool:
    """Whether a name in capitals would be an ordinary word in small letters."""
    return name.isupper() and (name in _ALSO_WORDS or word_uses(name.lower()) != "")


def is_ordinary(context: Surroundings, start: int, end: int, name: str) -> bool:
    """Whether a short form in capitals is an ordinary word here: "JOIN US NOW", "the IT department"."""
    is_everyday = name in _EVERYDAY and _NOUN_AFTER.match(context.text, end) is not None
    return is_everyday or is_shouted_word(context, start, end, name)
