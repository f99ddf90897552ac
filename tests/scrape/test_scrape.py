"""Whole texts: each file of `cases/` has a made-up raw text and the expected result; two samples are real."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from course_reader.scrape import Scraped, scrape
from course_reader.scrape.markdown import squeeze

CASES = Path(__file__).parent / "cases"
_FIELDS = ("title", "date", "outlet", "agency", "byline", "dateline", "caption", "credit", "url", "language")


def load(path: Path) -> dict[str, Any]:
    case: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    missing = {"id", "purpose", "input", "expected"} - set(case)
    assert not missing, f"{path.name} has no {', '.join(sorted(missing))}"
    assert case["purpose"].strip(), f"{path.name} does not say what it is for"
    assert case["id"] == path.stem, f"{path.name} calls itself {case['id']}"
    return case


def render(markdown: str) -> str:
    """The text of a block as a reader sees it."""
    tokens = MarkdownIt().parse(markdown)
    return " ".join(
        "".join(
            child.content if child.type == "text" else " " if child.type == "softbreak" else ""
            for child in token.children or []
        )
        for token in tokens
        if token.type == "inline"
    )


def test_a_case_without_a_purpose_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "x.yaml"
    path.write_text("id: x\ninput: y\nexpected: {}\n", encoding="utf-8")
    with pytest.raises(AssertionError, match="purpose"):
        load(path)


@pytest.mark.parametrize("path", sorted(CASES.rglob("*.yaml")), ids=lambda path: path.stem)
def test_case(path: Path) -> None:
    case = load(path)
    got = scrape(case["input"], filename=case.get("filename", ""))
    expected = dict(case["expected"])
    for name in _FIELDS:
        if name in expected:
            assert getattr(got, name) == expected.pop(name), f"{name}: {case['purpose']}"
    assert sorted({item.field for item in got.unsure}) == sorted(expected.pop("unsure", [])), got.unsure
    for name in list(expected):
        _CHECKS[name](got, expected.pop(name), case["input"])


def _plain(got: Scraped, wanted: bool, raw: str) -> None:
    """Each block renders as words of the input."""
    for block in got.blocks:
        assert (squeeze(render(block.text)) in squeeze(raw)) is wanted, block.text


def _removed(got: Scraped, wanted: list[str], raw: str) -> None:
    for words in wanted:
        assert any(words in item.text for item in got.removed), f"{words!r} is not among {got.removed}"
    if not wanted:
        assert not got.removed


def _equal(one: object, two: object) -> None:
    assert one == two


_CHECKS = {
    "captions": lambda got, wanted, raw: _equal(list(got.captions), wanted),
    "paragraphs": lambda got, wanted, raw: _equal(len(got.paragraphs), wanted),
    "kinds": lambda got, wanted, raw: _equal([block.kind for block in got.blocks], wanted),
    "headings": lambda got, wanted, raw: _equal([render(b.text) for b in got.blocks if b.kind == "heading"], wanted),
    "joined": lambda got, wanted, raw: _equal(len(got.joined), wanted),
    "first": lambda got, wanted, raw: _equal(got.paragraphs[0].text[: len(wanted)], wanted),
    "last": lambda got, wanted, raw: _equal(got.paragraphs[-1].text[: len(wanted)], wanted),
    "text": lambda got, wanted, raw: _equal("\n\n".join(block.text for block in got.blocks), wanted),
    "notes": lambda got, wanted, raw: _equal(
        [word for word in wanted if not any(word in note for note in got.notes)], []
    ),
    "removed": _removed,
    "plain": _plain,
}


TEXT = "Bridge Open Again\n\nBy Jane Doe\n\nThe *old* bridge over the river is open again, and it is free for all.\n"
PAGE = """<html><body><h1>Bridge Open Again</h1>
<p>The <em>old</em> bridge over the river is open again, and it is free for all.</p></body></html>"""


@pytest.mark.parametrize(
    ("raw", "filename", "first"),
    [
        (TEXT, "", "The \\*old\\* bridge"),
        (TEXT, "a.md", "The *old* bridge"),
        (TEXT, "A.MARKDOWN", "The *old* bridge"),
        (f"# {TEXT}", "a.txt", "The *old* bridge"),
        (PAGE, "", "The *old* bridge"),
        (f"<!-- saved -->\n{PAGE}".encode(), "", "The *old* bridge"),
        (TEXT.encode("utf-16"), "a.txt", "The \\*old\\* bridge"),
    ],
)
def test_the_form_of_the_input_is_recognised(raw: str | bytes, filename: str, first: str) -> None:
    got = scrape(raw, filename=filename)
    assert got.title == "Bridge Open Again"
    assert got.paragraphs[0].text.startswith(first)


def test_every_finding_is_in_the_order_of_the_lines() -> None:
    got = scrape(f"Subscribe\n\n{TEXT}\nShare\n\nReuters\n\nMay 3, 2023\n")
    for items in (got.found, got.removed):
        assert [item.line for item in items] == sorted(item.line for item in items)
    assert {item.field for item in got.found} >= {"title", "byline", "agency", "date"}


@pytest.mark.parametrize(
    ("text", "language", "question"),
    [
        (TEXT, "en", None),
        ("Мирск", "ru", "Is the language of the text “ru”?"),
        ("12345", None, "Which language is the text in?"),
    ],
)
def test_an_uncertain_language_is_asked_about(text: str, language: str | None, question: str | None) -> None:
    got = scrape(text)
    assert got.language == language
    assert [item.question for item in got.unsure if item.field == "language"] == ([question] if question else [])


def _read(samples: Path, start: str) -> Scraped:
    path = next(samples.glob(f"{start}*.txt"))
    return scrape(path.read_bytes(), filename=path.name)


@pytest.mark.samples
def test_sample_of_2023(samples: Path) -> None:
    got = _read(samples, "000_")
    assert got.title is not None
    assert got.title.startswith("Armenia, Azerbaijan Optimistic")
    assert (got.date, got.outlet, got.agency, got.byline) == ("2023-05-26", "The Moscow Times", "AFP", "AFP")
    assert got.dateline is None
    assert got.caption is not None
    assert got.caption.endswith("Grand Kremlin Palace.")
    assert got.credit == "Ilya Pitalev/POOL/TASS"
    assert got.url is not None
    assert got.url.startswith("https://www.themoscowtimes.com/2023/05/26/")
    assert got.url.endswith("-a81290")
    assert got.language == "en"
    assert got.unsure == ()


@pytest.mark.samples
def test_paragraphs_of_the_sample_of_2023(samples: Path) -> None:
    got = _read(samples, "000_")
    assert len(got.paragraphs) == 19
    assert [(block.text, block.level) for block in got.blocks if block.kind == "heading"] == [("Western engagement", 2)]
    assert got.blocks[9].kind == "heading"
    assert got.paragraphs[0].text.startswith("Arch foes")
    assert "key ally Turkey, the United States" in got.paragraphs[17].text
    assert [(item.line, item.line2) for item in got.joined] == [(51, 53)]


@pytest.mark.samples
def test_lines_left_out_of_the_sample_of_2023(samples: Path) -> None:
    got = _read(samples, "000_")
    assert [item.line for item in got.removed] == [31, 57, 59]


@pytest.mark.samples
def test_sample_of_2022(samples: Path) -> None:
    got = _read(samples, "004_")
    assert got.title is not None
    assert got.title.startswith("Putin Hosts ‘Useful’ Talks")
    assert (got.outlet, got.agency, got.byline) == ("The Armenian Mirror-Spectator", "Azatutyun", None)
    assert got.dateline == "Sochi"
    assert got.caption is not None
    assert got.caption.endswith("Sochi, October 31, 2022.")
    assert got.date == "2022-10-31"
    assert got.url is None
    assert {item.field for item in got.unsure} == {"date", "url"}


@pytest.mark.samples
def test_paragraphs_and_boxes_of_the_sample_of_2022(samples: Path) -> None:
    got = _read(samples, "004_")
    assert [block.kind for block in got.blocks] == ["paragraph"] * 15
    assert got.paragraphs[0].text.startswith("The leaders of Armenia and Azerbaijan")
    assert "\\[Armenian\\]" in got.paragraphs[10].text
    assert [item.line for item in got.removed] == [18, 38]
    (dateline,) = [item.text for item in got.found if item.field == "dateline"]
    assert dateline.startswith("SOCHI (Azatutyun) — The leaders")
