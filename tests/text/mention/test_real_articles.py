"""The two original articles: every name is found, nothing is linked wrongly."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from course_reader.marks.session import names_of
from course_reader.model import glossary
from course_reader.scrape import scrape
from course_reader.text.mention.index import Findings, Mention, NameIndex, Settled

EXPECTED = yaml.safe_load((Path(__file__).parent / "expected_mentions.yaml").read_text(encoding="utf-8"))


@dataclass(frozen=True)
class Original:
    """An original article as plain text."""

    text: str
    day: date
    #: start, end and number of each paragraph
    paragraphs: tuple[tuple[int, int, int], ...]
    #: what is expected in each
    expected: dict[int, dict[str, list[Any]]]

    def inside(self, number: int, items: tuple[Any, ...]) -> list[Any]:
        """Those of some findings that start in a paragraph."""
        start, end, _ = self.paragraphs[number - 1]
        return [item for item in items if start <= item.start < end]

    def settled(self) -> list[Settled]:
        """The lines that the article needs."""
        return [
            Settled(text, entry, number, occurrence=1 if text == "Armenia" else None)
            for number, expected in self.expected.items()
            for text, entry in expected.get("settled", [])
        ]


@cache
def original(folder: Path, slug: str) -> Original:
    expected = EXPECTED[slug]
    result = scrape((folder / expected["file"]).read_bytes(), filename=expected["file"])
    texts = [block.text.replace("\\", "") for block in result.blocks if block.kind != "heading"]
    spans, start = [], 0
    for number, text in enumerate(texts, 1):
        spans.append((start, start + len(text), number))
        start += len(text) + 2
    return Original("\n\n".join(texts), expected["date"], tuple(spans), expected["paragraphs"])


@pytest.fixture(scope="module")
def index(project: Path) -> NameIndex:
    files = glossary.load(project / "glossary", project)
    return NameIndex((name for file in files for name in names_of(file)), ["The Moscow Times"])


@pytest.fixture(params=sorted(EXPECTED))
def article(request: pytest.FixtureRequest, samples: Path) -> Original:
    return original(samples, request.param)


def find(index: NameIndex, article: Original, *, settled: bool) -> Findings:
    lines = article.settled() if settled else []
    return index.find(article.text, date=article.day, paragraphs=article.paragraphs, settled=lines)


def is_like(mention: Mention, wording: str, entry: str) -> bool:
    beginning = wording.removesuffix(" …")
    same = mention.text.startswith(beginning) if wording.endswith("…") else mention.text == beginning
    return same and mention.entry == entry


def test_the_paragraphs_are_all_there(article: Original) -> None:
    assert [number for _, _, number in article.paragraphs] == list(article.expected)


def test_every_name_is_found_and_nothing_else(index: NameIndex, article: Original) -> None:
    found = find(index, article, settled=False)
    assert not found.ambiguous
    for number, expected in article.expected.items():
        names = [m for m in article.inside(number, found.mentions) if m.kind != "terms"]
        wanted = expected.get("names", [])
        shown = [(m.text, m.entry) for m in names]
        assert len(names) == len(wanted), (number, shown)
        assert all(is_like(m, *want) for m, want in zip(names, wanted, strict=True)), (number, shown)


def test_the_terms_are_found(index: NameIndex, article: Original) -> None:
    found = find(index, article, settled=False)
    for number, expected in article.expected.items():
        terms = [m for m in article.inside(number, found.mentions) if m.kind == "terms"]
        for want in expected.get("terms", []):
            assert any(is_like(m, *want) for m in terms), (number, want, [m.text for m in terms])


def test_capitals_that_stand_for_governments_are_questions(index: NameIndex, article: Original) -> None:
    found = find(index, article, settled=False)
    for number, expected in article.expected.items():
        assert [q.text for q in article.inside(number, found.questions)] == expected.get("questions", []), number


def test_settled_lines_link_what_only_the_context_tells(index: NameIndex, article: Original) -> None:
    found = find(index, article, settled=True)
    assert not found.unmatched
    assert not found.questions
    for number, expected in article.expected.items():
        mentions = article.inside(number, found.mentions)
        for text, entry in expected.get("settled", []):
            assert any(m.text == text and m.entry == entry for m in mentions), (number, text)
