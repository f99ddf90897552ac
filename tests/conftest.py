"""What all tests share."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase

PROJECT = Path(__file__).parent.parent

# A test fails for what it says: neither for how busy the machine is, nor for what chance brought this time.
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
# `make fuzz` searches at random, twenty times as long, begins with what failed before, and prints how to see it again.
settings.register_profile(
    "fuzz",
    deadline=None,
    max_examples=2000,
    print_blob=True,
    database=DirectoryBasedExampleDatabase(PROJECT / ".hypothesis" / "examples"),
)
settings.load_profile("suite")


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
