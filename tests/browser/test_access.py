"""axe-core's opinion of each kind of page, in light and dark."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

axe: Any = pytest.importorskip("axe_playwright_python.sync_playwright")

pytestmark = pytest.mark.browser

KINDS = ("front", "article", "entry", "az", "chapter", "search", "404", "index", "page", "prereading")
#: The rule on target size belongs to WCAG 2.2 and is off unless asked for.
#: Without "preload" axe does not fetch the stylesheets, which a page on disk may not do.
#: Details of violations only: without details of everything that passes, axe takes half the time.
OPTIONS = {"rules": {"target-size": {"enabled": True}}, "preload": False, "resultTypes": ["violations"]}
#: what alone can differ where a page of the same width is looked at in another scheme
OF_COLOURS = {"runOnly": ["color-contrast", "link-in-text-block"], "preload": False, "resultTypes": ["violations"]}


def violations(page: Any, options: dict[str, Any] = OPTIONS) -> list[str]:
    """One line for each element that axe objects to."""
    report = axe.Axe().run(page, options=options).response["violations"]
    return [
        f"{rule['id']}: {node['html'][:200]} {node.get('failureSummary', '')}"
        for rule in report
        for node in rule["nodes"]
    ]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 1280), ("dark", 390)])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_no_violation(
    pages: dict[str, list[Path]], open_page: Callable[..., Any], kind: str, scheme: str, width: int
) -> None:
    page = open_page(pages[kind][0], width=width, scheme=scheme)
    assert violations(page, OF_COLOURS if (scheme, width) == ("dark", 1280) else OPTIONS) == []


@pytest.mark.parametrize(("scheme", "width"), [("light", 1280), ("dark", 390)])
def test_axe_finds_no_violation_with_a_card_open(
    articles: list[Path], open_page: Callable[..., Any], scheme: str, width: int
) -> None:
    for article in articles:
        page = open_page(article, width=width, scheme=scheme)
        for opener in (".mention[data-entry]", ".note-mark"):
            if page.locator(opener).count():
                page.locator(opener).last.click()
                page.get_by_role("dialog").wait_for()
                assert violations(page) == []
                # An open card may cover the next word.
                page.keyboard.press("Escape")


def test_axe_finds_no_violation_among_search_results(
    pages: dict[str, list[Path]], open_page: Callable[..., Any]
) -> None:
    page = open_page(pages["search"][0], query="?q=armenia")
    page.wait_for_selector("ul.search li a")
    page.wait_for_selector(".search-summary:not(:empty)")
    assert violations(page) == []


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_has_one_main_heading_and_a_language(
    pages: dict[str, list[Path]], open_page: Callable[..., Any], kind: str
) -> None:
    page = open_page(pages[kind][0], js=False)
    assert page.locator("h1").count() == 1
    assert page.locator("html").get_attribute("lang")
    assert page.locator("main").count() == 1
