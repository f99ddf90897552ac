"""What students learn and are tested with, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class QuizQuestion:
    """A question on an article."""

    text: str
    #: the right answer, if students may see it; "" if a person marks what they write
    answer: str = ""
    #: wrong answers to choose from
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LearningCard:
    """A card with two sides."""

    #: what belongs together: `words`, `people`, `agreements`
    deck: str
    front: str
    back: str
    #: what makes it the same card in a later edition: an entry's id, or an article and a word
    key: str
    #: where it comes from: the titles of articles
    sources: tuple[str, ...] = ()

    def of(self, sources: Sequence[str]) -> LearningCard:
        """The same card, from these articles."""
        return replace(self, sources=tuple(dict.fromkeys(sources)))
