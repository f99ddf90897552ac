"""The names by which the glossary's entries are found."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from course_reader.text.fold import fold_name

_LAST_WORD = re.compile(r"[A-Za-z]{3,}$")
_SIBILANT = ("ss", "x", "z", "ch", "sh")
_CONSONANT_Y = re.compile(r"[^aeiou]y$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Name:
    """One spelling of one entry's name. Two entries may share a spelling."""

    #: the name as an editor wrote it
    text: str
    #: id of the entry
    entry: str
    #: the entry's kind: people, places, agreements, organisations, events, terms
    kind: str
    #: matches capital and small letters alike, and the plural; for terms
    fold_case: bool = False
    #: refers to this entry only where an article says so ("Moscow" for a government)
    metonym: bool = False
    #: first day on which the name, or its bearer, was in force; None: has always been
    start: date | None = None
    #: last such day; None: still in force
    end: date | None = None
    #: a name that needs no context, such as the entry's main name; not a bare surname
    full: bool = True

    def in_force(self, day: date) -> bool:
        """Whether the name, or its bearer, was in force on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def spellings(name: Name) -> Iterable[str]:
    """The folded strings that a name is found by.

    A proper name keeps its case, except that a small first letter may be a capital at the start of a sentence
    ("Five principles"), and an initial article may be written either way ("The West", "the Hague").

    >>> list(spellings(Name("The Hague", "the-hague", "places")))
    ['The Hague', 'the Hague']
    """
    folded = fold_name(name.text)
    if not folded:
        return
    yield folded
    if name.fold_case:
        if plural := plural_of(folded):
            yield plural
    elif folded[0].islower():
        yield folded[0].upper() + folded[1:]
    elif folded.startswith("The "):
        yield "t" + folded[1:]


def plural_of(term: str) -> str | None:
    """A term with its last word in the regular English plural; None if there is none or it seems to be plural already.

    >>> plural_of("peace treaty")
    'peace treaties'
    """
    last = _LAST_WORD.search(term)
    if not last:
        return None
    word = last.group().lower()
    if word.endswith(_SIBILANT):
        return term + "es"
    if word.endswith(("us", "is")):
        return None if word.endswith("is") else term + "es"
    if word.endswith("s"):
        return None
    if _CONSONANT_Y.search(word):
        return term[:-1] + "ies"
    return term + "s"
