"""Times of annotations in a single form: UTC, as the W3C requires."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_TIME = re.compile(r"\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?)?\s?(Z|z|[+-]\d\d:?\d\d)?")


def utc(text: str) -> str | None:
    """A time in the form `2024-03-05T09:30:00Z`; None if the text is not a date or time.

    Without a time zone it is taken to be UTC.

    >>> utc("2024-03-05T13:30:00+04:00")
    '2024-03-05T09:30:00Z'
    >>> utc("last spring") is None
    True
    """
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
    """Whether a text is a date with a time, as the W3C requires."""
    return "T" in text and utc(text) is not None
