"""Questions on an article's page."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from course_reader.pages.markup import Html, Linker, box, joined, span
from course_reader.parts.questions.values import ACCEPT, ANSWER, FOR_TEACHERS, QuestionView
from course_reader.speech import say
from course_reader.views.records import Link


def page(questions: tuple[QuestionView, ...], links: Linker) -> Iterator[Html]:
    """The questions by group, numbered consecutively."""
    number = 1
    for group, items in groupby(questions, key=lambda question: question.group):
        rows = [
            box("li", question.text, *_answers(question.paragraphs + question.places, links), *_answer(question))
            for question in items
        ]
        if group:
            yield box("h3", group)
        yield box("ol", *rows, start=str(number) if number > 1 else "")
        number += len(rows)


def _answers(places: tuple[Link, ...], links: Linker) -> Iterator[Html]:
    if places:
        found = [links.link(place.docname, place.title, place.anchor) for place in places]
        yield joined(" ", span(joined(say(ANSWER), " ", Html("; ".join(found)), "."), "look-up"))


def _answer(question: QuestionView) -> Iterator[Html]:
    """The answer for teachers, closed until it is wanted."""
    if question.answer:
        lines = [box("p", question.answer.text)] if question.answer.text else []
        if question.answer.accept:
            lines.append(box("p", joined(span(say(ACCEPT), "look-up"), " ", question.answer.accept)))
        points = f" ({question.answer.points})" if question.answer.points else ""
        yield box("details", box("summary", say(FOR_TEACHERS) + points), *lines, classes=("reader-answer", "no-search"))
