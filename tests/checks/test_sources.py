"""What a reader's sources are."""

from __future__ import annotations

from libraries import make_shelf, source
from readers import entry

from course_reader.checks.sources import GradedSource, cited_in, rows, table, totals
from course_reader.views.sources import Sources


def graded() -> list[GradedSource]:
    files = {
        "glossary/people/a.md": entry("A", sources="[treaty, paper]"),
        "glossary/people/b.md": entry("B", sources="[treaty]"),
    }
    library = make_shelf(files, sources=[]).library
    views = (
        source("paper", kind="press", side="North", accessed="2026-01-02"),
        source("treaty", kind="primary", archived="https://example.org/copy"),
        source("blog"),
    )
    library.sources = Sources({view.key: view for view in views}, known=True)
    return rows(library)


def test_the_best_sources_come_first_and_those_without_a_kind_last() -> None:
    assert [(row.key, row.grade, row.uses) for row in graded()] == [
        ("treaty", "A", 2),
        ("paper", "C", 1),
        ("blog", "-", 0),
    ]


def test_totals_count_grades_sides_and_days() -> None:
    found = totals(graded())
    assert found["primary, scholarly, reference or agency"].startswith("1 of 3, 33%")
    assert (found["viewpoints"], found["without a date of reading"], found["archived"]) == ("North 1", "2", "1")
    assert len(list(table(graded()))) == 1 + 3 + len(found)


def test_the_keys_of_each_citation_are_read() -> None:
    assert list(cited_in("One{footcite:p}`a, b`. Two {cite}`c`. Code `d`.")) == [("a", "b"), ("c",)]
