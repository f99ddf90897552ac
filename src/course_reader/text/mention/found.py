"""Results of a search for mentions. All offsets are code points of the text as it was passed in."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.text.mention.settle import Settled


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entry."""

    entry: str
    #: the entry's kind; "" if the index has no name of the entry
    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name shared by several entries, with no evidence of which one is meant."""

    text: str
    start: int
    end: int
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OpenName:
    """A name that may be a metonym; an editor has to decide what it means."""

    text: str
    start: int
    end: int
    #: first the entries that have the name themselves, then those that it may refer to as a metonym
    entries: tuple[str, ...]
    #: why it is unclear, as a clause
    reason: str


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one text; each tuple is in text order."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    questions: tuple[OpenName, ...] = ()
    #: settled lines that match nothing
    unmatched: tuple[Settled, ...] = ()
