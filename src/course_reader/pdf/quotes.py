"""Quotation marks and apostrophes of a printed book, set as Sphinx sets them on pages.

The text of a page has them already. Glosses, notes, captions and questions are still as typed.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docutils.utils.smartquotes import educate_tokens

from course_reader.pages.quotes import known_language
from course_reader.tree.content import NAMES

#: words that are printed as they are; another language may have other marks
_VERBATIM = frozenset({"code", "code-block", "formula", "lang"})

#: a list or mapping, and the key of a text in it
_Place = tuple[Any, Any]


def set_quotes(data: Any, language: str) -> None:
    """Curl the straight quotation marks and apostrophes in some data, in place.

    Args:
        data: Parts of a pack.
        language: The language of the book, as in `conf.py`; if its marks are unknown, nothing changes.
    """
    known = known_language(language)
    if known is None:
        return
    for run in _runs(data):
        # In sequence: a mark at the end of emphasis depends on the words before it.
        set_texts = educate_tokens([(kind, place[at]) for kind, (place, at) in run], "q", known)
        for (_, (place, at)), text in zip(run, set_texts, strict=True):
            place[at] = text


def _runs(data: Any, *, is_content: bool = False) -> Iterator[list[tuple[str, _Place]]]:
    """Runs of texts that are read together, each text with its place and `plain` or `literal`."""
    if isinstance(data, dict):
        if data.get("t") in _VERBATIM:
            return
        for key, value in data.items():
            if key in NAMES:
                continue
            if isinstance(value, str):
                yield [("plain", (data, key))]
            else:
                yield from _runs(value, is_content=key == "c")
    elif isinstance(data, list):
        if is_content and any(isinstance(item, str) for item in data):
            run: list[tuple[str, _Place]] = []
            yield from _inline(data, run, "plain")
            yield run
            return
        for at, item in enumerate(data):
            if isinstance(item, str):
                yield [("plain", (data, at))]
            else:
                yield from _runs(item, is_content=True)


def _inline(content: list[Any], run: list[tuple[str, _Place]], kind: str) -> Iterator[list[tuple[str, _Place]]]:
    """Add the texts of some content to a run; texts beside it, such as notes, form separate runs."""
    for at, item in enumerate(content):
        if isinstance(item, str):
            run.append((kind, (content, at)))
            continue
        if isinstance(item, list):
            yield from _runs(item, is_content=True)
            continue
        inner = "literal" if item.get("t") in _VERBATIM else kind
        for key, value in item.items():
            if key == "c":
                yield from _inline(value, run, inner)
            elif key not in NAMES:
                yield from _runs({key: value})
