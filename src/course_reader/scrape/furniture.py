"""What on a news page is not the article: boxes, links, buttons, notices.

A line goes only when all of it matches; a sentence that mentions cookies stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from course_reader.scrape.words import table, words

#: No pattern matches a longer line; sentences of articles mostly are longer.
_LONGEST = 640
_DECORATION = re.compile(r"^[\s*_#>•→►▶»«|\[\]()\-–—:.…!↓←▼▲✉☰×✕+]+|[\s*_>•→►▶»«|\[\]()\-–—:.…!↓←▼▲?]+$")
_NAV_WORDS = words("menu")
#: Furniture never reports what somebody said.
_SPOKEN = re.compile(r"\b(?:said|told|added|says|сказал[аи]?|заявил[аи]?|sagte|a déclaré)\b(?! to have)", re.I)
_NAV_SPLIT = re.compile(r"\s*[|·•>»›/→]\s*|\s{3,}|\s*\*\s+")


@dataclass(frozen=True, slots=True)
class Furniture:
    """Why a line is not part of the article."""

    reason: str
    #: Links below it belong to it.
    opens: bool = False


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Furniture, bool], ...]:
    return tuple(
        (
            re.compile("(?:" + "|".join(f"(?:{p})" for p in row["patterns"]) + ")", re.I),
            Furniture(row["reason"], row.get("opens", False)),
            row.get("head", False),
        )
        for row in table("furniture.yaml")
    )


def bare(text: str) -> str:
    """A line without list marks, emphasis, arrows and final punctuation."""
    return _DECORATION.sub("", text)


def match(text: str, *, in_head: bool = False) -> Furniture | None:
    """Why this line is furniture; None when it is not. Section labels only count in the head."""
    if len(text) > _LONGEST:
        return None
    core = bare(text)
    if not core:
        return Furniture("sign without words") if len(text) < 8 else None
    if text[0] in "\"“„«'‘" and len(core) > 40:
        return None
    if len(core) > 40 and _SPOKEN.search(core):
        return None
    for pattern, furniture, head in _patterns():
        if (in_head or not head) and pattern.fullmatch(core):
            return furniture
    return Furniture("navigation menu") if _is_menu(text) else None


def _is_menu(text: str) -> bool:
    """Three or more short items, most of them words of menus."""
    if len(text) > 300:
        return False
    items = [item for item in _NAV_SPLIT.split(text.strip(" |·•>»›/*-")) if item]
    if len(items) < 3 or any(len(item) > 30 for item in items):
        return False
    return sum(item.casefold() in _NAV_WORDS for item in items) * 2 >= len(items)


def is_menu_word(text: str) -> bool:
    """One word of a menu on a line of its own."""
    return bare(text).casefold() in _NAV_WORDS
