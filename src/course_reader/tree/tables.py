"""The room that a table needs: in its column, in smaller letters, or on a turned page.

Widths are estimates in em of the text. They only decide between these three; the engine fits the columns.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from course_reader.tree.content import Item, walk
from course_reader.tree.links import words_of

#: the size of letters in a table, relative to the text; and the smaller ones of a wide table
USUAL, SMALLER, SMALLEST = 0.92, 0.78, 0.66
#: the same where letters are large
_LARGE = (1.0, 0.9, 0.8)
#: the width that a margin gives to the text where it has no notes
_MARGIN = 90
#: the mean width of a letter, and of a sign as wide as a Chinese one; the room beside the words of a cell
_LETTER, _WIDE, _BESIDE = 0.46, 1.0, 0.8
#: A longer word may be divided.
_UNDIVIDED = 14
_BREAK = re.compile(r"[\s\u00ad\u200b]+|(?<=[-–—/])")
#: the width of a column of text in em of its letters, and that of a turned page, by paper
_ROOMS = {"a4": (340, 706), "letter": (357, 656), "legal": (357, 872), "a5": (244, 510)}


def fit_tables(parts: Any, paper: str, size: float, *, is_large: bool = False) -> dict[str, str]:
    """Decide how the tables of a pack are set.

    A wide table in the flow of an article or chapter gets a page of its own, turned. The margin of such a page is part
    of the table, so the notes in it are at the foot, which their ids say.

    Args:
        parts: The parts of the pack.
        paper: Its paper.
        size: The size of its text in points.
        is_large: Whether it is for readers who need large letters: the text has the width of the margin too.

    Returns:
        New ids of notes by their old ones.
    """
    column, page = (width / size for width in _ROOMS[paper])
    column += _MARGIN / size if is_large else 0
    scales = _LARGE if is_large else (USUAL, SMALLER, SMALLEST)
    turnable = {id(block) for part in parts if part["t"] in ("article", "chapter") for block in part["c"]}
    moved: dict[str, str] = {}
    for table in walk(parts):
        if table.get("t") != "table" or table["ruled"]:
            continue
        need = _need(table)
        fitting = next((scale for scale in scales[:2] if need * scale <= column), None)
        table["scale"], table["turned"] = fitting or scales[1], False
        if fitting is None and id(table) in turnable:
            table["turned"] = True
            table["scale"] = next((s for s in scales[:2] if need * s <= page), scales[2])
            for note in _notes(table):
                moved[note["id"]] = f"f:{note['id']}"
                note["id"] = moved[note["id"]]
    return moved


def _notes(table: Item) -> Iterator[Item]:
    for item in walk(table):
        yield from item.get("notes", ())
        if item.get("note"):
            yield item["note"]


def _need(table: Item) -> float:
    """The width below which words of a table would be divided, in em of its letters."""
    columns = [0.0] * len(table["columns"])
    for row in (*table["head"], *table["rows"]):
        at = 0
        for cell in row:
            if cell["cols"] == 1 and at < len(columns):
                columns[at] = max(columns[at], _longest(" ".join(words_of(block) for block in cell["c"])))
            at += cell["cols"]
    return sum(columns) + _BESIDE * len(columns)


def _longest(text: str) -> float:
    return max((_width(word) for word in _BREAK.split(text) if word), default=0.0)


def _width(word: str) -> float:
    if any(unicodedata.east_asian_width(c) in "WF" for c in word):
        # A line may end after nearly every such sign.
        return 2 * _WIDE
    return min(len(word), _UNDIVIDED) * _LETTER
