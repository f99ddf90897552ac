"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# A test fails for what it says, not for how busy the machine is.
settings.register_profile("reader", deadline=None)
settings.load_profile("reader")

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


@pytest.fixture(scope="session")
def w3c() -> Path:
    """The W3C's samples, schemas and context of annotations: test material that is not part of the project."""
    named = os.environ.get("COURSE_READER_SAMPLES")
    folder = Path(named).parent if named else PROJECT.parent / "shared" / "samples"
    if not (folder / "w3c-annotations").is_dir():
        pytest.skip("the W3C's samples are not on this machine; they belong beside those in COURSE_READER_SAMPLES")
    return folder / "w3c-annotations"
