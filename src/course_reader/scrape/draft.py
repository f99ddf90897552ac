"""What is left of a text while its article is taken out of it, and a ledger of everything that was found.

The ledger only grows: no step takes back what another has noted.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from course_reader.scrape.evidence import Cut, Fact, FieldCandidate, Where
from course_reader.scrape.lines.dates import FoundDate
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.records import FoundField, Joined, Removed, Unsure


@dataclass(slots=True)
class Draft:
    """The growing result; ``take`` and ``drop`` record where each segment of the input went."""

    segments: list[Segment]
    markdown: bool = False
    clues: dict[Fact, list[FieldCandidate]] = field(default_factory=dict)
    found: list[FoundField] = field(default_factory=list)
    removed: list[Removed] = field(default_factory=list)
    joined: list[Joined] = field(default_factory=list)
    unsure: list[Unsure] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    credits: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    language: str | None = None
    #: The encoding of the input.
    encoding: str = "utf-8"
    #: The form of the input, worded for a person.
    form: str = ""
    #: Whether the form itself says what is the title, what the byline, and what the text.
    settled: bool = False
    #: Whether it is a treaty, a resolution, or another document whose short lines are its structure.
    document: bool = False
    #: Of an input with several articles: this one's own part of it.
    part: str | None = None

    def clue(
        self,
        name: Fact,
        value: str,
        segment: Segment,
        where: Where,
        *,
        text: str | None = None,
        sure: bool = True,
        day: FoundDate | None = None,
    ) -> None:
        """PrintedRecord a candidate for the value of a field."""
        printed = segment.plain if text is None else text
        self.clues.setdefault(name, []).append(FieldCandidate(value, segment.first, printed, where, sure, day))

    def take(self, name: Fact, value: str, segment: Segment, text: str | None = None) -> None:
        """PrintedRecord that a segment became the value of a field."""
        self.found.append(
            FoundField(name, value, segment.first, segment.printed(segment.text) if text is None else text)
        )

    def drop(self, segment: Segment, reason: Cut) -> None:
        """PrintedRecord that a segment is not part of the article."""
        self.removed.append(Removed(segment.first, segment.printed(segment.text), reason))

    def ask(self, name: Fact, question: str) -> None:
        """Leave a question for a person, unless it has been asked already."""
        if not any(item.field == name and item.question == question for item in self.unsure):
            self.unsure.append(Unsure(name, question))

    def caption(self, words: str, segment: Segment, text: str | None = None) -> None:
        """PrintedRecord a segment as a caption."""
        if words not in self.captions:
            self.captions.append(words)
        self.take(Fact.CAPTION, words, segment, text)

    def credit(self, words: str, segment: Segment, text: str | None = None) -> None:
        """PrintedRecord a segment, or its end, as a picture credit."""
        if words not in self.credits:
            self.credits.append(words)
        self.take(Fact.CREDIT, words, segment, text)
