"""Phrases that describe the present and may soon be out of date."""

from __future__ import annotations

import re

#: `still` before a past form describes the past, so it is not in the list
_SIGNS = (
    r"so far",
    r"to this day",
    r"to date",
    r"until today",
    r"(?<!in )these days",
    r"at present|currently|presently|nowadays",
    r"as of (?:today|now|\d+)",
    r"(?:has|have) not yet|(?:has|have) not been|(?:has|have) yet to",
    r"(?:is|are) (?:now|still|today)",
    r"still (?:is|are|has|have|holds?|counts?|uses?|meets?|says?|wants?|asks?|calls?|quotes?|names?)",
    r"(?:is|are) (?:expected|planned|due|likely) to|plans? to",
    r"(?<!the )remains?(?! of)",
    r"today(?!['’]s)",
)
_SIGN = re.compile(rf"\b(?:{'|'.join(_SIGNS)})\b", re.IGNORECASE)


def signs_of_today(text: str) -> str | None:
    """The first phrase of a text that describes the present; None if there is none.

    >>> signs_of_today("The treaty has not been signed.")
    'has not been'
    """
    found = _SIGN.search(" ".join(text.split()))
    return found.group() if found else None
