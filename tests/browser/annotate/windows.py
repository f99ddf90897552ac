"""Windows of a real browser, live, that meet an editor and git at one file of notes."""

from __future__ import annotations

import contextlib
import random
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from authoring.meetings import Meeting, Steps
from playwright.sync_api import Error

#: what a window is asked for until the page, which may be loaded again at any moment, does it
_PATIENCE = 12

#: the end of saving, with what is read then
_ANSWERED = """
() => {
    const shown = (what) => [...document.querySelectorAll(what)].filter((e) => e.checkVisibility());
    const words = (what) => shown(what).map((e) => e.textContent);
    const versions = words(".cr-version pre");
    if (versions.length) return ["versions", versions.join(" ")];
    if (words(".cr-error p").length) return ["error", ""];
    return document.querySelector(".cr-panel[hidden]") ? ["closed", ""] : null;
}
"""
#: what the bars say, once one of them tells how deleting a note has ended
_DELETED = """
() => {
    const words = [...document.querySelectorAll(".cr-bar")].map((e) => e.textContent);
    return words.some((w) => /was deleted|no longer in its file|not deleted/.test(w)) ? words : null;
}
"""


class PageWindow:
    """A window: a person who reads what the panel shows, and presses its buttons."""

    def __init__(self, page: Any, rng: random.Random, steps: Steps) -> None:
        self.page = page
        self.rng = rng
        self.steps = steps
        #: all that the person has read since the form was opened
        self.read: set[str] = set()
        self.panel = page.locator(".cr-panel")
        self.body = page.get_by_label("Your note")

    def refresh(self) -> None:
        self.page.reload()
        self._is_open()

    def open(self) -> None:
        """Open one of the notes that the window shows, unless a form is open."""
        if not self._is_open() and self._list():
            self._press_any("Edit: ")
            self.read = {self.body.input_value()} if self.body.is_visible() else set()

    def save(self, text: str) -> set[str]:
        if not self._is_open():
            return set()
        seen, self.read = self.read, set()
        self._type(text)
        self.steps["saved"] += 1
        is_sent = False
        for _ in range(_PATIENCE):
            if not is_sent:
                self._name_set()
                self.page.locator(".cr-main:visible").first.click()
            is_sent = False
            state, words = self._answered()
            if state == "closed":
                return seen
            if state == "versions":
                seen.add(words)
                self.steps["compared"] += 1
                match self._choose():
                    case "theirs":
                        return seen | {text}
                    case "mine":
                        is_sent = True
        raise AssertionError(f"{text} cannot be saved: {self.panel.inner_text()}")

    def add(self, text: str) -> set[str]:
        if not self._without_form():
            return set()
        self.page.get_by_role("button", name="Note on the whole article").click()
        self.body.wait_for()
        self.steps["added"] += 1
        return self.save(text)

    def delete(self) -> set[str]:
        """Delete one of the notes that the window shows; a bar says which it was, and offers to bring it back."""
        if not self._without_form():
            return set()
        seen = self.panel.inner_text()
        if not self._press_any("Delete: "):
            return set()
        # A page that is loaded again at this moment does not hear the click.
        told = self._told(_DELETED, 1) or ()
        self.steps["deleted"] += bool(told)
        return {seen, *told}

    def _is_open(self) -> bool:
        """Whether a form is open, once the page is there."""
        self.page.wait_for_selector(".cr-opener", state="attached")
        return bool(self.body.is_visible())

    def _without_form(self) -> bool:
        """Show the list; a form that is open, and into which nothing was typed, is thrown away."""
        if self._is_open():
            self.page.get_by_role("button", name="Throw away").click()
        return self._list()

    def _list(self) -> bool:
        """Show the list, if nothing else is open, and put away what lies over it."""
        close = self.page.locator(".cr-bar").get_by_role("button", name="Close")
        while close.count():
            with contextlib.suppress(Error):  # it may just go by itself
                close.first.click(timeout=2000)
        opener = self.page.locator(".cr-opener")
        if opener.is_visible():
            opener.click()
        return bool(self.page.get_by_role("button", name="Note on the whole article").is_visible())

    def _press_any(self, name: str) -> bool:
        buttons = self.panel.get_by_role("button", name=name)
        count = buttons.count()
        if count:
            with contextlib.suppress(Error):  # the note may just go from the list
                buttons.nth(self.rng.randrange(count)).click(timeout=5000)
                return True
        return False

    def _type(self, text: str) -> None:
        """Type, again if the page is loaded in the middle of it."""
        while self.body.input_value() != text:
            self.body.fill(text)

    def _name_set(self) -> None:
        """Give the set of notes a title, if the form asks for one: its file may have been removed."""
        title = self.panel.locator("[name=layerTitle]")
        if title.is_visible():
            title.fill("Lena")

    def _answered(self) -> tuple[str, str]:
        """Wait until the panel has closed, shows versions, or says what is wrong; which, and the versions."""
        state, words = self._told(_ANSWERED) or ("silent", "")
        return state, words

    def _told(self, question: str, patience: int = _PATIENCE) -> Any:
        """What the page tells, or nothing; it is asked again if it is loaded in the middle of it."""
        for _ in range(2 * patience):
            with contextlib.suppress(Error):
                if told := self.page.evaluate(question):
                    return told
                self.page.wait_for_function(question, timeout=5000)
        return None

    def _choose(self) -> str:
        """Choose between the versions: one's own over the other, which is sent at once, as a new note, or not."""
        how = self.rng.choice(("mine", "mine", "new", "theirs"))
        mine = self.page.get_by_role("button", name="Save mine in its place")
        if how == "mine" and mine.is_visible():
            mine.click()
            return "mine"
        if how == "theirs":
            self.page.get_by_role("button", name=re.compile("Keep the one in the file|Discard mine")).click()
            return "theirs"
        self.page.get_by_role("button", name="Make mine a new note").click()
        self.body.wait_for()
        return "new"


def meet_in_pages(visit: Callable[[], Any], path: Path, notes: str, seed: int, runs: int, length: int = 14) -> Steps:
    """Let two windows, an editor and git meet in random orders; how often what was done.

    Args:
        visit: Opens the article in a new window.
        path: The file of notes.
        notes: What is in it at first.
        seed: Chooses the orders.
        runs: How many.
        length: Steps of each.

    Raises:
        UnseenLossError: if a text has gone that nobody was shown.
    """
    steps = Steps()
    for run in range(runs):
        rng = random.Random(f"{seed} {run}")
        pages = [visit() for _ in range(2)]
        windows = [PageWindow(page, rng, steps) for page in pages]
        meeting = Meeting(path, list(windows), rng, run, steps, notes=notes)
        meeting.begin()
        for _ in range(length):
            meeting.step()
        for page in pages:
            page.context.close()
    return steps
