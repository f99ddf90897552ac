"""Names: what the glossary hands to the finder of mentions."""

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
    #: id of the entry that bears it
    entry: str
    #: the entry's kind: people, places, agreements, organisations, events, terms
    kind: str
    #: found in capitals and small letters alike, and in the plural; for terms
    fold_case: bool = False
    #: stands for this entry only where an article says so ("Moscow" for a government)
    metonym: bool = False
    #: first day on which the name, or who bears it, was in force; None: always was
    start: date | None = None
    #: last such day; None: still is
    end: date | None = None
    #: the entry's main name or another one that needs no context, unlike a bare surname
    full: bool = True

    def in_force(self, day: date) -> bool:
        """Whether the name, or who bears it, was in force on a day."""
        return (self.start is None or self.start <= day) and (self.end is None or day <= self.end)


def spellings(name: Name) -> Iterable[str]:
    """The folded strings by which a name is found.

    A proper name keeps its case, but a first letter that is small may be a capital where a sentence starts
    ("Five principles"), and an article at the head may be written either way ("The West", "the Hague").
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
    """The simple English plural of a term's last word; None where it has none or seems to be one already."""
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
