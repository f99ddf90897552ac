"""Longer names that a word, a hyphen or a comma makes: "Duke of York", "Winston-Salem", "Moscow, Idaho"."""

from __future__ import annotations

import re

from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.context import Sort, Surroundings, is_common
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.wordlists import (
    DAYS,
    DEMONYMS,
    HEADS_OF_NAMES,
    HEADS_OF_PLACES,
    INSTITUTIONS,
    MONTHS,
    OF_STATES,
    PREFIXES,
    TITLES,
    given_names,
    known_places,
    sections,
)

_BEFORE_OF = re.compile(r"(?:^|[^\w'-])(?:(?P<more>[\w'-]+) )?(?P<head>[\w'-]+) (?:of|for) (?:the )?\Z")
_OF = re.compile(r" (?P<small>of|on|for|upon) (?:the )?(?P<word>[^\W\d_a-z][\w'-]*)(?P<next> [^\W\d_a-z])?")
_SMALL_AFTER = (" of ", " on ", " for ", " upon ")
_REGION = re.compile(r", ([^\W\d_a-z][\w.]*(?:,? [^\W\d_a-z][\w.]*)?(?: and Wear)?)")
GEORGIAN_TOWNS = frozenset(sections("named_after")["georgian_towns"])
_CLOSED = re.compile(r"(?:'s)?(?:[.,;:!?)\]\"-]|\Z| [a-z-]|\n)")


def of_before(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A head before "of": "Duke of York", "Democratic Republic of the Congo", but "President of Armenia"."""
    text = context.text
    if not text.endswith((" of ", " of the ", " for ", " for the "), 0, start):
        return None
    window = text[max(0, start - 60) : start]
    found = _BEFORE_OF.search(window.rpartition("\n")[2])
    if not found:
        return None
    head, more = found["head"], found["more"] or ""
    at = start - len(window.rpartition("\n")[2]) + found.start("head")
    if head.lower() in HEADS_OF_NAMES and family is Family.PLACE:
        return WhyNot.INSIDE_TITLE if head.lower() not in ("gulf", "bay", "strait", "straits") else WhyNot.INSIDE_PLACE
    if not head[0].isupper():
        return None
    is_of = " of " in window[-8:]
    if family is Family.PLACE and is_of:
        if head in HEADS_OF_PLACES:
            if (
                head == "Council"
                and (not more[:1].isupper() or more == "The")
                and name.text not in known_places("countries")
            ):
                return WhyNot.INSIDE_NAME
            told = more[:1].isupper() and more not in OF_STATES and more not in HEADS_OF_PLACES
            if head in ("Republic", "Kingdom", "State", "Federation", "Commonwealth") and told:
                return WhyNot.INSIDE_PLACE if more not in DEMONYMS else None
            return None
        if head in INSTITUTIONS:
            return WhyNot.INSIDE_ORGANISATION
        if head in given_names() and not more[:1].isupper():
            return WhyNot.INSIDE_PERSON
        if at + len(head) in context.ends or more in given_names() or more in TITLES or re.fullmatch(r"[A-Z]", more):
            return None
        return (
            None
            if context.sort(head, at, known=False, opens=context.opens_sentence(head, at)) in _FINE_HEADS
            else WhyNot.INSIDE_NAME
        )
    if (
        head in INSTITUTIONS
        and head not in HEADS_OF_PLACES
        and family not in (Family.TERM, Family.DOCUMENT, Family.BODY)
    ):
        return WhyNot.INSIDE_ORGANISATION
    return None


_FINE_HEADS = (Sort.SMALL, Sort.TITLE, Sort.EVENT, Sort.POSSESSIVE)


def of_after(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A name after "of" or "on": "The Times of Israel", "European Council on Foreign Relations"."""
    if family not in (Family.PLAIN_BODY, Family.PLACE) or not context.text.startswith(_SMALL_AFTER, end):
        return None
    found = _OF.match(context.text, end)
    if not found or found["word"] in DAYS or found["word"] in MONTHS:
        return None
    if family is Family.PLAIN_BODY:
        after_for = found["small"] == "for" and name.text.split()[-1] in INSTITUTIONS and " " in name.text
        if after_for and found["word"] not in DEMONYMS and found.start("word") not in context.starts:
            return None if context.text.startswith("'s", found.end("word")) else WhyNot.INSIDE_ORGANISATION
        is_matter = is_common(found["word"]) and found["word"] not in DEMONYMS
        if found["small"] == "of" or (found["small"] == "on" and (found["next"] or is_matter)):
            return WhyNot.INSIDE_ORGANISATION
        return None
    return WhyNot.INSIDE_NAME if found["small"] in ("of", "upon") and "of the" not in found.group() else None


def joined(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A hyphen: "Jean-Michel", "Winston-Salem", "semi-exclave"; but "pro-Putin", "Turkey-backed"."""
    text = context.text
    has_left, has_right = text[start - 1 : start] == "-" and start > 1, text[end : end + 1] == "-"
    if not (has_left or has_right):
        return None
    left = _piece_before(text, start - 1) if has_left else ""
    right = _piece_after(text, end + 1) if has_right else ""
    whole = (f"{left}-" if has_left else "") + text[start:end] + (f"-{right}" if has_right else "")
    if whole in _OTHER_COMPOUNDS:
        return WhyNot.JOINED
    if right.lower() in _KINDS and family in (Family.SURNAME, Family.PERSON, Family.PLACE):
        return WhyNot.THING
    if family is Family.PLACE and _RACE.match(text, end):
        return WhyNot.THING
    if left.lower() in _ARTICLES and family is Family.SURNAME and start - 1 not in context.ends:
        # "Hafez al-Assad" is somebody with a name of their own, who keeps it.
        sort = context.left(start - 1 - len(left))[1]
        return WhyNot.INSIDE_PERSON if sort in (Sort.GIVEN, Sort.OTHER) else WhyNot.JOINED
    if left and start - 1 not in context.ends and left.lower() not in PREFIXES and not _goes_with(left, family):
        return WhyNot.JOINED
    if family is Family.SURNAME and left and start - 1 in context.ends:
        # "Noel Ward-Hill" is one person, "the Aliyev-Pashinyan talks" are two.
        return WhyNot.JOINED if context.left(start - 1 - len(left))[1] in (Sort.GIVEN, Sort.OTHER) else None
    if family is Family.PERSON and right and end + 1 in context.surnames:
        return WhyNot.JOINED
    if not right or end + 1 in context.starts:
        return None
    return WhyNot.JOINED if _makes_another(right, family) else None


def _makes_another(right: str, family: Family) -> bool:
    """Whether a name with this word joined to its end is another name."""
    if right[0].isupper():
        if family is Family.PLACE:
            return not _goes_with(right, family) and not is_common(right)
        return family in (Family.SURNAME, Family.PERSON)
    return right in ("upon", "on", "sur", "am", "an", "by", "les", "le") or (family is Family.PLACE and right.isdigit())


#: "Nimitz-class", "Molotov-cocktail"
_KINDS = frozenset(["class", "type", "brand", "cocktail", "cocktails", "syndrome", "disease"])
#: The Arabic article before a surname
_ARTICLES = frozenset(["al", "el", "as", "ad", "an", "ar", "ash", "at", "az", "ul"])
#: "the Paris-Dakar rally", "the Paris-Nice race"
_RACE = re.compile(r"(?:-[^\W\d_a-z][\w']*)* (?:[Rr]ally|[Rr]ace|[Mm]arathon|[Rr]egatta|[Dd]erby|Grand Prix|Express)\b")
_OTHER_COMPOUNDS = frozenset(("Austria-Hungary", "Guinea-Bissau", "Congo-Brazzaville", "Congo-Kinshasa", "Paris-Nice"))


def _goes_with(piece: str, family: Family) -> bool:
    """Whether a part of a compound leaves the name in it what it is: another place, or a small word with a place."""
    if family is Family.PLACE:
        if piece.islower():
            return piece not in _JOINTS
        places = (known_places(section) for section in ("countries", "capitals", "cities"))
        return piece in DEMONYMS or any(piece in known for known in places)
    return family in (Family.BODY, Family.PLAIN_BODY, Family.DOCUMENT)


_JOINTS = frozenset(
    [
        "al",
        "el",
        "an",
        "as",
        "ad",
        "ash",
        "ul",
        "d",
        "l",
        "o",
        "ol",
        "on",
        "upon",
        "sur",
        "am",
        "under",
        "by",
        "le",
        "les",
        "in",
        "de",
        "la",
        "sous",
        "the",
        "sul",
        "next",
    ]
)


def _piece_before(text: str, end: int) -> str:
    """The letters and digits right before a position."""
    start = end
    while start and text[start - 1].isalnum():
        start -= 1
    return text[start:end]


def _piece_after(text: str, start: int) -> str:
    """The letters and digits right after a position."""
    end = start
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def ampersand(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """Firms: "Procter & Gamble"."""
    text = context.text
    if family is not Family.TERM and (text[end : end + 3] == " & " or text[max(0, start - 3) : start] == " & "):
        return WhyNot.INSIDE_ORGANISATION
    return None


def larger_place(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A comma and a larger place: "Moscow, Idaho"."""
    if family is not Family.PLACE or context.text[end : end + 2] != ", ":
        return None
    is_country = name.text in known_places("countries")
    found = _REGION.match(context.text, end)
    if not found:
        return None
    words = found[1]
    if words.partition(" ")[0].rstrip(".,") == "Georgia" and name.text in GEORGIAN_TOWNS and name.country != "Georgia":
        return WhyNot.INSIDE_PLACE
    for larger in (words, words.rstrip("."), words.rstrip(".,").partition(" ")[0], words.partition(" ")[0]):
        stop = found.start(1) + len(larger)
        if not _CLOSED.match(context.text, stop) or re.match(r" (?:and|or) ", context.text[stop : stop + 5]):
            continue
        if larger in known_places("regions") and name.country != "United States":
            if is_country and (larger in ("Washington", "Georgia") or name.text in known_places("regions")):
                return None
            return WhyNot.INSIDE_PLACE
        is_elsewhere = (
            not is_country and name.country and larger in known_places("countries") and larger != name.country
        )
        if is_elsewhere and re.match(r"[.;:!?)]|\Z|, [a-z]", context.text[stop : stop + 3]) and larger != name.text:
            return WhyNot.INSIDE_PLACE
    return None
