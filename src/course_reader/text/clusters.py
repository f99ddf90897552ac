"""Characters as people see them: a letter with its accents, a flag, or a family is one, of however many code points."""

from __future__ import annotations

import regex

_CLUSTER = regex.compile(r"\X")

#: signs that belong to the character after them, whatever it is
_PREPENDED = regex.compile(r"\p{Grapheme_Cluster_Break=Prepend}")


def whole(text: str, start: int, end: int) -> tuple[int, int]:
    """A span that cuts no character in two.

    Args:
        text: The text.
        start: The begin of a span, in code points.
        end: Its end.

    Returns:
        The span, with all of the characters that it had parts of.

    >>> family = "a 👩‍👧 b"
    >>> whole(family, 2, 3)
    (2, 5)
    >>> whole("cafe\\u0301", 0, 4)
    (0, 5)
    """
    if start >= end:
        return start, end
    return _begin(text, start), _end(text, end)


def _begin(text: str, at: int) -> int:
    """The begin of the character that a place is in."""
    if _is_between(text, at):
        return at
    begin = _before(text, at)
    for cluster in _CLUSTER.finditer(text, begin):
        if cluster.end() > at:
            return int(cluster.start())
    return at


def _end(text: str, at: int) -> int:
    """The end of the character that a place is in; a place between two characters is the end of the first."""
    if _is_between(text, at):
        return at
    begin = _before(text, at)
    for cluster in _CLUSTER.finditer(text, begin):
        if cluster.end() >= at:
            return int(cluster.end())
    return at


def _is_between(text: str, at: int) -> bool:
    """Whether a place is certainly between two characters: at an end of the text, or before plain ASCII."""
    if at <= 0 or at >= len(text):
        return True
    return text[at].isascii() and text[at - 1 : at + 1] != "\r\n" and not _PREPENDED.match(text[at - 1])


def _before(text: str, at: int) -> int:
    """The nearest place before another that is certainly between two characters."""
    while not _is_between(text, at):
        at -= 1
    return at
