"""`conf.py` is read without Sphinx."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.conf import BrokenConfError, of_reader, read_conf
from course_reader.model.problems import Code


def test_only_settings_of_ours_are_given(tmp_path: Path) -> None:
    text = "import os\nproject = 'x'\nreader_corpus = os.path.basename('a/texts')\n"
    (tmp_path / "conf.py").write_text(text, encoding="utf-8")
    assert read_conf(tmp_path) == {"reader_corpus": "texts"}


def test_paths_and_tags_are_as_in_sphinx(tmp_path: Path) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "words.txt").write_text("treaty", encoding="utf-8")
    text = "reader_known_words = [open('words.txt').read()]\nif tags.has('class'):\n    reader_audience = 'class'\n"
    (tmp_path / "conf" / "conf.py").write_text(text, encoding="utf-8")
    assert read_conf(tmp_path) == {"reader_known_words": ["treaty"]}


def test_a_folder_may_be_named_from_where_one_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "conf").mkdir()
    (tmp_path / "conf" / "conf.py").write_text("reader_level = 'B1'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert read_conf(Path()) == {"reader_level": "B1"}


def test_a_wrong_value_is_a_problem(tmp_path: Path) -> None:
    (tmp_path / "conf.py").write_text("reader_gloss = 'frist'\n", encoding="utf-8")
    settings, (problem,) = of_reader(tmp_path)
    assert settings.gloss == "first"
    assert (problem.code, problem.path, problem.line) == (Code.BAD_SETTING, "conf.py", 1)


@pytest.mark.parametrize(
    ("text", "line"),
    [("a = 1\nb = undefined\n", 2), ("a = (\n", 1), ("import sys\n\nsys.exit(1)\n", 3)],
)
def test_a_configuration_that_cannot_be_run_is_told_with_its_line(tmp_path: Path, text: str, line: int) -> None:
    (tmp_path / "conf.py").write_text(text, encoding="utf-8")
    with pytest.raises(BrokenConfError, match=rf"^conf\.py:{line}: "):
        read_conf(tmp_path)
