"""Quotation marks and apostrophes of a printed book, set as Sphinx sets them on pages.

The text of a page has them already. Glosses, notes, captions and questions are still as typed. Words in another
language have the marks of that language; where these are unknown, those of the book.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from docutils.utils.smartquotes import educate_tokens

from course_reader.pages.quotes import known_language
from course_reader.tree.content import NAMES

#: words that are printed as they are
_VERBATIM = frozenset({"code", "code-block", "formula"})
#: the keys of an article whose words are in its own language; all others are in that of the book
_OWN = frozenset({"title", "running", "heading", "caption", "c"})
#: the keys of notes, which are in the language of the book unless they say so
_NOTES = frozenset({"note", "notes"})

_UNSAID = "en"

#: a list or mapping, and the key of a text in it
_Place = tuple[Any, Any]


class _Run(NamedTuple):
    """Texts that are read together."""

    language: str
    #: `plain` or `literal`, and a text
    texts: list[tuple[str, _Place]]


def set_quotes(data: Any, language: str) -> None:
    """Curl the straight quotation marks and apostrophes in some data, in place.

    Args:
        data: Parts of a pack.
        language: The language of the book, as in `conf.py`; where no marks are known, nothing changes.
    """
    book = known_language(language) or ""
    for own, run in _Runs(book).of(data, book):
        if not own:
            continue
        # In sequence: a mark at the end of emphasis depends on the words before it.
        set_texts = educate_tokens([(kind, place[at]) for kind, (place, at) in run], "q", own)
        for (_, (place, at)), text in zip(run, set_texts, strict=True):
            place[at] = text


class _Runs:
    """The runs of some data."""

    def __init__(self, book: str) -> None:
        self.book = book

    def of(self, data: Any, own: str, *, is_content: bool = False) -> Iterator[_Run]:
        """All runs in some data whose words are in one language."""
        if isinstance(data, dict):
            if data.get("t") not in _VERBATIM:
                yield from self._of_record(data, own)
        elif isinstance(data, list):
            if is_content and any(isinstance(item, str) for item in data):
                run = _Run(own, [])
                yield from self._inline(data, run, "plain")
                yield run
                return
            for at, item in enumerate(data):
                if isinstance(item, str):
                    yield _Run(own, [("plain", (data, at))])
                else:
                    yield from self.of(item, own, is_content=True)

    def _of_record(self, record: dict[str, Any], own: str) -> Iterator[_Run]:
        inner = self._of_language(record["lang"], own) if record.get("t") == "lang" else own
        text = self._of_article(record["language"]) if record.get("t") == "article" else inner
        for key, value in record.items():
            if key in NAMES:
                continue
            spoken = text if key in _OWN else self.book if key in _NOTES else inner
            if isinstance(value, str):
                yield _Run(spoken, [("plain", (record, key))])
            else:
                yield from self.of(value, spoken, is_content=key == "c")

    def _of_article(self, tag: str) -> str:
        # An article that says nothing of its language has the marks of the book.
        return self.book if tag == _UNSAID else self._of_language(tag, self.book)

    def _of_language(self, tag: str, own: str) -> str:
        return known_language(tag) or own

    def _inline(self, content: list[Any], run: _Run, kind: str) -> Iterator[_Run]:
        """Add the texts of some content to a run; texts beside it, such as notes, form separate runs."""
        for at, item in enumerate(content):
            if isinstance(item, str):
                run.texts.append((kind, (content, at)))
                continue
            if isinstance(item, list):
                yield from self.of(item, run.language, is_content=True)
                continue
            if item.get("t") == "lang" and self._of_language(item["lang"], run.language) != run.language:
                yield from self.of(item, run.language)
                continue
            inner = "literal" if item.get("t") in _VERBATIM else kind
            for key, value in item.items():
                if key == "c":
                    yield from self._inline(value, run, inner)
                elif key not in NAMES:
                    yield from self.of({key: value}, run.language)
