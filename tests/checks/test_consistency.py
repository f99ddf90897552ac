"""What must be true across files, besides what each part asks of its own."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from libraries import PARTS, Shelf, make_shelf
from readers import article, entry

from course_reader.checks.consistency import problems
from course_reader.model.problems import Code, Problem, Severity
from course_reader.parts.part import Part
from course_reader.parts.registry import Parts

ARMENIA = {"glossary/places/armenia.md": entry("Armenia", sources="[]")}


def found(shelf: Shelf, *codes: Code, parts: Parts = PARTS, questions: bool = False) -> list[tuple[str, int]]:
    """Files and lines of the problems of some codes."""
    told = problems(shelf.library, parts, questions=questions)
    return [(problem.path, problem.line) for problem in told if problem.code in codes]


def in_memory(files: dict[str, str], *codes: Code, **more: Any) -> list[tuple[str, int]]:
    return found(make_shelf(files, **more), *codes)


def test_an_entry_leads_to_entries_that_are_there() -> None:
    see = "\n  - armenia\n  - armenai\n  - a\n  - unread"
    shelf = make_shelf({**ARMENIA, "glossary/people/a.md": entry("A", see=see)})
    shelf.library.glossary.unread.add("unread")

    assert found(shelf, Code.DANGLING_SEE) == [("glossary/people/a.md", 6), ("glossary/people/a.md", 7)]


def test_an_entry_leads_to_sections_that_are_there() -> None:
    files = {"glossary/people/a.md": entry("A", background="[war, talks]")}
    labels = {"war": ("docs/background", "war", "The war")}

    assert in_memory(files, Code.DANGLING_BACKGROUND, labels=labels) == [("glossary/people/a.md", 4)]


def test_every_source_of_an_entry_is_in_the_bibliography_if_there_is_one() -> None:
    keys = {"sources": "[life, absent]", "roles": "\n  - title: T\n    source: other"}
    files = {"glossary/people/a.md": entry("A", **keys)}

    assert in_memory(files, Code.DANGLING_SOURCE, sources=["life"]) == [
        ("glossary/people/a.md", 4), ("glossary/people/a.md", 7),
    ]  # fmt: skip
    assert in_memory(files, Code.DANGLING_SOURCE) == []


def test_an_entry_that_nobody_names_is_asked_about() -> None:
    named = {**ARMENIA, "corpus/a/article.md": article("Armenia.")}

    assert in_memory(ARMENIA, Code.NEVER_NAMED) == [("glossary/places/armenia.md", 1)]
    assert in_memory(named, Code.NEVER_NAMED) == []
    assert Code.NEVER_NAMED.severity is Severity.HINT


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("Smith", "Smith", True),
        ("O'Brien", "O’Brien", True),
        ("{name: Smith, to: 1999}", "{name: Smith, to: 1999}", True),
        ("{name: Smith, to: 1999}", "{name: Smith, from: 2000}", False),
        ("Smith", "{name: Smith, metonym: true}", False),
        ("Smith", "Smythe", False),
    ],
)
def test_one_name_has_one_entry_unless_something_tells_them_apart(one: str, other: str, shared: bool) -> None:
    files = {
        "glossary/people/a.md": entry("A", aliases=f"[{one}]"),
        "glossary/people/b.md": entry("B", aliases=f"\n  - C\n  - {other}"),
    }
    assert in_memory(files, Code.SHARED_ALIAS) == ([("glossary/people/b.md", 6)] if shared else [])


def test_a_name_that_is_shared_as_a_name_is_told_where_it_is_written() -> None:
    files = {"glossary/people/a.md": entry("A Smith"), "glossary/people/b.md": entry("A Smith")}
    assert in_memory(files, Code.SHARED_ALIAS) == [("glossary/people/b.md", 2)]


@pytest.mark.parametrize(("day", "gaps"), [("1991-12-31", []), ("1992-01-01", [("glossary/places/armenia.md", 3)])])
def test_a_gloss_covers_the_day_of_each_article(day: str, gaps: list[tuple[str, int]]) -> None:
    files = {
        "glossary/places/armenia.md": entry("Armenia", gloss="[{to: 1991, text: Soviet republic.}]"),
        "corpus/a/article.md": article("Armenia, and Armenia again.", date=day),
    }
    assert in_memory(files, Code.GLOSS_GAP) == gaps


def test_an_office_is_asked_for_on_the_day_of_an_article_and_not_of_a_chapter() -> None:
    files = {
        "glossary/people/a.md": entry("A Smith", roles="[{title: Mayor, to: 2018}]"),
        "docs/background.md": "---\ndate: 2022\n---\n# Background\n\nA Smith.\n",
    }
    assert in_memory(files, Code.ROLE_GAP, Code.GLOSS_GAP) == []
    with_article = {**files, "corpus/a/article.md": article("A Smith.")}
    assert in_memory(with_article, Code.ROLE_GAP) == [("glossary/people/a.md", 4)]


def test_notes_without_their_article_are_missed(tmp_path: Path) -> None:
    shelf = make_shelf({"corpus/a/article.md": article("T."), "corpus/b/notes/me.yaml": "notes: []\n"}, tmp_path)
    (tmp_path / "corpus/c/article.md").mkdir(parents=True)

    assert found(shelf, Code.EMPTY_ARTICLE) == [("corpus/b/article.md", 0), ("corpus/c/article.md", 0)]


def test_every_page_is_shown_to_every_part() -> None:
    seen: list[str] = []

    def check(at: Any) -> list[Problem]:
        seen.append(at.docname)
        return [Problem(at.path, 1, Code.PART, "m")]

    part = Part(name="mine", about="Mine.", check=check)
    shelf = make_shelf({**ARMENIA, "corpus/a/article.md": article("Text.")})

    assert found(shelf, Code.PART, parts=Parts((part, Part(name="other", about="Another.")))) == [
        ("glossary/places/armenia.md", 1), ("corpus/a/article.md", 1),
    ]  # fmt: skip
    assert seen == ["glossary/places/armenia", "corpus/a/article"]


def test_a_check_that_fails_is_one_problem_with_its_line_and_the_others_go_on() -> None:
    def fail(at: Any) -> list[Problem]:
        raise KeyError(at.docname)

    def check(at: Any) -> list[Problem]:
        return [Problem(at.path, 1, Code.PART, "m")]

    parts = Parts(
        (Part(name="wrong", about="It fails.", check=fail), Part(name="fine", about="It works.", check=check))
    )
    shelf = make_shelf({**ARMENIA, "corpus/a/article.md": article("Text.")})
    [failed, *fine] = [problem for problem in problems(shelf.library, parts) if problem.code is Code.PART]

    assert "the check of the part 'wrong' failed: KeyError: " in failed.message
    assert failed.path.endswith("test_consistency.py") and failed.line == fail.__code__.co_firstlineno + 1
    assert [problem.path for problem in fine] == ["glossary/places/armenia.md", "corpus/a/article.md"]


@pytest.mark.parametrize("answer", [7, Problem("a.md", 1, Code.PART, "m")], ids=["a number", "no list"])
def test_a_check_that_returns_no_list_is_told_with_its_own_file(answer: Any) -> None:
    def wrong(at: Any) -> Any:
        return answer

    shelf = make_shelf({"corpus/a/article.md": article("Text.")})
    [problem] = [p for p in problems(shelf.library, Parts((Part(name="wrong", about="It fails.", check=wrong),)))
                 if p.code is Code.PART]  # fmt: skip

    assert problem.path.endswith("test_consistency.py") and problem.line == wrong.__code__.co_firstlineno
    assert "TypeError" in problem.message


def test_questions_for_the_editor_are_asked_only_if_somebody_wants_them() -> None:
    hard = article("Jurisprudence repudiates extraterritorial abrogation.")
    shelf = make_shelf({"corpus/a/article.md": hard})

    assert found(shelf, Code.READING_LEVEL) == []
    assert found(shelf, Code.READING_LEVEL, questions=True) == [("corpus/a/article.md", 7)]
