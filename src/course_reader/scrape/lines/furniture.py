"""Page furniture, the parts of a news page that are not the article: boxes, links, buttons, notices.

A line is removed only if all of it matches; a sentence that mentions cookies stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from course_reader.scrape.evidence import Cut
from course_reader.scrape.lines.openings import opening, openings
from course_reader.scrape.words import table, words

#: No pattern matches a longer line.
_LONGEST = 640
#: marks before and after the words of a line, besides white space
_BEFORE, _AFTER = "*_#>•→►▶»«|[]()-–—:.…!↓←▼▲✉☰×✕+", "*_>•→►▶»«|[]()-–—:.…!↓←▼▲?"
_SPACE = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_NAV_WORDS = words("menu")
#: Furniture does not report speech.
_SPOKEN = re.compile(r"\b(?:said|told|added|says|сказал[аи]?|заявил[аи]?|sagte|a déclaré)\b(?! to have)", re.I)
_NAV_SPLIT = re.compile(r"\s*[|·•>»›/→]\s*|\s{3,}|\s*\*\s+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The reason why a line is not part of the article."""

    reason: Cut
    #: Whether the links below it belong to it.
    opens: bool = False


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A pattern of the table, and what a line is that matches it."""

    text: str
    furniture: Furniture
    #: whether it counts only in the head
    in_head: bool


@cache
def _patterns() -> tuple[tuple[_Pattern, frozenset[str] | None], ...]:
    """All patterns, each with what it can begin with."""
    return tuple(
        (_Pattern(text, Furniture(Cut(row["reason"]), row.get("opens", False)), row.get("head", False)), openings(text))
        for row in table("furniture.yaml")
        for text in row["patterns"]
    )


@cache
def _beginning(letter: str) -> tuple[_Pattern, ...]:
    """The patterns that can begin with a letter: compiling all of them takes longer than reading a page with a few."""
    return tuple(pattern for pattern, letters in _patterns() if letters is None or letter in letters)


@cache
def _compiled(text: str) -> re.Pattern[str]:
    return re.compile(text, re.I)


def bare(text: str) -> str:
    """A line without list marks, emphasis, arrows and final punctuation.

    >>> bare("» **Read more:**")
    'Read more'
    """
    return text.lstrip(_BEFORE + _SPACE).rstrip(_AFTER + _SPACE)


@lru_cache(maxsize=2048)
def match(text: str, *, in_head: bool = False) -> Furniture | None:
    """Why a line is furniture; None if it is not. Section labels count only in the head.

    >>> match("Subscribe to our newsletter").reason
    'newsletter box'
    >>> match("The council will subscribe to two newspapers.") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    core = bare(text)
    if not core:
        return Furniture(Cut.NO_WORDS) if len(text) < 8 else None
    if text[0] in "\"“„«'‘" and len(core) > 40:
        return None
    if len(core) > 40 and _SPOKEN.search(core):
        return None
    for pattern in _beginning(opening(core)):
        if (in_head or not pattern.in_head) and _compiled(pattern.text).fullmatch(core):
            return pattern.furniture
    return Furniture(Cut.MENU) if is_menu(text) else None


def is_menu(text: str) -> bool:
    """Whether it is three or more short items, mostly words used in menus."""
    if len(text) > 300:
        return False
    items = [item for item in _NAV_SPLIT.split(text.strip(" |·•>»›/*-")) if item]
    if len(items) < 3 or any(len(item) > 30 for item in items):
        return False
    return sum(item.casefold() in _NAV_WORDS for item in items) * 2 >= len(items)


def is_menu_word(text: str) -> bool:
    """Whether it is a single word used in menus."""
    return bare(text).casefold() in _NAV_WORDS
