"""Names that nothing stands beside: most names of a text. Seeing them at a glance saves trying all rules on them."""

from __future__ import annotations

from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.beside.named_after import (
    AFTER_PERSON,
    AFTER_PLACE,
    ILLNESS_NOUNS,
    ILLNESSES,
    NUMBERS,
    RESULTS,
)
from course_reader.text.mention.beside.things import GAMES, MEASURES
from course_reader.text.wordlists import (
    ABBREVIATIONS,
    DAYS,
    DEMONYMS,
    EVENTS,
    FAMILY,
    GEOGRAPHY,
    GOVERNING,
    HEADS_OF_NAMES,
    HUMANS,
    INSTITUTIONS,
    MONTHS,
    NAMING,
    OTHER_PLACES,
    PARTICLES,
    PLACE_HEADS,
    SHIPS,
    SUFFIXES,
    THINGS,
    TITLES,
    WARES,
    given_names,
)

#: after these and a space nothing belongs to what is before
_BREAKS = ',;:!?-)"]'
_APART = ("", " ", "\n", ",", ";")
_OPENERS = "\"'([{*_ "
_CLOSERS = ".,;:!?)\"']"
_OF = frozenset({"of", "for", "the"})
_NONE = frozenset[str]()
#: small words before a name that a rule for its family looks at
_BEFORE: dict[Family, frozenset[str]] = {
    Family.SURNAME: _OF | THINGS | NUMBERS | {"v", "a", "an", "his", "her", "first"},
    Family.PERSON: _OF | SHIPS | {"a", "an"},
    Family.PLACE: _OF
    | {"in", "to", "at", "my", "your", "his", "her", "our", "their"}
    | THINGS
    | NAMING
    | HUMANS
    | PARTICLES,
    Family.BODY: THINGS,
    Family.PLAIN_BODY: _OF | THINGS,
    Family.DOCUMENT: _NONE,
    Family.TERM: _NONE,
}
_OF_AFTER = frozenset({"of", "on", "for", "upon"})
#: small words after a name that a rule for its family looks at
_AFTER: dict[Family, frozenset[str]] = {
    Family.SURNAME: FAMILY | AFTER_PERSON | RESULTS | ILLNESS_NOUNS | {"v", "v."},
    Family.PERSON: _NONE,
    Family.PLACE: _OF_AFTER | WARES | AFTER_PLACE | RESULTS | GAMES,
    Family.BODY: _NONE,
    Family.PLAIN_BODY: _OF_AFTER,
    Family.DOCUMENT: _NONE,
    Family.TERM: _NONE,
}
#: words with a capital before a name that say nothing against it
_LISTED = SUFFIXES | DAYS | MONTHS | GOVERNING | EVENTS | OTHER_PLACES | PLACE_HEADS | GEOGRAPHY | INSTITUTIONS
_OFFICES = (TITLES | DEMONYMS) - _LISTED - frozenset(given_names())
_CAPITALS: dict[Family, frozenset[str]] = {
    family: frozenset({"In", "At", "On", "But", "And", "When", "While", "If", "Since", "After", "Before", "From"})
    | (_OFFICES if family in (Family.PERSON, Family.BODY) else frozenset())
    for family in Family
}


def is_quiet(text: str, start: int, end: int, family: Family) -> bool:
    """Whether the words beside a name cannot make it part of another name, or show that it is something else.

    A no means only that the rules have to look.

    Args:
        text: A folded text.
        start: Where the name starts (code points).
        end: Where it ends, without a possessive.
        family: What kind of name it is.
    """
    if family is Family.TERM and text[start].islower():
        # Of ordinary words only what is joined to them can make another word.
        return text[start - 1 : start] in _APART and text[end : end + 1] in _APART
    if family is Family.PLACE and text[start:end] in ILLNESSES:
        return False
    return _is_quiet_before(text, start, family) and _is_quiet_after(text, end, family)


def _is_quiet_before(text: str, start: int, family: Family) -> bool:
    if start < 2 or text[start - 1] == "\n":
        return not start or text[start - 1] == "\n"
    if text[start - 1] != " ":
        return False
    if text[start - 2] in _BREAKS:
        return not (text[start - 2] == "," and family is Family.PLACE and text.startswith("Georgia", start))
    first = text.rfind(" ", 0, start - 1) + 1
    word = text[first : start - 1].rpartition("\n")[2].lstrip(_OPENERS)
    if not word:
        return False
    if word[-1] == ".":
        return word[0].islower() and len(word) > 3 and word[:-1] not in ABBREVIATIONS
    if not word[0].islower():
        return word in _CAPITALS[family] or (word.isdigit() and family is not Family.SURNAME)
    if word not in _BEFORE[family]:
        return True
    if word == "the":
        # Before "the" of people and bodies only "of the" and "for the" count.
        return family not in (Family.PLACE, Family.SURNAME) and text[first - 4 : first] not in ("of ", " of ", "for ")
    return word in ("of", "for", "in", "to", "at") and _is_plain(text, first)


def _is_plain(text: str, stop: int) -> bool:
    """Whether the word before a position makes no name with "of": "parts of", but not "Bank of" or "duke of"."""
    if text[stop - 1 : stop] != " ":
        return False
    word = text[text.rfind(" ", 0, stop - 1) + 1 : stop - 1]
    return word.isalpha() and word.islower() and word not in HEADS_OF_NAMES and word not in MEASURES and word != "state"


def _is_quiet_after(text: str, end: int, family: Family) -> bool:
    after = text[end : end + 2]
    if not after or after[0] in "\n;!?":
        return True
    if after[0] == "'":
        return family is not Family.SURNAME
    if after[0] == ",":
        return family is not Family.PLACE or text[end + 2 : end + 3].islower()
    if after[0] == ".":
        return after[1:] in ("", " ", "\n", '"')
    if after[0] != " " or not after[1:].islower():
        return False
    stop = text.find(" ", end + 1, end + 40)
    word = text[end + 1 : stop if stop >= 0 else end + 40].partition("\n")[0].rstrip(_CLOSERS)
    return word not in _AFTER[family]
