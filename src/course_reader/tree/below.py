"""Content printed below the text of an article: the forms of the template, of which `blocks` serves any part."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator
from typing_extensions import TypedDict

from course_reader.tree.pack import DateRow, WordRow
from course_reader.tree.records import Block, Inline, MarginNote


class Headed(TypedDict):
    """Something below the text, with its heading."""

    title: str


class NotesBelow(Headed):
    """Notes on the article as a whole."""

    t: Literal["notes"]
    rows: list[MarginNote]


class WordsBelow(Headed):
    """Hard words."""

    t: Literal["words"]
    rows: list[WordRow]


class QuestionAnswer(TypedDict):
    """The answer to a question, for teachers."""

    points: str
    """what a full answer is worth, in words; may be empty"""
    c: list[Inline]
    accept: list[Inline]
    """how a right answer is recognised; may be empty"""


class QuestionItem(TypedDict):
    """A question."""

    c: list[Inline]
    """its words"""
    found: list[Inline]
    """where its answer is found; may be empty"""
    room: int
    """how many lines there are to write on"""
    answer: QuestionAnswer | None


class QuestionGroup(TypedDict):
    """Questions below one heading."""

    group: str | None
    """the heading"""
    start: int
    """the number of the first question"""
    items: list[QuestionItem]


class QuestionsBelow(Headed):
    """Questions by group."""

    t: Literal["questions"]
    groups: list[QuestionGroup]


class DatesBelow(Headed):
    """Lines of a timeline."""

    t: Literal["dates"]
    hint: str
    """a sentence before them; may be empty"""
    rows: list[DateRow]


class LinesBelow(Headed):
    """Short paragraphs."""

    t: Literal["lines"]
    rows: list[list[Inline]]


class BlocksBelow(Headed):
    """Any blocks."""

    t: Literal["blocks"]
    c: list[Block]


BelowText = Annotated[
    NotesBelow | WordsBelow | QuestionsBelow | DatesBelow | LinesBelow | BlocksBelow, Discriminator("t")
]
