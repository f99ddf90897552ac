"""What was probably meant by a name that nothing has."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def near(target: str, known: Iterable[str]) -> str:
    """The end of a complaint about a name: which known one was probably meant, or what to do."""
    found = difflib.get_close_matches(target, list(known), 1, 0.6)
    return f"; did you mean {found[0]!r}?" if found else "; correct it or take it out"
