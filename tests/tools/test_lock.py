"""The versions that the tests run with."""

from __future__ import annotations

import re
import subprocess
import tomllib
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from tools.scripts import TOOLS, script

lock = script("lock")
PROJECT: dict[str, Any] = tomllib.loads((TOOLS.parent / "pyproject.toml").read_text(encoding="utf-8"))
TEXT: str = lock.LOCK.read_text(encoding="utf-8")
LINES = re.findall(r"^([\w.-]+==.*?) \\$", TEXT, re.M)
PYTHONS = [
    line.rpartition(" ")[2]
    for line in PROJECT["project"]["classifiers"]
    if re.fullmatch(r"Programming Language :: Python :: 3\.\d+", line)
]


def versions(python: str, platform: str) -> dict[str, str]:
    """What the file installs on such a computer; each package once."""
    here = {
        **default_environment(),
        "python_version": python,
        # A late bug-fix release, which is what people have.
        "python_full_version": f"{python}.9",
        "sys_platform": platform,
    }
    found: dict[str, str] = {}
    for line in LINES:
        one = Requirement(line)
        if one.marker is None or one.marker.evaluate(here):
            assert canonicalize_name(one.name) not in found
            found[canonicalize_name(one.name)] = str(one.specifier).removeprefix("==")
    return found


def test_it_is_made_from_the_requirements_as_they_are() -> None:
    assert TEXT.splitlines()[0] == lock.heading(PROJECT), "pyproject.toml has changed: run python tools/lock.py"


@pytest.mark.parametrize(("python", "platform"), product(PYTHONS, ["linux", "darwin", "win32"]))
def test_it_has_what_the_project_asks_for(python: str, platform: str) -> None:
    there = versions(python, platform)
    wrong = [
        line
        for line in lock.wanted(PROJECT)
        if not Requirement(line).specifier.contains(there.get(canonicalize_name(Requirement(line).name), "0"))
    ]
    assert len(there) > 80
    assert wrong == []


def test_it_names_no_address() -> None:
    assert not re.findall(r"://|^\s*--(?!hash=sha256:[0-9a-f]{64}\b)", TEXT, re.M)
    assert "@" not in TEXT


def test_every_version_has_hashes() -> None:
    blocks = re.split(r"^(?=\w)", TEXT.partition("\n")[2], flags=re.M)[1:]
    assert len(blocks) == len(LINES) > 80
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []


def test_the_first_line_changes_with_the_requirements() -> None:
    other = {**PROJECT, "project": {**PROJECT["project"], "dependencies": ["sphinx>=1"]}}
    python = {**PROJECT, "project": {**PROJECT["project"], "requires-python": ">=3.12"}}
    assert len({lock.heading(PROJECT), lock.heading(other), lock.heading(python)}) == 3


@pytest.mark.parametrize(
    ("code", "out", "said"), [(1, "", "no such version"), (0, "a @ https://example.org/a", "address")]
)
def test_a_lock_that_cannot_be_made_leaves_the_file(
    code: int, out: str, said: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Any
) -> None:
    def uv(command: list[str], **_: Any) -> subprocess.CompletedProcess[str]:
        Path(command[command.index("--output-file") + 1]).write_text(out)
        return subprocess.CompletedProcess(command, code, "", "no such version")

    kept = tmp_path / "lock.txt"
    kept.write_text("kept")
    monkeypatch.setattr(lock, "LOCK", kept)
    monkeypatch.setattr("sys.argv", ["lock.py"])
    monkeypatch.setattr(lock.subprocess, "run", uv)
    assert lock.main() == 1
    assert said in capsys.readouterr().err
    assert kept.read_text() == "kept"
