"""Whether a name that is also a place means a government: the evidence in the words around it; English only.

The counterpart of `evidence`, which looks for the city. Only what is beyond doubt is decided here.
"""

from __future__ import annotations

import re

from course_reader.text.mention.words import is_possessive
from course_reader.text.patterns import alternatives

#: code points before and after a name that the rules look at
WINDOW = 120


def _words(section: str) -> str:
    return alternatives("governments", section)


_ITEM = r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){0,2}"
_PAIR = r"(?:both )?(?:[A-Z]\w+ and )?\Z"
_ROW = r"(?:both )?(?:[A-Z]\w+(?:,| and) )*\Z"


def _after(section: str, small: str, items: str = _PAIR) -> re.Pattern[str]:
    """A pattern for a word of a section and a preposition before the name."""
    return re.compile(rf"(?i:{_words(section)}) {small} {items}")


_SUBJECT = re.compile(
    rf"(?:(?:, {_ITEM})*,? and {_ITEM})?(?:,? {_words('asides')},?)?(?: {_words('links')})*"
    rf"(?: {_words('acts')}(?! by\b)"
    rf"| {_words('modals')}(?: {_words('links')})* {_words('base')}"
    rf"| {_words('be')}(?: {_words('degrees')})* {_words('states')})"
)
_OPENING = re.compile(rf"(?:\A|[.!?:;] |\"|, |- |\(|{_words('openers')}(?: both)? )\Z")
_ADVERB = re.compile(rf"(?:\A|[.!?] |\")(?:{_words('adverbs')}|(?:On|Last|This|Next) \w+),? \Z")
_NO_SUBJECT = re.compile(
    r"\b(?:in|near|from|to|of|at|around|outside|inside|via|across|through|into|between) "
    r"(?:[A-Z][\w'-]*(?:, | and |,? and ))+\Z"
)
_OBJECT = re.compile(rf"{_words('object')} (?:both )?\Z")
#: what follows a name that describes no noun
_NO_NOUN = re.compile(rf"[.,;:!?)\"]|\Z| -| {_words('no_noun')}")
#: after these the next verb says what somebody is to do: "demanded that Oslo stop"
_MUST = re.compile(r"\b(?:demand|insist|propose|request|recommend|require)(?:s|d|ed|ing)? that \Z")
_LET = re.compile(r"\b[Ll]et \Z")
_BASE = re.compile(f" {_words('base')}")
_WITH, _BETWEEN, _OF = _after("with", "(?:again )?with", _ROW), _after("between", "between"), _after("of", "of")
_BY, _FROM, _TO = _after("by", "by", _ROW), _after("from", "from"), _after("to", "to")
_ON, _AGAINST, _IN = _after("on", "on"), _after("against", "against"), _after("in", "in")
_TOWARDS = _after("towards", "(?:towards?|on)", r"\Z")
_ALL = (_WITH, _BETWEEN, _OF, _BY, _FROM, _TO, _ON, _AGAINST, _IN, _TOWARDS)
#: the rules to try, by the word before the name
_BY_WORD: dict[str, tuple[re.Pattern[str], ...]] = {
    "with": (_WITH,), "between": (_BETWEEN,), "of": (_OF,), "by": (_BY,), "from": (_FROM,), "to": (_TO,),
    "on": (_ON, _TOWARDS), "against": (_AGAINST,), "in": (_IN,), "towards": (_TOWARDS,), "toward": (_TOWARDS,),
    "and": _ALL, "both": _ALL,
}  # fmt: skip
_SIDE = re.compile(r"\b(?:[Pp]ro|[Aa]nti)-\Z")
_CHAINED = re.compile(r"[A-Z]\w+-\Z")
_TIES = re.compile(f" {_words('ties')}")
_COMPOUND = re.compile(rf"-(?:[A-Z]\w+ {_words('ties')}|{_words('compound')})")
_OWN = re.compile(rf"'s? (?:{_words('before_own')} ){{0,2}}{_words('own')}")
_COUNTRY_BEFORE = re.compile(
    rf"{_words('country_before')}(?: the)? (?:[A-Z][\w'-]*(?: [A-Z][\w'-]*)?(?:, | and |, and | or ))*\Z"
)
_COUNTRY_AFTER = re.compile(rf"-[A-Z]| (?:is|was) {_words('country_nouns')}| {_words('country_verbs')}")


def government_is_meant(text: str, start: int, end: int) -> bool:
    """Whether the words around a name show beyond doubt that a government is meant.

    >>> government_is_meant("Protesters were urging Oslo to act.", 23, 27)
    True

    Args:
        text: The folded text of the article.
        start: Where the name starts (code points of the folded text).
        end: Where it ends, without a possessive.
    """
    before, after = _around(text, start, end)
    if before.endswith("-"):
        is_chained = _CHAINED.search(before) is not None and _TIES.match(after) is not None
        return is_chained or _SIDE.search(before) is not None
    if after.startswith("-"):
        return _COMPOUND.match(after) is not None
    if is_possessive(text, end):
        return _OWN.match(after) is not None
    if _MUST.search(before) or (_LET.search(before) and _BASE.match(after)):
        return True
    if _OBJECT.search(before) and _NO_NOUN.match(after):
        return True
    last = before[:-1].rpartition(" ")[2].lower()
    if any(rule.search(before) for rule in _BY_WORD.get(last, _ALL if last.endswith(",") else ())):
        return True
    return _acts(before, after)


def country_is_meant(text: str, start: int, end: int) -> bool:
    """Whether the name of a country, of whose government nothing around it speaks, is governed by a preposition."""
    before, after = _around(text, start, end)
    if is_possessive(text, end):
        return False
    return any((_COUNTRY_BEFORE.search(before), _COUNTRY_AFTER.match(after), _CHAINED.search(before)))


def _acts(before: str, after: str) -> bool:
    """Whether it is the subject of a verb of governments."""
    if not _SUBJECT.match(after) or _NO_SUBJECT.search(before):
        return False
    return not before or _OPENING.search(before) is not None or _ADVERB.search(before) is not None


def _around(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and after in the same block."""
    before = text[max(0, start - WINDOW) : start].rpartition("\n")[2]
    return before, text[end : end + WINDOW].partition("\n")[0]
