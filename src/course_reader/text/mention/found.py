"""Results of a search for mentions. All offsets are code points of the text as it was passed in."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.text.mention.reasons import WhyNot
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
    #: the settled line that says so, if one does
    line: Settled | None = None


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
    #: the entries that may be meant, the likelier one first
    entries: tuple[str, ...]
    #: why it is unclear, as a clause
    reason: str


@dataclass(frozen=True, slots=True)
class TurnedDown:
    """Some words that are an entry's name, and do not mean the entry here."""

    text: str
    start: int
    end: int
    #: the entries that have the name; none where a line of the article's `mentions` says that it is no mention
    entries: tuple[str, ...]
    reason: WhyNot


@dataclass(frozen=True, slots=True)
class Findings:
    """Everything found in one text; each tuple is in text order."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    questions: tuple[OpenName, ...] = ()
    #: settled lines that match nothing
    unmatched: tuple[Settled, ...] = ()
    turned_down: tuple[TurnedDown, ...] = ()
