"""The machine of damaged, killed and crowded builds: the next build has to equal one from nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

TOOLS = Path(__file__).parent.parent.parent / "tools"


@pytest.mark.parametrize("trial", ["damage", "kills"])
def test_after_a_few_trials_the_build_is_right(trial: str) -> None:
    command = [sys.executable, str(TOOLS / "states.py"), trial, "--count", "2", "--seed", "3", "--pages"]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=600, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    assert f"{trial}: 2 cases, 0 wrong" in ran.stdout
