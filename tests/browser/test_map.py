"""The map as it is seen: one drawing for each width, names apart in the reader's own letters, links by keyboard."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from browser.test_access import violations

pytestmark = pytest.mark.browser

#: names of places that are seen, with their boxes in pixels
NAMES = """() => [...document.querySelectorAll(".reader-map svg text")]
  .filter((text) => text.checkVisibility())
  .map((text) => {
    const {left, top, right, bottom} = text.getBoundingClientRect();
    return {svg: [...document.querySelectorAll(".reader-map svg")].indexOf(text.closest("svg")),
            kind: text.classList[0], words: text.textContent, size: parseFloat(getComputedStyle(text).fontSize) *
            text.closest("svg").getBoundingClientRect().width / text.closest("svg").viewBox.baseVal.width,
            left, top, right, bottom};
  })"""


@pytest.fixture
def map_page(reader_site: Path) -> Path:
    return reader_site / "docs" / "map.html"


def overlapping(names: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """Pairs of names whose letters run into each other by more than their empty rims."""
    return [
        (a["words"], b["words"])
        for a, b in combinations(names, 2)
        if a["svg"] == b["svg"]
        and min(a["right"], b["right"]) - max(a["left"], b["left"]) > 1.5
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 0.5 * min(a["size"], b["size"])
    ]


@pytest.mark.parametrize(("width", "shown"), [(1280, "map-wide"), (390, "map-narrow")])
def test_one_drawing_is_shown_and_its_names_can_be_read(
    map_page: Path, open_page: Callable[..., Any], width: int, shown: str
) -> None:
    page = open_page(map_page, js=False, width=width)
    assert page.locator(".reader-map > div:visible").count() == page.locator(f".reader-map > .{shown}").count() > 2
    names = page.evaluate(NAMES)
    assert {"map-name", "map-other", "map-region", "map-country", "map-context", "map-water"} <= {
        name["kind"] for name in names
    }
    assert overlapping(names) == []
    assert min(name["size"] for name in names if name["kind"] in ("map-name", "map-region", "map-country")) >= 11
    assert min(name["size"] for name in names) >= 8.5
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_keyboard_reaches_every_name_and_follows_it(map_page: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(map_page, js=False, width=390)
    links = page.locator(".reader-map >> nth=0").locator(".map-narrow a")
    wanted = links.evaluate_all("(links) => links.map((link) => link.getAttribute('aria-label'))")
    links.first.focus()
    reached = []
    for _ in wanted:
        reached.append(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("Tab")
    assert sorted(reached) == sorted(wanted)
    assert "Shusha / Shushi" in wanted
    page.get_by_role("link", name="Shusha / Shushi").first.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/glossary/places/shusha.html")


def test_the_picture_has_a_name_and_words(map_page: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(map_page, width=1280)
    picture = page.get_by_role("img", name="Map of Armenia and Azerbaijan with").first
    assert "about 7 km to the south" in picture.evaluate(
        "(g) => document.getElementById(g.getAttribute('aria-describedby')).textContent"
    )


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(map_page: Path, open_page: Callable[..., Any], width: int, scheme: str) -> None:
    assert violations(open_page(map_page, width=width, scheme=scheme)) == []


def test_land_and_sea_differ_in_both_schemes_and_on_paper(map_page: Path, open_page: Callable[..., Any]) -> None:
    fills = """() => ["map-sea", "map-land", "map-named"].map((name) =>
      getComputedStyle(document.querySelector(`.reader-map .${name}`)).fill)"""
    for scheme in ("light", "dark"):
        page = open_page(map_page, width=1280, scheme=scheme)
        assert len(set(page.evaluate(fills))) == 3
    page.emulate_media(media="print")
    assert page.evaluate(fills) == ["rgb(222, 222, 222)", "rgb(242, 242, 242)", "rgb(255, 255, 255)"]
    assert page.locator(".reader-map >> nth=0").locator(".map-wide").is_visible()
