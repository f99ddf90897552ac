"""Each file of `cases/` is a raw text of our own making and what has to come of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from markdown_it import MarkdownIt

from course_reader.scrape import Scraped, scrape
from course_reader.scrape.forms.markdown import squeeze

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
    """The words that a reader sees of a block."""
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
    """Each block renders as words that stand in the input."""
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
