"""What a name may mean: the entries that some words of an article could name, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from course_reader.authoring import articles
from course_reader.authoring.kept import ReaderState
from course_reader.marks.records import Page
from course_reader.model.glossary import EntryFile
from course_reader.text.fold import fold_name

#: how many entries are offered
_MOST = 6


def answer(state: ReaderState, docname: str, start: int, end: int) -> dict[str, Any]:
    """The entries that the words at a place could name, each with the reason.

    Raises:
        RefusedError: 404, if the article does not exist.
    """
    page, _ = articles.find(state, docname)
    words = fold_name(" ".join(page.text[start:end].split()))
    now = {mark.entry for mark in page.mentions if mark.start < end and mark.end > start}
    found = [row for row in _ranked(state, page, words, (start, end)) if row[1].id not in now] if words else []
    found.sort(key=lambda row: (-row[0], row[1].entry.sort_key.casefold()))
    return {"entries": [_row(file, why) for _, file, why in found[:_MOST]]}


def _row(file: EntryFile, why: str) -> dict[str, Any]:
    gloss = next((g.text for g in file.entry.gloss if g.text), "")
    return {"id": file.id, "kind": str(file.kind), "name": file.entry.name, "gloss": gloss, "why": why}


def _ranked(
    state: ReaderState, page: Page, words: str, span: tuple[int, int]
) -> Iterator[tuple[float, EntryFile, str]]:
    """Every entry that has something to do with the words: points, entry, and the reason in words."""
    asked = {entry for name in page.unlinked if _meets(name, span) for entry in name.entries}
    passed = {entry for name in page.turned_down if _meets(name, span) for entry in name.entries}
    here = {mark.entry for mark in page.mentions}
    for file in state.glossary:
        names = [fold_name(name) for name in names_of(file)]
        points, why = _likeness(words, names)
        if file.id in asked:
            points, why = max(points, 90), "may be meant here"
        elif file.id in passed:
            points, why = max(points, 60), why or "has this name"
        if not points:
            continue
        if file.id in here:
            points, why = points + 8, f"{why}; also in this article"
        if not _is_of_its_time(file, page):
            points, why = points - 40, f"{why}; not at the time of this article"
        yield points, file, why


def _likeness(words: str, names: list[str]) -> tuple[float, str]:
    """How much a name is like some words: points, and the reason."""
    if words in names:
        return 80, "has this name"
    if any(_lower(words) == _lower(name) for name in names):
        return 70, "has this name, written in another way"
    parts, last = set(_lower(words).split()), _lower(words).split()[-1]
    for name in names:
        others = _lower(name).split()
        if others and last == others[-1]:
            return 50, "has the same last word"
        if parts & {other for other in others if len(other) > 2}:
            return 30, "shares a word"
    return 0, ""


def _lower(name: str) -> str:
    return name.casefold().replace("-", " ")


def _meets(place: Any, span: tuple[int, int]) -> bool:
    return bool(place.start < span[1] and place.end > span[0])


def _is_of_its_time(file: EntryFile, page: Page) -> bool:
    """Whether an entry's name can mean it on the day of the article."""
    first, last = file.entry.lifetime()
    if page.day is None:
        return True
    return not (first and first.first > page.day) and not (last and last.last < page.day)


def names_of(file: EntryFile) -> Iterable[str]:
    """All names of an entry, in all languages, and its id."""
    yield file.entry.name
    yield file.id
    yield from (alias.name for alias in file.entry.aliases)
    for texts in file.entry.names.values():
        yield from texts
