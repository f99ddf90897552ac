"""What is known so far while a text is taken apart: the only thing here that changes."""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.scrape.dates import FoundDate
from course_reader.scrape.records import FoundField, Joined, Removed, Unsure
from course_reader.scrape.segments import Segment


@dataclass(frozen=True, slots=True)
class Clue:
    """Something that speaks for a value of a field."""

    value: str
    line: int
    #: As printed.
    text: str
    #: Where it was found, for the question: "the byline".
    where: str
    #: False when it only makes the value likely.
    sure: bool = True
    day: FoundDate | None = None


@dataclass(slots=True)
class Draft:
    """The growing result. ``take`` and ``drop`` say where a segment of the input went."""

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
        """Note what speaks for a value."""
        printed = segment.plain if text is None else text
        self.clues.setdefault(name, []).append(Clue(value, segment.first, printed, where, sure, day))

    def take(self, name: str, value: str, segment: Segment, text: str | None = None) -> None:
        """A segment went into a field."""
        self.found.append(
            FoundField(name, value, segment.first, segment.printed(segment.text) if text is None else text)
        )

    def drop(self, segment: Segment, reason: str) -> None:
        """A segment is not part of the article."""
        self.removed.append(Removed(segment.first, segment.printed(segment.text), reason))

    def ask(self, name: str, question: str) -> None:
        """Leave a question for a person; one for each field is enough."""
        if not any(item.field == name and item.question == question for item in self.unsure):
            self.unsure.append(Unsure(name, question))

    def caption(self, words: str, segment: Segment, text: str | None = None) -> None:
        """A segment is a caption."""
        if words not in self.captions:
            self.captions.append(words)
        self.take("caption", words, segment, text)

    def credit(self, words: str, segment: Segment, text: str | None = None) -> None:
        """A segment, or its end, is the credit of a picture."""
        if words not in self.credits:
            self.credits.append(words)
        self.take("credit", words, segment, text)
