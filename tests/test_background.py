"""The background chapter that is shipped: ten sections, each with what a section needs, and every entry leads to one.

Words are counted in all running text, boxes included: prose paragraphs and list items, without headings, years,
short versions, titles of boxes, and sources.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course_reader.files.front_matter import read
from course_reader.model.article import Chapter
from course_reader.model.glossary import load
from course_reader.model.keys import keys_of
from course_reader.model.records import build
from course_reader.parts.background.values import Keys
from course_reader.parts.registry import Parts, installed
from course_reader.text.prose.sentence import sentences

SECTIONS = [
    "region-and-names",
    "empires-and-soviets",
    "protest-to-war",
    "first-war",
    "mediation",
    "forty-four-day-war",
    "treaty-talks",
    "blockade-and-exodus",
    "initialled-to-signed",
    "reading-the-articles",
]

_CITED = re.compile(r"\{footcite:p\}\s*`[^`]+`")
_BOX = re.compile(r"^:::\{admonition\} (.*?)\n(?::class: (\w+)\n)?(.*?)^:::", re.M | re.S)


@pytest.fixture(scope="module")
def source(project: Path) -> str:
    return (project / "docs" / "background.md").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def chapter(source: str) -> Chapter:
    record = build(Chapter, read(source).document, "docs/background.md", [])
    assert record is not None
    return record


@pytest.fixture(scope="module")
def bodies(source: str) -> dict[str, str]:
    """The text of each section by its anchor."""
    parts = re.split(r"^\(([\w-]+)\)=\n## .*\n", source, flags=re.M)
    return dict(zip(parts[1::2], [part.partition("\n## Sources")[0] for part in parts[2::2]], strict=True))


def test_ten_sections_tell_their_years_and_what_they_say_in_two_sentences(
    chapter: Chapter, bodies: dict[str, str]
) -> None:
    assert list(bodies) == [section.anchor for section in chapter.sections] == SECTIONS
    assert [section.anchor for section in chapter.sections if not re.search(r"\d{4}", section.years or "")] == []
    counts = {s.anchor: len(list(sentences(s.short or ""))) for s in chapter.sections}
    assert counts == dict.fromkeys(SECTIONS, 2)


def test_it_is_as_long_as_an_evening_can_hold(bodies: dict[str, str]) -> None:
    text = " ".join(_BOX.sub(r"\3", _CITED.sub("", body)) for body in bodies.values())
    assert 2000 <= len(re.findall(r"\S*\w\S*", text)) <= 3000


@pytest.mark.parametrize("anchor", SECTIONS)
def test_each_section_says_who_contests_what_and_cites_its_sources(anchor: str, bodies: dict[str, str]) -> None:
    contested = [text for _, kind, text in _BOX.findall(bodies[anchor]) if kind == "contested"]
    assert len(contested) == 1
    assert _CITED.search(contested[0])
    assert len(_CITED.findall(bodies[anchor])) >= 4


def test_what_is_not_known_is_said(bodies: dict[str, str]) -> None:
    assert "What is not known" in bodies["initialled-to-signed"]
    assert "As of 30 June 2026" in " ".join(bodies["initialled-to-signed"].split())


def test_every_entry_leads_to_a_section_and_every_section_is_needed(project: Path) -> None:
    glossary = load(project / "glossary", project)
    assert len(glossary) == 118
    assert [file.id for file in glossary if not set(file.entry.background) & set(SECTIONS)] == []
    needed = {anchor for file in glossary for anchor in file.entry.background}
    assert needed == set(SECTIONS)


def test_every_article_leads_to_sections_that_are_there(project: Path) -> None:
    for path in sorted((project / "corpus").glob("*/article.md")):
        front = read(path.read_text(encoding="utf-8")).document
        record = Parts(installed()).articles.read(front, path.name, [])
        assert record is not None
        named = keys_of(record[1], Keys).background
        assert named
        assert set(named) <= set(SECTIONS)
