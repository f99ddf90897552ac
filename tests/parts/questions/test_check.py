"""Every answer is somewhere in the reader."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from readers import article, entry

from course_reader.model.problems import Code
from course_reader.parts.questions.check import check

ASKED = "\n  - {text: A?, answer_in: port}\n  - text: B?\n    answer_in: [prot, one]\n  - C?"


def test_a_place_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    files = {"glossary/places/port.md": entry("Port"), "corpus/one/article.md": article("T.", questions=ASKED)}
    [problem] = check(make_shelf(files, tmp_path).at("corpus/one/article"))

    assert (problem.code, problem.path, problem.line) == (Code.DANGLING_ANSWER, "corpus/one/article.md", 8)
    assert "'prot'" in problem.message and "'port'" in problem.message


def test_a_page_without_questions_is_right() -> None:
    assert list(check(make_shelf({"docs/background.md": "# B\n"}).at("docs/background"))) == []
