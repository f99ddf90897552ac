"""The base class of this package's errors."""

from __future__ import annotations


class ReaderError(Exception):
    """Something cannot be done; the message is one sentence that says what is wrong and what to do.

    The name of every subclass ends in `Error`.
    """
