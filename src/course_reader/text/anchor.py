"""Where a quoted stretch of text stands, and how to quote one so that it is found again.

At build time a quote is found exactly once, or it is a problem: nothing here guesses.
"""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.text.fold import fold

#: characters of context that a quote gets at first; doubled until it is unique
_CONTEXT = 16


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a text, with as much before and behind them as makes them unique."""

    exact: str
    prefix: str = ""
    suffix: str = ""


def candidates(text: str, quote: Quote, within: tuple[int, int] | None = None) -> list[tuple[int, int]]:
    """Every place where the quote stands with its context; line breaks, quotation marks and dashes may differ.

    Args:
        text: The text to search.
        quote: What to find; an empty quote is nowhere.
        within: Only places inside this span (code points).
    """
    folded = fold(text)
    exact, prefix, suffix = (fold(part).text for part in (quote.exact, quote.prefix, quote.suffix))
    exact = exact.strip()
    if not exact:
        return []
    found = []
    at = folded.text.find(exact)
    while at >= 0:
        before, after = folded.text[:at].rstrip(), folded.text[at + len(exact) :].lstrip()
        if before.endswith(prefix.strip()) and after.startswith(suffix.strip()):
            start, end = folded.span(at, at + len(exact))
            if within is None or (within[0] <= start and end <= within[1]):
                found.append((start, end))
        at = folded.text.find(exact, at + 1)
    return found


def locate(text: str, quote: Quote, within: tuple[int, int] | None = None) -> tuple[int, int] | None:
    """The one place where the quote stands; None if there is none, or more than one."""
    found = candidates(text, quote, within)
    return found[0] if len(found) == 1 else None


def describe(text: str, start: int, end: int) -> Quote:
    """Quote a span with the least context that makes it unique.

    The span should begin and end with a character that is not white space: `locate` then finds exactly it.
    """
    size = 0
    while True:
        lo, hi = max(0, start - size), min(len(text), end + size)
        quote = Quote(text[start:end], text[lo:start], text[end:hi])
        if locate(text, quote) == (start, end) or (lo == 0 and hi == len(text)):
            return quote
        size = size * 2 or _CONTEXT
