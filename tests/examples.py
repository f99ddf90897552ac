"""How many examples a property test tries."""

from __future__ import annotations

from hypothesis import settings

#: examples that a test tries by default
USUAL = 100


def examples(count: int) -> int:
    """As many as a test wants where 100 are usual, and more in a search that is longer than usual."""
    return count * max(1, settings.default.max_examples // USUAL)
