"""Every gloss can be reached: by keyboard, by tap, and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

MENTIONS = ".mention[href^='#'][id]"
FOCUS = "document.activeElement.id"
#: Of a mention and its gloss on a narrow screen: is it shown, under its paragraph, and what is said about it?
STATE = """
([mention, gloss]) => {
  const [link, box] = [mention, gloss].map((id) => document.getElementById(id));
  const open = box.getClientRects().length > 0;
  const above = box.closest("aside").previousElementSibling.getBoundingClientRect().bottom;
  return {
    open,
    under: open && box.getBoundingClientRect().top >= above - 1,
    told: `${link.getAttribute("aria-expanded")} ${link.getAttribute("aria-controls")}`,
  };
}
"""


#: Lists the elements that had the focus: by id, by the gloss of a link, or as the footer.
NOTE_STOPS = """
() => {
  window.stops = [];
  addEventListener("focusin", ({ target }) => stops.push(
    target.closest("footer") ? "the footer"
      : target.matches(".gloss-name") ? "link in " + target.closest(".gloss").id : target.id));
}
"""


def mentions_of(page: Any) -> list[tuple[str, str]]:
    """The ids of each first mention and of its gloss."""
    found: list[list[str]] = page.evaluate(
        f"""[...document.querySelectorAll("{MENTIONS}")].map((m) => [m.id, m.getAttribute("href").slice(1)])"""
    )
    assert found
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
        wanted |= {f"link in {gloss}" for _, gloss in mentions_of(page)}
    page.evaluate(NOTE_STOPS)
    for _ in range(100):
        for _ in range(10):
            page.keyboard.press("Tab")
        if page.evaluate("stops.includes('the footer')"):
            break
    assert wanted - set(page.evaluate("stops")) == set()


def test_enter_goes_to_the_gloss_beside_the_text_and_its_arrow_comes_back(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    for article in articles:
        page = open_page(article)
        for mention, gloss in some(mentions_of(page)):
            page.focus(f"[id='{mention}']")
            page.keyboard.press("Enter")
            assert page.evaluate("document.activeElement.closest('.gloss')?.id") == gloss
            page.focus(f"[id='{gloss}'] .gloss-back")
            page.keyboard.press("Enter")
            assert page.evaluate(FOCUS) == mention


def test_escape_comes_back_from_a_gloss_and_takes_the_highlight_away(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    page = open_page(articles[0])
    mention, gloss = mentions_of(page)[0]
    page.focus(f"[id='{mention}']")
    page.keyboard.press("Enter")
    assert page.locator(f"[id='{gloss}'].on").count() == page.locator(f"[id='{mention}'].on").count() == 1
    page.keyboard.press("Escape")
    assert page.evaluate(FOCUS) == mention
    assert page.locator(".on").count() == 0


def test_pointing_at_a_mention_or_a_gloss_highlights_both(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    mention, gloss = mentions_of(page)[0]
    for pointed in (mention, gloss):
        page.mouse.move(0, 0)
        page.hover(f"[id='{pointed}']")
        assert page.locator(f"[id='{gloss}'].on").count() == page.locator(f"[id='{mention}'].on").count() == 1


def test_a_tap_opens_a_gloss_under_its_paragraph_and_a_second_tap_closes_it(
    articles: list[Path], open_page: Callable[..., Any]
) -> None:
    for article in articles:
        page = open_page(article, width=390, touch=True)
        for mention, gloss in some(mentions_of(page)):
            page.tap(f"[id='{mention}']")
            assert page.evaluate(STATE, [mention, gloss]) == {"open": True, "under": True, "told": f"true {gloss}"}
            page.tap(f"[id='{mention}']")
            assert page.evaluate(STATE, [mention, gloss]) == {"open": False, "under": False, "told": f"false {gloss}"}


def test_enter_opens_and_closes_a_gloss_on_a_phone(articles: list[Path], open_page: Callable[..., Any]) -> None:
    for article in articles:
        page = open_page(article, width=390)
        for mention, gloss in some(mentions_of(page)):
            page.focus(f"[id='{mention}']")
            page.keyboard.press("Enter")
            assert page.locator(f"[id='{gloss}']").is_visible()
            page.keyboard.press("Enter")
            assert not page.locator(f"[id='{gloss}']").is_visible()


def test_without_javascript_a_tap_opens_the_gloss_too(articles: list[Path], open_page: Callable[..., Any]) -> None:
    for article in articles:
        page = open_page(article, width=390, js=False, touch=True)
        for mention, gloss in some(mentions_of(page)):
            page.locator(f"[id='{mention}']").tap()
            assert page.locator(f"[id='{gloss}']").is_visible()


@pytest.mark.parametrize("js", [True, False], ids=["with-js", "without-js"])
def test_beside_the_text_and_in_notes_nothing_is_hidden(
    articles: list[Path], open_page: Callable[..., Any], js: bool
) -> None:
    for article in articles:
        page = open_page(article, js=js)
        assert page.locator(".gloss:visible").count() == page.locator(".gloss").count() > 0
        page = open_page(article, width=390, js=js)
        assert page.locator(".gloss.note:visible").count() == page.locator(".gloss.note").count()


def test_a_link_to_a_gloss_from_elsewhere_finds_it_open(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0], width=390)
    _, gloss = mentions_of(page)[-1]
    page.goto("about:blank")
    page.goto(f"{articles[0].as_uri()}#{gloss}")
    assert page.locator(f"[id='{gloss}']").is_visible()


def test_the_first_tab_stop_leads_past_the_header(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    page.keyboard.press("Tab")
    assert page.locator(":focus").is_visible()
    page.keyboard.press("Enter")
    assert page.evaluate(FOCUS) == "main"
