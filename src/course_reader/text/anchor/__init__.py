"""Quotes that survive edits of their text: :func:`describe` records one, :func:`resolve` finds it again.

Nothing here guesses silently: every place comes with its state, and a quote without a certain place is an orphan with
suggestions. Offsets are code points of the text as it is passed in.
"""

from __future__ import annotations

from course_reader.text.anchor.describe import describe, text_hash
from course_reader.text.anchor.records import Anchor, Anchored, Reason, State, Suggestion
from course_reader.text.anchor.resolve import resolve

__all__ = ["Anchor", "Anchored", "Reason", "State", "Suggestion", "describe", "resolve", "text_hash"]
