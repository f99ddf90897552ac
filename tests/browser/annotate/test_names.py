"""Names: “this is not X”, “this is X”, new entries."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
import yaml
from browser.annotate.conftest import TEXT, Served, select

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def source(served: Served, slug: str) -> str:
    """The article's file."""
    return (served.root / "corpus" / slug / "article.md").read_text("utf-8")


def test_this_name_is_not(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    before = source(served, slug)
    page.locator("a.mention", has_text="Baku").focus()
    page.keyboard.press("Alt+a")
    page.get_by_role("button", name="Is an entry …").click()
    page.get_by_text("“Baku”, paragraph 1, is linked to Baku (place).").wait_for()
    page.get_by_role("button", name="This name is not Baku: no link").click()
    page.locator("a.mention", has_text="Baku").wait_for(state="detached")
    page.get_by_text("“Baku” in paragraph 1 is not linked any more.").wait_for()
    after = source(served, slug)
    assert after.endswith(TEXT.strip() + "\n")
    assert "mentions:" in after and "entry: none" in after
    assert [line for line in after.splitlines() if line in before.splitlines()] == before.splitlines()


def test_this_name_is_somebody_else(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    select(page, "the two leaders")
    page.get_by_role("button", name="Is an entry …").click()
    search = page.get_by_label("This name is:")
    assert search.input_value() == "the two leaders"
    page.get_by_text("No entry has such a name.").wait_for()
    search.fill("aliyev")
    page.locator(".cr-suggestions button", has_text="Ilham Aliyev").click()
    page.locator("a.mention[data-entry='ilham-aliyev']", has_text="the two leaders").wait_for()
    assert "entry: ilham-aliyev" in source(served, slug)


def test_two_live_windows_decide_on_the_same_words_and_the_second_chooses(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    one, other = visit(slug), visit(slug)
    for page in (one, other):
        page.locator("a.mention", has_text="Baku").focus()
        page.keyboard.press("Alt+a")
        page.get_by_role("button", name="Is an entry …").click()
    one.get_by_role("button", name="This name is not Baku: no link").click()
    other.locator("a.mention", has_text="Baku").wait_for(state="detached")
    other.get_by_label("This name is").fill("aliyev")
    other.locator(".cr-suggestions button", has_text="Ilham Aliyev").click()
    other.get_by_text("Somebody else has decided on these words").wait_for()
    assert other.locator(".cr-error dd").all_text_contents() == ["no link, by decision", "Ilham Aliyev"]
    assert "entry: none" in source(served, slug)
    other.get_by_role("button", name="Save mine in its place").click()
    one.locator("a.mention[data-entry='ilham-aliyev']", has_text="Baku").wait_for()
    assert "entry: none" not in source(served, slug)


def test_from_the_list_of_names(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_role("button", name="Names (4)").click()
    page.get_by_label("Find").fill("bru")
    assert page.locator(".cr-names li:visible").count() == 1
    page.get_by_role("button", name="Change: Brussels, paragraph 3").click()
    assert page.evaluate("[...CSS.highlights.get('cr-pending')].map(String)") == ["Brussels"]
    page.get_by_label("This name is somebody or something else").fill("armenia")
    page.locator(".cr-suggestions button", has_text="Armenia").click()
    page.locator("a.mention[data-entry='armenia']", has_text="Brussels").wait_for()
    assert "text: Brussels" in source(served, slug)


def test_a_refusal_is_told(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    before = source(served, slug)
    select(page, f"Talks in Sochi, {slug}")
    page.get_by_role("button", name="Is an entry …").click()
    page.get_by_label("This name is:").fill("armenia")
    page.locator(".cr-suggestions button", has_text="Armenia").click()
    page.locator(".cr-error", has_text="select").wait_for()
    assert page.locator("a.mention", has_text="Talks").count() == 0
    assert source(served, slug) == before


def test_a_new_entry(served: Served, visit: Callable[..., Any]) -> None:
    slug = "fresh"
    page = visit(slug)
    select(page, "Tbilisi")
    page.get_by_role("button", name="New entry").click()
    assert page.get_by_label("Name", exact=True).input_value() == "Tbilisi"
    draft = page.get_by_label("A draft: no page shows it yet")
    page.get_by_label("Place").check()
    page.locator("[name=entryGloss]").fill("Capital of: “Georgia” # yes")
    assert "5 of at most 30 words" in page.locator("#cr-length").text_content()
    assert draft.is_checked()
    page.locator("[name=entryProse]").fill("It is on the Kura.")
    page.locator("[name=entrySources]").fill("britannica, bbc")
    assert not draft.is_checked()
    page.get_by_role("button", name="Create the entry").click()
    page.get_by_text("glossary/places/tbilisi.md").wait_for()
    page.locator("a.mention[data-entry='tbilisi']").wait_for()
    written = (served.root / "glossary" / "places" / "tbilisi.md").read_text("utf-8")
    head = yaml.safe_load(written.split("---\n")[1])
    assert (head["name"], head["gloss"], head["sources"]) == (
        "Tbilisi",
        "Capital of: “Georgia” # yes",
        ["britannica", "bbc"],
    )
    assert slug in written and written.endswith("It is on the Kura.\n")

    # A second one of that name is refused; a name in other words can be linked to it at once.
    select(page, "the two guests")
    page.get_by_role("button", name="New entry").click()
    name = page.get_by_label("Name", exact=True)
    name.fill("Tbilisi")
    page.get_by_role("button", name="Create the entry").click()
    page.locator(".cr-error", has_text="there is an entry").wait_for()
    name.fill("The guests of 2022")
    page.get_by_label("Born").fill("1994-05")
    draft.uncheck()
    page.get_by_role("button", name="Create the entry").click()
    page.get_by_role("button", name="Link “the two guests” to it").click()
    page.locator("a.mention", has_text="the two guests").wait_for()
    assert "entry: the-guests-of-2022" in source(served, slug)

    select(page, "Monday")
    page.get_by_role("button", name="New entry").click()
    page.get_by_role("button", name="Create the entry").click()
    page.get_by_text("It is a draft: no page shows it.").wait_for()
    assert "draft: true" in (served.root / "glossary" / "people" / "monday.md").read_text("utf-8")


def test_a_hard_word(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    before = source(served, slug)
    select(page, "experts")
    page.get_by_role("button", name="Hard word").click()
    page.get_by_label("What it means here").fill("people who know much")
    page.get_by_role("button", name="Save the word").click()
    page.locator(".hard-word", has_text="experts").wait_for()
    assert yaml.safe_load(source(served, slug).split("---\n")[1])["vocabulary"] == {"experts": "people who know much"}
    page.get_by_role("button", name="Undo").click()
    page.locator(".hard-word").wait_for(state="detached")
    assert source(served, slug) == before
