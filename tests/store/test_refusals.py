"""What is not to be proposed again."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.store.errors import StoreError
from course_reader.store.refusals import FILE, refuse, refused


def test_words_are_kept_once_and_nothing_else_in_the_file_changes(tmp_path: Path) -> None:
    folder = tmp_path / "glossary"
    assert refused(folder, tmp_path) == frozenset()

    refuse("Spring: a season", folder, tmp_path)
    path = folder / FILE
    path.write_text(path.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    refuse("Monday", folder, tmp_path)
    refuse("Monday", folder, tmp_path)

    assert refused(folder, tmp_path) == {"Spring: a season", "Monday"}
    text = path.read_text(encoding="utf-8")
    assert text.count("Monday") == 1
    assert "# mine" in text


@pytest.mark.parametrize("text", ["not_names: [", "not_names: 3", "not_names: [{words: a}]"])
def test_a_wrong_file_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    path = tmp_path / "glossary" / FILE
    path.parent.mkdir()
    path.write_text(text, encoding="utf-8")

    with pytest.raises(StoreError, match=r"^glossary/not-names\.yaml, line 1: .+;"):
        refused(path.parent, tmp_path)
