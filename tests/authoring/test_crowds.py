"""Many writers at once, an editor, and kills: what was said to be saved is there. `tools/crowds.py` has long runs."""

from __future__ import annotations

from pathlib import Path

import pytest
from authoring.crowds import crowd, kills
from authoring.serving import FILES, LAYER, NOTES, Served
from readers import make_reader

# One server for all tests here.
pytestmark = pytest.mark.xdist_group("notes-server")


def test_writers_and_an_editor_lose_nothing(served: Served) -> None:
    served.save(LAYER, NOTES)
    assert served.get("/").status == 200
    lost, _ = crowd(served, writers=6, notes=3)
    assert lost == set()


def test_writers_and_a_server_that_are_killed_leave_whole_files_and_a_reader_that_builds(tmp_path: Path) -> None:
    make_reader(tmp_path, FILES)
    told: list[str] = []
    assert kills(tmp_path, seed=2, count=4, tell=told.append) == 4
    assert not list(tmp_path.rglob("*.new"))
