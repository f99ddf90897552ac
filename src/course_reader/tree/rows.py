"""Rows that several parts of a pack have: dates, hard words."""

from __future__ import annotations

from course_reader.tree.content import Item


def date_row(when: str, text: str, to: str | None = None, *, now: bool = False) -> Item:
    """A row of a time line."""
    return {"when": when, "text": text, "to": to, "now": now}
