"""Reading and answering in one place: questions, marks, words and aids beside the text, and what a page remembers."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("study")]

#: Selects some words of a paragraph, as a reader does.
SELECT = """
([anchor, words]) => {
  const texts = document.createTreeWalker(document.getElementById(anchor), NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.textContent.indexOf(words);
    if (at < 0) continue;
    const range = new Range();
    range.setStart(node, at);
    range.setEnd(node, at + words.length);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return true;
  }
  return false;
}
"""


@pytest.fixture
def moscow(reader_site: Path) -> Path:
    return reader_site / "corpus" / "moscow-2023" / "article.html"


def panel(page: Any, name: str) -> Any:
    """Open a panel of the drawer by its button."""
    page.locator(".reader-study").get_by_role("button", name=name).click()
    drawer = page.locator(".study-drawer")
    drawer.wait_for()
    return drawer


def select(page: Any, anchor: str, words: str) -> None:
    assert page.evaluate(SELECT, [anchor, words])
    page.wait_for_function("window.readerStudy.selected && readerStudy.selected()")


def saved(page: Any, button: str) -> str:
    """The text of the file that a button saves."""
    with page.expect_download() as download:
        page.locator(".study-drawer").get_by_role("button", name=button).click()
    return Path(download.value.path()).read_text(encoding="utf-8")


@pytest.mark.parametrize("width", [1280, 390])
def test_all_questions_are_answered_without_leaving_the_page_and_the_answers_stay(
    moscow: Path, open_page: Callable[..., Any], width: int
) -> None:
    page = open_page(moscow, width=width, fresh=True)
    count = page.locator(".reader-questions ol > li").count()
    drawer = panel(page, "Answer the questions")
    drawer.locator(".study-chip").first.click()
    assert drawer.locator(".study-peek").inner_text().startswith("Armenia and Azerbaijan")
    select(page, "p4", "was possible")
    drawer.get_by_role("button", name="Add the selected words").click()
    for number in range(1, count + 1):
        assert drawer.locator(".study-count").inner_text() == f"{number} / {count}"
        drawer.locator("textarea").press_sequentially(f" Answer {number}.")
        if number < count:
            drawer.get_by_role("button", name="Next question").click()
    assert drawer.bounding_box()["x"] + drawer.bounding_box()["width"] <= width
    assert "“was possible” (¶ 4) Answer 1." in saved(page, "Save")

    page.reload()
    panel(page, "Answer the questions")
    assert f"Answer {count}." in saved(page, "Save")
    page.keyboard.press("Escape")
    assert not page.locator(".study-drawer").is_visible()


def test_own_marks_are_found_again_and_can_be_handed_in(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow, fresh=True)
    drawer = panel(page, "My marks")
    # These words are in the text twice: what is around them says which.
    select(page, "p4", "Armenia")
    drawer.get_by_role("button", name="Highlight the selected words").click()
    drawer.locator("textarea").fill("Who says so?")
    drawer.locator("textarea").blur()
    [mark] = json.loads(saved(page, "W3C JSON"))
    assert mark["body"][0]["value"] == "Who says so?"
    [selector] = mark["target"]["selector"]
    assert (selector["exact"], selector["type"]) == ("Armenia", "TextQuoteSelector")
    assert "> Armenia (¶ 4)" in saved(page, "Markdown")

    page.reload()
    page.wait_for_function("CSS.highlights.get('study-mark')?.size === 1")
    [place] = page.evaluate(
        "[...CSS.highlights.get('study-mark')].map((range) => range.startContainer.parentElement.closest('.para').id)"
    )
    assert place == "p4"


def test_words_that_are_looked_up_are_listed_and_can_be_practised(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow, fresh=True)
    for word in (".mention[data-entry='turkey']", ".hard-word"):
        page.locator(word).first.click()
        page.keyboard.press("Escape")
    drawer = panel(page, "My words")
    assert drawer.locator(".study-list li").count() == 2
    assert saved(page, "Save").startswith("Turkey\t")
    drawer.get_by_role("button", name="Practise").click()
    drawer.get_by_role("button", name="Show the meaning").click()
    assert drawer.locator(".study-means").is_visible()
    drawer.get_by_role("button", name="I knew it").click()
    assert drawer.locator(".study-question").inner_text() != "Turkey"


def test_a_name_leads_back_to_its_paragraph(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow, fresh=True)
    page.locator(".mention[data-entry='turkey']").first.click()
    page.get_by_role("dialog").locator("a").last.click()
    back = page.locator(".reader-back a")
    assert back.inner_text().startswith("← Back to ¶ 18")
    back.click()
    assert page.url.endswith("article.html#p18")


def test_aids_are_off_until_they_are_chosen_and_then_stay(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow, fresh=True)
    size = "parseFloat(getComputedStyle(document.querySelector('.reader-page')).fontSize)"
    before = page.evaluate(size)
    panel(page, "Reading aids").get_by_role("button", name="Size of the text: larger").click()
    assert page.evaluate(size) > before
    page.reload()
    page.wait_for_function(f"{size} > {before}")


def test_long_parts_are_closed_until_they_are_asked_for(moscow: Path, open_page: Callable[..., Any]) -> None:
    page = open_page(moscow)
    assert page.locator(".part-more").count() >= 5
    assert page.locator(".part-more[open]").count() == 0
    page.locator(".reader-contents a[href='#words']").click()
    page.locator("#words dl").wait_for()
    plain = open_page(moscow, js=False)
    assert plain.locator(".part-more:not([open])").count() == 0
    assert plain.locator("#cite-this-article h3").first.is_visible()


def test_a_short_article_prints_on_two_pages_unless_more_is_asked_for(
    moscow: Path, open_page: Callable[..., Any]
) -> None:
    page = open_page(moscow)
    sheets = PdfReader(BytesIO(page.pdf(format="A4"))).pages
    assert len(sheets) <= 2
    # The last note is on them too.
    assert "30,000 is one estimate" in " ".join(sheets[-1].extract_text().split())
    page.locator("#words summary").click()
    page.evaluate("document.documentElement.classList.add('with-questions')")
    words = "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(page.pdf(format="A4"))).pages)
    assert "Questions" in words and "arch foe" in words and "Cite this article" not in words
