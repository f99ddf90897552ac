"""Writing notes in the browser: by mouse, by touch, by keyboard alone; what stands in the files afterwards."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import NOTES, Served, drag, select

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]

OBSERVE = """
() => {
    window.changes = [];
    // The margin may find new places for its glosses when the page makes room for the panel.
    const isPlace = (target) => target.closest(".glosses") || target.matches(".reader-page");
    const isMargin = ({ type, target }) => type === "attributes" && isPlace(target);
    const told = (records) => records.filter((r) => !isMargin(r)).map((r) => r.type + " " + r.target.nodeName);
    new MutationObserver((records) => changes.push(...told(records))).observe(
        document.querySelector(".reader-page"),
        { subtree: true, childList: true, attributes: true, characterData: true },
    );
}
"""

TOP = (
    "[...document.querySelectorAll('.para')].find((p) => p.textContent.includes('leaders')).getBoundingClientRect().top"
)

#: What playwright knows of this telephone.
PIXEL_7 = {
    "viewport": {"width": 412, "height": 839},
    "device_scale_factor": 2.625,
    "is_mobile": True,
    "has_touch": True,
}

#: A note on “two leaders” as it stands in a file.
WRITTEN = """\
  - id: n-XXXXXXXX
    created: "XXXX-XX-XXTXX:XX:XXZ"
    quote: two leaders
    prefix: |-
      in Sochi, SLUG

      The talks 🙂 in Sochi ended late on Monday, and the\u0020
    suffix: |2-
       from
      Yerevan and Baku spoke of "very useful" hours.

      A second paragraph,
    paragraph: 1
    text_hash: t-XXXXXXXXXXXXXXXX
    kind: question
    body: Who are **they**?
"""


def neutral(text: str) -> str:
    """A file of notes without what differs from run to run."""
    text = re.sub(r"id: n-(?!0000)[0-9a-f]{8}", "id: n-XXXXXXXX", text)
    text = re.sub(r"t-[0-9a-f]{16}", "t-XXXXXXXXXXXXXXXX", text)
    text = re.sub(r"(created|modified): \"?\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ\"?", r'\1: "XXXX-XX-XXTXX:XX:XXZ"', text)
    return re.sub(r"in Sochi, a\d\d", "in Sochi, SLUG", text)


def in_margin(page: Any, words: str) -> Any:
    """Wait for a note in the margin; on a phone, for its number in the text."""
    note = page.locator(".gloss.note", has_text=words)
    note.wait_for(state="attached")
    page.locator(f".note-mark[data-note='{note.get_attribute('id')}']").wait_for()
    return note


def said(page: Any, words: str) -> None:
    """Wait until a screen reader is told something."""
    page.locator(".cr [role=status]", has_text=words).first.wait_for(state="attached")


def test_by_mouse(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.evaluate(OBSERVE)
    drag(page, "two leaders")
    said(page, "2 words, 11 characters, paragraph 1 selected")
    page.get_by_role("button", name="Note", exact=True).click()
    text = page.get_by_label("Your note")
    assert text.evaluate("(field) => field === document.activeElement")
    assert page.evaluate("[...CSS.highlights.get('cr-pending')].map(String)") == ["two leaders"]
    text.fill("Who are **they**?")
    page.locator(".cr-preview strong", has_text="they").wait_for()
    page.get_by_role("radio", name="Question").check()
    assert page.evaluate("changes") == []
    page.get_by_role("button", name="Save note").click()
    note = in_margin(page, "Who are they?")
    assert "kind-question" in note.get_attribute("class").split()
    assert page.locator(f".noted[data-note='{note.get_attribute('id')}']").text_content() == "two leaders"
    head, _, tail = NOTES.partition("  - id: n-00000001")
    assert neutral(served.text(slug)) == head + WRITTEN + "  - id: n-00000001" + tail
    assert not page.locator(".cr-panel").is_visible()


def test_by_touch(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug, **PIXEL_7)
    page.evaluate(OBSERVE)
    select(page, "nothing was")
    bar = page.locator(".cr-choose")
    height = page.evaluate("innerHeight")
    assert bar.bounding_box()["y"] + bar.bounding_box()["height"] == pytest.approx(height, abs=1)
    page.get_by_role("button", name="Note", exact=True).tap()
    page.get_by_label("Your note").fill("By a finger.")
    panel = page.locator(".cr-panel").bounding_box()
    assert (panel["x"], panel["y"] + panel["height"]) == (0, pytest.approx(height, abs=1))
    words = page.evaluate("[...CSS.highlights.get('cr-pending')][0].getBoundingClientRect().bottom")
    assert words < panel["y"], "the words are in sight above the sheet"
    assert page.evaluate("changes") == []
    page.get_by_role("button", name="Save note").tap()
    in_margin(page, "By a finger.")
    assert "quote: nothing was\n" in served.text(slug)


def test_by_keyboard_alone(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    press = page.keyboard.press
    for _ in range(40):
        press("Tab")
        if page.evaluate("document.activeElement.getAttribute('href')") == "#p3":
            break
    assert page.get_by_role("button", name="Annotate this paragraph").is_visible()
    said(page, "Press Alt and A to annotate this paragraph.")
    # The theme lights what has the focus; from here on nothing of the article changes.
    page.evaluate(OBSERVE)
    press("Alt+a")
    said(page, "15 words, 82 characters, paragraph 3 selected")
    for _ in range(5):
        press("ArrowLeft")
    for _ in range(7):
        press("Shift+ArrowRight")
    said(page, "3 words, 16 characters, paragraph 3 selected")
    press("Enter")
    assert page.get_by_label("Your note").evaluate("(field) => field === document.activeElement")
    page.keyboard.type("Typed.")
    assert page.evaluate("changes") == []
    press("Control+Enter")
    in_margin(page, "Typed.")
    assert "quote: held in Brussels" in served.text(slug)
    page.wait_for_function("() => document.activeElement.getAttribute('href') === '#p3'")


def test_the_keyboard_passes_over_what_is_not_the_text(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.keyboard.press("Tab")  # from here on the focus is shown
    page.locator("a[href='#p1']").first.focus()
    page.get_by_role("button", name="Annotate this paragraph").click()
    page.get_by_role("button", name="End one word later").click()
    said(page, "paragraph 1 selected")
    page.get_by_role("button", name="Note", exact=True).click()
    assert page.locator(".cr-about blockquote").text_content().endswith("hours.\n\nA")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.getAttribute('href')") == "#p1"


def test_a_draft_survives_a_build(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.set_viewport_size({"width": 1280, "height": 420})
    drag(page, "two leaders")
    page.get_by_role("button", name="Note", exact=True).click()
    text = page.get_by_label("Your note")
    text.fill("Half a thought")
    text.evaluate("(field) => field.setSelectionRange(4, 8)")
    page.get_by_role("radio", name="Correction").check()
    text.focus()
    page.evaluate("scrollTo(0, 200)")
    top = page.evaluate(TOP)
    path = served.root / "corpus" / slug / "article.md"
    path.write_text(path.read_text("utf-8").replace("\nThe talks", "\nA new first paragraph.\n\nThe talks"), "utf-8")
    page.locator("#p4").wait_for(state="attached")
    page.locator(".cr-panel").wait_for()
    assert text.input_value() == "Half a thought"
    assert text.evaluate("(f) => [f.selectionStart, f.selectionEnd, f === document.activeElement]") == [4, 8, True]
    assert page.get_by_role("radio", name="Correction").is_checked()
    assert page.evaluate("[...CSS.highlights.get('cr-pending')].map(String)") == ["two leaders"]
    # The paragraph has another number now, and still stands where it stood.
    page.wait_for_function(f"(top) => Math.abs({TOP} - top) < 2", arg=top)
    page.get_by_role("button", name="Save note").click()
    in_margin(page, "Half a thought")
    assert "paragraph: 2\n" in served.text(slug)


def test_a_new_layer(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    select(page, "two leaders")
    page.get_by_role("button", name="Note", exact=True).click()
    page.locator("[name=layer]").select_option("A new set of notes …")
    page.get_by_label("Your note").fill("In a new layer.")
    page.get_by_role("button", name="Save note").click()
    page.get_by_text("Give the new set of notes a title.").wait_for()
    page.get_by_label("Title, for example").fill("Ömer's <b>notes</b>")
    page.get_by_label("Author of these notes").fill("Ömer")
    page.get_by_role("button", name="Save note").click()
    note = in_margin(page, "In a new layer.")
    assert "Ömer's <b>notes</b>, Ömer" in note.text_content()
    written = served.text(slug, "omer-s-b-notes-b")
    assert written.count("body: In a new layer.") == 1 and "author: Ömer" in written
    assert served.text(slug) == NOTES


def test_a_note_on_the_whole_article(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_role("button", name="Note on the whole article").click()
    page.get_by_label("Your note").fill("On all of it.")
    page.get_by_text("Tags and author").click()
    page.get_by_label("Tags").fill("one, two words,")
    page.get_by_role("button", name="Save note").click()
    page.locator(".note-row", has_text="On all of it.").wait_for(state="attached")
    last = served.text(slug).rpartition("  - id:")[2]
    assert "quote" not in last and "[one, two words]" in last


def test_edit_delete_and_undo(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.locator("#n-00000002").click()
    text = page.get_by_label("Your note")
    assert text.input_value() == "It was held **later**."
    text.fill("It was held later, in *Prague*.")
    page.get_by_role("button", name="Save changes").click()
    in_margin(page, "in Prague")
    changed = neutral(served.text(slug))
    expected = NOTES.replace("It was held **later**.", "It was held later, in *Prague*.")
    assert [line for line in changed.splitlines() if "modified" not in line] == expected.splitlines()
    before = served.text(slug)
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_role("button", name="Delete: Question: nothing was signed").click()
    page.locator("#n-00000001").wait_for(state="detached")
    assert "nothing was signed" not in served.text(slug)
    undo = page.get_by_role("button", name="Undo")
    undo.wait_for()
    undo.click()
    page.locator("#n-00000001").wait_for()
    # The comment in its line was kept when the note went, and stays where it was kept.
    comment = "# the point of it"
    assert served.text(slug).replace(f"  {comment}\n", "") == before.replace(f"   {comment}", "")
    assert not undo.is_visible()


def test_each_deleted_note_can_be_brought_back(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.get_by_role("button", name="Notes (2)").click()
    for note, words in (("n-00000002", "Context: the next meeting"), ("n-00000001", "Question: nothing was signed")):
        page.get_by_role("button", name=f"Delete: {words}").click()
        page.locator(f"#{note}").wait_for(state="detached")
    page.reload()
    page.locator(".cr-bar", has_text="It was held").get_by_role("button", name="Undo").click()
    page.locator("#n-00000002").wait_for()
    page.locator(".cr-bar", has_text="Who says so?").get_by_role("button", name="Undo").click()
    page.locator("#n-00000001").wait_for()
    assert page.locator(".cr-bar").count() == 0
    assert all(f"{key}\n" in served.text(slug) for key in ("tags: [dates]", "body: It was held **later**."))


def test_nothing_is_written_if_nothing_was_changed(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.locator("#n-00000001").click()
    page.get_by_role("button", name="Save changes").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert served.text(slug) == NOTES


def test_a_draft_waits_and_is_not_lost_to_another(visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    select(page, "two leaders")
    page.keyboard.press("Alt+a")
    page.get_by_label("Your note").fill("My draft.")
    page.keyboard.press("Escape")
    page.locator("#n-00000001").click()
    page.get_by_text("Unfinished draft: “My draft.”").wait_for()
    page.get_by_role("button", name="Continue writing").click()
    assert page.get_by_label("Your note").input_value() == "My draft."
    page.reload()
    page.locator(".cr-panel").wait_for()
    assert page.get_by_label("Your note").input_value() == "My draft."
    page.get_by_role("button", name="Throw away").click()
    page.get_by_role("button", name="Bring it back").click()
    assert page.get_by_label("Your note").input_value() == "My draft."
    select(page, "Yerevan and")
    page.get_by_role("button", name="Use these words").click()
    assert page.locator(".cr-about blockquote").text_content() == "Yerevan and"
    assert page.get_by_label("Your note").input_value() == "My draft."
