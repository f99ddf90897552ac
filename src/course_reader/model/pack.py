"""Course packs: how they print, as described by their front matter."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BeforeValidator, Field

from course_reader.model.outputs import Edition
from course_reader.model.records import Date, Record, Texts

Paper = Literal["a4", "a5", "letter", "legal"]
#: where students write: on lines after each question, or in a column beside the text
Room = Literal["lines", "column", "none"]


def _editions(value: object) -> object:
    return (value,) if isinstance(value, str) else value


Editions = Annotated[
    tuple[Edition, ...], BeforeValidator(_editions, json_schema_input_type=Edition | tuple[Edition, ...])
]


class Pack(Record):
    """A selection of articles in order, printed with the material that belongs to them.

    >>> Pack(course="Peace studies", copies=24).paper
    'a4'
    """

    title: str | None = Field(None, description="the title, if the text below does not begin with a heading")
    subtitle: str | None = None
    course: str | None = None
    instructor: str | None = None
    term: str | None = Field(None, description="when the course is held, in the students' words: Autumn 2026")
    until: Date | None = Field(None, description="last day of the term; permissions must be valid until then")
    copies: int | None = Field(None, ge=1, description="number of printed copies, for the permissions office")
    edition: Editions = Field((), description="the editions to print; by default one for everybody")
    paper: Paper = "a4"
    sides: Literal["one", "two"] = "two"
    booklet: bool = Field(
        False, description="whether to print booklets too: two pages side by side, to print on both sides and fold"
    )
    colour: bool = Field(False, description="whether bars, squares and lines above titles are printed in colour")
    landscape: bool = Field(False, description="whether the map has a page in landscape, beside its names")
    numbers: Literal["paragraphs", "lines"] = Field(
        "paragraphs", description="what is numbered beside the texts in the student's edition"
    )
    room: Room | None = Field(
        None, description="where students write; by default on lines after each question, in their edition"
    )
    lessons: Texts = Field((), description="pages with lesson plans, for the teacher's edition")
    layers: tuple[str, ...] | None = Field(
        None, description="sets of notes to print, by file name; by default all public ones"
    )
    parts: tuple[str, ...] = Field((), description="the parts to print, in order; by default all")
    level: Literal["A1", "A2", "B1", "B2", "C1", "C2"] | None = Field(
        None, description="the level of the texts, where an article has one; by default the article's own text"
    )
    gloss_answers: bool = Field(
        True, description="whether the margin explains the entries in which the answers to questions are found"
    )
    gloss: Literal["pack", "article"] = Field(
        "article", description="whether to gloss the first mention in each article or in the whole pack"
    )
