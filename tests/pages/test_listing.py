"""Places on a page for what is known only later: each is remembered, in order."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from libraries import make_shelf

from course_reader.marks.nodes import listing
from course_reader.pages.listing import leave_place, listed_above, place_of, remember
from course_reader.parts.lists.values import ArticlesAsked, EntriesAsked


def directive(shelf: Any) -> Any:
    """A directive on a page."""
    env = shelf.domain.env
    env.docname = "docs/page"
    return SimpleNamespace(env=env, set_source_info=lambda node: setattr(node, "line", 7))


def test_a_place_says_what_is_asked_and_where() -> None:
    shelf = make_shelf({})
    [node] = leave_place(directive(shelf), EntriesAsked("people"))

    assert isinstance(node, listing)
    assert (node["of"], node.line) == (EntriesAsked("people"), 7)
    assert shelf.domain.pages["docs/page"].lists == (EntriesAsked("people"),)


def test_what_is_remembered_is_counted_by_its_kind() -> None:
    shelf = make_shelf({})
    here = directive(shelf)
    assert listed_above(here, EntriesAsked) == 0
    for asked in (EntriesAsked("people"), ArticlesAsked(), EntriesAsked()):
        remember(here, asked)

    assert listed_above(here, EntriesAsked) == 2
    assert listed_above(here, ArticlesAsked) == 1


def test_a_place_alone_is_not_remembered() -> None:
    shelf = make_shelf({})
    place_of(directive(shelf), ArticlesAsked())

    assert "docs/page" not in shelf.domain.pages
