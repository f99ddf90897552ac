"""Pre-reading pages on paper: one page each, for the pack and for each of its articles."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import Pdf, pack, prereading_pages, print_reader
from readers import Reader, article, entry

from course_reader.model.problems import Code

WORDS = "\n" + "\n".join(f"  word{n}: {{part: noun, means: the meaning of word number {n}}}" for n in range(14))
FLOOD = "\n" + "\n".join(f"  word{n}: {'a very long explanation ' * 6}" for n in range(90))
TEXT = "Ann Lee said “yes” in Port. " + " ".join(f"word{n}" for n in range(90))
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(TEXT, title="One", vocabulary=WORDS, before="[Who speaks?]"),
    "corpus/two/article.md": article("Bo Marsh said “no”.", title="Two", date="2023-05-26"),
    "corpus/flood/article.md": article(TEXT, title="Flood", vocabulary=FLOOD),
    "glossary/places/port.md": entry("Port", "A town.", coordinates="[54.1, 9.9]"),
    "glossary/people/ann.md": entry("Ann Lee", "A sailor."),
    "glossary/people/bo.md": entry("Bo Marsh", "A smith."),
    "glossary/events/fair.md": entry("Fair", "One day.", start="2021-06-15"),
    "glossary/events/later.md": entry("Later fair", "One day more.", start="2023-07-01"),
    "corpus/packs/both.md": pack("one", "two", title="Both"),
    "corpus/packs/alone.md": pack("two", title="Alone", parts="[before, articles]", paper="letter"),
    "corpus/packs/flooded.md": pack("flood", title="Flooded", parts="[before]"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(tmp_path_factory.mktemp("class") / "reader", FILES)


def pages(out: Path, name: str, start: str) -> list[str]:
    """The text of the pages that begin with some words."""
    return [text for text in Pdf(out / f"{name}.pdf").texts if text.startswith(start)]


def test_a_pack_and_each_of_its_articles_have_a_prereading_page_of_one_page(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    found = prereading_pages(out, "both")
    assert list(found) == ["before:corpus/packs/both", "before:corpus/one/article", "before:corpus/two/article"]
    assert all(first == last for first, last in found.values())
    assert len({first for first, _ in found.values()}) == 3
    assert list(prereading_pages(out, "alone")) == ["before:corpus/two/article"]


def test_a_prereading_page_holds_what_is_read_before_and_nothing_later(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    [_, one, _] = pages(out, "both", "Before you read")
    for words in ("Ann Lee. A sailor.", "Port. A town.", "Fair. One day.", "Who speaks?",
                  "word3 noun: the meaning of word number 3", "The text begins on p."):  # fmt: skip
        assert words in one
    assert "Later fair" not in " ".join(pages(out, "both", "Before you read"))


def test_a_prereading_page_that_fills_more_than_a_page_is_told(printed: tuple[Reader, Path]) -> None:
    reader, _ = printed
    told = [line for line in reader.warnings if f"[reader.{Code.PREREADING_LONG}]" in line]
    assert len(told) == 1
    assert re.match(r"corpus/packs/flooded.md:1: .*corpus/flood/article: its pre-reading page fills \d pages", told[0])
