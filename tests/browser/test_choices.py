"""What a reader may choose, and that it is remembered."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import kept

pytestmark = pytest.mark.browser

PAPER = "getComputedStyle(document.documentElement).backgroundColor"


def come_back(page: Any) -> None:
    """Load the page again as soon as the browser has stored the choice."""
    stored = kept(page)
    assert stored != "{}"
    page.reload()
    assert page.evaluate("JSON.stringify(localStorage)") == stored


@pytest.fixture
def nested(hard_site: Path) -> Path:
    """An article with notes of two layers."""
    return hard_site / "articles" / "nested.html"


def test_colours_follow_the_system_until_the_reader_chooses(nested: Path, open_page: Callable[..., Any]) -> None:
    light = open_page(nested).evaluate(PAPER)
    page = open_page(nested, scheme="dark", fresh=True)
    dark = page.evaluate(PAPER)
    assert dark != light
    page.get_by_label("Colours").select_option("light")
    assert page.evaluate(PAPER) == light
    come_back(page)
    assert page.evaluate(PAPER) == light
    assert page.get_by_label("Colours").input_value() == "light"
    page.get_by_label("Colours").select_option("auto")
    assert page.evaluate(PAPER) == dark


def test_the_choice_of_colours_is_not_offered_where_it_cannot_work(nested: Path, open_page: Callable[..., Any]) -> None:
    assert open_page(nested).locator("#scheme").is_visible()
    assert not open_page(nested, js=False).locator("#scheme").is_visible()


def test_each_layer_of_notes_can_be_hidden(nested: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(nested, fresh=True)
    own, other = page.locator("[data-layer='instructor']"), page.locator("[data-layer='caveats']")
    marked = page.locator(".noted:not(.off)")
    assert own.is_visible() and other.is_visible() and marked.count() == 3
    page.get_by_label("instructor").uncheck()
    assert not own.is_visible() and other.is_visible() and marked.count() == 2
    come_back(page)
    assert not own.is_visible()
    page.get_by_label("instructor").check()
    assert own.is_visible() and marked.count() == 3


def test_what_is_hidden_leaves_its_room_to_the_glosses_below(nested: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(nested, fresh=True)
    reach = "document.querySelector('#p4 + .glosses .gloss:last-child').getBoundingClientRect().bottom"
    before = page.evaluate(reach)
    page.get_by_label("instructor").uncheck()
    assert page.evaluate(reach) < before


def explain(page: Any, how: str) -> int:
    """Choose how many explanations there are; the number of glosses that the margin then shows."""
    page.locator(".reader-explain").get_by_role("button", name=how, exact=True).click()
    return int(page.locator(".gloss:not(.note):visible").count())


def test_a_reader_can_ask_for_fewer_and_for_more_explanations(reader_site: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(reader_site / "corpus" / "sochi-2022" / "article.html")
    pressed = ".reader-explain button[aria-pressed=true]"
    assert page.locator(pressed).all_inner_texts() == ["some"]
    few, some, everything = (explain(page, how) for how in ("few", "some", "all"))
    assert 0 < few <= some < everything
    assert page.locator(pressed).all_inner_texts() == ["all"]


def test_how_many_explanations_is_remembered_from_page_to_page(
    reader_site: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(reader_site / "corpus" / "sochi-2022" / "article.html", fresh=True)
    everything = explain(page, "all")
    come_back(page)
    assert page.locator(".gloss:not(.note):visible").count() == everything
    page.goto((reader_site / "corpus" / "moscow-2023" / "article.html").as_uri())
    assert page.locator(".reader-explain button[aria-pressed=true]").all_inner_texts() == ["all"]


def test_a_name_has_the_mark_of_the_margin_only_where_its_gloss_is_there(
    reader_site: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(reader_site / "corpus" / "sochi-2022" / "article.html")
    marked = page.evaluate(
        """() => [...document.querySelectorAll(".mention.first[href^='#gloss-']")].filter((mention) => {
            const gloss = document.getElementById(mention.hash.slice(1));
            return mention.classList.contains("on-demand") === (getComputedStyle(gloss).visibility === "visible");
        }).map((mention) => mention.id)"""
    )
    assert marked == []


def test_a_page_works_where_the_browser_remembers_nothing(nested: Path, browser: Any) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 900})
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    page.goto(nested.as_uri())
    page.locator(".reader-explain").get_by_role("button", name="few").click()
    assert page.locator(".reader-explain button[aria-pressed=true]").all_inner_texts() == ["few"]
    context.close()
    assert errors == []


def test_the_level_of_the_text_is_remembered_from_article_to_article(
    reader_site: Path, open_page: Callable[..., Any]
) -> None:
    corpus = reader_site / "corpus"
    page = open_page(corpus / "sochi-2022" / "article.html", query="#p3", fresh=True)
    page.get_by_role("link", name="easier (B1)").click()
    page.wait_for_url("**/sochi-2022/b1.html#p3")
    page.goto((corpus / "moscow-2023" / "article.html").as_uri())
    page.wait_for_url("**/moscow-2023/b1.html")
    page.get_by_role("link", name="original level").click()
    page.wait_for_url("**/moscow-2023/article.html")
    page.goto((corpus / "sochi-2022" / "article.html").as_uri())
    assert page.get_by_role("link", name="easier (B1)").is_visible()
    # An address that names a level is kept, whatever was chosen.
    page.goto((corpus / "sochi-2022" / "b1.html").as_uri())
    assert page.url.endswith("/b1.html")


def test_without_a_script_the_texts_of_an_article_are_links(reader_site: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(reader_site / "corpus" / "sochi-2022" / "article.html", js=False)
    page.get_by_role("link", name="easier (B1)").click()
    page.wait_for_url("**/sochi-2022/b1.html")
    assert page.get_by_role("link", name="original level").is_visible()
