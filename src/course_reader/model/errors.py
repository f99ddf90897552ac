"""The base of all errors of this package."""

from __future__ import annotations


class ReaderError(Exception):
    """Something that a person can put right; the sentence says what is wrong and what to do."""
