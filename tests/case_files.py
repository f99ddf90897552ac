"""Reads the files of cases: tables of real and made-up examples that the rules are held to."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml


def load_cases(path: Path) -> list[Any]:
    """The cases of a file as parameters for pytest; each must have an id of its own and say its purpose."""
    cases = yaml.safe_load(path.read_text(encoding="utf-8"))
    seen: set[str] = set()
    for case in cases:
        if not case.get("purpose") or not case.get("id"):
            raise ValueError(f"{path.name}: a case needs `id` and `purpose`: {case}")
        if case["id"] in seen:
            raise ValueError(f"{path.name}: two cases are called {case['id']}")
        seen.add(case["id"])
    return [pytest.param(case, id=case["id"]) for case in cases]
