"""Where the glosses stand: measured by the boxes that the browser drew."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

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
() => {
  const height = parseFloat(getComputedStyle(document.querySelector(".reader-page")).lineHeight);
  const shown = (gloss) => gloss.getClientRects().length && getComputedStyle(gloss).visibility === "visible";
  return [...document.querySelectorAll(".gloss[id]")].filter(shown).map((gloss) => {
    const anchor = document.querySelector(`.mention[href="#${gloss.id}"], .noted[data-note="${gloss.id}"]`);
    const r = gloss.getBoundingClientRect(), line = anchor.getClientRects()[0].top;
    const faded = [gloss, ...gloss.querySelectorAll("*")].some((e) => getComputedStyle(e).maskImage !== "none");
    const cut = gloss.scrollHeight > gloss.clientHeight + 1 || gloss.scrollWidth > gloss.clientWidth + 1;
    return { id: gloss.id, line, top: r.top, bottom: r.bottom, away: (r.top - line) / height, cut: cut || faded };
  }).sort((a, b) => a.top - b.top);
}
"""
#: How many lines of the text a gloss may be from its place, and within how many lines four in five are.
FARTHEST, NEAR, MOST = 6, 3, 0.8


#: Each page is opened once at each of these widths, and the tests of a width run in one process.
WIDTHS = {
    width: pytest.param(width, marks=pytest.mark.xdist_group(f"margin-{width}")) for width in (320, 390, 1024, 1280)
}
SCRIPTS = pytest.mark.parametrize("js", [True, False], ids=["with-js", "without-js"])


def widths(*which: int) -> pytest.MarkDecorator:
    """A test for each of these widths."""
    return pytest.mark.parametrize("width", [WIDTHS[width] for width in which])


@dataclass(frozen=True)
class Drawn:
    """A page as the browser drew it."""

    boxes: dict[str, list[dict[str, Any]]]
    #: each gloss in the order from top to bottom, with the line that it belongs to
    lines: list[dict[str, Any]]
    #: how far the page reaches to the right
    reach: int
    #: the glosses that are seen, and all of them
    shown: int
    glosses: int

    @classmethod
    def of(cls, page: Any) -> Drawn:
        """Measure a page."""
        return cls(
            page.evaluate(BOXES),
            page.evaluate(LINES),
            page.evaluate("document.documentElement.scrollWidth"),
            page.locator(".gloss:visible").count(),
            page.locator(".gloss").count(),
        )


Draw = Callable[..., Drawn]


@pytest.fixture(scope="session")
def known() -> dict[tuple[Path, int, bool], tuple[Drawn, Drawn | None]]:
    """Measurements that were made already."""
    return {}


@pytest.fixture
def draw(open_page: Callable[..., Any], known: dict[tuple[Path, int, bool], tuple[Drawn, Drawn | None]]) -> Draw:
    """Open a page and measure it; `all_asked` measures it once more, with all explanations asked for."""

    def measured(path: Path, width: int, js: bool = True, *, all_asked: bool = False) -> Drawn:
        key = (path, width, js)
        if key not in known:
            page = open_page(path, width=width, js=js)
            first = Drawn.of(page)
            if js:
                page.locator(".reader-explain").get_by_role("button", name="all").click()
            known[key] = first, Drawn.of(page) if js else None
        first, asked = known[key]
        if not all_asked:
            return first
        assert asked
        return asked

    return measured


def overlaps(boxes: dict[str, list[dict[str, Any]]]) -> list[str]:
    """Each pair of boxes of which one is a gloss and that share more than a hairline."""
    glosses = boxes["glosses"]
    found = []
    for i, gloss in enumerate(glosses):
        for other in glosses[i + 1 :] + boxes["texts"]:
            width = min(gloss["right"], other["right"]) - max(gloss["left"], other["left"])
            height = min(gloss["bottom"], other["bottom"]) - max(gloss["top"], other["top"])
            if width > 0.5 and height > 0.5:
                found.append(f"{gloss['what']} and {other['what']}: {width:.0f} × {height:.0f} px")
    return found


@SCRIPTS
@widths(1280, 1024, 390)
def test_no_gloss_overlaps_another_or_the_text(articles: list[Path], draw: Draw, width: int, js: bool) -> None:
    for article in articles:
        assert overlaps(draw(article, width, js).boxes) == [], article


@widths(1280, 1024)
def test_no_gloss_overlaps_when_all_are_asked_for(articles: list[Path], draw: Draw, width: int) -> None:
    for article in articles:
        page = draw(article, width, all_asked=True)
        assert page.shown >= draw(article, width).shown
        assert overlaps(page.boxes) == [], article


@widths(1280, 1024)
@pytest.mark.parametrize("all_asked", [False, True])
def test_every_gloss_in_the_margin_is_whole_and_near_its_line(
    articles: list[Path], draw: Draw, width: int, all_asked: bool
) -> None:
    for article in articles:
        lines = draw(article, width, all_asked=all_asked).lines
        assert lines, article
        assert [gloss["id"] for gloss in lines if gloss["cut"]] == [], article
        assert max(gloss["away"] for gloss in lines) <= FARTHEST + 0.1, article
        assert sum(gloss["away"] <= NEAR + 0.1 for gloss in lines) >= MOST * len(lines), article


@widths(390)
def test_on_a_phone_nothing_stands_between_the_paragraphs(articles: list[Path], draw: Draw, width: int) -> None:
    for article in articles:
        assert draw(article, width).shown == 0, article


@widths(1280, 1024)
def test_a_gloss_that_has_room_stands_at_its_line(articles: list[Path], draw: Draw, width: int) -> None:
    for article in articles:
        above = float("-inf")
        for gloss in draw(article, width).lines:
            if above + ROOM <= gloss["line"]:
                assert abs(gloss["top"] - gloss["line"]) <= AT_ITS_LINE, f"{article}: {gloss['id']}"
            above = gloss["bottom"]


@widths(1280, 1024)
def test_a_gloss_is_pushed_down_only_as_far_as_needed(articles: list[Path], draw: Draw, width: int) -> None:
    for article in articles:
        above = float("-inf")
        for gloss in draw(article, width).lines:
            assert gloss["top"] <= max(gloss["line"], above + ROOM) + AT_ITS_LINE, f"{article}: {gloss['id']}"
            above = gloss["bottom"]


@SCRIPTS
@widths(320, 390, 1024, 1280)
def test_no_article_scrolls_sideways(articles: list[Path], draw: Draw, width: int, js: bool) -> None:
    for article in articles:
        assert draw(article, width, js).reach <= width, article
        if js:
            assert draw(article, width, all_asked=True).reach <= width, article


def test_glosses_find_their_places_again_after_the_window_changed(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    for article in articles:
        page = open_page(article)
        at_first = page.evaluate(LINES)
        for width in (900, 390, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
            assert overlaps(page.evaluate(BOXES)) == [], f"{article} at {width}"
        tops = [gloss["top"] for gloss in page.evaluate(LINES)]
        assert tops == pytest.approx([gloss["top"] for gloss in at_first], abs=1), article


def test_no_page_scrolls_sideways(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    for kind, paths in pages.items():
        page = open_page(paths[0], width=320)
        for width in (320, 390, 1024, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            reach = page.evaluate("document.documentElement.scrollWidth")
            assert reach <= width, f"{kind} page {paths[0]} reaches {reach} px at {width} px"
