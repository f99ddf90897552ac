"""Every gloss can be reached: by keyboard, by tap, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

MENTIONS = ".mention[href^='#'][id]"
FOCUS = "document.activeElement.id"
#: Lists the elements that had the focus: by id, by the gloss of a link, or as the footer.
NOTE_STOPS = """
() => {
  window.stops = [];
  addEventListener("focusin", ({ target }) => stops.push(
    target.closest("footer") ? "the footer"
      : target.matches(".gloss-name") ? "link in " + target.closest(".gloss").id : target.id));
}
"""


def mentions_of(page: Any, which: str = "") -> list[tuple[str, str]]:
    """The ids of each first mention and of its gloss."""
    found: list[list[str]] = page.evaluate(
        f"""[...document.querySelectorAll("{MENTIONS}{which}")].map((m) => [m.id, m.getAttribute("href").slice(1)])"""
    )
    assert found or which
    return [(mention, gloss) for mention, gloss in found]


def some(mentions: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """The first, the last, and every fifth between: where they all work alike, each costs half a second."""
    return mentions if len(mentions) < 10 else [*mentions[:-1:5], mentions[-1]]


@pytest.mark.parametrize("width", [1280, 390])
def test_tab_stops_at_every_mention_and_every_entry_link(
    articles: list[Path], open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(articles[0], width=width)
    wanted = {mention for mention, _ in mentions_of(page)}
    if width > 1000:
        wanted |= {f"link in {gloss}" for _, gloss in mentions_of(page, ":not(.on-demand)")}
    page.evaluate(NOTE_STOPS)
    for _ in range(100):
        for _ in range(10):
            page.keyboard.press("Tab")
        if page.evaluate("stops.includes('the footer')"):
            break
    assert wanted - set(page.evaluate("stops")) == set()


def test_the_arrow_of_a_gloss_comes_back_to_its_name(articles: list[Path], open_page: Callable[..., Any]) -> None:
    for article in articles:
        page = open_page(article)
        for mention, gloss in some(mentions_of(page, ":not(.on-demand)")):
            page.focus(f"[id='{gloss}'] .gloss-back")
            page.keyboard.press("Enter")
            assert page.evaluate(FOCUS) == mention


def test_pointing_at_a_mention_or_a_gloss_highlights_both(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    mention, gloss = mentions_of(page, ":not(.on-demand)")[0]
    for pointed in (mention, gloss):
        page.mouse.move(0, 0)
        page.hover(f"[id='{pointed}']")
        assert page.locator(f"[id='{gloss}'].on").count() == page.locator(f"[id='{mention}'].on").count() == 1


def test_without_javascript_a_tap_opens_the_gloss_too(articles: list[Path], open_page: Callable[..., Any]) -> None:
    for article in articles:
        page = open_page(article, width=390, js=False, touch=True)
        for mention, gloss in some(mentions_of(page)):
            page.locator(f"[id='{mention}']").tap()
            assert page.locator(f"[id='{gloss}']").is_visible()


def test_without_javascript_the_margin_has_what_is_needed_and_the_rest_opens_there(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    for article in articles:
        page = open_page(article, js=False)
        assert page.locator(".gloss:visible").count() == page.locator(".gloss:not(.on-demand)").count() > 0
        for mention, gloss in some(mentions_of(page, ".on-demand"))[:3]:
            page.locator(f"[id='{mention}']").click()
            assert page.locator(f"[id='{gloss}']").is_visible()


@pytest.mark.parametrize("width", [1280, 390])
def test_a_link_to_a_gloss_from_elsewhere_finds_it_open(
    articles: list[Path], open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(articles[0], width=width)
    _, gloss = (mentions_of(page, ".on-demand") or mentions_of(page))[-1]
    page.goto("about:blank")
    page.goto(f"{articles[0].as_uri()}#{gloss}")
    assert page.locator(f"[id='{gloss}']").is_visible() or page.get_by_role("dialog").is_visible()


def test_the_first_tab_stop_leads_past_the_header(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    page.keyboard.press("Tab")
    assert page.locator(":focus").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "main"
