"""Reports the result of scraping, for programs and for people."""

from __future__ import annotations

from course_reader.scrape.records import Scraped


def to_json(got: Scraped) -> dict[str, object]:
    """The fields, blocks, removed and joined lines, and open questions, as JSON values."""
    return {
        "title": got.title,
        "date": got.date,
        "outlet": got.outlet,
        "agency": got.agency,
        "byline": got.byline,
        "dateline": got.dateline,
        "caption": got.caption,
        "captions": list(got.captions),
        "credit": got.credit,
        "credits": list(got.credits),
        "url": got.url,
        "language": got.language,
        "paragraphs": len(got.paragraphs),
        "blocks": [{"kind": b.kind, "text": b.text, "line": b.line, "last_line": b.last_line} for b in got.blocks],
        "removed": [{"line": r.line, "text": r.text, "reason": r.reason} for r in got.removed],
        "joined": [{"line": j.line, "line2": j.line2, "reason": j.reason} for j in got.joined],
        "found": [{"field": f.field, "value": f.value, "line": f.line, "text": f.text} for f in got.found],
        "unsure": list(dict.fromkeys(u.field for u in got.unsure)),
        "questions": [{"field": u.field, "question": u.question} for u in got.unsure],
        "encoding": got.encoding,
        "notes": list(got.notes),
    }


def to_lines(got: Scraped) -> list[str]:
    """The same as lines of text."""
    lines = []
    for name in ("title", "date", "outlet", "agency", "byline", "dateline", "caption", "credit", "url", "language"):
        value = getattr(got, name)
        if value:
            lines.append(f"{name:<9} {value}")
    headings = len(got.blocks) - len(got.paragraphs)
    lines.append(f"text      {_counted(len(got.paragraphs), 'paragraph')}, {_counted(headings, 'subheading')}")
    lines += [f"removed   line {item.line}: {_short(item.text)} ({item.reason})" for item in got.removed]
    lines += [f"joined    lines {item.line} and {item.line2}: {item.reason}" for item in got.joined]
    lines += [f"cleaned   {note}" for note in got.notes]
    lines += [f"unsure    {item.field}: {item.question}" for item in got.unsure]
    return lines


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _short(text: str) -> str:
    return text if len(text) <= 72 else f"{text[:70]} …"
