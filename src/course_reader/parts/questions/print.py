"""Questions in print."""

from __future__ import annotations

from itertools import groupby

from course_reader.parts.questions.values import ACCEPT, ANSWER, FOR_TEACHERS, QuestionView
from course_reader.tree.below import QuestionGroup, QuestionsBelow
from course_reader.tree.book import Book
from course_reader.tree.records import Inline, PageRef, Styled
from course_reader.views.records import Link


def printed(questions: tuple[QuestionView, ...], book: Book) -> QuestionsBelow:
    """The questions by group, numbered consecutively."""
    groups, start = [], 1
    for group, some in groupby(questions, key=lambda question: question.group):
        items = [
            [question.text, *_answers(question.paragraphs, question.places), *_answer(question)] for question in some
        ]
        groups.append(QuestionGroup(group=group, start=start, items=items))
        start += len(items)
    return QuestionsBelow(t="questions", title="Questions", groups=groups)


def _answers(paragraphs: tuple[Link, ...], places: tuple[Link, ...]) -> list[Inline]:
    """The places of an answer, with page numbers if they are printed too."""
    if not paragraphs and not places:
        return []
    found: list[Inline] = []
    for paragraph in paragraphs:
        found.append(("; " if found else " ") + paragraph.title)
    for place in places:
        label = f"{place.docname}#{place.anchor}" if place.anchor else place.docname
        found += ["; " if found else " ", PageRef(t="ref", to=label, c=[place.title])]
    return [" ", Styled(t="em", c=[ANSWER]), *found, "."]


def _answer(question: QuestionView) -> list[Inline]:
    """The answer, in a print for teachers."""
    answer = question.answer
    if answer is None:
        return []
    points = f" ({answer.points})" if answer.points else ""
    found: list[Inline] = [" ", Styled(t="strong", c=[f"{FOR_TEACHERS}{points}:"]), " ", answer.text]
    if answer.accept:
        found += [" ", Styled(t="em", c=[ACCEPT]), " ", answer.accept]
    return found
