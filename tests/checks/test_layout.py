"""Files that nothing reads are found, and those that somebody reads are left alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.checks.layout import problems
from course_reader.model.problems import Code

ONE = "corpus/one/article.md"


def misplaced(root: Path, name: str) -> list[str]:
    shelf = make_shelf({ONE: article("T."), "glossary/people/bo.md": entry("Bo")})
    shelf.library.documents = replace(shelf.library.documents, root=root)
    for path in (root / name, root / ONE):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("x", encoding="utf-8")
    found = list(problems(shelf.library))
    assert {problem.code for problem in found} <= {Code.MISPLACED}
    return [problem.path for problem in found]


@pytest.mark.parametrize(
    "name",
    [
        "corpus/talks.md", "corpus/talks.docx", "corpus/talks/text.md", "corpus/talks/talks.html",
        "corpus/private/talks/Article.md", "corpus/one/notes/lena.yml", "corpus/one/notes.yaml",
        "glossary/people/ann.txt", "glossary/places/port.yaml",
    ],
)  # fmt: skip
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, name: str) -> None:
    assert misplaced(tmp_path, name) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "corpus/one/original.html", "corpus/one/boat.png", "corpus/one/b1.md", "corpus/one/handout.pdf",
        "corpus/packs/one.md", "corpus/.hidden.md", "corpus/one/notes/lena.yaml", "glossary/index.md",
        "corpus/one/snapshots/x.txt", "corpus/README", "corpus/talks/picture.jpg",
    ],
)  # fmt: skip
def test_what_belongs_to_a_reader_is_not(tmp_path: Path, name: str) -> None:
    assert misplaced(tmp_path, name) == []


def test_a_folder_of_notes_with_another_name_is_named(tmp_path: Path) -> None:
    assert misplaced(tmp_path, "corpus/one/note/lena.yaml") == ["corpus/one/note"]
