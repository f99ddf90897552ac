"""What all tests of the tree have in common."""

from __future__ import annotations

import pytest
from sphinx import locale


@pytest.fixture(autouse=True)
def _english() -> None:
    """Speak English, whatever a build in the same process spoke: Sphinx keeps its language in a global."""
    locale.init([], "en")
