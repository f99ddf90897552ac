"""Patterns made of word lists: the small language in which the lists are written."""

from __future__ import annotations

from collections.abc import Iterable

from course_reader.text.wordlists import sections


def any_of(words: str | Iterable[str]) -> str:
    """A pattern for any word in a list: `*` is any ending or beginning, `+` a space, `(s)` an optional s.

    >>> any_of("visit(s) travel* ring+road")
    '\\\\b(?:visits?|travel\\\\w*|ring road)\\\\b'
    """
    text = words if isinstance(words, str) else " ".join(words)
    plain = text.replace("(s)", "s?").replace("(es)", "(?:es)?").replace("*", r"\w*")
    return rf"\b(?:{'|'.join(plain.split()).replace('+', ' ')})\b"


def alternatives(file: str, section: str) -> str:
    """A pattern for any word of a section of a file."""
    return any_of(sections(file)[section])
