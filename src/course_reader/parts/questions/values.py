"""The questions on an article, with the places in the reader that answer them, as values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from course_reader.model.records import Record, Texts
from course_reader.views.at import At
from course_reader.views.learning import QuizQuestion
from course_reader.views.library import Library
from course_reader.views.records import Link

#: introduces the places of an answer, on pages and in print
ANSWER = "Find the answer in:"
#: introduces an answer, and the sign of a right one
FOR_TEACHERS = "Answer for teachers"
ACCEPT = "Accept:"


def _numbers(value: object) -> object:
    return (value,) if isinstance(value, int) else value


_Number = Annotated[int, Field(ge=1)]
Numbers = Annotated[tuple[_Number, ...], BeforeValidator(_numbers, json_schema_input_type=int | tuple[int, ...])]


def _columns(value: tuple[str, ...]) -> tuple[str, ...]:
    if not 2 <= len(value) <= 6:
        raise ValueError("an organiser has two to six columns")
    return value


class Organiser(Record):
    """An empty table for an answer, to be filled in by hand."""

    title: str = Field("Organiser", description="the words above it")
    columns: Annotated[tuple[str, ...], AfterValidator(_columns)] = Field(description="the heads of its columns")
    rows: Annotated[int, Field(ge=1, le=20)] | tuple[str, ...] = Field(
        5, description="how many empty rows it has, or the first cell of each row"
    )


class Question(Record):
    """A question for the class."""

    text: str
    group: str | None = None
    answer_in: Texts = Field(
        (), description="where to find the answer: an entry's id, a section's anchor, an article's folder, a page"
    )
    paragraph: Numbers = Field((), description="the paragraphs of the article that the question is about")
    answer: str | None = Field(None, description="the answer, for teachers only")
    accept: str | None = Field(None, description="how a right answer is recognised, for teachers only")
    organiser: Organiser | None = Field(None, description="an empty table for the answer")
    test: bool = Field(
        False, description="whether students may test themselves with it: the answer is shown to them, in every build"
    )
    choices: Texts = Field((), description="wrong answers, to choose from besides the right one in a test")
    points: int | None = Field(None, ge=0, description="the points for a full answer, for teachers only")
    lines: int = Field(4, ge=0, le=40, description="how many lines the student's edition has to write the answer on")

    def for_students(self) -> Question:
        """The question without what only teachers may see."""
        return self.model_copy(update={"answer": self.answer if self.test else None, "accept": None, "points": None})


def _question(value: object) -> object:
    return {"text": value} if isinstance(value, str) else value


class Keys(Record):
    """The keys for questions in an article's front matter."""

    questions: tuple[Annotated[Question, BeforeValidator(_question, json_schema_input_type=str | Question)], ...] = ()

    def for_students(self) -> Keys:
        """The keys without what only teachers may see."""
        return self.model_copy(update={"questions": tuple(question.for_students() for question in self.questions)})


@dataclass(frozen=True, slots=True)
class AnswerView:
    """An answer, as teachers see it."""

    text: str
    accept: str
    #: "2 points"; "" if none are given
    points: str


@dataclass(frozen=True, slots=True)
class QuestionView:
    """A question, and the places in the reader that answer it."""

    text: str
    group: str | None
    places: tuple[Link, ...]
    #: the paragraphs that it is about
    paragraphs: tuple[Link, ...] = ()
    #: None unless this build is for teachers
    answer: AnswerView | None = None
    #: how many lines there are to write on
    lines: int = 4
    #: whether there is a table for the answer
    has_organiser: bool = False


def questions(at: At) -> tuple[QuestionView, ...]:
    """The questions on an article; entries that answer them have the names of the article's day."""
    return tuple(
        QuestionView(
            question.text,
            question.group,
            _places(at.library, question.answer_in, at.day),
            tuple(_paragraphs(at, question)),
            _answer(at.library, question),
            question.lines,
            question.organiser is not None,
        )
        for question in at.keys(Keys).questions
    )


def looked_up(at: At, question: Question) -> tuple[Link, ...]:
    """The paragraphs that a question is about, and the places that answer it."""
    return (*_paragraphs(at, question), *_places(at.library, question.answer_in, at.day))


def answers(at: At) -> Iterator[str]:
    """The entries in which the answers to the questions are found."""
    for question in at.keys(Keys).questions:
        yield from question.answer_in


def _paragraphs(at: At, question: Question) -> Iterator[Link]:
    anchors = {part.number: part.anchor for part in at.page.paragraphs}
    for number in question.paragraph:
        if number in anchors:
            yield Link(at.docname, f"paragraph {number}", anchor=anchors[number])


def asked(at: At) -> Iterator[QuizQuestion]:
    """The questions as a learning platform asks them; nobody sees an answer that is for teachers only."""
    for question in at.keys(Keys).questions:
        is_open = question.test and question.answer
        yield QuizQuestion(question.text, question.answer or "" if is_open else "", question.choices if is_open else ())


def _answer(library: Library, question: Question) -> AnswerView | None:
    """The answer, if this build is for teachers."""
    if not library.settings.is_for_teachers or not (question.answer or question.accept):
        return None
    points = "" if question.points is None else f"{question.points} point{'' if question.points == 1 else 's'}"
    return AnswerView(question.answer or "", question.accept or "", points)


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
