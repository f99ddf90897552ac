"""Uses of names that name the same, and what the names alone say of it."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

from course_reader.text.propose.cues import states, words
from course_reader.text.propose.uses import Use, heads
from course_reader.text.wordlists import given_names, is_known_place, sections

#: words that do not count in the initials of a body
SMALL = frozenset(("of", "the", "and", "for", "in", "on", "de", "la", "du", "&", "des"))
#: ordinary words that are surnames besides
SURNAMES = frozenset(sections("named_after")["surnames"])
_NOT_LETTERS = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Used:
    """A use of a name in one of the texts."""

    text: int
    use: Use


@dataclass(slots=True)
class Group:
    """Uses of names that name the same."""

    names: Counter[str]
    places: list[Used] = field(default_factory=list)
    #: names that it shares with others, generic ones ("the Institute") and descriptions ("the Armenian prime minister")
    loose: Counter[str] = field(default_factory=Counter)
    #: names in texts in other languages, by language
    foreign: dict[str, Counter[str]] = field(default_factory=dict)
    #: what a list calls it, if it is in one
    title: str = ""

    @property
    def name(self) -> str:
        """The fullest of its names; of a state the most frequent."""
        plain = [name for name in self.names if _fullness(name)[0]]
        if any(name in state.names for name in plain for state in states()):
            return max(plain, key=lambda name: (self.names[name], name))
        return max(self.names, key=lambda name: (_fullness(name), self.names[name], name))

    @property
    def heading(self) -> str:
        """The name without the capitals of a headline."""
        name = self.title or self.name
        return name.title() if name.isupper() and (" " in name or len(name) > 6) else name

    @property
    def texts(self) -> list[int]:
        """The texts that name it."""
        return sorted({place.text for place in self.places})

    def take(self, other: Group) -> None:
        """Take the uses of another group."""
        self.names += other.names
        self.places += other.places

    def has_word(self, word: str) -> bool:
        """Whether one of its names has a word."""
        return any(word in name.split() for name in self.names)


def _fullness(name: str) -> tuple[int, int]:
    letters = _NOT_LETTERS.sub("", name)
    return (0 if letters.isupper() and len(letters) < 7 else 1), len(re.split(r"[ -]", name))


def is_person(group: Group) -> bool:
    """Whether a name of several words is a person's, as far as its words and the offices before it say."""
    parts = group.name.split()
    if len(parts) < 2 or is_known_place(group.name):
        return False
    if any(place.use.role or place.use.human for place in group.places):
        return True
    if heads(parts[-1]) and not (parts[-1] in SURNAMES and parts[0] in given_names()):
        return False
    if any(heads(part) == "organisations" for part in parts[:-1]) or parts[0] in words("before_places"):
        return False
    return not any(part.lower() in SMALL - {"de", "la", "du"} for part in parts) and not group.name.isupper()
