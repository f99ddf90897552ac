"""Cards as a table of comma-separated values, which spreadsheets and all programs for cards read."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from course_reader.views.learning import LearningCard

HEAD = ("deck", "front", "back", "articles")


def table(cards: Iterable[LearningCard]) -> bytes:
    """The table; its first bytes tell Excel that it is UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(HEAD)
    for card in cards:
        writer.writerow((card.deck, card.front, card.back, "; ".join(card.sources)))
    return text.getvalue().encode("utf-8-sig")
