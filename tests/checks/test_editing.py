"""What a careful editor asks: where it applies, and where it does not."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from problem_cases import BACKGROUND, BIB, SOURCES
from readers import article, entry, make_reader

from course_reader.commands.check import check
from course_reader.model.problems import Code

SIXTY = "word " * 60


def found(tmp_path: Path, files: Mapping[str, str | bytes | Path | None], code: Code, conf: str = BIB) -> list[int]:
    """The lines of the problems of one code."""
    make_reader(tmp_path, {**SOURCES, **files}, conf)
    return [problem.line for problem in check(tmp_path) if problem.code is code]


@pytest.mark.parametrize(
    ("keys", "prose", "lines"),
    [
        ({"sources": "[pm-bio]"}, "One.\n\nTwo.", []),
        ({}, "One.\n\nTwo {footcite:p}`pm-bio`.\n\n```{footbibliography}\n```", [6]),
        ({}, "One {footcite:p}`pm-bio`.\n\n```{footbibliography}\n```", []),
        ({"born": "1960"}, "One {footcite:p}`pm-bio`.\n\n```{footbibliography}\n```", [1]),
        (
            {"sources": "[pm-bio]", "roles": "\n  - {title: T, to: 2018, source: pm-bio}\n  - {title: U, to: 2018}"},
            "O.",
            [7],
        ),
    ],
)
def test_each_statement_of_an_entry_has_a_source(
    tmp_path: Path, keys: dict[str, str], prose: str, lines: list[int]
) -> None:
    assert found(tmp_path, {"glossary/people/a.md": entry("A", prose=prose, **keys)}, Code.NO_SOURCE) == lines


def test_each_paragraph_of_a_chapter_cites_a_source(tmp_path: Path) -> None:
    chapter = """
    # Background

    What stands above the first section needs no source.

    (one)=
    ## One

    **1988–1991**

    A statement without a source.

    These were the points{footcite:p}`pm-bio`:

    - a point;
    - another point.

    :::{admonition} Contested
    Some say so.
    :::

    ```{footbibliography}
    ```
    """
    assert found(tmp_path, {"docs/background.md": chapter}, Code.NO_SOURCE) == [10, 18]


def test_what_happened_next_has_a_source(tmp_path: Path) -> None:
    later = "\n  - {date: 2023, text: It rained., sources: [pm-bio]}\n  - {date: 2024, text: It snowed.}"
    assert found(tmp_path, {"corpus/a/article.md": article("Text.", what_happened_next=later)}, Code.NO_SOURCE) == [7]


def test_a_reader_without_a_bibliography_promises_no_sources(tmp_path: Path) -> None:
    files = {**BACKGROUND, "glossary/people/a.md": entry("A", roles="[{title: T}]", prose="He is still there.")}
    for code in (Code.NO_SOURCE, Code.NO_AS_OF, Code.NO_SECTION, Code.PROSE_LENGTH):
        assert found(tmp_path, files, code, "bibtex_bibfiles = []") == []


@pytest.mark.parametrize(
    ("kind", "keys", "asked"),
    [
        ("people", {"roles": "[{title: T, from: 2018, source: pm-bio}]"}, True),
        ("people", {"roles": "[{title: T, from: 2018, source: pm-bio}]", "as_of": "2024"}, False),
        ("people", {"roles": "[{title: T, from: 2018, source: pm-bio}]", "died": "2020"}, False),
        ("people", {"roles": "[{title: T, to: 2018, source: pm-bio}]"}, False),
        ("places", {"status": "[{text: a town, from: 1990, to: .., source: pm-bio}]"}, True),
        ("organisations", {"members": "[Armenia]"}, True),
        ("organisations", {"members": "[Armenia]", "dissolved": "1999"}, False),
        ("agreements", {"outcome": "It has not been signed."}, True),
        ("agreements", {"outcome": "It was signed."}, False),
        ("agreements", {"matters": "It has not been signed, as the report says."}, True),
    ],
)
def test_what_can_change_needs_a_day(tmp_path: Path, kind: str, keys: dict[str, str], asked: bool) -> None:
    files = {f"glossary/{kind}/a.md": entry("A", sources="[pm-bio]", **keys)}
    assert found(tmp_path, files, Code.NO_AS_OF) == ([1] if asked else [])


def test_each_rule_can_be_switched_off(tmp_path: Path) -> None:
    files = {"corpus/a/article.md": article("The regime fell.")}
    assert found(tmp_path, files, Code.LOADED_WORD, "reader_loaded_words = []") == []
    assert found(tmp_path, {}, Code.LOADED_WORD, "suppress_warnings = ['reader.loaded-word']") == []
    hard = {"corpus/a/article.md": article("Jurisprudence repudiates extraterritorial abrogation.")}
    assert found(tmp_path, hard, Code.READING_LEVEL) == [7]
    assert found(tmp_path, {}, Code.READING_LEVEL, "reader_level = ''") == []
    known = "reader_known_words = ['jurisprudence', 'repudiates', 'extraterritorial', 'Abrogation']"
    assert found(tmp_path, {}, Code.READING_LEVEL, known) == []


@pytest.mark.parametrize(
    ("fields", "asked"),
    [
        ("url={https://example.org/life}, date={2020-05}", False),
        ("url={http://www.example.co.uk/a,b?c=d}, year={2020}", False),
        ("url={https://example.org/life}, urldate={2026-11-22}", False),
        ("url={https://example.org/life}", True),
        ("url={example.org/life}, year={2020}", True),
        ("url={https://example/life}, year={2020}", True),
        ("url={https://exa mple.org}, year={2020}", True),
        ("title={A book}", False),
    ],
)
def test_an_address_is_well_formed_and_dated(tmp_path: Path, fields: str, asked: bool) -> None:
    files = {"docs/sources.bib": f"@misc{{a, {fields}}}\n"}
    assert found(tmp_path, files, Code.SOURCE_ADDRESS) == ([1] if asked else [])
