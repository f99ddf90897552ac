"""Course packs: what the front matter of a pack says about how it prints."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from course_reader.model.records import Date, Record


class Pack(Record):
    """Chosen articles in order, printed with what belongs to them."""

    title: str | None = Field(None, description="if the text below does not begin with a heading")
    subtitle: str | None = None
    course: str | None = None
    instructor: str | None = None
    term: str | None = Field(None, description="when the course is held, as students say it: Autumn 2026")
    until: Date | None = Field(None, description="last day of the term: permissions must last until then")
    copies: int | None = Field(None, ge=1, description="how many are printed, for the permissions office")
    paper: Literal["a4", "letter"] = "a4"
    sides: Literal["one", "two"] = "two"
    layers: tuple[str, ...] | None = Field(
        None, description="sets of notes to print, by file name; if missing, all public"
    )
    parts: tuple[str, ...] = Field((), description="which parts, in which order; all if not given")
    gloss: Literal["pack", "article"] = Field(
        "article", description="gloss the first mention in each article, or in the whole pack"
    )
