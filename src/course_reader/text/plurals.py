"""English plurals of terms, of documents and of offices: regular, irregular, and of the word inside."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LAST_WORD = re.compile(r"[A-Za-z]{3,}$")
_SIBILANT = ("ss", "x", "z", "ch", "sh")
_CONSONANT_Y = re.compile(r"[^aeiou]y$", re.IGNORECASE)
_WHOLE = {
    "man": "men", "woman": "women", "child": "children", "person": "people", "foot": "feet", "tooth": "teeth",
    "crisis": "crises", "basis": "bases", "thesis": "theses", "analysis": "analyses", "axis": "axes",
    "hypothesis": "hypotheses", "oasis": "oases", "emphasis": "emphases", "parenthesis": "parentheses",
    "diagnosis": "diagnoses", "synthesis": "syntheses", "criterion": "criteria", "phenomenon": "phenomena",
    "memorandum": "memoranda", "referendum": "referendums", "medium": "media", "datum": "data", "bacterium": "bacteria",
    "stratum": "strata", "addendum": "addenda", "curriculum": "curricula",
    "appendix": "appendices", "index": "indices",
    "nucleus": "nuclei", "stimulus": "stimuli", "alumnus": "alumni", "leaf": "leaves",
    "knife": "knives", "life": "lives",
    "wife": "wives", "half": "halves", "shelf": "shelves", "thief": "thieves", "wolf": "wolves", "calf": "calves",
    "loaf": "loaves", "hero": "heroes", "echo": "echoes", "veto": "vetoes", "embargo": "embargoes",
    "potato": "potatoes",
    "tomato": "tomatoes", "torpedo": "torpedoes", "mosquito": "mosquitoes", "mouse": "mice", "goose": "geese",
    "ox": "oxen",
    "quiz": "quizzes", "bus": "buses", "bureau": "bureaux", "plateau": "plateaux", "aircraft": "", "series": "",
    "species": "", "sheep": "", "headquarters": "", "offspring": "",
}  # fmt: skip
#: words whose ending belongs to such a word: "statesman", "midwife"
_ENDINGS = ("man", "wife", "life", "child")
_SMALL = r"of|in|for|to|at|by|on|over|under|against|between|without|from|with|de|la"
#: a noun, and what says more of it: "member of parliament", "commander-in-chief"
_HEAD = re.compile(rf"([A-Za-z]+)((?: (?:{_SMALL}) |-(?:{_SMALL})-).+)$")
_ADJECTIVE = re.compile(
    r"([A-Za-z]+)([ -](?:general|martial|designate|elect|laureate|royal|plenipotentiary|apparent|emeritus))$",
    re.IGNORECASE,
)


def plural_of(term: str) -> str | None:
    """A term with its last word in the plural; None if there is no plural, or it seems to be one already.

    >>> plural_of("peace treaty"), plural_of("hostage crisis")
    ('peace treaties', 'hostage crises')
    """
    last = _LAST_WORD.search(term)
    if not last:
        return None
    word = last.group().lower()
    if word in _WHOLE:
        return term[: last.start()] + _in_case(last.group(), _WHOLE[word]) if _WHOLE[word] else None
    for ending in _ENDINGS:
        if word.endswith(ending) and word != "human" and not word.endswith("german"):
            return term[: -len(ending)] + _in_case(term[-len(ending) :], _WHOLE[ending])
    if word.endswith(_SIBILANT):
        return term + "es"
    if word.endswith(("us", "is")):
        return None if word.endswith("is") else term + "es"
    if word.endswith("s"):
        return None
    if _CONSONANT_Y.search(word):
        return term[:-1] + "ies"
    return term + "s"


def plurals_of(term: str) -> Iterator[str]:
    """All plurals of a term, those of the noun inside included.

    >>> list(plurals_of("member of parliament"))
    ['members of parliament', 'member of parliaments']
    """
    for pattern in (_HEAD, _ADJECTIVE):
        if (found := pattern.search(term)) and (plural := plural_of(found[1])):
            yield term[: found.start()] + plural + found[2]
    if plural := plural_of(term):
        yield plural


def _in_case(model: str, word: str) -> str:
    """A word in capitals if its model is, or with one capital."""
    if model.isupper():
        return word.upper()
    return word.capitalize() if model[0].isupper() else word
