"""What the panel looks like to everybody: contrast, names, targets, small windows, paper; and to hostile words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import ORPHANS, Served, select
from browser.test_access import violations

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def bar(page: Any) -> None:
    page.locator("a[href='#p2']").first.focus()
    page.keyboard.press("Alt+a")


def editor(page: Any) -> None:
    select(page, "two leaders")
    page.keyboard.press("Alt+a")
    page.locator("[name=layer]").select_option("+")
    page.get_by_label("Your note").fill("Some *words*.")
    page.get_by_text("Tags and author").click()
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-error", has_text="title").wait_for()
    page.locator(".cr-preview", has_text="words").wait_for()


def notes(page: Any) -> None:
    page.get_by_role("button", name="Notes (4)").click()


def attach(page: Any) -> None:
    page.locator(".cr-below").get_by_role("button", name="Choose its new place: Correction").click()


def name(page: Any) -> None:
    select(page, "Armenia")
    page.get_by_role("button", name="Is an entry …").click()
    page.locator("[name=entrySearch]").fill("baku")
    page.locator(".cr-suggestions button").first.wait_for()


def entry(page: Any) -> None:
    name(page)
    page.get_by_role("button", name="New entry from these words").click()


SMALL = """
() => [...document.querySelectorAll(".cr button, .cr input, .cr select, .cr textarea, .cr summary")]
    .filter((e) => e.getClientRects().length)
    .map((e) => [e.textContent || e.name, e.getBoundingClientRect().width, e.getBoundingClientRect().height])
    .filter(([, width, height]) => width < 43.9 || height < 43.9)
"""


@pytest.fixture(scope="module")
def crowded(slugs: Any, served: Served) -> str:
    """An article with two layers and notes without a place."""
    slug: str = next(slugs)
    served.notes(slug, "old").write_text(ORPHANS, "utf-8")
    return slug


@pytest.mark.parametrize(
    ("scheme", "width", "states"),
    [("light", 1280, [bar, editor, notes, entry]), ("dark", 390, [editor, attach, name])],
    ids=["wide", "narrow"],
)
def test_each_state_is_accessible_and_has_large_targets(
    visit: Callable[..., Any], crowded: str, scheme: str, width: int, states: list[Callable[[Any], None]]
) -> None:
    page = visit(crowded, width=width, color_scheme=scheme)
    page.locator(".cr-below").wait_for()
    for state in states:
        state(page)
        assert violations(page) == [], state.__name__
        assert page.evaluate(SMALL) == [], state.__name__
        assert page.evaluate("document.documentElement.scrollWidth") <= width, state.__name__
        page.keyboard.press("Escape")
        page.evaluate("sessionStorage.clear()")


def test_paper_shows_nothing_of_it(visit: Callable[..., Any], crowded: str) -> None:
    page = visit(crowded)
    editor(page)
    page.emulate_media(media="print")
    assert page.locator(".cr *:visible").count() == 0


HOSTILE = """\
layer: {title: "<img src=x onerror=alert(1)>", author: "<script>alert(2)</script>", audience: public}
notes:
  - id: n-0000000b
    quote: "<svg onload=alert(3)>"
    tags: ["<b>tag</b>"]
    body: "<img src=x onerror=alert(4)> [link](javascript:alert(5)) <style>* {display: none}</style>"
  - id: n-0000000c
    quote: two leaders
    by: "<i>me</i>"
    body: "<iframe src=/></iframe>"
"""


def test_hostile_words_stay_words(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    served.notes(slug, "bad").write_text(HOSTILE, "utf-8")
    page.get_by_role("region", name="Notes without a place").wait_for()
    page.get_by_role("button", name="Notes (4)").click()
    assert "<svg onload=alert(3)>" in page.locator(".cr-panel").text_content()
    page.get_by_role("button", name="Edit: Comment: two leaders").click()
    assert page.get_by_label("Your note").input_value() == "<iframe src=/></iframe>"
    page.locator(".cr-preview", has_text="iframe").wait_for()
    hostile = "img, script, svg, style, iframe, b, i, [onerror], [onload], a[href^='javascript:']"
    assert page.locator(".cr").locator(hostile).count() == 0
    assert dialogs == []


def test_other_themes_get_the_panel_too(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    # What another theme would not define.
    page.evaluate("document.querySelectorAll('link[href*=reader\\\\.css]').forEach((link) => link.remove())")
    page.evaluate("document.querySelector('.reader-page').className = ''")
    select(page, "two leaders")
    page.keyboard.press("Alt+a")
    box = page.locator(".cr-panel").bounding_box()
    assert box["x"] >= 0 and box["x"] + box["width"] <= 1280
    assert [v for v in violations(page) if ".cr" in v or 'class="cr' in v] == []
