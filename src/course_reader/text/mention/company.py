"""The company a name keeps: when neighbouring words make it part of a different name.

"Heydar Aliyev" is not the glossary's Aliyev, "Armenia Alliance" is a party, "Western Armenia" is not Armenia, and
a "Territorial Integrity Party" is not a mention of the term. A name rejected here gets no link and is not reported
as ambiguous.
"""

from __future__ import annotations

import re
from collections.abc import Set
from dataclasses import dataclass

from course_reader.text.mention.words import starts_sentence, word_after, word_before
from course_reader.text.wordlists import DAYS, DEMONYMS, INSTITUTIONS, MONTHS, OTHER_PLACES, PREFIXES, STARTERS, TITLES

_INSTITUTION = "|".join(sorted(INSTITUTIONS))
_INSTITUTION_AFTER = re.compile(rf"(?: [A-Z][\w-]*){{0,2}} (?:{_INSTITUTION})\b")
_INSTITUTION_BEFORE = re.compile(rf"\b(?:{_INSTITUTION}) (?:of|for) (?:the )?\Z")
_SMALL = re.compile(r"\b[a-z]+\b")
_INITIAL = re.compile(r"[^\W\d_]\.")
_PLAIN = DAYS | MONTHS | TITLES | DEMONYMS


_OF = ("of ", "for ", "the ")
_PARTS = frozenset({"people", "places"})


@dataclass(slots=True)
class Company:
    """A folded text, and where the glossary's names start and end in it (code points)."""

    text: str
    #: offsets at which names start
    starts: Set[int]
    #: offsets at which names end
    ends: Set[int]
    _small: frozenset[str] | None = None

    def is_another_name(self, start: int, end: int, kind: str) -> bool:
        """Whether the name of a person or place is only part of an institution's name or of another place's."""
        if kind not in _PARTS:
            return False
        text = self.text
        if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper() and _INSTITUTION_AFTER.match(text, end):
            return True
        if not start:
            return False
        before = text[max(0, start - 40) : start]
        if before.endswith(_OF) and _INSTITUTION_BEFORE.search(before):
            return True
        return kind == "places" and word_before(text, start) in OTHER_PLACES

    def is_joined(self, start: int, end: int, kind: str) -> bool:
        """Whether a hyphen makes the name part of another word or name ("Jean-Michel", "semi-exclave").

        Countries appear in compounds of all sorts ("Armenia-Azerbaijan", "Turkey-backed", "anti-Turkey"), and
        each is a mention. A person is mentioned next to another name ("Putin-Aliyev"), after a prefix
        ("pro-Putin") or before a small letter ("Putin-era"); a term after a prefix ("post-ceasefire") or before
        anything ("corridor-like").
        """
        if kind not in {"people", "terms"}:
            return False
        text = self.text
        if (
            start > 1
            and text[start - 1] == "-"
            and text[start - 2].isalnum()
            and start - 1 not in self.ends
            and self._piece_before(start - 1).lower() not in PREFIXES
        ):
            return True
        if kind == "people" and text[end : end + 1] == "-" and text[end + 1 : end + 2].isupper():
            return end + 1 not in self.starts
        return False

    def is_another_person(self, start: int, end: int) -> bool:
        """Whether a bare surname belongs to somebody else's name: a telling capital is next to it."""
        before = word_before(self.text, start)
        if (
            before[:1].isupper()
            and start - 1 not in self.ends
            and not _says_nothing(before)
            and not self._opens_sentence(before, start)
        ):
            return True
        after = word_after(self.text, end)
        return after[:1].isupper() and end + 1 not in self.starts and not _says_nothing(after)

    def initial_before(self, start: int) -> str:
        """The initial before a surname ("N. Pashinyan"), without its full stop; otherwise ""."""
        before = word_before(self.text, start)
        return before[0] if _INITIAL.fullmatch(before) else ""

    def is_in_title(self, start: int, end: int) -> bool:
        """Whether a term is part of an unknown proper name: it is capitalised, and so is a word next to it."""
        if not self.text[start].isupper():
            return False
        after = word_after(self.text, end)
        if after[:1].isupper() and not _says_nothing(after):
            return True
        before = word_before(self.text, start)
        return before[:1].isupper() and not _says_nothing(before) and not self._opens_sentence(before, start)

    def _opens_sentence(self, word: str, next_start: int) -> bool:
        """Whether the capitalised word before a position is capitalised only because it starts a sentence."""
        if not starts_sentence(self.text, next_start - 1 - len(word)):
            return False
        if word in STARTERS or word.endswith(("ing", "ed", "ly")) or not word.isascii():
            return True
        if self._small is None:
            self._small = frozenset(_SMALL.findall(self.text))
        return word.lower() in self._small

    def _piece_before(self, end: int) -> str:
        """The letters and digits right before a position."""
        start = end
        while start and self.text[start - 1].isalnum():
            start -= 1
        return self.text[start:end]


def _says_nothing(word: str) -> bool:
    """Whether a capitalised word next to a name is a title, day, adjective, abbreviation or possessive."""
    bare = word.rstrip(".")
    if word != bare or bare in _PLAIN or bare.endswith("'s"):
        return True
    return (bare.isupper() and len(bare) < 5) or bare.partition("-")[0] in _PLAIN
