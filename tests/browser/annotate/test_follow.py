"""What happens meanwhile: other people's changes, refusals, builds that fail, lost connections, closed tabs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import NOTES, Served, select

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def write(page: Any, words: str, text: str) -> Any:
    """Begin a note."""
    select(page, words)
    page.get_by_role("button", name="Annotate").click()
    page.get_by_label("Your note").fill(text)
    return page.get_by_label("Your note")


def test_two_tabs(served: Served, visit: Callable[..., Any], slug: str) -> None:
    one, other = visit(slug), visit(slug)
    draft = write(other, "Yerevan and", "Written meanwhile.")
    write(one, "two leaders", "From the other tab.")
    one.get_by_role("button", name="Save note").click()
    other.locator(".gloss.note", has_text="From the other tab.").wait_for()
    other.locator(".cr-panel").wait_for()
    assert draft.input_value() == "Written meanwhile."
    other.get_by_role("button", name="Save note").click()
    one.locator(".gloss.note", has_text="Written meanwhile.").wait_for()
    assert [served.text(slug).count(f"body: {words}") for words in ("From the", "Written mean", "Who says")] == [
        1,
        1,
        1,
    ]


def test_a_new_note_goes_into_a_file_that_changed(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    write(page, "two leaders", "Mine.")
    served.notes(slug).write_text(NOTES.replace("Who says so?", "Who says this?"), "utf-8")
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert "body: Mine." in served.text(slug) and "Who says this?" in served.text(slug)


def opened(page: Any, text: str) -> Any:
    """Open the first note, and type another text."""
    page.locator("#n-00000001").click()
    page.get_by_label("Your note").fill(text)
    return page.get_by_label("Your note")


def warned(page: Any) -> None:
    """Wait until the live page says that the version that was opened is no longer the one in the file."""
    page.locator(".cr-panel [role=status]", has_text="since you opened it").wait_for()


def compared(page: Any) -> list[str]:
    """Save, and read both versions."""
    page.get_by_role("button", name="Save changes").click()
    page.get_by_role("heading", name="This note was changed elsewhere").wait_for()
    found: list[str] = page.locator(".cr-version pre").all_text_contents()
    return found


def test_a_note_that_is_edited_by_hand_meanwhile_shows_both_versions(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    draft = opened(page, "Mine: who says so, and to whom?")
    served.notes(slug).write_text(NOTES.replace("Who says so?", "Theirs, <b>who</b>?"), "utf-8")
    warned(page)
    assert draft.input_value() == "Mine: who says so, and to whom?"
    assert compared(page) == ["Theirs, <b>who</b>?", "Mine: who says so, and to whom?"]
    assert "Theirs" in served.text(slug)
    # Both can still be had after the page was loaded again, and after the wrong button.
    page.reload()
    page.get_by_role("heading", name="This note was changed elsewhere").wait_for()
    page.get_by_role("button", name="Keep the one in the file").click()
    page.get_by_role("button", name="Bring it back").click()
    page.get_by_role("button", name="Save mine in its place").click()
    page.locator(".gloss.note", has_text="Mine: who says so, and to whom?").wait_for()
    assert "Theirs" not in served.text(slug)


def test_two_live_windows_change_one_note_and_the_second_chooses(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    one, other = visit(slug), visit(slug)
    draft = opened(other, "From the other window.")
    opened(one, "From one window.")
    one.get_by_role("button", name="Save changes").click()
    other.locator(".gloss.note", has_text="From one window.").wait_for()
    warned(other)
    assert draft.input_value() == "From the other window."
    assert compared(other) == ["From one window.", "From the other window."]
    # While the second person compares, the first one saves again: nobody has seen that version yet.
    opened(one, "From one window, again.")
    one.get_by_role("button", name="Save changes").click()
    other.locator(".gloss.note", has_text="again.").wait_for()
    other.get_by_role("button", name="Save mine in its place").click()
    other.locator(".cr-version pre", has_text="From one window, again.").wait_for()
    assert "body: From one window, again." in served.text(slug)
    other.get_by_role("button", name="Save mine in its place").click()
    one.locator(".gloss.note", has_text="From the other window.").wait_for()
    assert "From one" not in served.text(slug)


def test_a_form_that_nobody_has_typed_into_yet_keeps_its_version(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    page.locator("#n-00000001").click()
    served.notes(slug).write_text(NOTES.replace("Who says so?", "By hand."), "utf-8")
    warned(page)
    page.get_by_label("Your note").fill("Typed later.")
    assert compared(page) == ["By hand.", "Typed later."]
    assert "body: By hand." in served.text(slug)


def test_a_list_that_is_behind_does_not_delete_what_it_has_not_shown(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    page.get_by_role("button", name="Notes (2)").click()
    button = page.get_by_role("button", name="Delete: Question: nothing was signed")
    button.wait_for()
    page.route("**/_cr/notes/*", lambda route: (edit(served, slug), route.continue_()))
    button.click()
    page.get_by_text("so it was not deleted").wait_for()
    page.unroute_all(behavior="wait")
    assert "body: By hand." in served.text(slug)


def edit(served: Served, slug: str) -> None:
    """Change the first note in its file."""
    served.notes(slug).write_text(NOTES.replace("Who says so?", "By hand."), "utf-8")


def test_a_note_that_was_removed_meanwhile_becomes_a_new_one(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    opened(page, "Still mine.")
    head, _, tail = NOTES.partition("  - id: n-00000001")
    served.notes(slug).write_text(head + "  - id: n-00000002" + tail.partition("  - id: n-00000002")[2], "utf-8")
    warned(page)
    page.get_by_role("button", name="Save changes").click()
    page.get_by_role("button", name="Make mine a new note").click()
    assert page.get_by_label("Your note").input_value() == "Still mine."
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert "body: Still mine." in served.text(slug)
    assert "quote: nothing was signed" in served.text(slug), "it is about the same words"


def test_a_set_of_notes_that_was_removed_meanwhile_loses_no_text(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    opened(page, "Still mine.")
    served.notes(slug).rename(served.notes(slug, "oskar"))
    page.get_by_role("button", name="Save changes").click()
    page.get_by_role("button", name="Make mine a new note").click()
    page.get_by_role("button", name="Save note").click()
    page.locator(".gloss.note", has_text="Still mine.").wait_for()
    assert "body: Still mine." in served.text(slug, "oskar")


def test_an_answer_that_was_lost_is_no_conflict(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    opened(page, "Saved once.")
    page.route("**/_cr/notes/*", lambda route: (route.fetch(), route.abort()))
    page.get_by_role("button", name="Save changes").click()
    page.locator(".cr-error", has_text="does not answer").wait_for()
    page.unroute("**/_cr/notes/*")
    page.get_by_role("button", name="Save changes").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert served.text(slug).count("Saved once.") == 1


def deaf(page: Any) -> None:
    """Let the page hear nothing of builds from now on."""
    page.route("**/_cr/events", lambda route: route.abort())
    page.evaluate(
        """() => {
            Object.defineProperty(document, "hidden", { get: () => true });
            document.dispatchEvent(new Event("visibilitychange"));
        }"""
    )


REFUSALS = [
    (423, "busy", "Another program holds the file; try again."),
    (507, "no-space", "The disk is full; make room, then save again."),
    (403, "wrong-token", "The server was started again; load the page again."),
    (400, "bad-request", "<img src=x onerror=alert(1)> is no kind."),
]


def refusal(status: int, code: str, sentence: str) -> Callable[[Any], None]:
    """An answer as the server gives it."""
    body = json.dumps({"error": sentence, "code": code})
    return lambda route: route.fulfill(status=status, body=body, content_type="application/json")


def test_a_refusal_is_told_and_the_draft_stays(visit: Callable[..., Any], slug: str, served: Served) -> None:
    page = visit(slug)
    text = write(page, "two leaders", "Worth keeping.")
    for status, code, sentence in REFUSALS:
        page.route("**/_cr/notes", refusal(status, code, sentence))
        page.get_by_role("button", name="Save note").click()
        page.locator(".cr-error", has_text=sentence).wait_for()
        assert text.input_value() == "Worth keeping."
        page.unroute("**/_cr/notes")
    assert page.locator(".cr img").count() == 0
    page.route("**/_cr/notes", lambda route: route.abort())
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-error", has_text="does not answer").wait_for()
    assert text.input_value() == "Worth keeping."
    assert served.text(slug) == NOTES


def test_words_that_cannot_be_found_come_with_suggestions(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    deaf(page)
    write(page, "had been prepared by experts", "On the experts.")
    path = f"corpus/{slug}/article.md"
    before = (served.root / path).read_text("utf-8")
    served.save(path, before.replace("had been prepared by experts", "had been prepared by 🙂 some experts"))
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-error").get_by_text("select them again").wait_for()
    page.locator(".cr-suggestions button").first.click()
    assert page.get_by_label("Your note").input_value() == "On the experts."
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert "quote: had been prepared by 🙂 some experts\n" in served.text(slug)


def test_a_layer_that_somebody_broke_is_told(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    opened(page, "Mine.")
    broken = NOTES.replace("Who says so?", "Who: says: so?")
    served.notes(slug).write_text(broken, "utf-8")
    page.get_by_role("button", name="Save changes").click()
    page.locator(".cr-error", has_text="lena.yaml, line").wait_for()
    assert page.get_by_label("Your note").input_value() == "Mine."
    assert served.text(slug) == broken


def test_a_build_that_fails_is_told_until_one_succeeds(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    text = write(page, "two leaders", "Meanwhile.")
    conf = served.root / "conf.py"
    before = conf.read_text("utf-8")
    conf.write_text(before + "\nthis is no Python\n", "utf-8")
    alert = page.get_by_role("alert").filter(has_text="could not be built")
    alert.wait_for()
    assert "conf.py" in alert.text_content()
    assert text.input_value() == "Meanwhile."
    conf.write_text(before, "utf-8")
    alert.wait_for(state="detached")
    page.locator(".cr-panel").wait_for()
    assert text.input_value() == "Meanwhile."


def test_a_lost_connection_is_told_and_found_again(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    text = write(page, "two leaders", "Offline.")
    refuse = lambda route: route.abort()  # noqa: E731
    page.route("**/_cr/events", refuse)
    page.evaluate(
        """() => {
            for (const hidden of [true, false]) {
                Object.defineProperty(document, "hidden", { get: () => hidden, configurable: true });
                document.dispatchEvent(new Event("visibilitychange"));
            }
        }"""
    )
    page.get_by_text("The connection to course-reader serve is lost.").wait_for()
    page.unroute("**/_cr/events", refuse)
    page.get_by_text("The connection to course-reader serve is lost.").wait_for(state="detached")
    page.locator(".cr-panel").wait_for()
    assert text.input_value() == "Offline."


def test_a_draft_outlives_its_tab(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    write(page, "two leaders", "Left behind.")
    again = page.context.new_page()
    again.goto(served.url)
    page.close(run_before_unload=True)
    again.wait_for_function("() => Object.values(localStorage).some((value) => value.includes('Left behind.'))")
    again.goto(served.address(slug))
    again.get_by_text("A draft was left here: “Left behind.”").wait_for()
    again.get_by_role("button", name="Continue writing").click()
    assert again.get_by_label("Your note").input_value() == "Left behind."
    assert again.locator(".cr-about blockquote").text_content() == "two leaders"


def test_a_page_that_is_no_article_only_follows(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.goto(served.url)
    path = served.root / "index.md"
    page.wait_for_function("() => heard.includes('hello')")
    path.write_text(path.read_text("utf-8").replace("# Front page", "# A better front page"), "utf-8")
    page.get_by_role("heading", name="A better front page").wait_for()
    assert page.locator(".cr-opener").count() == 0
