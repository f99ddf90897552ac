"""Times of annotations: one form, UTC, as the W3C asks for."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_TIME = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?)?\s?(Z|z|[+-]\d\d:?\d\d)?")


def utc(text: str) -> str | None:
    """A time as `2024-03-05T09:30:00Z`; None if the text is no day or time. Without a zone it is taken as UTC."""
    if not _TIME.fullmatch(text):
        return None
    try:
        when = datetime.fromisoformat(text.replace(" ", "T", 1).replace(",", ".").replace(" ", "").replace("z", "Z"))
        when = when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        return None
    shown = when.replace(tzinfo=None).isoformat()
    return (shown.rstrip("0") if "." in shown else shown) + "Z"


def is_time(text: str) -> bool:
    """Whether a text is a day and a time, as the W3C asks for."""
    return "T" in text and utc(text) is not None
