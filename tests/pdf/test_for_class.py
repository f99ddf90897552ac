"""What a class gets on paper: sheets of one page, hard words, where to look things up, two articles side by side."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from printed import Pdf, Shipped, pack, print_reader
from readers import Reader, article, entry

from course_reader.model.problems import Code
from course_reader.parts.prereading.values import sheet_docname

WORDS = "\n" + "\n".join(f"  word{n}: {{part: noun, means: the meaning of word number {n}}}" for n in range(14))
FLOOD = "\n" + "\n".join(f"  word{n}: {'a very long explanation ' * 6}" for n in range(90))
TEXT = "Ann Lee said “yes” in Port. " + " ".join(f"word{n}" for n in range(90))
ASKED = "\n  - {text: What is Port?, answer_in: [port, two]}\n  - {text: Why?, answer_in: absent}"
COMPARE = """
# Side by side

Words before it.

## The themes

```{reader-compare} one two
A theme of ours
: What one says.
: What two says.
```
"""
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(TEXT, title="One", vocabulary=WORDS, questions=ASKED, before="[Who speaks?]"),
    "corpus/two/article.md": article("Bo Marsh said “no”.", title="Two", date="2023-05-26"),
    "corpus/flood/article.md": article(TEXT, title="Flood", vocabulary=FLOOD),
    "glossary/places/port.md": entry("Port", "A town.", coordinates="[54.1, 9.9]"),
    "glossary/places/absent.md": entry("Absent", "Nowhere."),
    "glossary/people/ann.md": entry("Ann Lee", "A sailor."),
    "glossary/people/bo.md": entry("Bo Marsh", "A smith."),
    "glossary/events/fair.md": entry("Fair", "One day.", start="2021-06-15"),
    "glossary/events/later.md": entry("Later fair", "One day more.", start="2023-07-01"),
    "docs/compare.md": COMPARE,
    "corpus/packs/both.md": pack("one", "two", title="Both"),
    "corpus/packs/alone.md": pack("two", title="Alone", parts="[before, compare, articles]", paper="letter"),
    "corpus/packs/flooded.md": pack("flood", title="Flooded", parts="[before]"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(tmp_path_factory.mktemp("class") / "reader", FILES)


def pages(out: Path, name: str, start: str) -> list[str]:
    """The text of the pages that begin with some words."""
    return [text for text in Pdf(out / f"{name}.pdf").texts if text.startswith(start)]


def sheets(out: Path, name: str) -> dict[str, list[int]]:
    found = json.loads((out / ".work" / name / "sheets.json").read_text(encoding="utf-8"))
    return {label: numbers for label, numbers in found.items() if label.startswith("before:")}


def test_a_pack_and_each_of_its_articles_have_a_sheet_of_one_page(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    found = sheets(out, "both")
    assert list(found) == ["before:corpus/packs/both", "before:corpus/one/article", "before:corpus/two/article"]
    assert all(first == last for first, last in found.values())
    assert len({first for first, _ in found.values()}) == 3
    assert list(sheets(out, "alone")) == ["before:corpus/two/article"]


def test_a_sheet_holds_what_is_read_before_and_nothing_later(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    [_, one, _] = pages(out, "both", "Before you read")
    for words in ("Ann Lee. A sailor.", "Port. A town.", "Fair. One day.", "Who speaks?",
                  "word3 noun: the meaning of word number 3", "The text begins on p."):  # fmt: skip
        assert words in one
    assert "Later fair" not in " ".join(pages(out, "both", "Before you read"))


def test_a_sheet_that_fills_more_than_a_page_is_told(printed: tuple[Reader, Path]) -> None:
    reader, _ = printed
    told = [line for line in reader.warnings if f"[reader.{Code.SHEET_LONG}]" in line]
    assert len(told) == 1
    assert re.match(
        r"corpus/packs/flooded.md:1: .*corpus/flood/article: what is read before it fills \d pages", told[0]
    )


def test_hard_words_and_answers_stand_behind_the_article(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    text = Pdf(out / "both.pdf").text
    assert "Hard words" in text
    # What is in the pack has its page, what is not has none.
    assert re.search(r"What is Port\? Look it up: Port \(p\.\s\d+\); Two \(p\.\s\d+\)\.", text)
    assert re.search(r"Why\? Look it up: Absent\.", text)


def test_two_articles_of_the_pack_are_compared(printed: tuple[Reader, Path]) -> None:
    _, out = printed
    page = " ".join(pages(out, "both", "Side by side"))
    for words in (
        "Words before it.",
        "A theme of ours",
        "What one says.",
        "What two says.",
        "Who speaks",
        "“yes” – Ann Lee",
    ):
        assert words in page
    assert pages(out, "alone", "Side by side") == []


@pytest.mark.xdist_group("packs")
def test_the_shipped_packs_have_sheets_of_one_page_and_of_their_days(shipped: Shipped) -> None:
    assert [line for line in shipped.reader.warnings if Code.SHEET_LONG in line] == []
    days = {"corpus/sochi-2022/article": 2022, "corpus/moscow-2023/article": 2023}
    for name in ("whole-reader", "moscow-handout"):
        pdf = shipped.pdf(name)
        found = sheets(shipped.out, name)
        assert found
        for label, (first, last) in found.items():
            assert first == last
            text = pdf.texts[first - 1]
            assert text.startswith("Before you read")
            latest = days.get(label.removeprefix("before:"), 2022)
            assert [year for year in re.findall(r"\b(?:19|20)\d\d\b", text) if int(year) > latest] == []


def test_the_sheet_of_an_article_and_of_a_pack_have_their_places() -> None:
    assert sheet_docname("corpus/one/article") == "corpus/one/before"
    assert sheet_docname("corpus/packs/both") == "corpus/packs/both-before"
