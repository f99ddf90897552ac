"""Finds texts that a reader has already in another form: wire copy in two outlets, an updated version."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

#: Texts are compared by runs of so many words.
_RUN = 5
#: Shorter texts have too few runs to compare.
_FEWEST = 20
#: Of the runs of the shorter text, the share from which two texts are versions of each other.
_ALIKE = 0.5
_WORD = re.compile(r"\w+")
#: the target of a link, which no reader sees
_TARGET = re.compile(r"\]\([^()\s]*\)")

Runs = frozenset[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Similar:
    """An article with nearly the same text."""

    #: its file, relative to the root
    path: str
    #: the share of the shorter text's runs of words that both have, from 0 to 1
    share: float
    #: the numbers of the paragraphs that only the new text has
    new: tuple[int, ...]
    #: how many paragraphs only the other article has
    missing: int

    def to_json(self) -> dict[str, object]:
        """The record as `import --json` prints it."""
        return {"path": self.path, "share": round(self.share, 3), "new": list(self.new), "missing": self.missing}

    def __str__(self) -> str:
        only = [f"only here: paragraph{'s' * (len(self.new) > 1)} {', '.join(map(str, self.new))}"] if self.new else []
        there = [f"only there: {self.missing} paragraph{'s' * (self.missing > 1)}"] if self.missing else []
        differs = "; ".join(only + there) or "the paragraphs are the same"
        return f"{self.path} has nearly the same text ({self.share:.0%} of the shorter one); {differs}"


def body_of(article: str) -> list[str]:
    """The paragraphs of an article's file, without its front matter.

    >>> body_of("---\\ntitle: Pier\\n---\\n\\nOne.\\n\\nTwo.\\n")
    ['One.', 'Two.']
    """
    if article.startswith("---\n"):
        article = article.partition("\n---\n")[2]
    return [block.strip() for block in article.split("\n\n") if block.strip() and not block.lstrip().startswith("#")]


def similar(paragraphs: Sequence[str], others: Iterable[tuple[str, Sequence[str]]]) -> tuple[Similar, ...]:
    """The articles that have nearly the same text, the nearest first.

    Args:
        paragraphs: The paragraphs of the new text.
        others: The path and the paragraphs of each other article.
    """
    own = [_runs(paragraph) for paragraph in paragraphs]
    mine: Runs = frozenset().union(*own)
    found = []
    for path, blocks in others if len(mine) >= _FEWEST else ():
        theirs = [_runs(block) for block in blocks]
        whole: Runs = frozenset().union(*theirs)
        share = len(mine & whole) / max(_FEWEST, min(len(mine), len(whole)))
        if share >= _ALIKE:
            new = tuple(number for number, runs in enumerate(own, 1) if _is_new(runs, whole))
            found.append(Similar(path, share, new, sum(_is_new(runs, mine) for runs in theirs)))
    return tuple(sorted(found, key=lambda item: (-item.share, item.path)))


def _runs(text: str) -> Runs:
    words = _WORD.findall(_TARGET.sub("]", text).casefold())
    return frozenset(zip(*(words[n:] for n in range(_RUN)), strict=False))


def _is_new(runs: Runs, others: Runs) -> bool:
    return 2 * len(runs & others) < len(runs)
