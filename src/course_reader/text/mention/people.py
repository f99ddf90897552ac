"""People's names: which given names and initials belong to whom."""

from __future__ import annotations

import re
from collections.abc import Iterable

from course_reader.text.fold import fold_name
from course_reader.text.mention.context import Sort, Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.search import Hit
from course_reader.text.wordlists import given_names

#: initials before a surname, and perhaps a given name before them: "N.", "J.T.", "Ada B."
_INITIALS = re.compile(r"(?:(?P<given>[^\W\d_a-z][\w'-]*) )?(?P<letters>(?:[^\W\d_a-z]\.? ?)+)\Z")
_LETTERS = re.compile(r"[^\W\d_]")
_FEMALE = frozenset(("Mrs", "Ms", "Miss", "Madame", "Lady", "Queen", "Madam", "Mme"))
_MALE = frozenset(("Mr", "Monsieur", "Lord", "Sir", "King", "Herr"))


class People:
    """The full names of all people of a glossary.

    Args:
        names: All names of the glossary.
    """

    def __init__(self, names: Iterable[Name]) -> None:
        self._full: dict[str, list[list[str]]] = {}
        self._texts: set[tuple[str, str]] = set()
        for name in names:
            folded = fold_name(name.text)
            if name.full and not name.metonym:
                self._texts.add((name.entry, folded))
            if name.kind == "people" and " " in folded:
                self._full.setdefault(name.entry, []).append(folded.replace(".", ". ").split())

    def is_full(self, entry: str, folded_text: str) -> bool:
        """Whether a folded text is one of the entry's full names."""
        return (entry, folded_text) in self._texts

    def initials(self, entry: str) -> frozenset[str]:
        """The first letters of a person's full names."""
        return frozenset(words[0][0] for words in self._full.get(entry, ()))

    def why_not(self, context: Surroundings, hit: Hit, name: Name) -> WhyNot | None:
        """Whether initials or a title before a name are somebody else's."""
        if name.full or " " in name.text:
            return None
        word, sort = context.left(hit.start)
        if sort is Sort.TITLE:
            return self._other_sex(name, word.rstrip("."))
        if sort is not Sort.INITIAL:
            return None
        given, letters = _before(context.text, hit.start)
        if given and not self._fits(name.entry, given, letters):
            opens = context.opens_sentence(given, context.text.rfind(given, 0, hit.start))
            if given in given_names() or not opens:
                return WhyNot.INSIDE_PERSON
            given = ""
        return None if self._fits(name.entry, given, letters) else WhyNot.INITIALS

    def start_with_initials(self, context: Surroundings, hit: Hit, name: Name) -> int | None:
        """Where the full name starts if a given name of the person and an initial come before the surname."""
        word, sort = context.left(hit.start)
        if sort is not Sort.INITIAL:
            is_first = word and any(words[0] == word and len(words) > 2 for words in self._full.get(name.entry, ()))
            return hit.start - 1 - len(word) if is_first else None
        given, letters = _before(context.text, hit.start)
        if not given or not self._fits(name.entry, given, letters):
            return None
        return context.text.rfind(given, 0, hit.start)

    def _fits(self, entry: str, given: str, letters: list[str]) -> bool:
        """Whether a given name and initials may be those of a person."""
        known = self._full.get(entry)
        if not known:
            return not given
        for words in known:
            first, middle = words[0].rstrip("."), [word[0] for word in words[1:-1] if word[0].isupper()]
            rest = letters
            if given:
                if given != first:
                    continue
            elif not letters or letters[0] != first[0]:
                continue
            else:
                rest = letters[1:]
            if not middle or not rest or middle[: len(rest)] == rest:
                return True
        return False

    def _other_sex(self, name: Name, title: str) -> WhyNot | None:
        """Whether a title like Mrs or Mr contradicts the given name of a person."""
        known = {given_names().get(words[0]) for words in self._full.get(name.entry, ())}
        if (title in _FEMALE and known == {"m"}) or (title in _MALE and known == {"f"}):
            return WhyNot.INSIDE_PERSON
        return None


def _before(text: str, start: int) -> tuple[str, list[str]]:
    """The given name, if any, and the initials before a surname."""
    found = _INITIALS.search(text, max(0, start - 40), start)
    if not found:
        return "", []
    given, letters = found["given"] or "", _LETTERS.findall(found["letters"])
    if len(given) == 1:
        return "", [given, *letters]
    return given, letters
