"""Commands that need no Sphinx do not wait for it: what they load. What they cost is measured by the benchmarks."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from benchmarks.commands import PAGE, TEXT

from course_reader.commands.new import create

HEAVY = {"sphinx", "docutils", "myst_parser", "pydantic", "babel", "trafilatura", "lxml", "uvicorn", "typst"}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader with its texts kept by a build, and two files to import."""
    folder = tmp_path_factory.mktemp("costs")
    create(folder / "reader")
    (folder / "text.txt").write_text(TEXT, encoding="utf-8")
    (folder / "page.html").write_text(PAGE, encoding="utf-8")
    run(folder, "--root", "reader", "mentions", "harbour-2024")
    return folder


def environment(folder: Path) -> Mapping[str, str]:
    """As for a person: modules are compiled once and kept."""
    named = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    paths = [str(Path(path).resolve()) for path in os.environ.get("PYTHONPATH", "").split(os.pathsep) if path]
    return {**named, "PYTHONPATH": os.pathsep.join(paths), "PYTHONPYCACHEPREFIX": str(folder / "compiled")}


def run(folder: Path, *argv: str, before: str = "") -> str:
    """What a command says, in a process of its own."""
    call = [sys.executable, "-c", f"import sys; {before}from course_reader.cli import main; main()", *argv]
    return subprocess.run(call, cwd=folder, env=environment(folder), capture_output=True, text=True, check=True).stdout


def loaded(folder: Path, *argv: str) -> set[str]:
    """The heavy packages that a command loads."""
    at_end = f"import atexit; atexit.register(lambda: print('LOADED', *({HEAVY!r} & sys.modules.keys()))); "
    return set(run(folder, *argv, before=at_end).rpartition("LOADED")[2].split())


@pytest.mark.parametrize(
    ("argv", "allowed"),
    [
        (["--help"], set()),
        (["notes", "--help"], set()),
        (["--root", "reader", "import", "--dry-run", "text.txt"], set()),
        (["--root", "reader", "import", "--dry-run", "page.html"], {"trafilatura", "lxml", "babel"}),
        (["--root", "reader", "mentions", "harbour-2024", "--json"], set()),
        (["--root", "reader", "notes", "list"], {"pydantic"}),
        (["--root", "reader", "notes", "fix"], {"pydantic"}),
        (["--root", "reader", "notes", "reanchor"], {"pydantic"}),
        # Last, since it changes the reader. What is next goes by the entries, which are read with their models.
        (["--root", "reader", "import", "text.txt"], {"pydantic"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_a_command_loads_only_what_it_needs(argv: list[str], allowed: set[str], root: Path) -> None:
    assert loaded(root, *argv) <= allowed
