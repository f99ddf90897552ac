"""Writing without blanks, for Chinese and Japanese: what beside a name makes it part of a longer one."""

from __future__ import annotations

import re

from course_reader.text.languages.edges import WholeWord, is_letter

#: signs between the given name and the surname of somebody from abroad
DOTS = "·・‧•＝･"
_LATIN = re.compile(r"[0-9A-Za-zÀ-ɏ]")


def unspaced(before: str, after: str, run: str = "") -> WholeWord:
    """A rule for text without blanks.

    Args:
        before: What makes another name of one that follows it, as a pattern.
        after: What makes another name of the one before it, as a pattern.
        run: Letters of which a whole row is one word, as the inside of a character class.
    """
    left = re.compile(rf"(?:{before})\Z")
    right = re.compile(after)
    letters = re.compile(f"[{run}]") if run else None

    def whole_word(text: str, start: int, end: int, is_term: bool) -> int:
        previous, following = text[start - 1 : start], text[end : end + 1]
        for edge, outer in ((text[start], previous), (text[end - 1], following)):
            if not outer or not is_letter(outer):
                continue
            if _LATIN.match(edge) and _LATIN.match(outer):
                return -1
            if letters and letters.match(edge) and letters.match(outer):
                return -1
        if left.search(text[max(0, start - 4) : start]) or right.match(text, end):
            return -1
        return end

    return whole_word
