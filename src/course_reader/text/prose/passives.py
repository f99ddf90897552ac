"""Passives that hide who acted: "the town was destroyed"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from course_reader.text.prose.sentence import sentences

_LIST = Path(__file__).with_name("passives.txt")
#: after the verb, who or what did it
_BY = re.compile(r"\b(?:by|at the hands of|when|after)\b")


@cache
def _pattern() -> re.Pattern[str]:
    lines = _LIST.read_text(encoding="utf-8").splitlines()
    words = sorted({word for line in lines if not line.startswith("#") for word in line.split()})
    return re.compile(rf"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:{'|'.join(words)})\b", re.IGNORECASE)


def hidden_actors(text: str) -> Iterator[tuple[int, int]]:
    """The passives that do not say who acted (code points).

    >>> text = "The town was destroyed. Its mosque was damaged by shells."
    >>> [text[start:end] for start, end in hidden_actors(text)]
    ['was destroyed']

    Args:
        text: Blocks separated by blank lines.
    """
    for first, last in sentences(text):
        for found in _pattern().finditer(text, first, last):
            if not _BY.search(text, found.end(), last):
                yield found.span()
