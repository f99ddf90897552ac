"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

PROJECT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def samples() -> Path:
    """The two source articles as they came: they belong to their publishers and are not part of the project."""
    named = os.environ.get("COURSE_READER_SAMPLES")
    folder = Path(named) if named else PROJECT.parent / "shared" / "samples" / "articles"
    if not folder.is_dir():
        pytest.skip("the source articles are not on this machine; name their folder in COURSE_READER_SAMPLES")
    return folder
