"""Things that are called like a place or a person: ships, works, wares, families, rivers."""

from __future__ import annotations

import re

from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.context import Surroundings
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.mention.words import starts_sentence
from course_reader.text.wordlists import (
    FAMILY,
    HUMANS,
    NAMING,
    PARTICLES,
    SHIPS,
    THINGS,
    TITLES,
    WARES,
    WITH_ARTICLE,
    given_names,
    is_known_place,
)

_SMALL_AFTER = re.compile(r" ([a-z][\w-]*)")
_EARLIER = re.compile(r"([^\W\d_a-z][\w'-]*) (?:\w+ )?\Z")
_ARTICLE, _NUMBER = (
    re.compile(r"\b(?:the|an?) \Z", re.IGNORECASE),
    re.compile(r" \d{2,4}[A-Z]?\b(?![,.]\d| (?!is\b|was\b|has\b)[a-z]+s\b)"),
)
#: what a drink is measured in, and whose own a place cannot be
MEASURES = frozenset(
    ["glass", "glasses", "bottle", "bottles", "cup", "cups", "sip", "sips", "pint", "pints", "jug", "carafe"]
)
_MEASURES = re.compile(rf"\b(?:{'|'.join(sorted(MEASURES))}) of \Z", re.IGNORECASE)
_WHOSE = re.compile(r"\b(?:[Mm]y|[Yy]our|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir) \Z")
_ALONE = re.compile(r"[.,;:!?)]|\Z|\n| (?:in|at|on|by|from|with|when|and|for|to)\b")
#: what teams do to each other, with the result
GAMES = frozenset(["beat", "beats", "defeated", "thrashed", "edged", "drew", "lost", "won", "trounced"])
_GAME = re.compile(
    rf" (?:{'|'.join(sorted(GAMES))})\b[^.!?\n]{{0,40}}?(?<![\w-])\d{{1,2}}[-:–]\d{{1,2}}(?![\w-])", re.IGNORECASE
)
#: "Turkey for Christmas"
_MEAL = re.compile(
    r" (?:for|with|on) (?:Christmas|Thanksgiving|Easter|breakfast|lunch|dinner|supper|dessert|gravy|toast)\b"
)
_YEAR = re.compile(r" (?:1[89]|20)\d\d\b(?![,.]\d)")


def kind_before(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A small noun before: "the cruiser Moskva", "the player Jordan"; and verbs that give names."""
    near = context.left(start)[0] or _quoted_left(context, start)
    word = near.lower()
    if family in (Family.PERSON, Family.SURNAME) and _is_ship(context, start, near):
        return WhyNot.THING
    if family not in (Family.PLACE, Family.SURNAME, Family.BODY, Family.PLAIN_BODY):
        return None
    if word in THINGS:
        return WhyNot.THING
    if word in NAMING and family is Family.PLACE:
        quoted = context.text[start - 1] == '"'
        return WhyNot.THING if quoted or context.text[start:end] in given_names() else None
    if word in HUMANS and family is Family.PLACE and near[0].islower():
        return WhyNot.INSIDE_PERSON
    if family is Family.PLACE and word in PARTICLES and context.text[start - 1] == " ":
        before = _EARLIER.search(context.text, max(0, start - 60), start - 1 - len(near))
        return WhyNot.INSIDE_NAME if before else None
    return None


def _is_ship(context: Surroundings, start: int, near: str) -> bool:
    """Whether a ship is called like somebody, perhaps with a rank: "the frigate Admiral Gorshkov"."""
    if near.lower() in SHIPS:
        return True
    return near in TITLES and context.left(start - 1 - len(near))[0].lower() in SHIPS


def _quoted_left(context: Surroundings, start: int) -> str:
    """The word before a quotation mark before a position."""
    return context.left(start - 1)[0] if context.text[start - 1 : start] == '"' else ""


def thing_after(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A small noun, a year or a family after: "Brussels sprouts", "Sochi 2014", "the Aliyev family"."""
    if family not in (Family.PLACE, Family.SURNAME):
        return None
    if context.text[end : end + 1] != " ":
        return None
    before = context.text[max(0, start - 20) : start]
    if family is Family.PLACE and _ARTICLE.search(before) and _NUMBER.match(context.text, end):
        return WhyNot.THING
    is_year = family is Family.PLACE and _YEAR.match(context.text, end)
    if is_year and not context.text.endswith((" in ", "In "), 0, start):
        return WhyNot.INSIDE_NAME
    if family is Family.PLACE and _GAME.match(context.text, end):
        return WhyNot.INSIDE_ORGANISATION
    if family is Family.PLACE and starts_sentence(context.text, start) and _MEAL.match(context.text, end):
        return WhyNot.COMMON_WORD
    found = _SMALL_AFTER.match(context.text, end)
    if not found:
        return None
    if family is Family.SURNAME:
        return WhyNot.FAMILY if found[1] in FAMILY else None
    return WhyNot.COMMON_WORD if found[1] in WARES else None


def of_somebody(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A drink, and a place that only stands for something: "a glass of Bordeaux", "he met his Waterloo"."""
    if family is not Family.PLACE:
        return None
    before = context.text[max(0, start - 20) : start]
    if _MEASURES.search(before):
        return WhyNot.COMMON_WORD
    return WhyNot.COMMON_WORD if _WHOSE.search(before) and _ALONE.match(context.text, end) else None


def with_article(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """ "The Jordan" is a river, a ship or a hotel, unless a noun follows ("the Jordan border")."""
    if family is not Family.PLACE or name.kind != "places" or " " in name.text or "-" in name.text:
        return None
    text = context.text
    if text[max(0, start - 4) : start].lower() != "the " or name.text.endswith("s"):
        return None
    if text[start:end] in WITH_ARTICLE or not is_known_place(text[start:end]):
        return None
    return WhyNot.THING if _AS_THING.match(text, end) else None


_AS_THING = re.compile(
    r"[.,;:!?)]|\Z|\n| (?:is|was|flows?|flowed|sank|sailed|rises|runs|ran|froze|burned|in|at|on|near|and|with|from|"
    r"into|through)\b"
)
