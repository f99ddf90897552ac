"""What all tests share."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from hypothesis.database import DirectoryBasedExampleDatabase
from shipped import copy_of, sphinx_build
from sphinx import locale
from sphinx.util.docutils import additional_nodes, docutils_namespace

PROJECT = Path(__file__).parent.parent

# A test gives the same answer each time: it depends neither on how busy the machine is nor on chance.
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
# `make fuzz` tries twenty times as many, at random; it stores failures, tries them first, and shows how to repeat them.
settings.register_profile(
    "fuzz",
    deadline=None,
    derandomize=False,
    max_examples=2000,
    print_blob=True,
    database=DirectoryBasedExampleDatabase(PROJECT / ".hypothesis" / "examples"),
)
settings.load_profile("suite")


@pytest.fixture(autouse=True)
def no_language_left() -> None:
    """Sphinx keeps the language of a build for the whole process: a test begins without one."""
    locale.translators.clear()


@pytest.fixture(autouse=True)
def no_sphinx_left_open() -> Iterator[None]:
    """A test that leaves Sphinx open fails itself, and not one of those after it: docutils knows only one at a time."""
    with docutils_namespace():
        yield
        left = sorted(node.__name__ for node in additional_nodes)
    assert not left, f"Sphinx was left open in this process; it has still registered {', '.join(left[:3])} …"


@pytest.fixture(scope="session")
def project() -> Path:
    """The project's folder."""
    return PROJECT


@pytest.fixture(scope="session")
def once(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, Callable[[Path], object]], Path]:
    """Makes a folder once for all processes of a test run: the first one makes it, the others wait and only read it."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def make_once(name: str, make: Callable[[Path], object]) -> Path:
        folder, done = shared / f"once-{name}", shared / f"once-{name}.done"
        with FileLock(shared / f"once-{name}.lock"):
            if not done.exists():
                shutil.rmtree(folder, ignore_errors=True)
                make(folder)
                done.touch()
        return folder

    return make_once


@pytest.fixture(scope="session")
def shipped_site(project: Path, once: Callable[..., Path]) -> Path:
    """The pages of the shipped reader, built by one process without a word."""

    def make(folder: Path) -> None:
        root = copy_of(project, folder / "reader")
        doctrees = str(folder / "doctrees")
        assert sphinx_build(root, "html", folder / "html", "-W", "-n", "-j", "1", "-d", doctrees) == ""

    return once("site", make) / "html"


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
