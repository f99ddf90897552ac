"""What the tests of a reader's own parts share."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest


@pytest.fixture
def forget_parts() -> Iterator[None]:
    """The modules that a test writes are not there for others."""
    yield
    for name in [name for name in sys.modules if name.startswith(("mine_", "wrong_part", "right_part", "another_"))]:
        del sys.modules[name]
