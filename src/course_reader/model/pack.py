"""Course packs: how they print, as described by their front matter."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from course_reader.model.records import Date, Record


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
    paper: Literal["a4", "a5", "letter", "legal"] = "a4"
    sides: Literal["one", "two"] = "two"
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
