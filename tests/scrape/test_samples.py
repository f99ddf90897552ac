"""The two source articles as they came: every field right, no furniture left, paragraphs as a reader counts them."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.scrape import Scraped, scrape

pytestmark = pytest.mark.samples


def _read(samples: Path, start: str) -> Scraped:
    path = next(samples.glob(f"{start}*.txt"))
    return scrape(path.read_bytes(), filename=path.name)


def test_the_agency_report_of_2023(samples: Path) -> None:
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


def test_its_paragraphs(samples: Path) -> None:
    got = _read(samples, "000_")
    assert len(got.paragraphs) == 19
    assert [(block.text, block.level) for block in got.blocks if block.kind == "heading"] == [("Western engagement", 2)]
    assert got.blocks[9].kind == "heading"
    assert got.paragraphs[0].text.startswith("Arch foes")
    assert "key ally Turkey, the United States" in got.paragraphs[17].text
    assert [(item.line, item.line2) for item in got.joined] == [(51, 53)]


def test_what_it_leaves_out(samples: Path) -> None:
    got = _read(samples, "000_")
    assert [item.line for item in got.removed] == [31, 57, 59]


def test_the_report_of_2022(samples: Path) -> None:
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


def test_its_paragraphs_and_boxes(samples: Path) -> None:
    got = _read(samples, "004_")
    assert [block.kind for block in got.blocks] == ["paragraph"] * 15
    assert got.paragraphs[0].text.startswith("The leaders of Armenia and Azerbaijan")
    assert "\\[Armenian\\]" in got.paragraphs[10].text
    assert [item.line for item in got.removed] == [18, 38]
    assert [item.text for item in got.found if item.field == "dateline"] == ["SOCHI (Azatutyun) —"]
