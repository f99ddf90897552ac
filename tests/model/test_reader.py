"""The folder of a reader and its configuration."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.reader import NoReaderError, conf_file, find_root


@pytest.mark.parametrize("conf", ["conf/conf.py", "conf.py"])
def test_a_reader_is_found_from_any_folder_inside_it(tmp_path: Path, conf: str) -> None:
    (tmp_path / conf).parent.mkdir(exist_ok=True)
    (tmp_path / conf).touch()
    inner = tmp_path / "corpus" / "harbour-2024"
    inner.mkdir(parents=True)
    assert find_root(inner) == find_root(tmp_path) == tmp_path
    assert conf_file(tmp_path) == tmp_path / conf


def test_the_nearest_reader_is_meant(tmp_path: Path) -> None:
    inner = tmp_path / "inner"
    inner.mkdir()
    for folder in (tmp_path, inner):
        (folder / "conf.py").touch()
    assert find_root(inner) == inner


def test_the_folder_of_the_configuration_comes_before_a_file_beside_it(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    for name in ("conf.py", "conf/conf.py"):
        (tmp_path / name).touch()
    assert conf_file(tmp_path) == tmp_path / "conf" / "conf.py"


def test_without_a_reader_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoReaderError) as caught:
        find_root(tmp_path)
    assert str(tmp_path) in str(caught.value)
    assert "course-reader new" in str(caught.value)
