"""Which of many boxes come near another one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course_reader.maps.projection import Box

#: first and last column, first and last row
Reach = tuple[int, int, int, int]

#: the side of a cell in units
_CELL = 8.0


class Near:
    """Boxes by the columns and rows of cells that they touch.

    The boxes are numbered, and stand as bits of whole numbers, which are quick to join, however many there are.
    """

    def __init__(self, frame: Box, boxes: Iterable[Box] = ()) -> None:
        self._left, self._top = frame.left, frame.top
        self._columns, self._rows = int(frame.width // _CELL), int(frame.height // _CELL)
        #: for each column the boxes that begin in it or before it, and those that end before it; the same for rows
        self._begun = [0] * (self._columns + 1), [0] * (self._rows + 1)
        self._ended = [0] * (self._columns + 1), [0] * (self._rows + 1)
        for number, box in enumerate(boxes):
            self.flip(number, self.reach(box))

    def reach(self, box: Box) -> Reach:
        """The cells that a box touches; what lies beyond the frame counts to the cells at its edge."""
        columns, rows = self._columns, self._rows
        left, right = int((box.left - self._left) // _CELL), int((box.right - self._left) // _CELL)
        top, bottom = int((box.top - self._top) // _CELL), int((box.bottom - self._top) // _CELL)
        if left < 0 or top < 0 or right > columns or bottom > rows:
            left, right = max(min(left, columns), 0), max(min(right, columns), 0)
            top, bottom = max(min(top, rows), 0), max(min(bottom, rows), 0)
        return left, right, top, bottom

    def flip(self, number: int, reach: Reach) -> None:
        """Put a box in, or take it out."""
        bit = 1 << number
        for begun, ended, first, last in zip(self._begun, self._ended, reach[::2], reach[1::2], strict=True):
            begun[first:] = [bits ^ bit for bits in begun[first:]]
            ended[last + 1 :] = [bits ^ bit for bits in ended[last + 1 :]]

    def bits(self, reach: Reach) -> int:
        """The boxes that touch the columns and rows of others, as bits: all that meet them, and some more."""
        left, right, top, bottom = reach
        (columns, rows), (past, over) = self._begun, self._ended
        return columns[right] & rows[bottom] & ~(past[left] | over[top])

    def numbers(self, reach: Reach) -> Iterator[int]:
        """The same as numbers, the lowest first."""
        bits = self.bits(reach)
        while bits:
            low = bits & -bits
            bits ^= low
            yield low.bit_length() - 1
