"""What can be wrong with links to the background chapter: each is told with its line."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from readers import article

from course_reader.model.problems import Code
from course_reader.parts.background.check import check

LABELS = {"war": ("docs/background", "war", "The war"), "other": ("docs/page", "other", "A page")}
FILES = {
    "docs/background.md": "---\nsections:\n  - {anchor: war}\n  - {anchor: other}\n  - {anchor: absent}\n---\n# B\n",
    "corpus/one/article.md": article("Text.", background="\n  - war\n  - wra"),
}


def found(root: Path, docname: str) -> list[tuple[str, int]]:
    shelf = make_shelf(FILES, root, labels=LABELS)
    problems = list(check(shelf.at(docname)))
    assert {problem.code for problem in problems} <= {Code.DANGLING_BACKGROUND}
    return [(problem.path, problem.line) for problem in problems]


def test_an_article_leads_to_sections_that_are_there(tmp_path: Path) -> None:
    assert found(tmp_path, "corpus/one/article") == [("corpus/one/article.md", 7)]


def test_a_chapter_tells_of_its_own_sections(tmp_path: Path) -> None:
    assert found(tmp_path, "docs/background") == [("docs/background.md", 4), ("docs/background.md", 5)]
