"""The questions of an article that students may test themselves with, as values."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from course_reader.parts.questions.values import Keys, looked_up
from course_reader.views.at import At
from course_reader.views.library import Library
from course_reader.views.records import Link


@dataclass(frozen=True, slots=True)
class Tried:
    """A question with its answer."""

    #: the same as long as its words are, so that a browser knows which answer belongs to it
    key: str
    text: str
    answer: str
    #: the right answer and wrong ones, in an order that gives nothing away; empty if one answers in writing
    choices: tuple[str, ...]
    places: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class SelfTest:
    """The test on an article."""

    docname: str
    #: the article
    of: str
    title: str
    questions: tuple[Tried, ...]


def test_docname(docname: str) -> str:
    """The document of the test on an article; it has no source file."""
    return f"{docname.rpartition('/')[0]}/test"


def self_test(at: At) -> SelfTest | None:
    """The test on an article; None if it has no question for one, or its text is not shown."""
    if not at.library.is_shown(at.page):
        return None
    asked = [question for question in at.keys(Keys).questions if question.test and question.answer]
    found: dict[str, Tried] = {}
    for question in asked:
        answer = question.answer or ""
        choices = dict.fromkeys((answer, *question.choices)) if question.choices else {}
        # The same question twice is one.
        found[question.text] = Tried(
            _digest(question.text),
            question.text,
            answer,
            tuple(sorted(choices, key=lambda text: _digest(question.text, text))),
            looked_up(at, question),
        )
    questions = tuple(found.values())
    return SelfTest(test_docname(at.docname), at.docname, at.page.title, questions) if questions else None


def _digest(*texts: str) -> str:
    return hashlib.sha256("\0".join(texts).encode()).hexdigest()[:8]


def offered(at: At) -> SelfTest | None:
    """The test that an article's page offers, unless an author has written a page of its name."""
    test = self_test(at) if not at.page.level else None
    return test if test and test.docname not in at.library.documents.names else None


def all_pages(library: Library) -> dict[str, SelfTest]:
    """The page of each test."""
    tests = [At(library, docname).once(offered) for docname, _ in library.articles]
    return {test.docname: test for test in tests if test}
