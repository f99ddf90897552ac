"""The list of notes: filters, notes without a place and giving them one, going to a note."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import NOTES, ORPHANS, Served, select

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


@pytest.fixture
def orphans(served: Served, slug: str, visit: Callable[..., Any]) -> Any:
    """A page with two layers, of which one has notes without a place."""
    page = visit(slug)
    served.notes(slug, "old").write_text(ORPHANS, "utf-8")
    page.get_by_role("heading", name="Notes without a place").wait_for()
    return page


def test_notes_without_a_place_stand_below_the_article_with_the_reason(orphans: Any) -> None:
    below = orphans.get_by_role("region", name="Notes without a place (1)")
    assert "words that never stood in this article anywhere" in below.text_content()
    assert "no longer in the article" in below.text_content()
    assert below.evaluate("(e) => e.previousElementSibling.matches('.reader-page')")


def test_a_note_is_attached_to_other_words(orphans: Any, served: Served, slug: str) -> None:
    orphans.get_by_role("button", name=re.compile("^Choose its new place")).first.click()
    orphans.get_by_role("heading", name="Its new place").wait_for()
    select(orphans, "two leaders")
    orphans.get_by_role("button", name="Attach here").click()
    orphans.locator(".gloss.note", has_text="A note without a place.").wait_for()
    assert orphans.locator(".noted[data-note='n-0000000e']").text_content() == "two leaders"
    written = served.text(slug, "old")
    assert "id: n-0000000e" in written and "quote: two leaders\n" in written and "nothing like it" not in written
    assert "A note whose words were edited." in written
    assert orphans.locator(".cr-below").is_hidden()
    assert served.text(slug) == NOTES


def test_a_place_that_was_found_again_is_confirmed(orphans: Any, served: Served, slug: str) -> None:
    orphans.get_by_role("button", name="Notes (4)").click()
    item = orphans.locator(".cr-panel .cr-note", has_text="A note whose words were edited.")
    assert "found again" in item.text_content()
    item.get_by_role("button", name=re.compile("^Keep this place")).click()
    orphans.locator(".gloss.note", has_text="whose words were edited").wait_for()
    assert served.text(slug, "old").count("The wording\n") == 1


def test_a_suggestion_is_taken(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    path = served.root / "corpus" / slug / "article.md"
    twice = path.read_text("utf-8") + "\nThe next meeting was a success.\n\nThe next meeting was a success.\n"
    path.write_text(twice, "utf-8")
    page.locator("#p5").wait_for()
    served.notes(slug).write_text(
        NOTES.replace("quote: the next meeting", "quote: The next meeting was a success"), "utf-8"
    )
    page.get_by_role("region", name="Notes without a place (1)").wait_for()
    assert "more than once" in page.locator(".cr-below").text_content()
    page.locator(".cr-below").get_by_role("button", name=re.compile("^Choose")).click()
    page.locator(".cr-suggestions button", has_text="paragraph 5").click()
    page.locator("#n-00000002").wait_for()
    assert page.locator("#p5 .noted").text_content() == "The next meeting was a success"
    assert "paragraph: 5\n" in served.text(slug)


def test_a_refused_place_is_told_with_what_may_be_meant(orphans: Any) -> None:
    orphans.get_by_role("button", name=re.compile("^Choose its new place")).first.click()
    near = {"start": 137, "end": 145, "text": "A second", "paragraph": 2, "score": 0.5}
    body = json.dumps({"error": "select them <b>again</b>", "code": "cannot-anchor", "suggestions": [near]})
    refuse = lambda route: route.fulfill(status=422, body=body, content_type="application/json")  # noqa: E731
    orphans.route("**/_cr/notes/*", refuse)
    select(orphans, "two leaders")
    orphans.get_by_role("button", name="Attach here").click()
    orphans.locator(".cr-error", has_text="select them <b>again</b>").wait_for()
    orphans.unroute("**/_cr/notes/*", refuse)
    orphans.locator(".cr-suggestions button", has_text="A second").click()
    noted = orphans.locator(".noted[data-note='n-0000000e']")
    noted.wait_for()
    assert noted.text_content() == "A second"


@pytest.mark.parametrize("width", [1280, 390])
def test_filters_hold_in_the_list_and_in_the_margin(visit: Callable[..., Any], slug: str, width: int) -> None:
    page = visit(slug, width=width)
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_label("Kind").select_option("Question")
    assert page.locator(".cr-panel .cr-note").count() == 1
    # On a phone a note is its number until it is opened.
    first, second = ("#n-00000001", "#n-00000002") if width > 800 else (
        ".note-mark[data-note='n-00000001']", ".note-mark[data-note='n-00000002']"
    )  # fmt: skip
    assert page.locator(first).is_visible() and not page.locator(second).is_visible()
    page.reload()
    page.locator(".cr-panel").wait_for()
    assert page.get_by_label("Kind").input_value() == "question"
    assert not page.locator(second).is_visible()
    page.get_by_label("Kind").select_option("All kinds")
    assert page.locator(".cr-panel .cr-note").count() == 2
    assert page.locator(second).is_visible()


def test_what_the_filter_hides_leaves_its_room_to_others(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    top = "document.getElementById('n-00000002').getBoundingClientRect().top"
    page.get_by_role("button", name="Notes (2)").click()
    before = page.evaluate(top)
    page.get_by_label("Kind").select_option("Context")
    assert page.evaluate(top) < before


def test_a_note_is_shown_beside_its_words(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.set_viewport_size({"width": 1280, "height": 320})
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_role("button", name="Show: Context: the next meeting").click()
    box = page.locator("#n-00000002").bounding_box()
    assert box["y"] >= 0 and box["y"] + box["height"] <= 320
    assert page.evaluate("[...CSS.highlights.get('cr-pointed')].map(String)") == ["the next meeting"]
