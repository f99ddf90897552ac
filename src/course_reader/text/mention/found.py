"""What is found in a text. All offsets count code points of the text as it was given."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.text.mention.settle import Settled


@dataclass(frozen=True, slots=True)
class Mention:
    """A stretch of text that names an entry."""

    entry: str
    #: the entry's kind; "" where no name of the entry is known
    kind: str
    text: str
    start: int
    end: int
    #: the article says so, in a settled line
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that more than one entry bears, and nothing tells which is meant."""

    text: str
    start: int
    end: int
    entries: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """A name that may be a metonym: an editor has to say what it means."""

    text: str
    start: int
    end: int
    #: first those that bear the name themselves, then those it may stand for
    entries: tuple[str, ...]
    #: why it is not clear, as a clause
    reason: str


@dataclass(frozen=True, slots=True)
class Found:
    """Everything found in one text, each list in the order of the text."""

    mentions: tuple[Mention, ...] = ()
    ambiguous: tuple[Ambiguous, ...] = ()
    questions: tuple[Question, ...] = ()
    #: settled lines that apply nowhere
    unmatched: tuple[Settled, ...] = ()
