"""The notes on an article that are shown, and what makes its page stale."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf, note
from readers import article

from course_reader.marks.records import PlacedNote
from course_reader.parts.notes.values import NotesView, notes

ONE = "corpus/one/article"


def view(*found: PlacedNote, rights: str = "own", **settings: Any) -> NotesView | None:
    shelf = make_shelf({f"{ONE}.md": article("Some words.").replace("own", rights)}, **settings)
    shelf.library.pages[ONE].notes = found
    return notes(shelf.at(ONE))


def test_notes_come_with_their_page_and_the_language_around_them() -> None:
    found = view(note("n-1", (5, 9)), note("n-2", in_reply_to="n-1"))

    assert found is not None
    assert [(thread.number, len(thread.replies)) for thread in found.threads] == [(1, 1)]
    assert (found.docname, found.language, found.page.title) == (ONE, "en", "An article")


@pytest.mark.parametrize(
    ("found", "settings"),
    [
        ((), {}),
        ((note("n-1", audience="class"),), {}),
        ((note("n-1"),), {"rights": "none"}),
    ],
    ids=["none", "none for this audience", "a text that is not shown"],
)
def test_without_notes_to_show_there_is_no_list(found: tuple[PlacedNote, ...], settings: dict[str, str]) -> None:
    assert view(*found, **settings) is None


def test_only_what_is_shown_makes_a_page_stale() -> None:
    assert repr(view(note("n-1"))) == repr(view(note("n-1")))
    assert repr(view(note("n-1"))) == repr(view(note("n-1"), note("n-2", audience="class")))
    assert repr(view(note("n-1"))) != repr(view(note("n-1", body="Another.")))
    assert repr(view(note("n-1", (5, 9)))) != repr(view(note("n-1", (5, 8))))
