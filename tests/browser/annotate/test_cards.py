"""The card of a name while serving: “Wrong name?”, what was done, and Undo; words of links can be selected."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import Served, drag

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def source(served: Served, slug: str) -> str:
    """The article's file."""
    return (served.root / "corpus" / slug / "article.md").read_text("utf-8")


def test_a_wrong_name_is_mended_in_its_card_and_taken_back(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    before = source(served, slug)
    address = page.url
    page.locator("a.mention", has_text="Baku").click()
    card = page.locator(".pop-card")
    card.get_by_text("Wrong name?").click()
    card.get_by_label("Find another entry").fill("aliyev")
    card.get_by_role("button", name="Ilham Aliyev").click()
    page.locator("a.mention[data-entry='ilham-aliyev']", has_text="Baku").wait_for()
    page.get_by_text("“Baku” in paragraph 1 now means Ilham Aliyev.").wait_for()
    assert page.url == address
    page.get_by_role("button", name="Undo").click()
    page.locator("a.mention[data-entry='baku']").wait_for()
    assert source(served, slug) == before


def test_by_keyboard_a_name_is_never_one_in_the_article(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.locator("a.mention", has_text="Armenia").focus()
    page.keyboard.press("Enter")
    card = page.locator(".pop-card")
    card.get_by_text("Wrong name?").focus()
    page.keyboard.press("Enter")
    card.get_by_role("button", name="Never in this article").focus()
    page.keyboard.press("Enter")
    page.locator("a.mention", has_text="Armenia").wait_for(state="detached")
    page.get_by_text("“Armenia” is not linked in this article now (1 place).").wait_for()
    assert "entry: none" in source(served, slug)


def test_the_words_of_a_link_are_selected_from_their_first_letter(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    drag(page, "Brussels")
    assert page.locator(".cr-choose button").all_inner_texts() == [
        "Note",
        "Question",
        "Is an entry …",
        "New entry",
        "Hard word",
    ]
    assert page.locator(".pop-card:visible").count() == 0
    page.get_by_role("button", name="Question", exact=True).click()
    assert page.locator(".cr-about blockquote").inner_text() == "Brussels"
    assert page.get_by_role("radio", name="Question").is_checked()
