"""The machine of random edits: after each edit a build has to equal one from nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

TOOLS = Path(__file__).parent.parent.parent / "tools"


def run(*options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(TOOLS / "edits.py"), *options]
    return subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)


def test_after_each_of_some_random_edits_the_build_equals_one_from_nothing() -> None:
    ran = run("--edits", "5", "--seed", "4")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert "5 edits, 0 builds that differ" in ran.stdout
