"""Which glosses a reader needs at their lines: one order for web, print and e-books, from plain facts.

Each fact about a mention adds or takes a few points, and is named in words, so that `check --margin` can say why a
gloss is in the margin. No rule knows a particular entry.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course_reader.model.entry import Kind
from course_reader.model.gloss_policy import MOST, Choice, Tier
from course_reader.model.level import Level

#: agreements and events before people, before everything else: without them a report of talks cannot be followed
KIND_POINTS = {Kind.AGREEMENTS: 4, Kind.EVENTS: 4, Kind.PEOPLE: 3, Kind.ORGANISATIONS: 3, Kind.PLACES: 1, Kind.TERMS: 1}
#: the points that a gloss needs to be in the margin
NEEDED = {Tier.FEW: 4, Tier.SOME: 3}
#: from how many mentions on something is named often
OFTEN = 3
#: from which share of its words on a sentence says what the gloss says
SAID, PARTLY_SAID = 0.5, 0.34


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a gloss and of the mention that it explains."""

    entry: str
    kind: Kind
    #: how often the text names it
    times: int = 1
    #: how many glosses of the same entry come before it in the text
    repeated: int = 0
    in_title: bool = False
    #: whether the article's questions or dates refer to it
    asked: bool = False
    #: whether the words are one of its names, not "the talks" or "its role"
    named: bool = True
    #: whether the words are the name of a country or capital, or of another place that is known without a glossary
    known_place: bool = False
    #: whether the words name a body of the world, of a continent or of a country
    known_body: bool = False
    #: whether no list of words has its name
    rare: bool = False
    #: whether it has several words, which do not say what it means
    compound: bool = False
    #: the level of the hardest of its words
    level: Level = Level.C2
    #: the share of the gloss that the sentence says
    said: float = 0.0
    #: whether the sentence says what kind of thing it is: "Gothenburg, a Swedish port"
    introduced: bool = False
    #: whether an earlier article of the same pack has it in its margin
    explained: bool = False
    choice: Choice | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Something that speaks for a gloss in the margin, or against it."""

    points: int
    words: str

    def __str__(self) -> str:
        return f"{self.words} {self.points:+}" if self.points else self.words


@dataclass(frozen=True, slots=True)
class Ranked:
    """The decision on one gloss."""

    tier: Tier
    points: int
    reasons: tuple[Ground, ...]
    #: whether the author says that it is always in the margin
    always: bool = False


#: what is in every margin
EVERYWHERE = Ranked(Tier.FEW, 0, ())


def reasons(facts: Facts, level: Level) -> Iterator[Ground]:
    """What speaks for and against a gloss, for readers of a level."""
    yield Ground(KIND_POINTS[facts.kind], facts.kind.word)
    if facts.in_title:
        yield Ground(1, "in the headline")
    if facts.asked:
        yield Ground(1, "in the questions or dates")
    if facts.times >= OFTEN:
        yield Ground(1, f"named {facts.times} times")
    yield from _of_the_word(facts, level) if facts.kind is Kind.TERMS else _of_the_name(facts)
    if facts.said >= SAID:
        yield Ground(-2, "the sentence says it")
    elif facts.said >= PARTLY_SAID:
        yield Ground(-1, "the sentence says a part of it")
    if facts.explained:
        yield Ground(-3, "explained earlier in the pack")


def _of_the_word(facts: Facts, level: Level) -> Iterator[Ground]:
    """A term explains a word: only a hard one needs it, and none that the text does not use."""
    if not facts.named:
        yield Ground(-2, "the text uses another word")
    elif facts.compound:
        yield Ground(1, "more than its words say")
    elif facts.level > level:
        yield Ground(1, f"a word of {facts.level.name}")
    elif facts.level < level - 1:
        yield Ground(-1, f"a word of {facts.level.name}")


def _of_the_name(facts: Facts) -> Iterator[Ground]:
    if facts.known_place:
        yield Ground(-3, "a place that is widely known")
    elif facts.known_body:
        yield Ground(-3, "a body that is widely known")
    elif facts.kind in (Kind.PLACES, Kind.ORGANISATIONS):
        if not facts.named:
            yield Ground(1, "the words do not name it")
        elif facts.introduced:
            yield Ground(-1, "the sentence introduces it")
        if facts.rare:
            yield Ground(1, "a rare name")


def rank(glosses: Sequence[Facts], words: int, level: Level) -> list[Ranked]:
    """Decide which glosses are in the margin.

    Args:
        glosses: All glosses of a text, in its order.
        words: The number of words of the text.
        level: The level of its readers.

    Returns:
        A decision for each, in the same order. The glosses of a tier are those of the one before and more; of a tier
        with a limit there are never more than that, except those that an author has chosen.
    """
    given = [tuple(reasons(facts, level)) for facts in glosses]
    points = [sum(reason.points for reason in found) for found in given]
    order = sorted(
        range(len(glosses)), key=lambda at: (glosses[at].choice != "always", -points[at], glosses[at].repeated, at)
    )
    tiers = [Tier.NEVER if facts.choice == "never" else Tier.ALL for facts in glosses]
    # From the looser tier to the stricter one, so that the last word is the stricter one's.
    for tier in (Tier.SOME, Tier.FEW):
        room = max(1, int(words * MOST[tier] / 100))
        for at in order:
            always = glosses[at].choice == "always"
            if tiers[at] is Tier.NEVER or not (always or (room > 0 and points[at] >= NEEDED[tier])):
                continue
            tiers[at], room = tier, room - 1
    return [
        Ranked(tier, total, _with_choice(found, facts), facts.choice == "always")
        for tier, total, found, facts in zip(tiers, points, given, glosses, strict=True)
    ]


def _with_choice(found: tuple[Ground, ...], facts: Facts) -> tuple[Ground, ...]:
    return (*found, Ground(0, f"the author chose `{facts.choice}`")) if facts.choice else found
