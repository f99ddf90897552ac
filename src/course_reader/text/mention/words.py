"""Words in a folded text: where they end, which words are next to them, where sentences start.

Every function takes folded text (`course_reader.text.fold`): a quote is `'` or `"`, a dash is `-`, a gap is one
space, and a blank line is the only line break. Offsets are in code points.
"""

from __future__ import annotations

import re
import unicodedata

from course_reader.text.wordlists import ABBREVIATIONS

_CONTRACTION = re.compile(r"'(?:s|d|m|ll|ve|re)?(?![^\W_])", re.IGNORECASE)
_AFTER = re.compile(r" ([^\W_][\w'-]*)")
#: signs that end a word, whatever it is
_EDGES = frozenset(' \n.,;:!?()"-')
_OPENERS = "\"'([{*_ "


def is_word(character: str) -> bool:
    """Whether a character is part of a word: letters, digits, combining marks, the underscore."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is made of whole words. A possessive may follow; a hyphen or an opening quote ends a word.

    The neighbours of a name that starts or ends with a punctuation mark ("C++", "U.S.") must not be letters either.
    A currency sign right after it ("US$") makes a different word, and so does an apostrophe inside one ("O'Brien").

    >>> stands_alone("Turkey's border", 0, 6), stands_alone("Armenians", 0, 7)
    (True, False)
    """
    if (not start or text[start - 1] in _EDGES) and (end == len(text) or text[end] in _EDGES):
        return True
    if start and (is_word(before := text[start - 1]) or (before == "'" and start > 1 and is_word(text[start - 2]))):
        return False
    if end == len(text):
        return True
    after = text[end]
    if after == "'":
        return _CONTRACTION.match(text, end) is not None
    return not is_word(after) and unicodedata.category(after) != "Sc"


def is_possessive(text: str, end: int) -> bool:
    """Whether the word that ends here is a possessive, with 's or s'."""
    if text[end : end + 2].lower() == "'s":
        return end + 2 == len(text) or not is_word(text[end + 2])
    return text[end : end + 2] == "' " and text[end - 1 : end].lower() == "s"


def word_before(text: str, start: int) -> str:
    """The word before a position and one space, with its full stop if it has one; otherwise ""."""
    if text[start - 1 : start] != " ":
        return ""
    first = max(text.rfind(" ", 0, start - 1), text.rfind("\n", max(0, start - 60), start - 1)) + 1
    word = text[first : start - 1].lstrip(_OPENERS)
    return word if word and (is_word(word[-1]) or word[-1] in ".'") else ""


def word_after(text: str, end: int) -> str:
    """The word after a position and one space; "" where something else comes first."""
    found = _AFTER.match(text, end)
    return found[1] if found else ""


def starts_sentence(text: str, start: int) -> bool:
    """Whether a sentence, a quotation or a block starts at a position, ignoring quotes and brackets."""
    at = start
    while at and text[at - 1] in _OPENERS:
        at -= 1
    if not at or text[at - 1] == "\n":
        return True
    opened = text[at:start].strip() != ""
    if text[at - 1] in ",-" and opened:
        return True
    if text[at - 1] not in ".!?:;\u2026\u0589\u061f\u3002":
        return False
    return text[at - 1] != "." or not _is_abbreviation(text, at - 1)


def _is_abbreviation(text: str, stop: int) -> bool:
    """Whether the full stop at `stop` belongs to an initial or to a word that rarely ends a sentence."""
    start = stop
    while start and (text[start - 1].isalnum()):
        start -= 1
    word = text[start:stop]
    return word in ABBREVIATIONS or (len(word) == 1 and word.isupper())
