"""Declension by tables of endings, for Russian and Ukrainian.

A table has a row for each ending of a word in the nominative, and in it the endings of the five or six other cases.
Forms that a word does not really have do no harm: nobody writes them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

#: ending → for each case, the endings it takes
Table = dict[str, tuple[tuple[str, ...], ...]]
#: the forms of a word, case by case
Cases = list[tuple[str, ...]]

#: the last letter of a surname that is not in the nominative → last letters of a given name in the same case
_GIVEN = {
    "у": "уюеиіїь",
    "ю": "уюеиіїь",
    "а": "аяыиійо",
    "я": "аяо",
    "ї": "їіьй",
    "и": "йїиіо",
    "ы": "йыи",
    "о": "аяыиій",
    "м": "мй",
    "е": "еиуію",
    "й": "ыиіїеєйюоі",
    "і": "іїуюеє",
}
#: most words of a name; longer ones are declined only in their first words
_MOST = 5


def table(rows: str) -> Table:
    """A table from text: an ending, a colon and the endings by case; `|` separates choices, `-` is none.

    >>> table("a: y u|i -")
    {'a': (('y',), ('u', 'i'), ('',))}
    """
    found: Table = {}
    for line in rows.strip().splitlines():
        endings, _, columns = line.partition(":")
        cases = tuple(tuple(end.replace("-", "") for end in column.split("|")) for column in columns.split())
        for ending in endings.split():
            found[ending.replace("-", "")] = cases
    return found


@dataclass(frozen=True)
class Declension:
    """How the words of a language are declined: each table by the ending of the nominative singular."""

    adjectives: Table
    nouns: Table
    people: Table
    plural_adjectives: Table
    plural_nouns: Table

    def forms(self, text: str, kind: str) -> Iterator[str]:
        """All cases of a name; terms in the plural too.

        All words of a person's name change. Of other names the adjectives change, and the noun after them; what
        follows belongs to the noun.
        """
        yield text
        parts = text.split(" ")
        if kind == "people":
            yield from _joined([self._word(part, self.people, self.adjectives) for part in parts], [])
            return
        last = next((i for i, part in enumerate(parts) if not _ending(part, self.adjectives)), len(parts) - 1)
        changing, rest = parts[: last + 1][:_MOST], parts[last + 1 :]
        yield from _joined([self._word(part, self.nouns, self.adjectives) for part in changing], rest)
        if kind in ("terms", "agreements", "events"):
            yield from _joined([self._word(p, self.plural_nouns, self.plural_adjectives) for p in changing], rest)

    def _word(self, word: str, nouns: Table, adjectives: Table) -> Cases:
        """A word in all cases: as an adjective, if its ending is one's, and as a noun."""
        as_adjective = _decline(word, adjectives)
        as_noun = _decline(word, nouns)
        if not as_adjective:
            return as_noun
        return [(*first, *second) for first, second in zip(as_adjective, as_noun, strict=False)] or as_adjective


def agrees(word: str, form: str, name: str) -> bool:
    """Whether a word may be a given name in the case of a surname: "Камрана Алиева", but "Указ Алиева"."""
    return form == name or word[-1:].lower() in _GIVEN.get(form[-1:].lower(), word[-1:].lower())


#: how far before a surname a word for a woman is looked for, in code points
_BEFORE = 20
_OPENS = re.compile(r"(?:[.!?] |\n|- |\")\Z")


@dataclass(frozen=True)
class SurnamesOfWomen:
    """How surnames such as "Алиева" show that they are a woman's, and no case of a man's."""

    #: the end of such a surname
    ending: re.Pattern[str]
    #: what follows it of a woman
    after: re.Pattern[str]
    #: what is before it of a woman; matched at the end
    before: re.Pattern[str]

    def is_meant(self, text: str, start: int, end: int, name: str) -> bool:
        """Whether a span is a woman of this name, and no case of a man's surname."""
        if self.ending.search(name) or not self.ending.search(text[start:end]) or text[start:end] == name:
            return False
        if self.after.match(text, end) or self.before.search(text[max(0, start - _BEFORE) : start]):
            return True
        opens = not start or _OPENS.search(text[max(0, start - 2) : start]) is not None
        return opens and " " not in name


def _ending(word: str, rows: Table) -> str:
    """The longest ending of a word that has a row."""
    return max((end for end in rows if end and word.lower().endswith(end)), key=len, default="")


def _decline(word: str, rows: Table) -> Cases:
    ending = _ending(word, rows)
    row = rows.get(ending)
    if row is None or not word[-1:].isalpha() or (word.isupper() and len(word) > 1):
        return [(word,)] * 6 if "" in rows else []
    stem = word[: len(word) - len(ending)]
    return [tuple(stem + end for end in case) for case in row]


def _joined(changing: list[Cases], rest: list[str]) -> Iterator[str]:
    """The words of a name in the same case, and what follows them."""
    for case in zip(*changing, strict=False):
        for choice in product(*case):
            yield " ".join([*choice, *rest])
