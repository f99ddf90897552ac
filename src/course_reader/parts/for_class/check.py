"""What can be wrong with what a class is offered: hard words, answers, sheets, comparisons."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from course_reader.marks.domain import CompareAsked, Page
from course_reader.marks.lines import Lines, lines_of
from course_reader.model.article import Article, Before
from course_reader.model.problems import Code, Problem
from course_reader.parts.for_class import values as for_class
from course_reader.text.prose.vocabulary import places
from course_reader.views.chronology import known_by

if TYPE_CHECKING:
    from course_reader.views.library import Library


def problems(docname: str, page: Page, path: str, shelf: Library) -> Iterator[Problem]:
    """What is wrong in one document."""
    lines = lines_of(shelf.app.env, docname)
    if page.article:
        yield from _words(page.article, page, path, lines)
        yield from _answers(page.article, path, lines, shelf)
        yield from _dates(page.article.before, page.day, path, lines, shelf)
    elif page.pack:
        listed = shelf.app.env.toctree_includes.get(docname, [])
        days = [shelf.domain.pages[name].day for name in listed if name in shelf.domain.pages]
        yield from _dates(page.pack.before, min(filter(None, days), default=None), path, lines, shelf)
    yield from _compared(page, path, shelf)


def _words(article: Article, page: Page, path: str, lines: Lines) -> Iterator[Problem]:
    if not page.paragraphs:
        return
    for word, record in article.vocabulary.items():
        if not places(page.text, word, record.forms):
            message = f"“{word}” does not stand in the text; correct it, or give the form that does in `forms`"
            yield Problem(path, lines.of("vocabulary", word), Code.UNMATCHED_WORD, message)


def _answers(article: Article, path: str, lines: Lines, shelf: Library) -> Iterator[Problem]:
    for at, question in enumerate(article.questions):
        for target in question.answer_in:
            if for_class.place(shelf, target) is None:
                known = [*shelf.glossary.files, *_slugs(shelf), *shelf.app.env.domains.standard_domain.labels]
                message = f"`answer_in` names {target!r}, but there is no such entry, section, article or page"
                where = lines.of("questions", at, "answer_in")
                yield Problem(path, where, Code.DANGLING_ANSWER, message + _near(target, known))


def _dates(before: Before, day: date | None, path: str, lines: Lines, shelf: Library) -> Iterator[Problem]:
    known = known_by(shelf, day or date.max)
    dated = known_by(shelf, date.max)
    for at, entry in enumerate(before.dates):
        if entry in known:
            continue
        if entry in dated:
            why = f"`{entry}` happened later than this is read for ({day}); name something earlier"
        else:
            near = _near(entry, dated).removeprefix("; ")
            why = f"`{entry}` is no event and no agreement with a date; {near}"
        yield Problem(path, lines.of("before", "dates", at), Code.SHEET_DATE, f"`before` shows what cannot be: {why}")


def _compared(page: Page, path: str, shelf: Library) -> Iterator[Problem]:
    for asked in page.lists:
        if not isinstance(asked, CompareAsked):
            continue
        for slug in asked.slugs:
            if shelf.article_docname(slug) not in shelf.domain.pages:
                message = f"there is no article {slug!r} to compare{_near(slug, _slugs(shelf))}"
                yield Problem(path, asked.line, Code.UNKNOWN_ARTICLE, message)


def _slugs(shelf: Library) -> list[str]:
    return [docname.split("/")[-2] for docname, _ in shelf.articles]


def _near(target: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(target, list(known), 1, 0.6)
    return f"; did you mean {near[0]!r}?" if near else "; correct it or take it out"
