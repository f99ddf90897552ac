"""One note, changed in two places: both versions are shown, with the page live, and a person chooses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from browser.annotate.conftest import NOTES, Served

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate")]


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
    # Somebody's own set is made again.
    assert "body: Still mine." in served.text(slug)


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


def test_a_new_note_whose_answer_was_lost_is_written_once(served: Served, visit: Callable[..., Any], slug: str) -> None:
    page = visit(slug)
    page.get_by_role("button", name="Notes (2)").click()
    page.get_by_role("button", name="Note on the whole article").click()
    page.get_by_label("Your note").fill("Sent once.")
    page.route("**/_cr/notes", lambda route: (route.fetch(), route.abort()))
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-error", has_text="does not answer").wait_for()
    page.unroute("**/_cr/notes")
    page.get_by_label("Your note").fill("Sent once, with more.")
    page.get_by_role("button", name="Save note").click()
    page.get_by_role("heading", name="This note was changed elsewhere").wait_for()
    assert page.locator(".cr-version pre").all_text_contents() == ["Sent once.", "Sent once, with more."]
    page.get_by_role("button", name="Save mine in its place").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert served.text(slug).count("Sent once") == 1


def test_an_old_copy_that_an_editor_writes_over_a_saved_note_is_told(
    served: Served, visit: Callable[..., Any], slug: str
) -> None:
    page = visit(slug)
    old = served.text(slug)
    opened(page, "Saved, and lost.")
    page.get_by_role("button", name="Save changes").click()
    page.locator(".gloss.note", has_text="Saved, and lost.").wait_for()
    served.notes(slug).write_text(old, "utf-8")
    bar = page.locator(".cr-bar", has_text="no longer in its file as you wrote it")
    bar.wait_for()
    # The bar stays until somebody answers it, and goes when the text is back.
    page.reload()
    bar.get_by_role("button", name="Compare").click()
    # The page may be loaded once more, for the build of the old copy: the comparison stays open.
    page.wait_for_function(
        "(told) => String([...document.querySelectorAll('.cr-version pre')].map((e) => e.textContent)) === told",
        arg="Who says so?,Saved, and lost.",
    )
    page.get_by_role("button", name="Save mine in its place").click()
    page.locator(".gloss.note", has_text="Saved, and lost.").wait_for()
    head, _, tail = served.text(slug).partition("  - id: n-00000001")
    served.notes(slug).write_text(head + "  - id: n-00000002" + tail.partition("  - id: n-00000002")[2], "utf-8")
    bar.get_by_role("button", name="Compare").click()
    page.get_by_role("button", name="Make mine a new note").click()
    page.get_by_role("button", name="Save note").click()
    page.locator(".cr-panel").wait_for(state="hidden")
    assert "body: Saved, and lost." in served.text(slug)
    bar.wait_for(state="detached")
