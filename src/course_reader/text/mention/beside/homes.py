"""Institutions with plain names have namesakes abroad: "Iran's National Assembly" is not that of Armenia."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.context import Sort, Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.wordlists import DEMONYMS, known_places

#: letters that a country and its adjective share: Armenia, Armenian
_STEM = 4
#: beginnings that two countries share: Austria and Australia, Niger and Nigeria
_SHARED = frozenset({"Aust", "Nige", "Domi", "Guin", "Mali", "Cong", "Unit", "Sout"})
_WORDS = re.compile(r"[^\W\d_][\w-]*")


class Homes:
    """Which country each institution of a glossary belongs to, as far as its names say.

    Args:
        names: All names of the glossary.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._words: dict[str, set[str]] = {}
        self._places: set[str] = set()
        for name in names:
            if name.kind == "places":
                self._places.add(name.text)
            if name.kind == "organisations":
                self._words.setdefault(name.entry, set()).update(_WORDS.findall(name.text))

    def is_own(self, entry: str, word: str) -> bool:
        """Whether a country, or the adjective of one, is in a name of an institution."""
        words = self._words.get(entry, set())
        stem = word[:_STEM]
        return word in words or (stem not in _SHARED and any(other.startswith(stem) for other in words))

    def why_not(self, context: Surroundings, start: int, name: Name) -> WhyNot | None:
        """Whether a place, or its possessive, before a plain name makes it another country's or town's."""
        if family_of(name) is not Family.PLAIN_BODY:
            return None
        word, sort = context.left(start)
        if sort is Sort.KNOWN and word in self._places and not self.is_own(name.entry, word):
            return WhyNot.INSIDE_ORGANISATION
        if sort is not Sort.POSSESSIVE:
            return None
        owner = word.removesuffix("'s").removesuffix("'")
        places = (known_places(section) for section in ("countries", "capitals", "cities", "regions"))
        if not any(owner in known for known in places) or self.is_own(name.entry, owner):
            return None
        return WhyNot.INSIDE_ORGANISATION

    def forgives(self, context: Surroundings, start: int, name: Name) -> bool:
        """Whether the adjective before a plain name is that of its own country: "the Armenian National Assembly"."""
        word, sort = context.left(start)
        return sort is Sort.DEMONYM and word in DEMONYMS and self.is_own(name.entry, word)
