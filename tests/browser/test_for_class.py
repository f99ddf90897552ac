"""Sheets to read before and two articles side by side, as a browser shows and prints them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from browser.test_access import violations

pytestmark = pytest.mark.browser

COLUMNS = """
() => [...document.querySelectorAll(".sides")].map((theme) => {
  const [left, right] = [...theme.querySelectorAll(".side")].map((side) => side.getBoundingClientRect());
  return [left.left < right.left, left.bottom <= right.top + 1, right.right <= innerWidth];
})
"""
LABELS = "() => [...document.querySelectorAll('.side-label')].map((label) => label.getBoundingClientRect().width > 20)"


@pytest.fixture
def compare(reader_site: Path) -> Path:
    return reader_site / "docs" / "compare.html"


@pytest.mark.parametrize("paper", ["A4", "Letter"])
def test_each_prereading_page_prints_on_one_page(
    pages: dict[str, list[Path]], open_page: Callable[..., Any], tmp_path: Path, paper: str
) -> None:
    assert len(pages["prereading"]) >= 4
    for page in pages["prereading"]:
        out = tmp_path / "page.pdf"
        open_page(page).pdf(path=str(out), format=paper)
        with pikepdf.open(out) as pdf:
            assert len(pdf.pages) == 1, page


@pytest.mark.parametrize("js", [True, False])
def test_wide_the_articles_stand_side_by_side_and_on_a_phone_one_below_the_other(
    compare: Path, open_page: Callable[..., Any], js: bool
) -> None:
    wide = open_page(compare, width=1280, js=js).evaluate(COLUMNS)
    narrow_page = open_page(compare, width=390, js=js)
    narrow = narrow_page.evaluate(COLUMNS)
    assert len(wide) > 15
    assert set(map(tuple, wide)) == {(True, False, True)}
    assert set(map(tuple, narrow)) == {(False, True, True)}
    # Stacked, each part has to say which article it is about.
    assert all(narrow_page.evaluate(LABELS))
    assert narrow_page.evaluate("document.documentElement.scrollWidth") == 390


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_violation_in_a_comparison(
    compare: Path, open_page: Callable[..., Any], scheme: str, width: int
) -> None:
    assert violations(open_page(compare, width=width, scheme=scheme)) == []


def test_a_prereading_page_fits_a_phone(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    for page in pages["prereading"]:
        assert open_page(page, width=390, scheme="dark").evaluate("document.documentElement.scrollWidth") == 390


def test_a_link_to_a_prereading_page_is_in_its_line(reader_site: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(reader_site / "docs" / "teach.html")
    link = page.locator("main a[href$='before.html']").first
    assert (
        link.evaluate("(a) => [a, ...a.querySelectorAll('*')].map((e) => getComputedStyle(e).display)")
        == ["inline"] * 2
    )
