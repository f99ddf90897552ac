"""What the page of an entry shows: itself, who names it, what it leads to."""

from __future__ import annotations

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.parts.entry.values import entry_of, mentioned, see, sources, view

ANN = "glossary/people/ann"
FILES = {
    f"{ANN}.md": entry(
        "Ann Lee", see="[bo, absent]", sources="[life, absent]", roles="[{title: Mayor, from: 2020, source: war}]",
        aliases="[{name: Ann Poe, to: 2019, preferred: true}]",
    ),
    "glossary/people/bo.md": entry("Bo Marsh", prose="Ann Lee knows him."),
    "corpus/late/article.md": article("Ann Lee came. Ann Lee left.", title="Late", date="2023-01-01"),
    "corpus/kept/article.md": article("Ann Lee hid.", title="Kept", date="2020-01-01").replace("own", "none"),
    "docs/background.md": "# Background\n\nAnn Lee ruled.\n",
}  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES, sources=["life", "war"])


def test_it_is_called_and_explained_as_of_today(shelf: Shelf) -> None:
    found = view(shelf.at(ANN))

    assert found is not None
    assert (found.gloss.name, found.gloss.role) == ("Ann Lee", "Mayor since 2020.")
    assert found.entry is entry_of(shelf.at(ANN))


def test_pages_that_name_it_come_by_time_chapters_last(shelf: Shelf) -> None:
    found = mentioned(shelf.at(ANN))

    assert [(item.page.title, item.count) for item in found] == [("Kept", 1), ("Late", 2), ("Background", 1)]
    assert [len(item.contexts) for item in found] == [0, 2, 1], "what may not be shown is not quoted"


def test_an_entry_does_not_count_the_prose_of_others(shelf: Shelf) -> None:
    assert mentioned(shelf.at("glossary/people/bo")) == ()


def test_entries_and_sources_that_are_not_there_are_left_out(shelf: Shelf) -> None:
    assert [link.title for link in see(shelf.at(ANN))] == ["Bo Marsh"]
    assert [item.key for item in sources(shelf.at(ANN))] == ["life", "war"]


def test_an_entry_that_cannot_be_read_shows_nothing() -> None:
    shelf = make_shelf(FILES)
    del shelf.library.glossary.files["ann"]
    at = shelf.at(ANN)

    assert (view(at), mentioned(at), see(at), sources(at)) == (None, (), (), ())
