"""Questions in print."""

from __future__ import annotations

from itertools import groupby

from course_reader.parts.questions.values import ANSWER, QuestionView
from course_reader.tree.below import QuestionAnswer, QuestionGroup, QuestionItem, QuestionsBelow
from course_reader.tree.book import Book
from course_reader.tree.prose import plain
from course_reader.tree.records import Inline, PageRef, Styled
from course_reader.views.records import Link


def printed(questions: tuple[QuestionView, ...], book: Book) -> QuestionsBelow:
    """The questions by group, numbered consecutively."""
    groups, start = [], 1
    for group, some in groupby(questions, key=lambda question: question.group):
        items = [
            QuestionItem(
                c=[question.text],
                found=_found(question.paragraphs, question.places),
                room=_room(question, book),
                answer=_answer(question),
            )
            for question in some
        ]
        groups.append(QuestionGroup(group=group, start=start, items=items))
        start += len(items)
    return QuestionsBelow(t="questions", title="Questions", groups=groups)


def _room(question: QuestionView, book: Book) -> int:
    """How many lines the student's edition has to write on; a table for the answer is room enough."""
    room = book.pack.room or ("lines" if book.page.edition == "student" else "none")
    is_for_writing = room == "lines" and not question.has_organiser and not book.library.settings.is_for_teachers
    return question.lines if is_for_writing else 0


def _found(paragraphs: tuple[Link, ...], places: tuple[Link, ...]) -> list[Inline]:
    """The places of an answer, with page numbers if they are printed too."""
    if not paragraphs and not places:
        return []
    found: list[Inline] = []
    for paragraph in paragraphs:
        found.append(("; " if found else " ") + paragraph.title)
    for place in places:
        label = f"{place.docname}#{place.anchor}" if place.anchor else place.docname
        found += ["; " if found else " ", PageRef(t="ref", to=label, c=[place.title])]
    return [Styled(t="em", c=[ANSWER]), *found, "."]


def _answer(question: QuestionView) -> QuestionAnswer | None:
    """The answer, in a print for teachers."""
    answer = question.answer
    if answer is None:
        return None
    return QuestionAnswer(
        points=answer.points,
        c=plain(answer.text) if answer.text else [],
        accept=plain(answer.accept) if answer.accept else [],
    )
