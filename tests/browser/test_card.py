"""The card that every mention, hard word and note opens: one at a time, on the screen, and the text never moves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("card")]

WIDTHS = pytest.mark.parametrize("width", [1280, 390])

#: Opens the card of each word, and says of which words it was not on the screen, or the text moved, or the page left.
OPEN_EACH = """
() => [...document.querySelectorAll(".mention[data-entry], .hard-word, .note-mark")].filter((word) => {
  word.scrollIntoView({ block: "center" });
  const before = [scrollY, document.documentElement.scrollHeight, word.getBoundingClientRect().top, location.href];
  word.click();
  const after = [scrollY, document.documentElement.scrollHeight, word.getBoundingClientRect().top, location.href];
  const cards = [...document.querySelectorAll("[role=dialog]")].filter((card) => card.getClientRects().length);
  const box = cards[0]?.getBoundingClientRect();
  const isSeen = box && box.top >= 0 && box.left >= 0 && box.right <= innerWidth && box.bottom <= innerHeight + 1;
  return cards.length !== 1 || !isSeen || String(before) !== String(after);
}).map((word) => word.textContent)
"""


@pytest.fixture
def moscow(reader_site: Path) -> Path:
    return reader_site / "corpus" / "moscow-2023" / "article.html"


def card_of(page: Any, word: str) -> Any:
    """Click the first of these words, and wait for the card."""
    page.locator(word).first.click()
    card = page.get_by_role("dialog")
    card.wait_for()
    return card


@WIDTHS
def test_every_word_with_an_explanation_opens_one_card_on_the_screen_and_the_text_never_moves(
    articles: list[Path], open_page: Callable[..., Any], width: int
) -> None:
    for article in articles:
        page = open_page(article, width=width)
        assert page.evaluate(OPEN_EACH) == [], article


def test_on_a_phone_it_is_at_the_foot_of_the_screen_and_beside_the_word_elsewhere(
    moscow: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(moscow, width=390, touch=True)
    box = card_of(page, ".mention[data-entry='turkey']").bounding_box()
    assert (box["x"], box["width"], box["y"] + box["height"]) == (0, 390, pytest.approx(900, abs=1))
    page = open_page(moscow)
    word = page.locator(".mention[data-entry='turkey']").first
    box, place = card_of(page, ".mention[data-entry='turkey']").bounding_box(), word.bounding_box()
    assert min(abs(box["y"] - place["y"] - place["height"]), abs(place["y"] - box["y"] - box["height"])) < 20


def test_a_place_has_a_small_map_and_an_event_its_day_on_a_line_of_time(
    moscow: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(moscow)
    card = card_of(page, ".mention[data-entry='lachin-corridor']")
    picture = card.get_by_role("img")
    picture.evaluate("(img) => img.decode()")
    assert "Lachin" in picture.get_attribute("alt") and picture.evaluate("(img) => img.naturalWidth") > 100
    card = card_of(page, ".mention[data-entry='second-karabakh-war-2020']")
    assert "2020" in card.inner_text() and "2 years before this article" in card.inner_text()
    assert card.get_by_role("img").count() == 0
    assert card.get_by_role("link").evaluate_all("(all) => all.map((a) => a.getAttribute('href'))") == [
        "../../glossary/events/second-karabakh-war-2020.html"
    ]


def test_a_repeated_name_has_the_gloss_of_its_first_mention(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    card = card_of(page, ".mention[data-entry='ilham-aliyev']:not(.first)")
    assert card.get_by_role("heading").inner_text() == "Ilham Aliyev"
    assert "President of Azerbaijan since October 2003" in card.inner_text()


def test_a_hard_word_has_its_meaning(moscow: Path, open_page: Callable[..., Any]) -> None:
    card = card_of(open_page(moscow), ".hard-word[href='#word-irk']")
    assert "to annoy somebody" in card.inner_text()


@WIDTHS
def test_escape_closes_it_and_the_focus_is_on_the_word_again(
    moscow: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(moscow, width=width)
    word = page.locator(".mention[data-entry='nagorno-karabakh']").last
    word.focus()
    page.keyboard.press("Enter")
    card = page.get_by_role("dialog", name="Nagorno-Karabakh")
    assert card.evaluate("(e) => e === document.activeElement")
    assert word.get_attribute("aria-expanded") == "true"
    page.keyboard.press("Escape")
    assert not card.is_visible() and word.get_attribute("aria-expanded") is None
    assert word.evaluate("(e) => e === document.activeElement")


def test_tab_goes_through_the_card_and_on_in_the_text(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    word = page.locator(".mention[data-entry='turkey']").first
    word.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.getAttribute('aria-label')") == "Close"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Turkey in the glossary"
    page.keyboard.press("Tab")
    assert not page.get_by_role("dialog").is_visible()
    assert page.evaluate("document.activeElement.closest('#p18') !== null")


def test_a_click_elsewhere_and_the_button_close_it(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    card = card_of(page, ".mention[data-entry='turkey']")
    page.mouse.click(5, 450)
    assert not card.is_visible()
    card = card_of(page, ".mention[data-entry='turkey']")
    card.get_by_label("Close").click()
    assert not card.is_visible()


@WIDTHS
def test_back_closes_it_and_the_reader_stays_where_she_is(
    moscow: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(moscow, width=width)
    card = card_of(page, ".mention[data-entry='turkey']")
    page.evaluate("scrollBy(0, 120)")
    here = page.evaluate("scrollY")
    page.evaluate("history.back()")
    card.wait_for(state="hidden")
    assert (page.evaluate("scrollY"), page.url) == (here, moscow.as_uri())


def test_closing_it_leaves_nothing_for_back_to_undo(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    card_of(page, ".mention[data-entry='turkey']")
    here = page.evaluate("scrollY")
    page.keyboard.press("Escape")
    page.wait_for_function("history.state === null")
    assert page.evaluate("scrollY") == here


def test_a_line_that_names_a_note_opens_it(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    line = page.locator(".gloss.note.line").first
    note = line.locator(".note-text").text_content()
    line.locator(".note-kind").click()
    assert " ".join(note.split()) in " ".join(page.get_by_role("dialog").inner_text().split())
