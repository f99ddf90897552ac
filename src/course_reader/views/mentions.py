"""The people, places and documents in an article, as data for the command `mentions`."""

from __future__ import annotations

from typing import Any

from course_reader.marks.kept_texts import ArticleText
from course_reader.model.reader import slug_of
from course_reader.text.mention.reasons import CLAUSES
from course_reader.text.mention.unknown import unknown_names


def answer(article: ArticleText) -> dict[str, Any]:
    """Every mention, every name that was not linked, with the reason, and every name without an entry."""
    text = article.text.text
    found = [(m.start, m.end) for m in article.mentions] + [(q.start, q.end) for q in article.questions]
    return {
        "article": slug_of(article.docname),
        "mentions": [
            {
                "entry": m.entry,
                "kind": m.kind,
                "text": text[m.start : m.end],
                "paragraph": _paragraph(article, m.start),
                "start": m.start,
                "end": m.end,
                "glossed": m.glossed,
            }
            for m in article.mentions
        ],
        "ambiguous": [
            {
                "text": text[q.start : q.end],
                "paragraph": _paragraph(article, q.start),
                "start": q.start,
                "end": q.end,
                "entries": list(q.entries),
                "reason": q.reason,
            }
            for q in article.questions
        ],
        "turned_down": [
            {
                "text": text[t.start : t.end],
                "paragraph": _paragraph(article, t.start),
                "start": t.start,
                "end": t.end,
                "entries": list(t.entries),
                "reason": t.reason,
                "because": CLAUSES[t.reason],
            }
            for t in article.turned_down
        ],
        "unknown": [
            {
                "text": u.text,
                "count": u.count,
                "paragraph": _paragraph(article, u.first_start),
                "start": u.first_start,
            }
            for u in unknown_names(text, found, article.skip)
        ],
    }


def _paragraph(article: ArticleText, offset: int) -> int | None:
    paragraph = article.text.paragraph_at(offset)
    return paragraph.number if paragraph else None
