"""Where words end: what may be written on to a name without making it another word."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

#: the end of what is written on to a span of a text, which is an ordinary word or a name; -1 if it is not a whole word
WholeWord = Callable[[str, int, int, bool], int]
_NEVER = re.compile(r"(?!)")
#: how much of a text before a name is looked at
_REACH = 16


def is_letter(character: str) -> bool:
    """Whether a character is part of a word: letters, digits, combining marks, the underscore."""
    return character.isalnum() or character == "_" or unicodedata.category(character)[0] == "M"


def edges(before: str = "", after: str = "") -> WholeWord:
    """A rule for words between blanks.

    Args:
        before: What may be written on before a name, as a pattern: articles with an apostrophe, prepositions.
        after: What may be written on after it: cases, articles.
    """
    left = re.compile(rf"(?<![\w'])(?:{before})\Z", re.IGNORECASE) if before else _NEVER
    right = re.compile(rf"(?:{after})(?!\w)") if after else _NEVER

    def whole_word(text: str, start: int, end: int, is_term: bool) -> int:
        if not starts_word(text, start) and not _is_written_on(left, text, start):
            return -1
        if ends_word(text, end):
            return end
        found = right.match(text, end)
        return found.end() if found else -1

    return whole_word


def _is_written_on(left: re.Pattern[str], text: str, start: int) -> bool:
    """Whether what is before a name is written on to it; with a capital only where a sentence starts: not D'Alema."""
    first = max(0, start - _REACH)
    found = left.search(text[first:start])
    if not found or not found.group():
        return False
    before = text[: first + found.start()].rstrip(" \"'(-")
    return not found.group()[0].isupper() or not before or before[-1] in ".!?:\n\u0589"


def starts_word(text: str, start: int) -> bool:
    """Whether a word starts here, and no apostrophe joins it to the one before."""
    if not start:
        return True
    before = text[start - 1]
    return not is_letter(before) and not (before == "'" and start > 1 and is_letter(text[start - 2]))


def ends_word(text: str, end: int) -> bool:
    """Whether a word ends here, and no apostrophe joins it to a letter."""
    if end == len(text):
        return True
    if text[end] == "'":
        return end + 1 == len(text) or not is_letter(text[end + 1])
    return not is_letter(text[end])
