"""What happens meanwhile: other people's changes, refusals, builds that fail, lost connections, closed tabs."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import NOTES, TEXT, Served, select
from readers import article

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


def write(page: Any, words: str, text: str) -> Any:
    """Begin a note."""
    select(page, words)
    page.get_by_role("button", name="Note", exact=True).click()
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
    page.locator("#n-00000001").click()
    page.get_by_label("Your note").fill("Mine.")
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


def test_drafts_of_two_closed_tabs_are_offered_one_after_the_other(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    one = visit(slug)
    write(one, "two leaders", "Left by one.")
    other, last = one.context.new_page(), one.context.new_page()
    for page in (other, last):
        page.goto(served.address(slug))
        page.wait_for_selector(".cr-opener", state="attached")
    write(other, "Yerevan and", "Left by the other.")
    one.close(run_before_unload=True)
    other.close(run_before_unload=True)
    last.wait_for_function(
        "() => ['one', 'the other'].every((w) => JSON.stringify(localStorage).includes(`Left by ${w}.`))"
    )
    # A tab that has no draft leaves those of others alone when it is loaded again, and offers one of them.
    offered = []
    for _ in range(2):
        last.reload()
        last.get_by_text("A draft was left here").wait_for()
        offered.append(last.locator(".cr-bar").text_content().partition("“")[2].partition("”")[0])
        last.get_by_role("button", name="Throw it away").click()
    assert sorted(offered) == ["Left by one.", "Left by the other."]


def test_a_build_that_ended_before_the_page_listened_is_not_missed(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page, held = visit(slug), []

    def hold(route: Any) -> None:
        held.append(route)

    page.route("**/_cr/events", hold)
    page.reload()
    page.locator(".cr-opener").wait_for()
    # No word changes by this.
    louder = article(TEXT.replace("*Monday*", "**Monday**"), title=f"Talks in Sochi, {slug}")
    served.save(f"corpus/{slug}/article.md", louder)
    assert len(held) == 1
    strong = page.locator("strong", has_text="Monday")
    assert strong.count() == 0
    held[0].continue_()
    strong.wait_for()


def test_a_page_that_is_no_article_only_follows(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.goto(served.url)
    path = served.root / "index.md"
    page.wait_for_function("() => heard.includes('hello')")
    path.write_text(path.read_text("utf-8").replace("# Front page", "# A better front page"), "utf-8")
    page.get_by_role("heading", name="A better front page").wait_for()
    assert page.locator(".cr-opener").count() == 0
