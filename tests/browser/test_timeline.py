"""The timeline page: complete without its script, and with it a choice of what is shown."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from browser.test_access import violations

pytestmark = pytest.mark.browser

ROWS = ".reader-chronicle li:visible"
KINDS = ("events", "agreements", "readings")


@pytest.fixture
def timeline(reader_site: Path) -> Path:
    return reader_site / "docs" / "timeline.html"


def shown(page: Any) -> list[dict[str, str]]:
    """What the visible rows say of themselves."""
    found: list[dict[str, str]] = page.locator(ROWS).evaluate_all("(rows) => rows.map((row) => ({...row.dataset}))")
    return found


def choose_article(page: Any, number: int) -> dict[str, str]:
    """Choose an article by its place in the list; its row."""
    page.get_by_role("combobox", name="Known to readers", exact=True).select_option(index=number)
    [row] = [
        row
        for row in shown(page)
        if row.get("article") == page.get_by_role("combobox", name="Known to readers", exact=True).input_value()
    ]
    return row


@pytest.mark.parametrize("width", [1280, 390])
def test_without_javascript_all_rows_stand_there_and_no_dead_controls(
    timeline: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(timeline, js=False, width=width)
    assert page.locator(ROWS).count() == page.locator(".reader-chronicle li").count() > 10
    assert {row for row in KINDS if page.locator(f".reader-chronicle li.{row}").count()} == set(KINDS)
    assert page.locator("main select, main button, main input").count() == 0


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("kind", KINDS)
def test_one_kind_can_be_shown_alone(timeline: Path, open_page: Callable[..., Any], kind: str, width: int) -> None:
    page = open_page(timeline, width=width)
    everything = len(shown(page))
    page.get_by_role("combobox", name="Show", exact=True).select_option(kind)
    rows = shown(page)
    assert {row["kind"] for row in rows} == {kind}
    assert page.get_by_role("status").inner_text().startswith(f"{len(rows)} of {everything} dates")
    years = page.locator(".reader-year").evaluate_all("(all) => all.filter((y) => y.offsetHeight).map((y) => y.id)")
    jumps = page.locator(".reader-letters a:visible").evaluate_all("(all) => all.map((a) => a.hash.slice(1))")
    assert jumps == years
    page.get_by_role("combobox", name="Show", exact=True).select_option("")
    assert len(shown(page)) == everything


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("number", [1, 2])
def test_of_an_article_stands_nothing_that_its_first_readers_could_not_know(
    timeline: Path, open_page: Callable[..., Any], number: int, width: int
) -> None:
    page = open_page(timeline, width=width)
    own = choose_article(page, number)
    assert all(row["known"] <= own["known"] for row in shown(page))
    assert "now" in page.locator(".reader-chronicle li.now").get_attribute("class")
    assert page.locator(".reader-chronicle li.now .gloss-kind").inner_text().startswith("reading")
    # Nothing of it tells the end of what was still going on, nor any other later year.
    day = date.fromisoformat(own["known"])
    text = page.locator(".reader-chronicle ol:visible").evaluate_all("(all) => all.map((o) => o.innerText).join(' ')")
    assert [year for year in range(day.year + 1, 2031) if str(year) in text] == []


def test_what_has_not_ended_yet_has_no_end_and_the_explanation_of_that_day(
    timeline: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(timeline)
    row = page.locator("li", has_text="Closure of the Lachin corridor")
    latest = row.inner_text()
    assert "24 Sep 2023" in latest
    choose_article(page, 2)
    then = row.inner_text()
    assert then.startswith("from 12 Dec 2022")
    assert "since 12 December 2022" in then
    page.get_by_role("combobox", name="Known to readers", exact=True).select_option("")
    assert row.inner_text() == latest


def test_the_choice_stands_in_the_address(timeline: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(timeline)
    choose_article(page, 1)
    page.get_by_role("combobox", name="Show", exact=True).select_option("events")
    rows, address = shown(page), page.url
    page.goto("about:blank")
    page.goto(address)
    assert shown(page) == rows
    page.goto(address.partition("#")[0] + "#kind=nonsense&article=none")
    assert len(shown(page)) > len(rows)


def test_a_jump_to_a_year_leaves_the_choice_as_it_is(timeline: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(timeline)
    page.get_by_role("combobox", name="Show", exact=True).select_option("agreements")
    rows = shown(page)
    page.locator(".reader-letters a:visible").last.click()
    assert shown(page) == rows


def test_all_choices_can_be_made_by_keyboard(timeline: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(timeline)
    everything = len(shown(page))
    page.locator("#main").focus()
    page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.labels[0].firstChild.data") == "Show"
    page.keyboard.press("ArrowDown")
    assert {row["kind"] for row in shown(page)} == {page.evaluate("document.activeElement.value")}
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.labels[0].firstChild.data") == "Known to readers"
    page.keyboard.press("ArrowDown")
    assert 0 < len(shown(page)) < everything
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.reader-letters') !== null")


@pytest.mark.parametrize("js", [True, False], ids=["with-js", "without-js"])
@pytest.mark.parametrize("width", [390, 320])
def test_a_phone_need_not_scroll_sideways(timeline: Path, open_page: Callable[..., Any], width: int, js: bool) -> None:
    page = open_page(timeline, width=width, js=js)
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_with_a_choice_made(
    timeline: Path, open_page: Callable[..., Any], scheme: str, width: int
) -> None:
    page = open_page(timeline, width=width, scheme=scheme)
    choose_article(page, 1)
    assert violations(page) == []


def test_on_paper_stands_what_was_chosen_and_that_it_was(timeline: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(timeline)
    page.emulate_media(media="print")
    assert not page.locator(".reader-tools").is_visible()
    assert not page.get_by_role("status").is_visible()
    page.emulate_media(media="screen")
    choose_article(page, 1)
    rows = len(shown(page))
    page.emulate_media(media="print")
    assert len(shown(page)) == rows
    assert page.locator("[role=status]").is_visible()
