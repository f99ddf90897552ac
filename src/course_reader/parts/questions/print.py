"""Questions in print."""

from __future__ import annotations

from itertools import groupby

from course_reader.parts.questions.values import QuestionView
from course_reader.tree.book import Book
from course_reader.tree.content import Content, Item
from course_reader.views.records import Link


def printed(questions: tuple[QuestionView, ...], book: Book) -> Item:
    """The questions by group, numbered through."""
    groups, start = [], 1
    for group, some in groupby(questions, key=lambda question: question.group):
        items = [[question.text, *_look_up(question.places)] for question in some]
        groups.append({"group": group, "start": start, "items": items})
        start += len(items)
    return {"t": "questions", "title": "Questions", "groups": groups}


def _look_up(places: tuple[Link, ...]) -> Content:
    """Where an answer is: with its page, if that is printed too."""
    if not places:
        return []
    found: Content = []
    for place in places:
        label = f"{place.docname}#{place.anchor}" if place.anchor else place.docname
        found += ["; " if found else " ", {"t": "ref", "to": label, "c": [place.title]}]
    return [" ", {"t": "em", "c": ["Look it up:"]}, *found, "."]
