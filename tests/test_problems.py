"""Each problem can be raised, says file, line and what to do, and hides no other."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from problem_cases import ANNOTATIONS, ARMENIA, BACKGROUND, BIB, CASES, IMPORTS, KINDS, SOURCES, Case, ImportCase
from readers import Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.build import build
from course_reader.commands.check import check
from course_reader.commands.command import PROBLEMS
from course_reader.model.problems import Code, Severity


@pytest.mark.parametrize("case", CASES, ids=lambda case: str(case.code))
def test_the_problem_is_told_with_its_place(tmp_path: Path, case: Case) -> None:
    make_reader(tmp_path, case.files, case.conf)
    lines = [str(problem) for problem in check(tmp_path) if problem.code is case.code]
    assert f"{case.line} [{case.code}]" in lines


@pytest.mark.parametrize("case", IMPORTS, ids=lambda case: str(case.code))
def test_what_cannot_be_imported_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str], case: ImportCase) -> None:
    make_reader(tmp_path, case.files)
    file = tmp_path / case.name
    file.write_bytes(case.content)
    code = main(["--root", str(tmp_path), "import", str(file), "--json", *case.options])
    answer = json.loads(capsys.readouterr().out)
    assert code == PROBLEMS
    assert answer["articles"] == []
    assert [(p["code"], p["path"]) for p in answer["problems"]] == [(str(case.code), str(file))]
    assert answer["problems"][0]["message"].startswith(case.line)


@pytest.mark.parametrize("case", ANNOTATIONS, ids=lambda case: str(case.code))
def test_annotations_that_cannot_be_imported_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], case: ImportCase
) -> None:
    make_reader(tmp_path, case.files)
    file = tmp_path / case.name
    file.write_bytes(case.content)
    code = main(["--root", str(tmp_path), "notes", "import", str(file), "--json", *case.options])
    answer = json.loads(capsys.readouterr().out)
    assert code == PROBLEMS
    (problem,) = answer["problems"]
    assert f"{problem['path']}:{problem['line']}: {problem['message']}".endswith(case.line)


#: what only printing shows; tests of that raise it
PRINTING = {
    Code.PACK_RIGHTS,
    Code.NO_PRINT_FORM,
    Code.NOT_PRINTED,
    Code.FAR_NOTE,
    Code.PREREADING_LONG,
    Code.MARGIN_UNSETTLED,
}


#: what only the writing of pages, or a text from outside the reader, shows; a test of that raises it
WRITING = {Code.MAP_CROWDED, Code.RETELLING}


def test_every_problem_has_a_case() -> None:
    assert set(Code) - {case.code for case in (*CASES, *IMPORTS, *ANNOTATIONS)} == PRINTING | WRITING


@pytest.mark.parametrize("code", sorted(PRINTING | WRITING))
def test_every_other_problem_has_a_test(project: Path, code: Code) -> None:
    tests = (path.read_text(encoding="utf-8") for path in project.glob("tests/*/**/test_*.py"))
    assert any(f"Code.{code.name}" in text for text in tests)


EIGHT: dict[str, str | bytes | None] = {
    **BACKGROUND,
    **SOURCES,
    "corpus/a/article.md": article("Armenia.", oulet="The Paper", mentions="[{text: Aremnia, entry: armenai}]"),
    "corpus/b/article.md": "---\ntitle: [B\n---\n\nArmenia.\n",
    "corpus/c/article.md": b"---\ntitle: \xe9\n---\n",
    "glossary/places/armenia.md": entry("Armenia", see="[azerbaijan]", sources="[pm-boi]"),
    "glossary/treaties/a.md": entry("A"),
    "glossary/people/b.md": entry("B", born="31.10.1960", sources="[pm-bio]"),
}

EXPECTED = [
    ("unknown-key", "corpus/a/article.md", 5),
    ("unknown-entry", "corpus/a/article.md", 6),
    ("unmatched-mention", "corpus/a/article.md", 6),
    ("yaml", "corpus/b/article.md", 2),
    ("not-utf8", "corpus/c/article.md", 2),
    ("bad-date", "glossary/people/b.md", 4),
    ("dangling-see", "glossary/places/armenia.md", 4),
    ("dangling-source", "glossary/places/armenia.md", 5),
    ("wrong-kind", "glossary/treaties/a.md", 0),
]


@pytest.fixture(scope="module")
def wrong(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return make_reader(tmp_path_factory.mktemp("wrong"), EIGHT, BIB)


def test_all_problems_of_a_run_are_told_together(wrong: Reader) -> None:
    found = [p for p in check(wrong.root) if p.severity is not Severity.HINT]
    assert [(str(p.code), p.path, p.line) for p in found] == EXPECTED


def test_a_build_tells_them_too_and_builds_what_it_can(wrong: Reader) -> None:
    built = build(wrong.root, ["html"])
    assert [(str(p.code), p.path, p.line) for p in built.problems] == EXPECTED
    assert built.outputs == ["_build/html/index.html"]
    assert wrong.texts("corpus/a/article", "//p[@id='p1']//a[contains(@class, 'mention')]") == ["Armenia"]


def test_sphinx_build_warns_of_the_same(wrong: Reader) -> None:
    wrong.build("dummy")
    assert len(wrong.warnings) == len(EXPECTED)
    assert any(f"move the file to one of {KINDS} [reader.wrong-kind]" in line for line in wrong.warnings)


def test_check_answers_with_data(wrong: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(wrong.root), "check", "--json"]) == PROBLEMS
    answer = json.loads(capsys.readouterr().out)
    assert [(p["code"], p["path"], p["line"]) for p in answer["problems"]] == EXPECTED
    assert set(answer["problems"][0]) == {"code", "severity", "path", "line", "message"}


def test_an_entry_that_cannot_be_read_makes_no_others_wrong(tmp_path: Path) -> None:
    files = {
        "glossary/people/a.md": "---\nname: [A\n---\n",
        "glossary/people/b.md": entry("B Smith", see="[a]"),
        "corpus/a/article.md": article("B Smith met A.", mentions="[{text: A, entry: a}]"),
    }
    make_reader(tmp_path, files)
    assert [str(p.code) for p in check(tmp_path) if p.severity is Severity.ERROR] == ["yaml"]
    assert not [p for p in check(tmp_path) if p.code in (Code.DANGLING_SEE, Code.UNKNOWN_ENTRY)]


def test_problems_can_be_suppressed_as_sphinx_does(tmp_path: Path) -> None:
    conf = "suppress_warnings = ['reader.never-named', 'toc.not_included']"
    make_reader(tmp_path, {**ARMENIA, "docs/sub/x.md": "# X\n", "corpus/a/article.md": article("Text.")}, conf)
    assert [str(problem) for problem in check(tmp_path) if "sub/x" in problem.path] == []
    assert Code.NEVER_NAMED not in {problem.code for problem in check(tmp_path)}
