"""Agreements and events that are named by their kind and their date: "the trilateral statement of November 9, 2020"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from course_reader.text.fold import fold_case, fold_name
from course_reader.text.mention.names import Day, Name
from course_reader.text.mention.search import Hit
from course_reader.text.plurals import plural_of
from course_reader.text.wordlists import MONTHS

_NUMBERS = {
    name: number
    for number, name in enumerate(
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"], 1
    )
}
_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
#: November 9, 2020; 9 November 2020; November 2020; 9 November; November 9
_ORDINAL = r"\d{1,2}(?:st|nd|rd|th)?"
_DATE = rf"(?:{_MONTH} {_ORDINAL}(?:,? \d{{4}})?|{_ORDINAL} {_MONTH}(?:,? \d{{4}})?|{_MONTH},? \d{{4}})(?!\d)"
_PARTS = re.compile(rf"(?P<month>{'|'.join(sorted({m[:3] for m in MONTHS}))})|(?P<year>\d{{4}})|(?P<day>\d{{1,2}})")
_SYNONYMS = {
    "tripartite": "trilateral", "three-way": "trilateral", "cease-fire": "ceasefire", "truce": "ceasefire",
    "armistice": "ceasefire", "accord": "agreement", "deal": "agreement", "accords": "agreement", "pact": "agreement",
}  # fmt: skip
_KINDS = frozenset(
    [
        "statement",
        "declaration",
        "agreement",
        "accord",
        "deal",
        "pact",
        "treaty",
        "protocol",
        "memorandum",
        "ceasefire",
        "cease-fire",
        "truce",
        "armistice",
        "communique",
        "communiqué",
        "charter",
        "convention",
        "resolution",
        "summit",
        "meeting",
        "talks",
        "clashes",
        "war",
        "offensive",
        "referendum",
        "election",
        "coup",
        "massacre",
        "earthquake",
        "attack",
        "bombing",
        "uprising",
        "protests",
    ]
)
#: words between a kind and its date
_JOIN = (
    r"(?: that was)?(?: signed| adopted| reached| concluded| agreed| announced| dated| made| issued)?"
    r"(?: of| on| from| dated| in)? "
)
_SINGULARS = {plural: kind for kind in sorted(_KINDS) if (plural := plural_of(kind))}
_FILLERS = frozenset(["the", "a", "an", "its", "their", "this", "that", "joint", "peace", "three", "two"])


@dataclass(frozen=True, slots=True)
class _Dated:
    """One agreement or event: its days, and the words that it is called by."""

    name: Name
    days: set[Day] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)


class DatedTexts:
    """The agreements and events of a glossary that have a date.

    Args:
        names: All names of the glossary.
    """

    def __init__(self, names: Sequence[Name]) -> None:
        dated: dict[str, _Dated] = {}
        for name in names:
            if name.kind not in ("agreements", "events") or name.metonym:
                continue
            one = dated.setdefault(name.entry, _Dated(name))
            folded = fold_name(name.text)
            dates = [found.group() for found in _DATES.finditer(folded)]
            one.days.update(filter(None, map(_day, dates)))
            if name.on:
                one.days.add(name.on)
            words = {_plain(word) for word in re.findall(r"[^\W\d_][\w'-]*", _DATES.sub("", folded))}
            one.words.update(words)
            one.kinds.update(word for word in words if word in _KINDS)
        self._dated = [one for one in dated.values() if one.days and one.kinds]
        kinds = {form for one in self._dated for kind in one.kinds for form in _forms(kind)}
        if not kinds:
            return
        self._kinds = tuple(sorted(kinds, key=len, reverse=True))
        kind = "|".join(self._kinds)
        self._after = re.compile(
            rf"(?P<kind>{kind})(?: (?:agreement|deal|statement|talks))?{_JOIN}"
            rf"(?P<dates>{_DATE}(?:(?:,| and|, and) {_DATE})*)",
            re.IGNORECASE,
        )
        self._before = re.compile(
            rf"(?P<date>{_DATE}) (?P<between>(?:{_WORD} ){{0,3}})(?P<kind>{kind})(?: (?:agreement|deal|statement))?\b",
            re.IGNORECASE,
        )

    @property
    def signs(self) -> frozenset[str]:
        """The words that every date has: months."""
        return MONTHS if self._dated else frozenset()

    def among(self, text: str, hits: list[Hit], months: list[int]) -> list[Hit]:
        """The hits in a folded text, with those that are found by kind and date.

        Args:
            text: The folded text.
            hits: The names in it.
            months: Where the names of months start in it.
        """
        more = list(self._find(text, months))
        if not more:
            return hits
        found = {hit.span: hit for hit in [*more, *hits]}
        return [found[span] for span in sorted(found, key=lambda span: (span[0], -span[1]))]

    def _find(self, text: str, months: list[int]) -> Iterator[Hit]:
        places = self._places(fold_case(text))
        for month in months:
            first = max(0, month - 90, text.rfind("\n", 0, month))
            last = text.find("\n", month, month + 100)
            window = text[first : last if last >= 0 else month + 100]
            near = places[bisect_left(places, first) : bisect_left(places, first + len(window))]
            kinds = [place - first for place in near]
            for place in kinds:
                if found := self._after.match(window, place):
                    yield from self._by_dates(found, _words_before(window, place), first)
            if any(first + place > month for place in kinds):
                for found in self._before.finditer(window, max(0, month - first - 5)):
                    one = self._meant(found["kind"], found["between"].split(), [], found["date"])
                    if one:
                        yield Hit(first + found.start(), first + found.end(), (one.name,))

    def _places(self, small: str) -> list[int]:
        """Where kinds start in a text in small letters: a plain search for each is faster than one pattern."""
        places = set()
        for kind in self._kinds:
            at = small.find(kind)
            while at >= 0:
                if not at or not (small[at - 1].isalnum() or small[at - 1] == "_"):
                    places.add(at)
                at = small.find(kind, at + 1)
        return sorted(places)

    def _by_dates(self, found: re.Match[str], words: list[str], offset: int) -> Iterator[Hit]:
        """One hit for each date after a kind; the first includes the kind and what says more of it."""
        start = found.start("kind")
        for number, day in enumerate(_DATES.finditer(found["dates"])):
            one = self._meant(found["kind"], [], words, day.group())
            if one is None:
                continue
            at = found.start("dates") + day.start()
            if number == 0:
                kept = _kept(words, one)
                at = start - sum(len(word) + 1 for word in kept)
            yield Hit(offset + at, offset + found.start("dates") + day.end(), (one.name,))

    def _meant(self, kind: str, between: list[str], before: list[str], date: str) -> _Dated | None:
        """The only entry of a kind and a date whose name does not contradict the words around them."""
        day = _day(date)
        plain = _plain(kind)
        if day is None:
            return None
        fitting = [one for one in self._dated if plain in one.kinds and any(_agree(day, known) for known in one.days)]
        fitting = [one for one in fitting if not any(_contradicts(word, one) for word in between)]
        told = _qualifiers(before)
        fitting = [one for one in fitting if not any(_contradicts(word, one) for word in told)]
        return fitting[0] if len(fitting) == 1 else None


_DATES = re.compile(_DATE)
_WORD = r"[^\W\d_][\w'-]*"
_EARLIER = re.compile(rf"(?:\b{_WORD} ){{0,4}}\Z")


def _words_before(window: str, at: int) -> list[str]:
    """Up to four words right before a position."""
    found = _EARLIER.search(window, max(0, at - 60), at)
    return found.group().split() if found else []


def _plain(word: str) -> str:
    """A word in small letters, in the singular, by its more usual synonym."""
    small = word.lower()
    small = _SINGULARS.get(small, small)
    return _SYNONYMS.get(small, small)


def _forms(kind: str) -> set[str]:
    """How a kind may be written."""
    same = {kind, *(word for word, usual in _SYNONYMS.items() if usual == kind)}
    return same | {plural for word in same if (plural := plural_of(word))}


def _day(date: str) -> Day | None:
    """A date as numbers; 0 where it says nothing."""
    year = month = day = 0
    for part in _PARTS.finditer(date):
        if part["month"]:
            month = _NUMBERS[part["month"]]
        elif part["year"]:
            year = int(part["year"])
        else:
            day = int(part["day"])
    return (year, month, day) if month else None


def _agree(said: Day, known: Day) -> bool:
    """Whether a date that a text names is that of an entry."""
    if said[1] != known[1] or (said[0] and known[0] and said[0] != known[0]):
        return False
    if said[2] and known[2]:
        return said[2] == known[2]
    return bool(said[0] and known[0]) and not (said[2] and not known[2])


def _qualifiers(words: list[str]) -> list[str]:
    """The adjectives and names right before a kind, up to an article or another small word."""
    told: list[str] = []
    for word in reversed(words):
        if word.lower() in _STOPS:
            break
        told.append(word)
    return told


_STOPS = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "in",
        "on",
        "and",
        "or",
        "to",
        "by",
        "with",
        "for",
        "that",
        "this",
        "their",
        "its",
        "under",
        "after",
        "before",
        "since",
        "as",
        "from",
        "is",
        "was",
        "were",
        "said",
    ]
)


def _contradicts(word: str, one: _Dated) -> bool:
    """Whether a word beside a kind says that another text is meant."""
    plain = _plain(word)
    return plain not in _FILLERS and plain not in one.words and plain not in _KINDS


def _kept(words: list[str], one: _Dated) -> list[str]:
    """The words before a kind that belong to the name."""
    kept = []
    for word in _qualifiers(words):
        if _plain(word) not in one.words:
            break
        kept.append(word)
    return kept
