"""How hard texts are: which are measured, in which order, and which are asked about."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.checks.levels import LevelRow, differing, measured, problems, table
from course_reader.model.problems import Code

HARD = "Jurisprudence repudiates extraterritorial abrogation."
EASY = "The man has a dog."
FILES = {
    "glossary/people/ann.md": entry("Abrogation Lee", "A big dog.", prose=f"{EASY} Abrogation Lee has it."),
    "glossary/terms/empty.md": entry("empty", HARD, prose=""),
    "corpus/late/article.md": article(f"{EASY} Abrogation Lee has it.", title="Late"),
    "corpus/early/article.md": article(HARD, date="2019-01-01", title="Early"),
    "corpus/bare/article.md": article("", date="2018-01-01", title="Bare"),
    "corpus/foreign/article.md": article(HARD, date="2020-01-01", title="Foreign").replace("own", "licensed"),
    "docs/background.md": f"# Background\n\n{EASY}\n\n(war)=\n## The war\n\n{HARD}\n",
}
LABELS = {"war": ("docs/background", "war", "The war")}


def shelf_of(**settings: Any) -> Shelf:
    return make_shelf(FILES, labels=LABELS, **settings)


@pytest.fixture(scope="module")
def rows() -> list[LevelRow]:
    return list(measured(shelf_of().library))


def test_texts_are_measured_by_date_by_section_and_by_entry(rows: list[LevelRow]) -> None:
    assert [(row.kind, row.title, row.line) for row in rows] == [
        ("article", "Early", 7),
        ("article", "Foreign", 7),
        ("article", "Late", 7),
        ("section", "Background", 3),
        ("section", "The war", 8),
        ("entry", "Abrogation Lee", 6),
        ("glosses", "All glosses together", 0),
    ]


def test_names_are_never_hard(rows: list[LevelRow]) -> None:
    [late, own] = (row for row in rows if row.title in ("Late", "Abrogation Lee"))

    assert late.reading.hard == own.reading.hard == ()
    assert late.reading.words == 8, "a name is one word"


def test_what_was_licensed_is_as_hard_as_it_is(rows: list[LevelRow]) -> None:
    assert [row.title for row in rows if not row.ours] == ["Foreign"]


@pytest.mark.parametrize(
    ("settings", "asked"),
    [
        ({}, ["Early", "The war"]),
        ({"reader_level": "C2"}, []),
        ({"reader_level": ""}, []),
        (
            {"reader_known_words": ["jurisprudence", "repudiates", "Extraterritorial", "abrogation"]},
            [],
        ),
    ],
)
def test_our_own_texts_that_are_too_hard_are_asked_about(settings: dict[str, Any], asked: list[str]) -> None:
    found = list(problems(shelf_of(**settings).library))

    assert {problem.code for problem in found} <= {Code.READING_LEVEL}
    titles = [problem.message.split("”")[0].removeprefix("“") for problem in found]
    assert [title for title in titles if title != "All glosses together"] == asked


def test_long_sentences_alone_make_a_text_too_hard() -> None:
    long = "The man has a dog and " + "the dog has a ball and " * 6 + "they play."
    [problem] = problems(make_shelf({"corpus/a/article.md": article(long)}).library)

    assert "sentences" in problem.message
    assert "hard words" not in problem.message


def test_a_row_is_data_for_programs(rows: list[LevelRow]) -> None:
    data = rows[0].to_json()

    assert (data["kind"], data["title"], data["level"]) == ("article", "Early", rows[0].reading.level.name)
    assert {"word": "jurisprudence", "level": "C2"} in data["hard"]
    assert 0 <= data["share_b2"] <= 1


def test_the_table_has_a_line_for_each_text_below_its_head(rows: list[LevelRow]) -> None:
    head, *lines = table(rows)

    assert len(lines) == len(rows)
    assert head.split()[0] == "level"
    assert all(line.startswith(row.reading.level.name) for line, row in zip(lines, rows, strict=True))
    assert "Early" in lines[0]


def test_a_text_at_another_level_is_measured_against_its_own_level(tmp_path: Path) -> None:
    texts = {"corpus/early/b1.md": HARD, "corpus/late/a2.md": EASY, "corpus/late/b1.md": f"{EASY}\n\n{EASY}"}
    shelf = make_shelf({**FILES, **texts}, tmp_path, labels=LABELS)
    rows = {(row.kind, row.title): row for row in measured(shelf.library)}

    assert rows["text at B1", "Early"].wanted == "B1"
    assert rows["text at A2", "Late"].reading.level.name == "A1"
    assert any("Early (C2, A1; harder than it should be)" in line for line in table(rows.values()))
    told = [(p.path, p.message) for p in problems(shelf.library)]
    assert any(path == "corpus/early/b1.md" and "reads at C2, not B1" in message for path, message in told)
    assert not any(path == "corpus/late/a2.md" for path, _ in told)
    counts = {name: len(list(differing(shelf.at(name)))) for name in ("corpus/late/a2", "corpus/late/b1")}
    assert counts == {"corpus/late/a2": 0, "corpus/late/b1": 1}
