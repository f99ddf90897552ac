"""An article as the panel needs it: its text, its layers with all their notes, and its mentions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from course_reader.authoring.answers import RefusedError
from course_reader.authoring.kept import ReaderState
from course_reader.marks import note_places
from course_reader.marks.other_texts import at_level, in_paragraph
from course_reader.marks.records import Page
from course_reader.model.article import MentionLine
from course_reader.model.layers import files_of, read_layer
from course_reader.model.note import Layer, Note
from course_reader.model.problems import Problem
from course_reader.pages.safe_markdown import note_html
from course_reader.store.errors import StoreError
from course_reader.store.files import FileStore
from course_reader.store.notes import revision_of
from course_reader.text.anchor import Anchored, State, Suggestion, text_hash
from course_reader.text.paragraphs import NumberedText


def find(state: ReaderState, docname: str) -> tuple[Page, Path]:
    """The page of an article, or of its text at another level, and its file, among the documents of the last build.

    Raises:
        RefusedError: 404, if the article does not exist.
    """
    page, path = state.pages.get(docname), state.sources.get(docname)
    if page is None or path is None or page.kind not in ("article", "level"):
        raise RefusedError(404, "no-article", "this article does not exist")
    return page, path


def answer(state: ReaderState, root: Path, docname: str) -> dict[str, Any]:
    """Everything that the panel shows about an article."""
    page, path = find(state, docname)
    return {
        "article": docname.split("/")[-2],
        "docname": docname,
        "title": page.title,
        "text": page.text,
        "text_hash": text_hash(page.text),
        "etag": _etag(FileStore(path, root, front_matter=True)),
        "public": page.access.is_public(datetime.now(UTC).date()),
        "paragraphs": [
            {"number": p.number, "start": p.start, "end": p.end, "anchor": p.anchor} for p in page.paragraphs
        ],
        "layers": [_layer(file, root, page, path.parent) for file in files_of(path)],
        "mentions": list(_mentions(state, page)),
        "decisions": decisions(page.article.mentions if page.article else ()),
    }


def _layer(file: Path, root: Path, page: Page, folder: Path) -> dict[str, Any]:
    """A layer; one that cannot be read has its problem with it, and cannot be written to."""
    store = FileStore(file, root)
    obstacle = store.obstacle()
    wrong: list[Problem] = []
    layer = read_layer(file, root, wrong)
    problem = str(obstacle) if obstacle else str(wrong[0]) if wrong and layer is None else None
    about = layer.content.layer if layer else Layer()
    items = layer.lines.value["notes"] if layer and layer.content.notes else ()
    return {
        "name": file.stem,
        "title": about.title,
        "author": about.author,
        "language": about.language,
        "audience": about.audience,
        "colour": about.colour,
        "initials": about.initials,
        "writable": problem is None,
        "problem": problem,
        "notes": [
            note_answer(note, note_id, revision_of(items[index], note_id), page, folder, about.author)
            for index, note_id, note in (layer.notes() if layer else ())
        ],
    }


def _etag(store: FileStore) -> str | None:
    """The ETag of a file; None for a file that cannot be changed here, such as one outside the reader."""
    try:
        return store.read().etag
    except StoreError:
        return None


def note_answer(
    note: Note, note_id: str, revision: str, page: Page, folder: Path, author: str | None
) -> dict[str, Any]:
    """A note with its place and its revision; an orphan with its reason and the places that may be meant."""
    placed, level = _placed(note, page, folder)
    return {
        "id": note_id,
        "etag": revision,
        "state": "level" if level else str(placed.state) if placed else "article",
        "span": list(placed.span) if placed and placed.span else None,
        "quote": note.quote,
        "prefix": note.prefix,
        "suffix": note.suffix,
        "paragraph": paragraph_number(page, placed.span[0]) if placed and placed.span else level or note.paragraph,
        "kind": note.kind,
        "title": note.title,
        "done": note.done,
        "tags": list(note.tags),
        "body": note.body,
        "html": note_html(note.body),
        "by": note.by or author,
        "created": note.created,
        "in_reply_to": note.in_reply_to,
        "reason": str(placed.reason) if placed and placed.reason and not level else None,
        "suggestions": suggestions(placed, page) if not level else [],
    }


def _placed(note: Note, page: Page, folder: Path) -> tuple[Anchored | None, int | None]:
    """The place of a note's words; or the number of their paragraph, if only the article's other text has them."""
    if not note.quote or note.in_reply_to:
        return None, None
    source, text = folder / f"{page.level.lower() or 'article'}.md", NumberedText(page.text, page.paragraphs)
    if page.level and note.paragraph:
        own = next((p for p in page.paragraphs if p.number == note.paragraph), None)
        span = in_paragraph(note.quote, page.text, own) if own else None
        if own and span is None:
            return None, own.number
        if span:
            return Anchored(State.EXACT, span), None
    placed = note_places.find(note, page.text, page.paragraphs, folder)
    return placed, at_level(note, placed, source, folder, text)


def suggestions(placed: Anchored | None, page: Page) -> list[dict[str, Any]]:
    """Places that may be meant, best first."""
    return [_suggestion(s, page) for s in placed.suggestions] if placed else []


def _suggestion(place: Suggestion, page: Page) -> dict[str, Any]:
    return {
        "start": place.start,
        "end": place.end,
        "text": place.text,
        "paragraph": paragraph_number(page, place.start),
        "score": round(place.score, 3),
    }


def paragraph_number(page: Page, offset: int) -> int | None:
    """The number of the paragraph that contains a character."""
    paragraph = page.paragraph_at(offset)
    return paragraph.number if paragraph else None


def decisions(lines: Iterable[MentionLine]) -> list[dict[str, Any]]:
    """What an article says about single words, each with the keys that it has."""
    return [line.model_dump(exclude_none=True) for line in lines]


def _mentions(state: ReaderState, page: Page) -> Iterator[dict[str, Any]]:
    for mark in page.mentions:
        if mark.entry in state.glossary:
            yield {
                "entry": mark.entry,
                "kind": str(state.glossary.kind(mark.entry)),
                "name": state.glossary[mark.entry].name,
                "text": page.text[mark.start : mark.end],
                "start": mark.start,
                "end": mark.end,
                "paragraph": paragraph_number(page, mark.start),
            }
