"""A permission that has run out, and an original that is not what was imported, are told."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from libraries import make_shelf
from readers import article

from course_reader.model.problems import Code
from course_reader.parts.reading.check import check

ONE = "corpus/one/article"


def found(root: Path, text: str, day: str = "2024-07-01", **files: str) -> list[tuple[Code, int]]:
    shelf = make_shelf({f"{ONE}.md": text, **files}, root, reader_today=day)
    return [(problem.code, problem.line) for problem in check(shelf.at(ONE))]


@pytest.mark.parametrize(("day", "told"), [("2024-06-30", []), ("2024-07-01", [(Code.RIGHTS_EXPIRED, 6)])])
def test_a_permission_that_has_run_out(tmp_path: Path, day: str, told: list[tuple[Code, int]]) -> None:
    text = article("T.").replace("rights: {status: own}", "rights:\n  status: own\n  expires: 2024-06-30")
    assert found(tmp_path, text, day) == told


def test_an_original_is_the_text_that_was_imported(tmp_path: Path) -> None:
    mark = hashlib.sha256(b"As it came.").hexdigest()
    text = article("T.", original=f"{{file: original.txt, sha256: {mark}}}")

    assert found(tmp_path / "a", text, **{"corpus/one/original.txt": "As it came."}) == []
    assert found(tmp_path / "b", text, **{"corpus/one/original.txt": "Edited."}) == [(Code.ORIGINAL_CHANGED, 5)]
    assert found(tmp_path / "c", text) == [(Code.ORIGINAL_CHANGED, 5)]


def test_an_article_without_either_is_right(tmp_path: Path) -> None:
    assert found(tmp_path, article("T.")) == []
    assert list(check(make_shelf({"docs/background.md": "# B\n"}).at("docs/background"))) == []
