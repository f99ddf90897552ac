"""Kinds of name that keep the same company, more finely than the kinds of entry."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache

from course_reader.text.mention.context import is_common
from course_reader.text.mention.names import Name
from course_reader.text.wordlists import DEMONYMS, INSTITUTIONS, known_places


class Family(Enum):
    """Kinds of name that keep the same company."""

    #: a person's surname, or another single word
    SURNAME = auto()
    #: a person's name in full
    PERSON = auto()
    #: a place, and a body that is called like a country
    PLACE = auto()
    #: a body with a name of its own: NATO, Gazprom
    BODY = auto()
    #: a body called by ordinary words: the Congress, The Times, the European Council
    PLAIN_BODY = auto()
    #: an agreement or an event
    DOCUMENT = auto()
    TERM = auto()


#: Surnames of two words start with one of these: "Le Pen", "de Gaulle", "bin Laden"
_SURNAME_STARTS = frozenset(["le", "la", "de", "du", "des", "van", "von", "der", "bin", "al", "el", "di", "da", "dos"])


@lru_cache(maxsize=4096)
def family_of(name: Name) -> Family:
    """The kind of a name that decides which company counts."""
    if name.kind == "people":
        first, blank, _ = name.text.partition(" ")
        return Family.PERSON if blank and first.lower() not in _SURNAME_STARTS else Family.SURNAME
    if name.kind == "places" or name.metonym or name.text in known_places("countries"):
        return Family.PLACE
    if name.kind == "organisations":
        words = name.text.removeprefix("The ").removeprefix("the ").split()
        plain = all(is_common(word) or word in DEMONYMS or word in INSTITUTIONS for word in words if len(word) > 2)
        return Family.PLAIN_BODY if plain and not name.text.isupper() else Family.BODY
    return Family.TERM if name.kind == "terms" else Family.DOCUMENT
