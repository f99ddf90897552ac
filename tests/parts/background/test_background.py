"""The background chapter: its sections tell other pages what they say, and know who needs them."""

from __future__ import annotations

from pathlib import Path

import pytest
from problem_cases import BIB, SOURCES
from readers import Reader, article, entry, make_reader

from course_reader.commands.check import check
from course_reader.model.problems import Code

CHAPTER = """
---
date: 2022-11-01
sections:
  - {anchor: first-war, years: 1992–1994, short: Two towns fought. Nobody won.}
  - {anchor: talks, years: since 1994}
---

# Background

(first-war)=
## The first war

They fought for years.

(talks)=
## The talks

They talked for years.

## Sources

None.
"""

FILES = {
    "docs/background.md": CHAPTER,
    "glossary/places/armenia.md": entry("Armenia", background="[first-war, talks]"),
    "glossary/people/zed.md": entry("Zed Ahn", sort="'Ahn, Zed'", background="[first-war]"),
    "corpus/a/article.md": article("Armenia.", title="Later", date="2023-01-01", background="[first-war]"),
    "corpus/b/article.md": article("Armenia.", title="Earlier", date="2022-01-01", background="[first-war, talks]"),
}


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    made = make_reader(tmp_path_factory.mktemp("chapter"), FILES)
    made.build()
    return made


def test_the_years_stand_below_the_heading_in_every_format(reader: Reader, tmp_path: Path) -> None:
    assert reader.warnings == []
    below = "//section[@id='first-war' or .//*[@id='first-war']]/h2/following-sibling::*[1]"
    assert reader.texts("docs/background", below) == ["1992–1994"]
    plain = make_reader(tmp_path, FILES)
    text = (plain.build("text") / "docs" / "background.txt").read_text(encoding="utf-8")
    assert "1992–1994" in text
    assert "since 1994" in text


def test_a_section_begins_with_its_short_version(reader: Reader) -> None:
    assert reader.texts("docs/background", "//section/p[@class='section-short']") == [
        "In short: Two towns fought. Nobody won."
    ]


@pytest.mark.parametrize("page", ["corpus/a/article", "glossary/people/zed"])
def test_pages_that_lead_to_a_section_tell_its_years_and_its_short_version(reader: Reader, page: str) -> None:
    [row] = reader.texts(page, "//ul[@class='reader-background-links']/li")
    assert row == "The first war 1992–1994 Two towns fought. Nobody won."
    [href] = reader.page(page).xpath("//ul[@class='reader-background-links']//a/@href")
    assert href.endswith("docs/background.html#first-war")


def test_a_section_ends_with_the_articles_and_entries_that_need_it(reader: Reader) -> None:
    assert reader.texts("docs/background", "//div[contains(@class, 'section-needed')]") == [
        "Articles that need this: Earlier; Later. Entries that need this: Zed Ahn; Armenia.",
        "Articles that need this: Earlier. Entries that need this: Armenia.",
    ]


def test_what_is_told_of_a_section_is_no_part_of_its_text(reader: Reader) -> None:
    assert reader.texts("docs/background", "//aside") == []


def test_an_edit_reaches_the_pages_that_show_it(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, {**FILES, "glossary/places/georgia.md": entry("Georgia")})
    reader.build()
    reader.write({"docs/background.md": CHAPTER.replace("Nobody won", "All lost")})
    reader.build()
    assert reader.written >= {"docs/background", "corpus/a/article", "glossary/people/zed", "glossary/places/armenia"}
    assert "glossary/places/georgia" not in reader.written
    reader.write({"glossary/places/georgia.md": entry("Georgia", background="[talks]")})
    reader.build()
    assert "docs/background" in reader.written
    assert "Entries that need this: Armenia; Georgia." in reader.texts("docs/background", "//div/p")[-1]


def test_a_section_that_is_not_there_is_a_problem(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("anchor: talks", "anchor: tlaks").replace("None.", "None {footcite:p}`pm-bio`.")
    make_reader(tmp_path, {**SOURCES, "docs/background.md": chapter}, BIB)
    [problem] = [p for p in check(tmp_path) if p.code is Code.DANGLING_BACKGROUND]
    assert (problem.path, problem.line) == ("docs/background.md", 5)
    assert problem.message == "`sections` names 'tlaks', but no section of this page has that anchor"
