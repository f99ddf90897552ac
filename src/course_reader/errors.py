"""The base classes of this package's errors."""

from __future__ import annotations


class ReaderError(Exception):
    """Something cannot be done; the message is one sentence that says what is wrong and what to do.

    The name of every subclass ends in `Error`.
    """


class UsageError(ReaderError):
    """The request itself cannot be met, because it names something that does not exist; commands exit with 2."""
