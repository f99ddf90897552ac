"""The machine of random edits: after each edit a build has to equal one from nothing."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

import pytest
from tools.scripts import script

edits = script("edits")


@pytest.fixture(autouse=True)
def same_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """All builds of a test are of one moment."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")


def machine(folder: Path, seed: int) -> Any:
    return edits.Machine(folder / "reader", Random(seed))


@pytest.mark.parametrize(("builds", "seed"), [("Builds", 4), ("Serving", 5)])
def test_after_each_edit_the_build_equals_one_from_nothing_and_the_same_edits_come_again(
    tmp_path: Path, builds: str, seed: int
) -> None:
    built, replayed = machine(tmp_path / "built", seed), machine(tmp_path / "replayed", seed)
    said = []
    with closing(getattr(edits, builds)(built)) as made:
        for number in range(1, 6):
            said.append(built.edit())
            assert list(made.differing(number)) == [], said
    assert said == [replayed.edit() for _ in said]


def test_a_file_that_differs_is_missing_or_is_left_over_is_named(tmp_path: Path) -> None:
    files = {"left": {"same": "a", "other": "a", "over": "a"}, "right": {"same": "a", "other": "b", "gone": "a"}}
    for side, contents in files.items():
        for name, content in contents.items():
            path = tmp_path / side / name
            path.parent.mkdir(exist_ok=True)
            path.write_text(content)
    assert edits.differing(tmp_path / "left", tmp_path / "right") == ["gone", "other", "over"]
