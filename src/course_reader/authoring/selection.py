"""Selected words of a page, and their place in the article's text as the server knows it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from course_reader.authoring import articles
from course_reader.authoring.answers import RefusedError, RequestBody
from course_reader.marks.records import Page
from course_reader.store.snapshots import read_snapshot
from course_reader.text.anchor import Anchor, Anchored, State, resolve, text_hash
from course_reader.text.clusters import whole


class SelectedWords(RequestBody):
    """Selected words, as the browser knows them; offsets count code points of the canonical text."""

    quote: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    paragraph: int | None = None
    text_hash: str | None = None


def placed(target: SelectedWords, page: Page, folder: Path) -> tuple[int, int]:
    """The place of the selected words in the text that we know; no character is cut in two.

    Raises:
        RefusedError: 422 with suggestions, if it is not certain.
    """
    start, end = target.start, target.end
    is_same_text = target.text_hash == text_hash(page.text)
    if is_same_text and start is not None and end is not None and 0 <= start < end <= len(page.text):
        span = trimmed(page.text, start, end)
        if span[0] < span[1] and page.text[slice(*span)].split() == target.quote.split():
            return whole(page.text, *span)
    anchor = Anchor(target.quote, target.prefix, target.suffix, target.paragraph, target.text_hash, target.start)
    found = resolve(anchor, page.text, snapshot=read_snapshot(folder, target.text_hash))
    if found.span and found.state in (State.EXACT, State.MOVED):
        return whole(page.text, *trimmed(page.text, *found.span))
    raise RefusedError(
        422,
        "cannot-anchor",
        "these words cannot be found for sure in the text as it is now; select them again",
        suggestions=_near(found, page),
    )


def _near(found: Anchored, page: Page) -> list[dict[str, Any]]:
    near = articles.suggestions(found, page)
    if found.span:
        start, end = found.span
        own = {"start": start, "end": end, "text": page.text[start:end], "score": round(found.score, 3)}
        near = [{**own, "paragraph": articles.paragraph_number(page, start)}, *near]
    return near[:3]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without the white space at its ends."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return start, max(start, start + len(words.strip()))
