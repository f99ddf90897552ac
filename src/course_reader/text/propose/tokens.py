"""The words of a folded text, block by block, with what is between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from course_reader.text.mention.words import starts_sentence
from course_reader.text.propose.cues import is_adjective, words
from course_reader.text.wordlists import DAYS, DEMONYMS, MONTHS, OFFICES, RANKS

_ABBREVIATED = r"(?:St|Mt|Ft|Mr|Mrs|Ms|Dr|Prof|Gen|Col|Capt|Lt|Sgt|Maj|Rev|Sen|Rep|Gov|Jr|Sr|No)\."
_WORD = re.compile(rf"(?:[^\W\d_]\.){{2,}}(?![^\W_])|{_ABBREVIATED}|[^\W\d_]\.(?= [^\W\d_])|[^\W_]+(?:[.'’-][^\W_]+)*")
_BLOCK = re.compile(r"\n\n")


@dataclass(frozen=True, slots=True)
class Token:
    """A word; offsets are those of the folded text."""

    text: str
    start: int
    end: int
    #: what is between the word before and this one; a line break at the start of a block
    gap: str
    #: whether a sentence, a quotation or a block starts here
    opens: bool

    @property
    def bare(self) -> str:
        """The word without a possessive ending and a full stop."""
        return self.text.removesuffix("'s").rstrip("'.")

    @property
    def is_capital(self) -> bool:
        """Whether it is written with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.text.endswith("'s")

    @property
    def is_office(self) -> bool:
        """Whether it is an office, capitalised before a name."""
        return self.bare in OFFICES or self.bare in words("offices")

    @property
    def is_rank(self) -> bool:
        """Whether it belongs to an office."""
        return self.bare in RANKS

    @property
    def is_adjective(self) -> bool:
        """Whether it is what the people of a state are called."""
        return is_adjective(self.bare) or self.bare.removesuffix("s") in DEMONYMS

    @property
    def is_date(self) -> bool:
        """Whether it is a day or a month."""
        return self.bare in DAYS or self.bare in MONTHS


def blocks(text: str) -> Iterator[list[Token]]:
    """The words of each block of a folded text."""
    at = 0
    for end in [*(found.start() for found in _BLOCK.finditer(text)), len(text)]:
        found: list[Token] = []
        gap_from = at
        for word in _WORD.finditer(text, at, end):
            start, stop = word.span()
            # "St." and initials keep their full stop only where they do not end a sentence.
            gap = "\n" if not found else text[gap_from:start]
            found.append(Token(word.group(), start, stop, gap, starts_sentence(text, start)))
            gap_from = stop
        if found:
            yield found
        at = end
