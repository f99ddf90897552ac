"""The levels of the Common European Framework of Reference for Languages."""

from __future__ import annotations

from enum import IntEnum


class Level(IntEnum):
    """A level of the Framework, from A1 (beginner) to C2."""

    A1 = 1
    A2 = 2
    B1 = 3
    B2 = 4
    C1 = 5
    C2 = 6
