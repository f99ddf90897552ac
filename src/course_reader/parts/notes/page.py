"""The list of notes on an article's page."""

from __future__ import annotations

from course_reader.pages.margin import render_list
from course_reader.pages.markup import Html, Linker
from course_reader.parts.notes.values import NotesView


def page(view: NotesView, links: Linker) -> list[Html]:
    """All notes: those on the whole article, then those on words, with links to the words."""
    return render_list(list(view.threads), view.page, view.language, is_only=links.is_book)
