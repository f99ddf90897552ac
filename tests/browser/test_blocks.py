"""Articles with a wide table, or in a language that is read from right to left."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.test_access import violations
from readers import article, entry, make_reader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("blocks")]

ROW = " | ".join(f"Households {number}" for number in range(12))
TABLE = f"| {ROW} |\n|{'---|' * 12}\n| {ROW} |\n"
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", names="{ar: آن لي}"),
    "corpus/wide/article.md": article(f"Ann Lee counted.\n\n{TABLE}\nThat was all.", title="Wide"),
    "corpus/right/article.md": article("قال آن لي ذلك.", title="مقال", language="ar"),
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_reader(tmp_path_factory.mktemp("blocks"), FILES).build()


@pytest.mark.parametrize("width", [1600, 1280, 1024, 390])
def test_a_wide_table_scrolls_in_its_column_and_breaks_no_word(
    site: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(site / "corpus" / "wide" / "article.html", width=width)
    text, box = page.locator(".para").first.bounding_box(), page.locator(".table-box").bounding_box()
    assert box["x"] + box["width"] <= text["x"] + text["width"] + 1
    assert page.evaluate("document.documentElement.scrollWidth") == width
    scrolls = page.locator(".table-box").evaluate("(box) => [box.scrollWidth > box.clientWidth, box.tabIndex]")
    assert scrolls == [True, 0]
    # The longest word of a cell is on one line.
    heights = page.locator("td").evaluate_all("(cells) => cells.map((cell) => cell.clientHeight)")
    assert max(heights) < 80
    assert violations(page) == []


@pytest.mark.parametrize("width", [1280, 390])
def test_an_article_has_its_language_and_direction_and_the_rest_of_the_page_its_own(
    site: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(site / "corpus" / "right" / "article.html", width=width)
    spoken = "(e) => [e.closest('[lang]').lang, getComputedStyle(e).direction]"
    for what in ("h1", ".para", ".mention"):
        assert page.locator(what).first.evaluate(spoken) == ["ar", "rtl"], what
    for what in (".reader-kicker", ".reader-head", ".gloss", ".reader-part"):
        assert page.locator(what).first.evaluate(spoken) == ["en", "ltr"], what
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".mention").click()
    assert page.get_by_role("dialog").evaluate(spoken) == ["en", "ltr"]
