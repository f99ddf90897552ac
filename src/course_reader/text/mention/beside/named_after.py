"""What is called after a person or a place: laws, units, cases of courts, illnesses, rulers, food, works of art."""

from __future__ import annotations

import re

from course_reader.text.english import word_uses
from course_reader.text.mention.beside.families import Family
from course_reader.text.mention.context import Sort, Surroundings, is_common
from course_reader.text.mention.names import Name
from course_reader.text.mention.reasons import WhyNot
from course_reader.text.wordlists import given_names, known_places, sections

_LISTS = {section: frozenset(words) for section, words in sections("named_after").items()}
#: nouns after a person's name and after a place's; the glance at quiet names needs them too
AFTER_PERSON = _LISTS["after_person"]
AFTER_PLACE = _LISTS["after_place"]
ILLNESS_NOUNS = _LISTS["illness_nouns"]
SURNAMES = _LISTS["surnames"]
ILLNESSES, UNITS = _LISTS["illnesses"], _LISTS["units"]
#: before a name they show that a quantity is named
NUMBERS = frozenset(
    "one two three four five six seven eight nine ten twenty fifty hundred thousand million billion".split()  # noqa: SIM905
)
_NOUN = re.compile(r"(?P<own>'s?)?(?: (?:first|second|third|last|general))? (?P<noun>[^\W\d_][\w-]*)")
_QUANTITY = re.compile(rf"(?:\b(?:\d[\d.,]*|{'|'.join(sorted(NUMBERS))})) \Z", re.IGNORECASE)
_VERSUS_BEFORE, _VERSUS_AFTER = re.compile(r"(?:^|[\w.)] )v\.? \Z"), re.compile(r" v\.? [A-Z]")
_STATE_BEFORE = re.compile(r"\b(?:U\.S\.|US|American) state of \Z")
_WORK = re.compile(
    r"\b(?:saw|see|seen|sees|read|reads|watch(?:ed|es|ing)?|hear|heard|perform(?:ed|s)?|sang|sing|sung|staged|filmed) "
    r"(?:[Tt]he )?(?P<head>[A-Z][a-z]+) (?:in|of) \Z"
)
_THING_BEFORE = re.compile(
    r"\b(?:film|opera|play|novel|musical|ballet|movie|song|poem|painting|album|series|book|story),? "
    r"[A-Z][\w']*(?: (?:[A-Z][\w']*|of|the|and|a|an|in|to))* (?:in|of|to|at|from|for) (?:the )?\Z"
)
_ARTICLE = re.compile(r"(?:^|[ (\"])(?:(?P<single>[Aa]n?)|[Tt]he|[Tt]he first|[Hh]is|[Hh]er) \Z")
_CLOSED = re.compile(r" [a-z]|[.,;:!?)\"\n]|\Z")
_SHARES = re.compile(r"\b(?:shares? (?:of|in)|shareholders (?:of|in)|stock (?:of|in)) \Z", re.IGNORECASE)
#: verbs after a firm and before its figures
RESULTS = frozenset(["reported", "posted", "booked", "reports", "posts"])
_RESULTS = re.compile(
    rf" (?:{'|'.join(sorted(RESULTS))}) (?:an? |its |record |higher |lower )*(?:\w+ )?"
    r"(?:loss|losses|profits?|earnings|revenues?|sales|turnover|dividend)\b"
    r"|'s (?:shares?|stock|share price|shareholders|market value|quarterly \w+)\b"
)
#: machines and wares that end like people
_MACHINES = frozenset(["computer", "printer", "mower", "trailer", "cooker", "freezer", "motor", "tractor", "jumper"])
_TOWN_BEFORE = re.compile(r"([A-Z]\w+), \Z")


def named_after(context: Surroundings, start: int, end: int, name: Name, family: Family) -> WhyNot | None:
    """A noun beside a name that says what is called after it: "Boyle's law", "4 Kelvin", "Roe v. Wade", "Parma ham"."""
    if family in (Family.SURNAME, Family.PLACE) and _is_firm(context.text, start, end):
        return WhyNot.INSIDE_ORGANISATION
    if family is Family.SURNAME:
        return _after_person(context, start, end, name)
    if family is Family.PERSON:
        return _product(context.text, start, end)
    return _after_place(context, start, end, name) if family is Family.PLACE else None


def _is_firm(text: str, start: int, end: int) -> bool:
    """Whether only a firm can be meant: it has shares, or reports a loss."""
    return _SHARES.search(text[max(0, start - 40) : start]) is not None or _RESULTS.match(text, end) is not None


def _product(text: str, start: int, end: int) -> WhyNot | None:
    """A thing that is called after somebody in full: "a John Deere tractor", but "a Donald Trump supporter"."""
    article = _ARTICLE.search(text[max(0, start - 8) : start])
    noun = _NOUN.match(text, end)
    if not article or not article["single"] or not noun or noun["own"] or not noun["noun"][0].islower():
        return None
    word = noun["noun"]
    is_person = word in _LISTS["of_person"] or (word.endswith(("er", "or", "ist", "ian")) and word not in _MACHINES)
    return None if is_person or not is_noun(word) else WhyNot.THING


def _after_person(context: Surroundings, start: int, end: int, name: Name) -> WhyNot | None:
    text, word = context.text, context.text[start:end]
    before = text[max(0, start - 30) : start].rpartition("\n")[2]
    if _VERSUS_BEFORE.search(before) or _VERSUS_AFTER.match(text, end):
        return WhyNot.THING
    if word in UNITS and _QUANTITY.search(before):
        return WhyNot.COMMON_WORD
    if _as_thing(text, before, end):
        return WhyNot.THING
    title = context.left(start)[0].rstrip(".")
    if title in _LISTS["royal"] and word in given_names() and title not in " ".join(name.offices).title().split():
        return WhyNot.INSIDE_PERSON
    found = _NOUN.match(text, end)
    if word in ILLNESSES and text.startswith("'s", end):
        return WhyNot.THING
    if not found:
        return None
    noun = found["noun"].lower()
    if word in ILLNESSES and noun in ILLNESS_NOUNS:
        return WhyNot.THING
    is_capital = found["noun"][0].isupper()
    if found["own"]:
        if is_capital and noun not in AFTER_PERSON:
            at = found.start("noun")
            is_other = context.sort(found["noun"], at, known=at in context.starts, opens=False) is Sort.OTHER
            is_single = is_common(found["noun"]) and _CLOSED.match(text, found.end()) is not None
            return WhyNot.THING if is_other and is_single else None
        return WhyNot.THING if is_capital or noun in _LISTS["owned"] else None
    return WhyNot.THING if noun in AFTER_PERSON else None


def _as_thing(text: str, before: str, end: int) -> bool:
    """Whether an article makes a thing or a kind of thing of a person: "a Zeppelin", "the Turing test"."""
    article = _ARTICLE.search(before)
    if not article:
        return False
    noun = _NOUN.match(text, end)
    if noun and not noun["own"]:
        word = noun["noun"]
        if word in _LISTS["of_person"] or not word[0].islower():
            return False
        return article["single"] is not None or is_noun(word)
    return article["single"] is not None


def is_noun(word: str) -> bool:
    """Whether a small word is a noun, and not usually anything else."""
    uses = word_uses(word) or word_uses(word.removesuffix("s"))
    return "n" in uses or not uses


def _after_place(context: Surroundings, start: int, end: int, name: Name) -> WhyNot | None:
    text, word = context.text, context.text[start:end]
    before = text[max(0, start - 50) : start].rpartition("\n")[2]
    if _STATE_BEFORE.search(before) and word in known_places("regions") | known_places("countries"):
        return WhyNot.INSIDE_PLACE
    town = _TOWN_BEFORE.search(before)
    if town and word == "Georgia" and town[1] in _LISTS["georgian_towns"] and name.country != "United States":
        return WhyNot.INSIDE_PLACE
    work = _WORK.search(before)
    if _THING_BEFORE.search(before) or (work and is_common(work["head"]) and not work["head"].endswith("s")):
        return WhyNot.INSIDE_TITLE
    found = _NOUN.match(text, end)
    if not found or found["own"] or found["noun"][0].isupper():
        return None
    if word in ILLNESSES and found["noun"] in ILLNESS_NOUNS:
        return WhyNot.THING
    return WhyNot.COMMON_WORD if found["noun"] in AFTER_PLACE else None
