"""The lines of a printed page with their places, in the order in which a person reads them: column by column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Protocol

#: Starts of lines nearer than this, in points, belong to one column.
_COLUMN = 60.0
#: A column has so many lines, and this share of all of them.
_LEAST, _SHARE = 5, 0.2
#: A character is about so wide, in sizes of the type.
_WIDTH = 0.5
#: A greater distance between lines than so many usual ones makes a paragraph, and so does such an indent, in sizes.
_GAP, _INDENT = 1.35, 0.8
#: What starts further in is centred.
_CENTRED = 4
#: Type of so many times the usual size is a headline's.
_LARGE = 1.25
#: A headline has so many words; what is shorter may be the name of the paper.
_WORDS = 4


class PdfPage(Protocol):
    """What is asked of a page of a PDF."""

    def extract_text(self, *, visitor_text: Callable[[str, Any, Any, Any, float], None]) -> str:
        """Call the visitor with each piece of text."""


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a page."""

    text: str
    #: Where it starts, in points from the left and from the bottom of the page.
    x: float = 0.0
    y: float = 0.0
    #: The size of its type in points.
    size: float = 0.0

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.x + len(self.text) * self.size * _WIDTH


def lines_of(page: PdfPage) -> list[PrintedLine]:
    """The lines of a page in reading order."""
    pieces: list[PrintedLine] = []

    def note(text: str, outer: Any, inner: Any, font: Any, size: float) -> None:
        if text:
            x = inner[4] * outer[0] + inner[5] * outer[2] + outer[4]
            y = inner[4] * outer[1] + inner[5] * outer[3] + outer[5]
            scale = (
                abs((inner[0] * inner[3] - inner[1] * inner[2]) * (outer[0] * outer[3] - outer[1] * outer[2])) ** 0.5
            )
            pieces.append(PrintedLine(text, x, y, size * scale))

    page.extract_text(visitor_text=note)
    return in_reading_order(_lines(pieces))


def _lines(pieces: Sequence[PrintedLine]) -> list[PrintedLine]:
    """Pieces as lines; a piece that starts where a column does starts a line of its own."""
    heights = {round(piece.y) for piece in pieces if piece.text.strip()}
    starts = Counter({(round(piece.x), round(piece.y)): 1 for piece in pieces if piece.text.strip()})
    often = Counter(x for x, _ in starts)
    columns = {x for x, count in often.items() if count >= max(_LEAST, 0.3 * len(heights))}
    lines: list[PrintedLine] = []
    open_line = False
    for piece in pieces:
        for number, text in enumerate(piece.text.split("\n")):
            if number:
                open_line = False
            if not text.strip():
                if open_line and text:
                    lines[-1] = replace(lines[-1], text=f"{lines[-1].text} ")
                continue
            apart = open_line and round(piece.x) in columns and piece.x > lines[-1].x + _COLUMN
            if open_line and not apart:
                lines[-1] = replace(lines[-1], text=lines[-1].text + text)
            else:
                lines.append(PrintedLine(text.lstrip(), piece.x, piece.y, piece.size))
                open_line = True
    return [replace(line, text=" ".join(line.text.split())) for line in lines if line.text.strip()]


def columns_of(lines: Sequence[PrintedLine]) -> list[float]:
    """Where the columns of a page start, from left to right."""
    starts: list[list[float]] = []
    for x in sorted(line.x for line in lines):
        if starts and x - starts[-1][0] < _COLUMN:
            starts[-1].append(x)
        else:
            starts.append([x])
    least = max(_LEAST, _SHARE * len(lines))
    return [group[0] for group in starts if len(group) >= least]


def in_reading_order(lines: list[PrintedLine]) -> list[PrintedLine]:
    """The lines column by column, where the file has them row by row."""
    columns = columns_of(lines)
    if len(columns) < 2:
        return lines
    places = [_column(columns, line) for line in lines]
    switches = sum(one != other for one, other in pairwise(places))
    if switches <= 2 * len(columns) + 2:
        return lines
    bands: list[list[PrintedLine]] = [[]]
    for line in sorted(lines, key=lambda line: (-round(line.y), line.x)):
        if _crosses(columns, line):
            bands += [[line], []]
        else:
            bands[-1].append(line)
    return [line for band in bands for line in sorted(band, key=lambda line: (_column(columns, line), -line.y))]


def _column(columns: Sequence[float], line: PrintedLine) -> int:
    return sum(line.x >= start - 1 for start in columns)


def _crosses(columns: Sequence[float], line: PrintedLine) -> bool:
    """Whether a line reaches well into the next column, as a headline above both does."""
    following = [start for start in columns if start > line.x + 1]
    return bool(following) and line.right > following[0] + 40


def as_text(pages: Sequence[Sequence[PrintedLine]]) -> str:
    """The lines as a text: a blank line before each paragraph, the headline marked as one."""
    lines = [line for page in pages for line in page]
    usual = _usual_size(lines)
    largest = max((line.size for line in lines), default=0.0)
    written: list[str] = []
    headed = False
    for page in pages:
        starts, step = columns_of(page), _usual_step(page)
        before: PrintedLine | None = None
        for line in page:
            large = usual > 0 and line.size >= _LARGE * usual
            if large and before is not None and before.size == line.size and written:
                written[-1] = f"{written[-1]} {line.text}"
            else:
                if before is not None and _is_apart(before, line, step, starts):
                    written.append("")
                written.append(line.text)
            before = line
            if large and line.size == largest and not headed:
                headed = True
                written[-1] = f"\0{written[-1]}"
    return "\n".join(_marked(line) for line in written)


def _marked(line: str) -> str:
    """The headline as a heading, if it is long enough for one."""
    if not line.startswith("\0"):
        return line
    return f"# {line[1:]}" if len(line.split()) >= _WORDS else line[1:]


def _usual_size(lines: Sequence[PrintedLine]) -> float:
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _usual_step(lines: Sequence[PrintedLine]) -> float:
    steps = Counter(round(one.y - other.y, 1) for one, other in pairwise(lines) if one.y > other.y)
    return steps.most_common(1)[0][0] if steps else 0.0


def _is_apart(before: PrintedLine, line: PrintedLine, step: float, starts: Sequence[float]) -> bool:
    """Whether a paragraph starts: after a distance, with an indent, or in other type."""
    if before.size and abs(before.size - line.size) > 0.1 * before.size:
        return True
    if step and before.y - line.y > _GAP * step:
        return True
    start = max((start for start in starts if start <= line.x + 1), default=line.x)
    indent = _INDENT * line.size
    return 0 < indent < line.x - start < _CENTRED * line.size and abs(before.x - start) < indent
