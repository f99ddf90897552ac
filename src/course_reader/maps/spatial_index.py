"""Finds those of many boxes that are near another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course_reader.maps.projection import Rectangle

#: first and last column, first and last row
CellRange = tuple[int, int, int, int]

#: the side of a cell in units
_CELL = 8.0


class SpatialIndex:
    """Boxes, indexed by the columns and rows of cells that they touch.

    The boxes are numbered, and sets of them are the bits of one integer, which is fast for any number of boxes.
    """

    def __init__(self, frame: Rectangle, boxes: Iterable[Rectangle] = ()) -> None:
        self._left, self._top = frame.left, frame.top
        self._columns, self._rows = int(frame.width // _CELL), int(frame.height // _CELL)
        #: for each column, the boxes that begin in or before it and those that end before it; likewise for rows
        self._begun = [0] * (self._columns + 1), [0] * (self._rows + 1)
        self._ended = [0] * (self._columns + 1), [0] * (self._rows + 1)
        for number, box in enumerate(boxes):
            self.flip(number, self.cells(box))

    def cells(self, box: Rectangle) -> CellRange:
        """The cells that a box touches; parts outside the frame count as its edge cells."""
        columns, rows = self._columns, self._rows
        left, right = int((box.left - self._left) // _CELL), int((box.right - self._left) // _CELL)
        top, bottom = int((box.top - self._top) // _CELL), int((box.bottom - self._top) // _CELL)
        if left < 0 or top < 0 or right > columns or bottom > rows:
            left, right = max(min(left, columns), 0), max(min(right, columns), 0)
            top, bottom = max(min(top, rows), 0), max(min(bottom, rows), 0)
        return left, right, top, bottom

    def flip(self, number: int, cells: CellRange) -> None:
        """Add a box, or remove it."""
        bit = 1 << number
        for begun, ended, first, last in zip(self._begun, self._ended, cells[::2], cells[1::2], strict=True):
            begun[first:] = [bits ^ bit for bits in begun[first:]]
            ended[last + 1 :] = [bits ^ bit for bits in ended[last + 1 :]]

    def bits(self, cells: CellRange) -> int:
        """The boxes in the same columns and rows, as bits: all that overlap, and some more."""
        left, right, top, bottom = cells
        (columns, rows), (past, over) = self._begun, self._ended
        return columns[right] & rows[bottom] & ~(past[left] | over[top])

    def numbers(self, cells: CellRange) -> Iterator[int]:
        """The same as numbers, the lowest first."""
        bits = self.bits(cells)
        while bits:
            low = bits & -bits
            bits ^= low
            yield low.bit_length() - 1
