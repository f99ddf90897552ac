"""Where the words of a note stand, also after the text was edited: :func:`describe` and :func:`resolve`.

Nothing here guesses in silence: a place is given with its state, and a quote without a sure place is an orphan with
suggestions. Offsets count code points of the text as it is handed in.
"""

from __future__ import annotations

from course_reader.text.anchor.describe import describe, text_hash
from course_reader.text.anchor.records import Anchor, Anchored, Reason, State, Suggestion
from course_reader.text.anchor.resolve import resolve

__all__ = ["Anchor", "Anchored", "Reason", "State", "Suggestion", "describe", "resolve", "text_hash"]
