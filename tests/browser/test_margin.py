"""Where the glosses stand: measured by the boxes that the browser drew."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

WIDTHS = (1280, 1024, 390)
#: A gloss stands at its line if its first line is within this many pixels of it.
AT_ITS_LINE = 2
#: A gloss has room if the one above ends at least this many pixels over its line.
ROOM = 10

BOXES = """
() => {
  const box = (element, what) => {
    const r = element.getBoundingClientRect();
    return { what, left: r.left, right: r.right, top: r.top + scrollY, bottom: r.bottom + scrollY };
  };
  const shown = (element) => element.getClientRects().length && getComputedStyle(element).visibility === "visible";
  const page = document.querySelector(".reader-page");
  const texts = page.querySelectorAll("h1, h2, h3, .reader-head, .para, .reader-part, .reader-tools");
  return {
    glosses: [...page.querySelectorAll(".gloss")].filter(shown).map((gloss) => box(gloss, gloss.id)),
    texts: [...texts].filter(shown).map((text) => box(text, text.id || text.className || text.tagName)),
  };
}
"""

LINES = """
() => [...document.querySelectorAll(".gloss[id]")].filter((gloss) => gloss.getClientRects().length).map((gloss) => {
  const anchor = document.querySelector(`.mention[href="#${gloss.id}"], .noted[data-note="${gloss.id}"]`);
  const r = gloss.getBoundingClientRect();
  return { id: gloss.id, line: anchor.getClientRects()[0].top, top: r.top, bottom: r.bottom };
}).sort((a, b) => a.top - b.top)
"""


def overlaps(page: Any) -> list[str]:
    """Each pair of boxes of which one is a gloss and that share more than a hairline."""
    boxes = page.evaluate(BOXES)
    glosses: list[dict[str, Any]] = boxes["glosses"]
    found = []
    for i, gloss in enumerate(glosses):
        for other in glosses[i + 1 :] + boxes["texts"]:
            width = min(gloss["right"], other["right"]) - max(gloss["left"], other["left"])
            height = min(gloss["bottom"], other["bottom"]) - max(gloss["top"], other["top"])
            if width > 0.5 and height > 0.5:
                found.append(f"{gloss['what']} and {other['what']}: {width:.0f} × {height:.0f} px")
    return found


@pytest.mark.parametrize("js", [True, False], ids=["with-js", "without-js"])
@pytest.mark.parametrize("width", WIDTHS)
def test_no_gloss_overlaps_another_or_the_text(
    articles: list[Path], open_page: Callable[..., Any], width: int, js: bool
) -> None:
    for article in articles:
        page = open_page(article, width=width, js=js)
        assert overlaps(page) == [], article


def test_no_gloss_overlaps_when_all_are_open_on_a_phone(articles: list[Path], open_page: Callable[..., Any]) -> None:
    for article in articles:
        page = open_page(article, width=390)
        page.get_by_label("Open all explanations").check()
        assert page.locator(".gloss:visible").count() == page.locator(".gloss").count()
        assert overlaps(page) == [], article


@pytest.mark.parametrize("width", [1280, 1024])
def test_a_gloss_that_has_room_stands_at_its_line(
    articles: list[Path], open_page: Callable[..., Any], width: int
) -> None:
    for article in articles:
        above = float("-inf")
        for gloss in open_page(article, width=width).evaluate(LINES):
            if above + ROOM <= gloss["line"]:
                assert abs(gloss["top"] - gloss["line"]) <= AT_ITS_LINE, f"{article}: {gloss['id']}"
            above = gloss["bottom"]


@pytest.mark.parametrize("width", [1280, 1024])
def test_a_gloss_is_pushed_down_only_as_far_as_needed(
    articles: list[Path], open_page: Callable[..., Any], width: int
) -> None:
    for article in articles:
        above = float("-inf")
        for gloss in open_page(article, width=width).evaluate(LINES):
            assert gloss["top"] <= max(gloss["line"], above + ROOM) + AT_ITS_LINE, f"{article}: {gloss['id']}"
            above = gloss["bottom"]


def test_glosses_find_their_places_again_after_the_window_changed(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    for article in articles:
        page = open_page(article)
        at_first = page.evaluate(LINES)
        for width in (900, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            assert overlaps(page) == [], f"{article} at {width}"
        tops = [gloss["top"] for gloss in page.evaluate(LINES)]
        assert tops == pytest.approx([gloss["top"] for gloss in at_first], abs=1), article


def test_no_page_scrolls_sideways(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    for kind, paths in pages.items():
        page = open_page(paths[0], width=320)
        for width in (320, 390, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            reach = page.evaluate("document.documentElement.scrollWidth")
            assert reach <= width, f"{kind} page {paths[0]} reaches {reach} px at {width} px"


@pytest.mark.parametrize("width", [320, 390, 1024, 1280])
def test_no_article_scrolls_sideways(articles: list[Path], open_page: Callable[..., Any], width: int) -> None:
    for article in articles:
        for js in (True, False):
            page = open_page(article, width=width, js=js)
            if js and width < 800:
                page.get_by_label("Open all explanations").check()
            assert page.evaluate("document.documentElement.scrollWidth") <= width, article
