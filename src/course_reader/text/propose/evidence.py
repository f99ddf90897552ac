"""What the words around a name say of its kind: a table of signs, each with its weight."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from course_reader.text.english import word_uses
from course_reader.text.propose.beside import Beside
from course_reader.text.propose.cues import words


@dataclass(frozen=True, slots=True)
class KindSign:
    """Words beside a name that speak for a kind, or against it."""

    kind: str
    weight: int
    #: has to match at the end of what is before the name
    before: str = ""
    #: has to match at the start of what is after it
    after: str = ""
    #: whether the name has one word; None for any
    one_word: bool | None = None
    #: whether "the" is right before it; None for any
    article: bool | None = None
    #: whether the name itself begins with "The"
    the: bool = False
    #: whether the sign counts for a name after an office too
    with_role: bool = True

    def fits(self, beside: Beside) -> bool:
        """Whether the words around a use have the sign."""
        use = beside.use
        if self.one_word is not None and self.one_word is (" " in use.name):
            return False
        if (self.article is not None and self.article is not use.article) or (use.role and not self.with_role):
            return False
        if self.the and not use.name.startswith("The "):
            return False
        before = not self.before or _ending(self.before).search(beside.before)
        return bool(before and (not self.after or _starting(self.after).match(beside.after)))


@cache
def _ending(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'-])(?:{pattern})\Z")


@cache
def _starting(pattern: str) -> re.Pattern[str]:
    return re.compile(f"(?:{pattern})")


def _any(section: str) -> str:
    """A pattern for the words of a section."""
    return "(?:" + "|".join(sorted(map(re.escape, words(section)), key=lambda word: (-len(word), word))) + ")"


_CAPITAL = r"[A-Z][\w'-]+"
_LEADERS = "coach|captain|striker|supporters|fans|players|shareholders|chief executive|board"
_OF_TOWNS = "capital|harbour|port|coast|outskirts|streets|mayor|airport|border|town hall"
_TEAM = (
    "beat|beats|defeated|lost|won|win|wins|drew|hosts?|plays?|played|faces?|signed|trail|trailed|thrashed|relegated|"
    "promoted|qualified|equalised"
)
_RIVAL = "against|beat|defeated|over|thrashed|faced|hosts?"
_CALLED = "(?:an?|the) (?:[a-z-]+ )?[a-z]+ (?:called|named|dubbed|titled|entitled)"
_IN_BODIES = "shares?|stakes?|faith|trust|confidence|interest|invest|invested|invests|investment|investors|believe"
_MANY = "groups|firms|companies|charities|clubs|papers|parties|teams"


@cache
def signs() -> tuple[KindSign, ...]:
    """The table."""
    return (
        KindSign("people", 3, after=r", (?:aged )?\d{1,2},"),
        KindSign("people", 3, after=r", who\b", one_word=False),
        KindSign("people", 1, after=r", who\b", one_word=True),
        KindSign("people", 3, before=r"(?:led|founded|written|signed) by |coach |aged "),
        KindSign("people", 2, after=rf" (?:{_any('speaks')}|{_any('does')})\b", one_word=False),
        KindSign("people", 1, after=rf" (?:{_any('speaks')}|{_any('does')})\b", one_word=True),
        KindSign("people", 1, after=r".*\b(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b", one_word=True),
        KindSign("people", -3, article=True),
        KindSign("people", -2, before="of ", after=rf" {_any('speaks')}\b", one_word=True),
        KindSign("people", -5, after=r", which\b"),
        KindSign("places", 4, before=rf"{_any('of_places')} of ", article=False),
        KindSign("places", 3, before=rf"{_CAPITAL} of ", article=False),
        KindSign("places", 4, before="[Ii]n ", article=False),
        KindSign("places", -4, before=f"(?:{_IN_BODIES}) in "),
        KindSign("organisations", 4, before=f"(?:{_IN_BODIES}) in "),
        KindSign(
            "places", 3, before=rf"[Ii]n {_CAPITAL}(?:, {_CAPITAL})* and (?:in |on )?", article=False, one_word=True
        ),
        KindSign("places", 2, before="on ", article=False, one_word=True),
        KindSign("places", 4, before="off |near |outside ", article=False),
        KindSign("places", 1, before=f"{_any('near_places')} ", article=False),
        KindSign(
            "places",
            2,
            before="from |at |near |of |to ",
            after=rf" in (?:the )?{_CAPITAL}",
            one_word=True,
            with_role=False,
        ),
        KindSign("places", 4, after=r" (?:rises|flows|empties|floods|flooded|erupted)\b", with_role=False),
        KindSign("places", 3, before=f"{_any('compass')} "),
        KindSign("places", 3, after=rf"-(?:based|born)\b|'s? (?:{_OF_TOWNS})\b"),
        KindSign("places", 3, after=", on the |, in the (?:north|south|east|west|far)"),
        KindSign("organisations", 1, after=rf" {_any('speaks')}\b", one_word=False, article=True),
        KindSign("organisations", 3, before=f"{_any('of_bodies')} (?:for|at) |{_any('of_bodies')} (?:of|for|at) the "),
        KindSign("organisations", 3, before=f"{_any('of_bodies')} of ", one_word=False, article=False),
        KindSign("organisations", 3, before=f"{_any('people')} (?:at|with|for) ", article=False),
        KindSign("organisations", 5, before="(?:[Tt]old|[Tt]elling) ", the=True),
        KindSign(
            "organisations",
            1,
            before="(?:joined|led|founded|owns|owned|bought|sold|sued|heads|runs|at) ",
            article=False,
        ),
        KindSign("organisations", 3, after=r" \([A-Z]{2,6}\)|,? led by\b"),
        KindSign("organisations", 2, after=rf" (?:{_TEAM})\b| \d{{1,3}}[-–:]\d{{1,3}}\b", with_role=False),
        KindSign("organisations", 2, before=f"(?:{_RIVAL}) ", with_role=False),
        KindSign("organisations", 2, before=f"(?:{_RIVAL}|at) ", after=f" of (?:the )?{_CAPITAL}"),
        KindSign("organisations", 3, after=rf" {_any('people')}\b"),
        KindSign("organisations", 4, after=rf"'s (?:{_LEADERS})\b"),
        KindSign("organisations", 8, before=f"(?:{_MANY}) (?:such as|like|including) "),
        KindSign("organisations", 1, after=r", which\b"),
        KindSign("organisations", 2, before="(?:[^ ]*[^d]|[^n]d) ", after=r" (?:have|were|are)\b", one_word=False),
        KindSign("terms", 8, before=f"{_CALLED} "),
        KindSign("places", 9, before=f"{_any('place_words')} (?:called|named) "),
        KindSign("people", 9, before=f"{_any('people')} (?:called|named) "),
        KindSign("terms", 5, before=f"{_any('things')},? ", article=False),
    )


#: an article and small words right before a name, as in "the lander Halcyon"
_LABEL = re.compile(r"\b(?:[Tt]he|an?) (?:[\w-]+ ){0,2}([a-z-]+) $")
#: after these the description of a name ends: "the leader of the union"
_NO_MORE = re.compile(r",| (?:of|in|on|at|for|from|to|who|which|that|with|near|between|and|whose|where)\b")
_STATED = (("people", "people"), ("bodies", "organisations"), ("place_words", "places"))


def votes(beside: Beside) -> Counter[str]:
    """What the words around one use of a name say of its kind."""
    found: Counter[str] = Counter()
    for sign in signs():
        if sign.fits(beside):
            found[sign.kind] += sign.weight
    for kind in _described(beside):
        found[kind] += 4
    label = _LABEL.search(beside.before)
    if label and not found["terms"] and _is_label(label[1]) and not beside.use.article and not beside.use.human:
        found["terms"] += 2
    return found


def _described(beside: Beside) -> Iterator[str]:
    """The kinds of the nouns that stand for a name in an apposition or right before it."""
    before = beside.description.rstrip(",").rpartition(" ")[2] if not beside.use.article else ""
    for section, kind in _STATED:
        for noun in (noun_of(beside.apposition), before):
            if noun in words(section):
                yield kind


def noun_of(described: str) -> str:
    """The noun that a description is about.

    >>> noun_of("the second leader of the union")
    'leader'
    """
    part = _NO_MORE.split(described)[0].split()
    return part[-1].lower() if part else ""


def _is_label(word: str) -> bool:
    """Whether a word may say what the name after it is: a noun, and not one of people, bodies or places."""
    kinds = word_uses(word)
    return "n" in kinds and "o" not in kinds and not any(word in words(section) for section, _ in _STATED)
