"""The questions on an article, with the places in the reader that answer them, as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import BeforeValidator, Field

from course_reader.model.records import Record, Texts
from course_reader.views.at import At
from course_reader.views.library import Library
from course_reader.views.records import Link

#: introduces the places of an answer, on pages and in print
ANSWER = "Find the answer in:"


class Question(Record):
    """A question for the class."""

    text: str
    group: str | None = None
    answer_in: Texts = Field(
        (), description="where to find the answer: an entry's id, a section's anchor, an article's folder, a page"
    )


def _question(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class Keys(Record):
    """The keys for questions in an article's front matter."""

    questions: tuple[Annotated[Question, BeforeValidator(_question, json_schema_input_type=str | Question)], ...] = ()


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, and the places in the reader that answer it."""

    text: str
    group: str | None
    places: tuple[Link, ...]


def questions(at: At) -> tuple[QuestionView, ...]:
    """The questions on an article; entries that answer them have the names of the article's day."""
    return tuple(
        QuestionView(question.text, question.group, _places(at.library, question.answer_in, at.day))
        for question in at.keys(Keys).questions
    )


def _places(library: Library, targets: tuple[str, ...], day: date | None) -> tuple[Link, ...]:
    return tuple(link for target in targets if (link := place(library, target, day)))


def place(library: Library, target: str, day: date | None = None) -> Link | None:
    """The target of a name: an entry's id, an article's folder, a section's anchor, or a page.

    Args:
        library: The reader.
        target: The name.
        day: The day for which an entry's name is chosen; without it, today.
    """
    if target in library.glossary and library.has_page(library.entry_docname(target)):
        return Link(library.entry_docname(target), library.glossary[target].name_at(day or date.max))
    article = library.article_docname(target)
    if article in library.pages:
        return Link(article, library.pages[article].title)
    if target in library.documents.labels:
        docname, anchor, title = library.documents.labels[target]
        return Link(docname, title, anchor=anchor)
    return Link(target, library.documents.title(target)) if target in library.documents.names else None
