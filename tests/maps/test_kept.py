"""Pictures of maps that are kept on disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from course_reader.maps import kept
from course_reader.maps.draw import draw
from course_reader.maps.spots import Spot

HERE = (Spot("yerevan", "Yerevan", 40.18, 44.51), Spot("baku", "Baku", 40.38, 49.89))
THERE = (Spot("lima", "Lima", -12.05, -77.04),)


@pytest.fixture
def shelf(tmp_path: Path) -> Iterator[Path]:
    """A folder in which pictures are kept."""
    kept.keep_in(tmp_path / "maps")
    yield tmp_path / "maps"
    kept.keep_in(None)


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Everything that is really drawn."""
    found: list[object] = []
    monkeypatch.setattr(kept, "draw", lambda spots, **options: found.append(spots) or draw(spots, **options))
    return found


def test_a_map_is_drawn_once_for_all_builds(shelf: Path, drawn: list[object]) -> None:
    first = kept.picture(HERE, units=400.0)

    assert kept.picture(HERE[::-1], units=400.0) == first
    assert first.svg == draw(HERE, units=400.0).svg
    assert len(drawn) == len(list(shelf.iterdir())) == 1


@pytest.mark.parametrize("other", [{"units": 360.0}, {"title": "Another"}, {"key": "m2"}, {"heights": (0.5, 0.6)}])
def test_a_map_that_shows_anything_else_is_another(other: dict[str, object], shelf: Path, drawn: list[object]) -> None:
    assert kept.picture(HERE).svg != kept.picture(HERE, **other).svg
    assert len(drawn) == 2


def test_a_picture_that_was_cut_is_drawn_again(shelf: Path, drawn: list[object]) -> None:
    first = kept.picture(HERE)
    [path] = shelf.iterdir()
    path.write_bytes(path.read_bytes()[:100])

    assert kept.picture(HERE) == first
    assert len(drawn) == 2


def test_without_a_folder_nothing_is_kept(drawn: list[object]) -> None:
    assert kept.picture(HERE) == kept.picture(HERE)
    assert len(drawn) == 2


def test_where_nothing_can_be_written_maps_are_drawn_all_the_same(tmp_path: Path, drawn: list[object]) -> None:
    (tmp_path / "taken").write_text("a file, no folder")
    kept.keep_in(tmp_path / "taken")

    assert kept.picture(HERE).title == "Map of Baku and Yerevan"
    kept.keep_in(None)


def test_what_was_asked_for_longest_ago_goes_first(shelf: Path) -> None:
    kept.picture(HERE)
    [old] = shelf.iterdir()
    os.utime(old, (1, 1))
    kept.picture(THERE)
    size = sum(path.stat().st_size for path in shelf.iterdir())

    kept.tidy(shelf, size)
    assert old.exists()
    kept.tidy(shelf, size - 1)
    assert not old.exists()
    assert len(list(shelf.iterdir())) == 1


def test_nothing_is_tidied_where_nothing_is_kept(tmp_path: Path) -> None:
    kept.tidy(tmp_path / "maps")
    assert not (tmp_path / "maps").exists()
