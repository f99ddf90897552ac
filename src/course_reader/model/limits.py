"""How large a note may be: the same for notes from files, from the panel and from imports.

The limits keep every step short: Markdown with many open brackets takes as long as the square of their number.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

#: the longest body of a note, in characters: about ten printed pages
BODY = 20_000
#: the most square brackets in it, each of which might begin a link
BRACKETS = 1_000
#: the longest quote, and the longest text before or after one, in characters
QUOTE = 20_000


#: the longest title, which has to fit on a line or two of the margin
TITLE = 80


def body_fault(text: str) -> str | None:
    """What is wrong with the size of a note's body; None if it can be shown.

    >>> body_fault("Why?")
    >>> body_fault("[" * 1_001)
    'it has 1,001 opening square brackets, but at most 1,000 are allowed; shorten it'
    """
    if len(text) > BODY:
        return f"it has {len(text):,} characters, but at most {BODY:,} are allowed; shorten it, or divide it"
    brackets = text.count("[")
    if brackets > BRACKETS:
        return f"it has {brackets:,} opening square brackets, but at most {BRACKETS:,} are allowed; shorten it"
    return None


def quote_fault(text: str) -> str | None:
    """What is wrong with the size of a quote, or of the text beside one; None if it can be searched for."""
    if len(text) > QUOTE:
        return f"it has {len(text):,} characters, but at most {QUOTE:,} are allowed; quote fewer words"
    return None


def _checked_body(text: str) -> str:
    if reason := body_fault(text):
        raise PydanticCustomError("limit", "{reason}", {"reason": reason})
    return text


def _checked_title(text: str) -> str:
    if len(text) > TITLE:
        reason = f"it has {len(text):,} characters, but at most {TITLE} are allowed; name the note in a few words"
        raise PydanticCustomError("limit", "{reason}", {"reason": reason})
    return text


def _checked_quote(text: str) -> str:
    if reason := quote_fault(text):
        raise PydanticCustomError("limit", "{reason}", {"reason": reason})
    return text


#: a text that is a note's body
BodyText = Annotated[str, AfterValidator(_checked_body)]
#: a text that is quoted, or that is beside a quote
QuoteText = Annotated[str, AfterValidator(_checked_quote)]
#: a text that names a note
TitleText = Annotated[str, AfterValidator(_checked_title)]
