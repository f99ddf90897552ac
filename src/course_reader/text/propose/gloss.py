"""What texts themselves say of somebody or something, as a draft of a gloss: offices, dates, places, parties."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from course_reader.text.propose.beside import Beside
from course_reader.text.propose.cues import words
from course_reader.text.propose.evidence import noun_of
from course_reader.text.propose.reading import BLOT
from course_reader.text.wordlists import MONTHS, TITLES

_MOST_WORDS = 28
_MONTH = "|".join(sorted((month for month in MONTHS if len(month) > 3 or month == "May"), key=len, reverse=True))
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(rf"(?:(\d{{1,2}}) )?(?:({_MONTH}) )?(?:(\d{{1,2}}), )?({_YEAR})")
_OF_YEAR = re.compile(rf"(?: \([A-Z]+\))?,? (?:of|from|in) ({_DATE.pattern})")
_IS = re.compile(r" (?:is|was|are|were|has been) ((?:a|an|the|one of) [^.;:()\"]{3,90})")
_WHICH = re.compile(r"(?: of \d{4})?, which ([^.;:()\"]{5,110})")
_LED_BY = re.compile(r",? (led|founded|owned|run) by ([A-Z][\w'-]+(?: [A-Z][\w'-]+)*)")
_NAME = r"[A-Z][\w'-]+(?: (?:of )?[A-Z][\w'-]+)*"
_SIGNED_BY = re.compile(rf"(?: was| were)?,? signed by ({_NAME}(?:(?:, | and ){_NAME})*)")
_SIGN = re.compile(
    rf"({_NAME}(?:(?:, | and ){_NAME})*) (?:have |has |had |then )?(?:signed|sign|agreed|concluded) the $"
)
_WITH = re.compile(rf" with ({_NAME}(?:(?:, | and ){_NAME})*)")
_SIGNED_IN = re.compile(rf", (?:signed|concluded|agreed) in ({_NAME})")
_TOWN = "(?:city|town|port|resort|village|capital|province|region|island|suburb)"
_TOWN_IN = re.compile(rf"(?:^|[ (])(?:the )?([A-Z][a-z]+) ((?:[a-z]+ )?{_TOWN}) of $")
_CITY_OF = re.compile(rf"(?:^|[ (])the ((?:[a-z]+ ){{0,2}}{_TOWN}) of $")
_WHERE = re.compile(r", (on|in|off|near|north|south|east|west) ([^.,;:()\"]{4,50}),")
_VERBS = re.compile(rf" ((?:{'|'.join(sorted(words('explains')))}) [^.;:()\"]{{4,90}})")
#: what an apposition has to be about, by kind
_NOUNS = {
    "places": words("place_words"),
    "organisations": words("bodies"),
    "agreements": frozenset(noun for noun in words("small_agreements")),
    "events": frozenset(noun for noun in words("small_events")),
    "terms": words("things"),
}
_CLAUSE_END = re.compile(r",? (?:and|but|while|when|after|because|although|which|who|said|told) |, ")


@dataclass(frozen=True, slots=True)
class Told:
    """What texts say of one candidate."""

    gloss: str
    facts: dict[str, str | tuple[str, ...]]


def said_of(kind: str, contexts: Sequence[tuple[Beside, date | None]]) -> Told:
    """A draft of a gloss, and facts by key of an entry.

    Args:
        kind: The kind of the candidate.
        contexts: Its uses with the words around them, each with the day of its text.
    """
    facts: dict[str, str | tuple[str, ...]] = {}
    if kind == "people":
        pieces = list(_person(contexts))
    else:
        pieces = [piece for context, _ in contexts for piece in _thing(context, kind)]
    if kind in ("agreements", "events"):
        facts = _facts(contexts, kind)
    return Told(_joined(pieces), facts)


def _joined(pieces: Sequence[str]) -> str:
    """The pieces as short sentences, as many as a gloss may have words."""
    found: list[str] = []
    seen: set[str] = set()
    count = 0
    for piece in pieces:
        text = " ".join(piece.split()).strip(" ,-")
        plain = text.casefold()
        words = len(text.split())
        if (
            not text
            or BLOT in text
            or any(plain in other or other in plain for other in seen)
            or count + words > _MOST_WORDS
        ):
            continue
        seen.add(plain)
        count += words
        found.append(f"{text[0].upper()}{text[1:]}.")
    return " ".join(found)


def _person(contexts: Sequence[tuple[Beside, date | None]]) -> Iterator[str]:
    """Offices with the month in which a text gives them, then what is said beside the name."""
    roles: dict[str, date | None] = {}
    for context, day in contexts:
        if context.use.role:
            role = context.use.role + _of_place(context)
            roles.setdefault(role, day)
    dated = sorted(roles.items(), key=lambda item: item[1] or date.max)
    for role, day in dated:
        yield f"{role} ({_spelled(day)})" if day else role
    for context, _ in contexts:
        if noun_of(context.apposition) in words("people"):
            yield _cut(context.apposition)
        if context.description.rstrip(",").rpartition(" ")[2] in words("people"):
            yield context.description
        if found := re.match(r", who ([^.;:()\"]{5,80})", context.after):
            yield _cut(found[1])


def _of_place(context: Beside) -> str:
    found = re.match(rf" of (?:the )?({_NAME})", context.after)
    return f" of {found[1]}" if found and " of " not in context.use.role else ""


def _spelled(day: date) -> str:
    return f"{_LONG[day.month - 1]} {day.year}"


_LONG = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


def _thing(context: Beside, kind: str) -> Iterator[str]:
    before, after = context.before, context.after
    if kind == "places":
        if found := _TOWN_IN.search(before):
            yield f"{found[1]} {found[2]}"
        elif found := _CITY_OF.search(before):
            yield found[1]
        if found := _WHERE.match(after):
            yield f"{found[1]} {found[2]}"
    if noun_of(context.apposition) in _NOUNS.get(kind, frozenset()):
        yield _cut(context.apposition)
    described = context.description.rstrip(",").rpartition(" ")[2]
    if described in _NOUNS.get(kind, frozenset()) and not context.use.article:
        yield context.description
    if found := _IS.match(after):
        yield _cut(found[1])
    if found := _LED_BY.match(after):
        yield f"{found[1]} by {found[2]}"
    if kind != "places" and (found := _WHICH.match(after)):
        yield _cut(found[1])
    if kind != "places" and (found := _VERBS.match(after)):
        yield _cut(found[1])


def _cut(words: str) -> str:
    """The first clause of what is said."""
    found = _CLAUSE_END.search(words, 12)
    return words[: found.start()] if found else words


def _facts(contexts: Sequence[tuple[Beside, date | None]], kind: str) -> dict[str, str | tuple[str, ...]]:
    found: dict[str, str | tuple[str, ...]] = {}
    for context, _ in contexts:
        if match := _OF_YEAR.match(context.after):
            found.setdefault("date" if kind == "agreements" else "start", _edtf(match[1]))
        if kind != "agreements":
            if match := re.match(rf" in ({_NAME})", context.after):
                found.setdefault("place", match[1])
            continue
        parties = _SIGNED_BY.match(context.after) or _WITH.match(context.after) or _SIGN.search(context.before)
        if parties:
            found.setdefault("parties", tuple(map(_without_office, re.split(r", | and ", parties[1]))))
        if match := _SIGNED_IN.search(context.after):
            found.setdefault("place", match[1])
    return {key: value for key, value in found.items() if BLOT not in str(value)}


def _without_office(name: str) -> str:
    """A party without the office of whoever signed for it."""
    words_ = name.split()
    while len(words_) > 1 and words_[0] in TITLES:
        words_ = words_[1:]
    return " ".join(words_)


def _edtf(text: str) -> str:
    """A written date as entries have it."""
    match = _DATE.search(text)
    assert match is not None
    day, month = match[1] or match[3], match[2]
    year = match[4]
    if not month:
        return year
    number = next(at for at, name in enumerate(_LONG, 1) if name.startswith(month[:3]))
    return f"{year}-{number:02}-{int(day):02}" if day else f"{year}-{number:02}"
