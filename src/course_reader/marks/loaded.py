"""Words that take a side: searched for when a page is read, so that a build checks only edited pages."""

from __future__ import annotations

from collections.abc import Iterator

from course_reader.files.yaml_lines import Document
from course_reader.marks.records import Page
from course_reader.model.article import Article
from course_reader.model.entry import Event
from course_reader.model.glossary import EntryFile
from course_reader.model.problems import Code, Problem
from course_reader.text.prose.loaded import Loaded, find_loaded

#: texts of an entry, besides its prose, that are written in the reader's own voice
_VOICED = ("gloss", "status", "provisions", "outcome", "matters", "usage", "owner", "funding", "naming")

Words = dict[str, str]


def in_entry(file: EntryFile, page: Page, words: Words) -> Iterator[Problem]:
    """The loaded words in an entry's prose and front matter, except those in its own names."""
    names = [file.entry.name, *(alias.name for alias in file.entry.aliases)]
    yield from in_prose(page, file.path, words, names)
    for key in _VOICED:
        value = getattr(file.entry, key, None) or ()
        for index, item in enumerate([value] if isinstance(value, str) else value):
            text = item if isinstance(item, str) else item.text
            line = file.lines.line((key,) if isinstance(value, str) else (key, index))
            for found in find_loaded(text, words, allowed=names):
                yield problem_of(found, file.path, line)
    if isinstance(file.entry, Event) and not file.entry.wording:
        for found in find_loaded(file.entry.name, words):
            yield problem_of(found, file.path, file.lines.line(("name",)))


def in_article(article: Article, page: Page, path: str, words: Words, lines: Document | None) -> Iterator[Problem]:
    """The loaded words of an article that was adapted or written for this reader."""
    line = lines.line if lines else lambda place: 0
    # The words of an imported text are not ours to change.
    if article.rights is not None and article.rights.status in ("adapted", "own"):
        yield from in_prose(page, path, words)
        for found in find_loaded(article.title, words):
            yield problem_of(found, path, line(("title",)))


def in_prose(page: Page, path: str, words: Words, allowed: list[str] | None = None) -> Iterator[Problem]:
    """The loaded words of a page's running text."""
    for part in page.prose:
        text = page.text[part.start : part.end]
        for found in find_loaded(text, words, allowed=allowed or ()):
            yield problem_of(found, path, part.line + text.count("\n", 0, found.start))


def problem_of(found: Loaded, path: str, line: int) -> Problem:
    """The question that a loaded word raises."""
    neutral = f", or write {found.instead}" if found.instead else ""
    message = f"“{found.text}” takes a side; name in the sentence who says it, put it in quotation marks{neutral}"
    return Problem(path, line, Code.LOADED_WORD, message)
