"""How a problem quotes what is in a file: enough to find it, not the text itself, which the public may not see."""

from __future__ import annotations

from typing import Any

_LONGEST = 30


def quoted(value: Any) -> str:
    """A key or a value in quotation marks, cut if it is long: a whole line may have become a key by a slip.

    >>> quoted("captoin"), quoted("rights: {status: licensed, holder: A fund}")
    ("'captoin'", "'rights: {status: licensed, hol…'")
    """
    if not isinstance(value, str):
        shown = repr(value)
        return shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
    return repr(value if len(value) <= _LONGEST else f"{value[:_LONGEST]}…")
