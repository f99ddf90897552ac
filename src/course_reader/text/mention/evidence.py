"""Whether a capital's name means the city: the evidence in the words around it.

In "in Moscow" it is a city, in "irked Moscow" a government. A wrong link is worse than no link, so each rule here
looks for positive evidence of the place, and a word that suggests a government outweighs it. Without evidence the
name becomes a question for the editor. The rules cover English only; in other languages every such name is a
question.
"""

from __future__ import annotations

from collections.abc import Callable

from course_reader.text.mention.cues import (
    ACTOR_IN,
    ACTOR_TO,
    ANGRY_AT,
    AT,
    ATTRIBUTE,
    BEFORE_NOUN,
    BETWEEN,
    BY_TRAIN,
    CAPITAL,
    CITY_PART,
    CLOSED,
    DATELINE,
    DIRECT,
    EARLIER_ITEMS,
    END_OF_ADDRESS,
    FOR,
    FRONTED,
    FULL_DATE,
    GOING_TO,
    JOINED_PLACE,
    LATER_ITEMS,
    LEFT,
    LEFT_FOR,
    LEFT_THEN,
    MOVING,
    NO_ROAD,
    OF_GOVERNMENT,
    OF_PLACE,
    OWN_PLACE,
    SHOUTED_DATELINE,
    SUFFIX,
    THE_CAPITAL,
    TO_VERB,
    TRAVEL_FROM,
    TRAVEL_TO,
    UNSURE_ATTRIBUTE,
    VERB,
    VISITING,
)
from course_reader.text.mention.words import is_possessive

#: whether the span between two folded offsets names a place and nothing else
IsPlace = Callable[[int, int], bool]

#: code points before and after a name that the rules look at
WINDOW = 120


def place_is_meant(text: str, start: int, end: int, is_place: IsPlace) -> bool:
    """Whether the words around a name show that the place is meant.

    Args:
        text: The folded text of the article.
        start: Where the name starts (code points of the folded text).
        end: Where it ends, without a possessive.
        is_place: Whether another stretch of the text names a place.
    """
    before = text[max(0, start - WINDOW) : start].rpartition("\n")[2]
    after = text[end : end + WINDOW].partition("\n")[0]
    at_block_start = start == 0 or text[start - 1] == "\n"
    if is_possessive(text, end):
        return OWN_PLACE.match(after) is not None
    if after.startswith("-"):
        return _hyphenated(before, after)
    if before.endswith("-"):
        return JOINED_PLACE.match(after) is not None
    if _attributive(before, after):
        return True
    if OF_GOVERNMENT.match(after):
        return False
    if at_block_start and (DATELINE.match(after) or is_dateline(text, start, end)):
        return True
    return (
        _has_place_before(before, after)
        or _is_called_capital(after)
        or _in_address(text, start, end, before, is_place)
        or _in_list(before, after)
    )


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether some words in capitals are the place at the head of a report: "OSLO (Agency) -"."""
    if not text[start:end].isupper() or not (start == 0 or text[start - 1] == "\n"):
        return False
    return SHOUTED_DATELINE.match(text, end) is not None


def why_unsure(text: str, start: int, end: int) -> str:
    """Why a name is a question, as the end of a sentence for the editor."""
    if is_possessive(text, end):
        return "a possessive: a government has concerns, a city has streets"
    if text[end : end + 1] == "-" or text[start - 1 : start] == "-":
        return "part of a compound that may mean a government"
    if VERB.match(text, end):
        return "it seems to act, as a government does"
    return "nothing around it shows that the place is meant"


def _hyphenated(before: str, after: str) -> bool:
    """Whether a compound is about the city: "Moscow-based", "Baku-Tbilisi pipeline", not "Moscow-backed"."""
    if SUFFIX.match(after):
        return True
    return after[1:2].isupper() and JOINED_PLACE.match(after) is not None


def _attributive(before: str, after: str) -> bool:
    """Whether the name says which of several things is meant: "the Moscow talks", "a Baku court"."""
    if ATTRIBUTE.match(after):
        return True
    return UNSURE_ATTRIBUTE.match(after) is not None and BEFORE_NOUN.search(before) is not None


#: the last words before a name that may show a place; a quick test before the thorough one
_TELLING = frozenset(
    [
        "in",
        "near",
        "inside",
        "outside",
        "across",
        "throughout",
        "within",
        "into",
        "around",
        "via",
        "downtown",
        "central",
        "nearby",
        "greater",
        "metropolitan",
        "inner",
        "outer",
        "suburban",
        "both",
        "either",
        "neither",
        "of",
        "to",
        "from",
        "for",
        "at",
        "towards",
        "toward",
        "through",
        "between",
        "capital",
        "capital,",
        "city",
        "city,",
        "town",
        "town,",
        "visit",
        "visits",
        "visited",
        "visiting",
        "tour",
        "tours",
        "toured",
        "touring",
        "bombed",
        "shelled",
        "bombarded",
        "besieged",
        "left",
        "leaves",
        "leaving",
        "leave",
        "quit",
    ]
)


def _has_place_before(before: str, after: str = "") -> bool:
    """Whether a preposition of place, or other words used only of places, come before the name."""
    last = before[:-1].rpartition(" ")[2].lower()
    if last not in _TELLING and not before.endswith('"'):
        return False
    if DIRECT.search(before):
        return not ACTOR_IN.search(before)
    if capital := CAPITAL.search(before):
        return not capital["comma"] or CLOSED.match(after) is not None
    if any(rule.search(before) for rule in (OF_PLACE, CITY_PART, VISITING, GOING_TO, LEFT_FOR)):
        return True
    if (LEFT.search(before) and LEFT_THEN.match(after)) or (last in ("from", "to") and BY_TRAIN.match(after)):
        return True
    return _moves(before, after)


def _moves(before: str, after: str) -> bool:
    """Whether words of travel come before the name: "flew to", "40 km from"."""
    moving = MOVING.search(before)
    if not moving:
        return False
    words, preposition = moving["words"], moving["preposition"].lower()
    if preposition == "for":
        return FOR.search(words) is not None and not TO_VERB.match(after)
    if preposition == "at":
        return AT.search(words) is not None or not ANGRY_AT.search(words)
    if rule := {"between": BETWEEN}.get(preposition):
        return rule.search(words) is not None
    if ACTOR_TO.search(words) or (preposition == "through" and NO_ROAD.search(words)):
        return False
    return (TRAVEL_FROM if preposition == "from" else TRAVEL_TO).search(words) is not None


def _is_called_capital(after: str) -> bool:
    """Whether an apposition calls it a capital and no verb makes it act: "Baku, the capital, ..."."""
    found = THE_CAPITAL.match(after)
    return found is not None and not VERB.match(after[found.end() :].lstrip(","))


def _in_address(text: str, start: int, end: int, before: str, is_place: IsPlace) -> bool:
    """Whether the name is part of an address set off from the sentence: "(Yerevan, Armenia)"."""
    if before.endswith(("with ", "by ", "of ", "to ", "from ", "against ")):
        return False
    if FULL_DATE.match(text, end):
        return True
    if before and not before.endswith((", ", "(", ": ", "- ", '"')):
        return False
    if not text.startswith(", ", end):
        return False
    close = END_OF_ADDRESS.search(text, end + 2)
    stop = close.start() if close else len(text)
    return stop - end < 60 and is_place(end + 2, stop)


def _in_list(before: str, after: str) -> bool:
    """Whether the name is in a list of places: in "in Moscow and Baku" the preposition applies to both."""
    if not before.endswith((" and ", " or ", ", ")):
        return False
    items = EARLIER_ITEMS.search(before)
    while items and not _has_place_before(before[: items.start()]):
        # The pattern may include a capitalised word too many ("In Moscow and ...").
        items = EARLIER_ITEMS.search(before, items.start() + 1)
    if not items:
        return False
    later = LATER_ITEMS.match(after)
    if items.group().endswith(", ") and not later:
        return False
    if "," in items.group() and FRONTED.fullmatch(before, 0, items.start()):
        return False
    return VERB.match(after, later.end() if later else 0) is None
