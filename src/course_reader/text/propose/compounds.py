"""Events and agreements that texts name with small words: "the Sochi summit", "the 2020 war"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from course_reader.text.propose.cues import is_adjective, words
from course_reader.text.propose.group import Group, Used
from course_reader.text.propose.reading import ReadText
from course_reader.text.propose.uses import Use, heads

_YEAR = r"(?:1[5-9]|20)\d\d"
#: words of three letters and more, small, between a name and its noun
_NOT_BETWEEN = (
    "the|and|for|has|had|was|were|are|but|with|from|that|who|its|his|her|their|into|during|before|after|since"
)
_BETWEEN = rf"(?:(?!(?:{_NOT_BETWEEN}) )[a-z]{{3,}}(?:-[a-z]+)? )?"
_OF = re.compile(
    r" of ((?:[a-z-]+ ){0,4}[a-z-]+)(?=[”\"',.;:)]| (?:of|in|on|by|at|with|for|from|to|was|were|is|has|had|will)\b|$)"
)
#: nouns after which a place may follow: "the blockade of Skerryhavn", "the war in Ukraine"
_BEFORE_PLACES = (
    "blockade siege massacre war earthquake coup summit referendum revolution uprising genocide exodus pogrom famine"
)
_DAY = rf"(?:\d{{1,2}} )?(?:[A-Z][a-z]+ )?(?:\d{{1,2}}, )?{_YEAR}"
_STATEMENT = re.compile(
    rf"\b((?:joint|trilateral|tripartite|bilateral|final) (?:statement|declaration|communiqué))s? of ({_DAY})"
    rf"(?: and (?:of )?({_DAY}))?"
)


@cache
def _nouns(section: str) -> str:
    return "|".join(sorted(map(re.escape, words(section)), key=lambda noun: (-len(noun), noun)))


@cache
def _after_name(section: str) -> re.Pattern[str]:
    return re.compile(rf"(?:-[a-z]+)? ({_BETWEEN}(?:{_nouns(section)}))(?![\w-])")


@cache
def _with_year() -> re.Pattern[str]:
    return re.compile(rf"\b({_YEAR} (?:{_nouns('small_events')}))(?![\w-])")


@cache
def _with_people(section: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:[Tt]he|[Aa]n?) ([A-Z][\w-]+ {_BETWEEN}(?:{_nouns(section)}))(?![\w-])")


def compounds(texts: Sequence[ReadText], named: Mapping[int, Sequence[tuple[Use, str]]]) -> list[tuple[str, Group]]:
    """Events and agreements made of a name, a year or a people, and a small noun.

    Args:
        texts: The texts.
        named: For each text the names in it with their kinds.

    Returns:
        The kind of each, and its uses.
    """
    found: dict[tuple[str, str], Group] = {}
    for number, text in enumerate(texts):
        if text.language == "en":
            for kind, start, end in _in_text(text.text, named.get(number, ())):
                _add(found, kind, text.text[start:end], number, (start, end))
            for name, span in _dated(text.text):
                _add(found, "agreements", name, number, span)
    return [(kind, group) for (kind, _), group in found.items()]


def _add(found: dict[tuple[str, str], Group], kind: str, name: str, number: int, span: tuple[int, int]) -> None:
    group = found.setdefault((kind, _key(name)), Group(Counter()))
    group.names[name] += 1
    group.places.append(Used(number, Use(name, *span)))


def _dated(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Statements by their days: of "the joint statements of 9 May 1994 and 2 June 1995" there are two."""
    for match in _STATEMENT.finditer(text):
        for day in (2, 3):
            if match[day]:
                yield f"{match[1]} of {match[day]}", match.span()


def _key(name: str) -> str:
    """Names of one thing: "Sochi summit", "Sochi Summit", "2020 wars"."""
    parts = name.casefold().split()
    if parts[-1].isdigit():
        return name.casefold()
    return f"{parts[0]} {parts[-1].removesuffix('s')}"


def _in_text(text: str, named: Sequence[tuple[Use, str]]) -> Iterator[tuple[str, int, int]]:
    taken: list[tuple[int, int]] = []

    def free(start: int, end: int) -> bool:
        if any(a < end and start < b for a, b in taken):
            return False
        taken.append((start, end))
        return True

    for section, kind in (("small_agreements", "agreements"), ("small_events", "events")):
        for use, name_kind in named:
            if name_kind not in ("places", "organisations") or use.possessive:
                continue
            after = _after_name(section).match(text, use.end)
            if after and free(use.start, _extended(text, after.end(), kind)):
                yield kind, use.start, _extended(text, after.end(), kind)
        for match in _with_people(section).finditer(text):
            start, end = match.span(1)
            word = text[start:end].split()[0]
            if _is_people(word) and free(start, _extended(text, end, kind)):
                yield kind, start, _extended(text, end, kind)
    for match in _with_year().finditer(text):
        if free(*match.span(1)):
            yield "events", *match.span(1)
    for use, name_kind in named:
        before = re.search(
            rf"\b(?:[Tt]he|[Aa]) ((?:{_BEFORE_PLACES.replace(' ', '|')}) (?:of|in|on) (?:the )?)$",
            text[max(0, use.start - 40) : use.start],
        )
        if before and name_kind == "places" and free(use.start - len(before[1]), use.end):
            yield "events", use.start - len(before[1]), use.end


def _is_people(word: str) -> bool:
    return is_adjective(word) and not heads(word)


def _extended(text: str, end: int, kind: str) -> int:
    """The end of the name of an agreement, with what it is of: "draft of basic principles"."""
    found = _OF.match(text, end) if kind == "agreements" else None
    return found.end(1) if found else end
