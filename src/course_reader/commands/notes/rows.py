"""A note as the commands show it: as data, and in lines for people."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any

from course_reader.commands.notes.noted_articles import LocatedNote, NotedArticle
from course_reader.marks.note_places import shortened
from course_reader.text.anchor import State


def as_data(article: NotedArticle, located: LocatedNote) -> dict[str, Any]:
    """A note with its place, as data."""
    found, note = located.found, located.note
    span = found.span if found else None
    return {
        "article": article.slug,
        "layer": located.layer.name,
        "id": located.id,
        "path": located.layer.path,
        "line": located.line,
        "kind": note.kind,
        "title": note.title,
        "by": note.by or located.layer.content.layer.author,
        "state": located.state,
        "reason": str(found.reason) if found and found.reason and located.at_level is None else None,
        "score": found.score if found else None,
        "quote": note.quote,
        "now": article.words(span) if span else None,
        "paragraph": article.paragraph(span[0]) if span else located.at_level,
        "start": span[0] if span else None,
        "end": span[1] if span else None,
        "suggestions": [
            {"start": s.start, "end": s.end, "text": s.text, "paragraph": article.paragraph(s.start), "score": s.score}
            for s in (found.suggestions if found and located.at_level is None else ())
        ],
    }


def note_lines(article: NotedArticle, located: LocatedNote) -> Iterator[str]:
    """A note's state, place, id and words; for a note without a certain place also the places that may be meant."""
    found, words = located.found, f"“{shortened(located.note.quote or located.note.body)}”"
    number = article.paragraph(found.span[0]) if found and found.span else located.at_level
    where = f"¶{number}" if number else "-"
    now = ""
    if found and found.span and found.state is not State.EXACT:
        now = f" → “{shortened(article.words(found.span))}”"
    why = f" ({found.reason})" if found and found.reason else ""
    if located.at_level is not None:
        why = " (only in the text at another level)"
    yield f"  {located.state:<6} {where:<4} {located.id}  {located.layer.name}  {words}{now}{why}"
    for place in found.suggestions if found and located.at_level is None else ():
        near = article.paragraph(place.start)
        yield f"           perhaps {f'¶{near} ' if near else ''}“{shortened(place.text)}” ({place.score:.2f})"


def state_counts(counts: Counter[str]) -> str:
    """One line that counts notes by their states."""
    return ", ".join(f"{count} {state}" for state, count in counts.most_common()) + "." if counts else "No notes."
