"""Every hard word is in the text."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from readers import article

from course_reader.model.problems import Code
from course_reader.parts.hard_words.check import check

ONE = "corpus/one/article"
WORDS = "\n  irk: to annoy\n  mend: to repair\n  seek: {means: to look for, forms: [sought]}"


def test_a_word_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    shelf = make_shelf({f"{ONE}.md": article("They irked us and sought it.", vocabulary=WORDS)}, tmp_path)
    [problem] = check(shelf.at(ONE))

    assert (problem.code, problem.path, problem.line) == (Code.UNMATCHED_WORD, f"{ONE}.md", 7)
    assert "mend" in problem.message


def test_an_article_without_a_text_is_told_of_elsewhere() -> None:
    assert list(check(make_shelf({f"{ONE}.md": article("", vocabulary=WORDS)}).at(ONE))) == []
