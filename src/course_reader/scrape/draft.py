"""The mutable state of one import: what has been learnt so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.scrape.dates import FoundDate
from course_reader.scrape.records import FoundField, Joined, Removed, Unsure
from course_reader.scrape.segments import Segment


@dataclass(frozen=True, slots=True)
class Clue:
    """Evidence for the value of a field."""

    value: str
    line: int
    #: As printed.
    text: str
    #: Where it was found, worded for questions: “the byline”.
    where: str
    #: False if the evidence is weak.
    sure: bool = True
    day: FoundDate | None = None


@dataclass(slots=True)
class Draft:
    """The growing result; ``take`` and ``drop`` record where each segment of the input went."""

    segments: list[Segment]
    markdown: bool = False
    clues: dict[str, list[Clue]] = field(default_factory=dict)
    found: list[FoundField] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    language: str | None = None

    def clue(
        self,
        name: str,
        value: str,
        segment: Segment,
        where: str,
        *,
        text: str | None = None,
        sure: bool = True,
        day: FoundDate | None = None,
    ) -> None:
        """Record evidence for a value."""
        printed = segment.plain if text is None else text
        self.clues.setdefault(name, []).append(Clue(value, segment.first, printed, where, sure, day))

    def take(self, name: str, value: str, segment: Segment, text: str | None = None) -> None:
        """Record that a segment became the value of a field."""
        self.found.append(
            FoundField(name, value, segment.first, segment.printed(segment.text) if text is None else text)
        )

    def drop(self, segment: Segment, reason: str) -> None:
        """Record that a segment is not part of the article."""
        self.removed.append(Removed(segment.first, segment.printed(segment.text), reason))

    def ask(self, name: str, question: str) -> None:
        """Leave a question for a person, unless it has been asked already."""
        if not any(item.field == name and item.question == question for item in self.unsure):
            self.unsure.append(Unsure(name, question))

    def caption(self, words: str, segment: Segment, text: str | None = None) -> None:
        """Record a segment as a caption."""
        if words not in self.captions:
            self.captions.append(words)
        self.take("caption", words, segment, text)

    def credit(self, words: str, segment: Segment, text: str | None = None) -> None:
        """Record a segment, or its end, as a picture credit."""
        if words not in self.credits:
            self.credits.append(words)
        self.take("credit", words, segment, text)
