"""Lists of articles and of entries: what is told of each."""

from __future__ import annotations

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.parts.lists.values import ArticlesAsked, Card, EntriesAsked, articles, card_of, entries

FILES = {
    "glossary/places/borg.md": entry("Borg", "[{to: 2020, text: Old.}, {from: 2021, text: New.}]"),
    **{f"glossary/people/p{n}.md": entry(f"Person{n} Lee", roles="[{title: Mayor, from: 2020}]") for n in range(5)},
    "corpus/late/article.md": article("Borg.", title="Late", date="2023-01-01"),
    "corpus/early/article.md": article(
        " and ".join(f"Person{n} Lee" for n in (4, 2, 4, 0, 1, 3)), title="Early", date="2020-01-01",
        agency="Bay News", outlet="The Gazette",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def test_articles_are_oldest_first(shelf: Shelf) -> None:
    assert [card.title for card in articles(shelf.library, ArticlesAsked())] == ["Early", "Late"]


def test_a_card_names_the_first_people_and_who_printed_it(shelf: Shelf) -> None:
    docname = "corpus/early/article"
    people = ("Person4 Lee", "Person2 Lee", "Person0 Lee", "Person1 Lee")

    assert card_of(shelf.library, docname, shelf.library.pages[docname]) == Card(
        docname, "Early", "1 January 2020", "Bay News / The Gazette", people, 1, "2020"
    )


@pytest.mark.parametrize(("kind", "names"), [("places", {"Borg"}), ("terms", set()), ("people", {"Person0 Lee"})])
def test_entries_are_those_of_a_kind(shelf: Shelf, kind: str, names: set[str]) -> None:
    found = {item.name for item in entries(shelf.library, EntriesAsked(kind))}
    assert found & {"Borg", "Person0 Lee"} == names
    assert len(entries(shelf.library, EntriesAsked())) == 6


def test_an_entry_is_told_by_its_office_and_its_latest_gloss(shelf: Shelf) -> None:
    glosses = {item.name: item.gloss for item in entries(shelf.library, EntriesAsked())}

    assert glosses["Borg"] == "New."
    assert glosses["Person0 Lee"] == "Mayor since 2020. A gloss."


def test_an_entry_without_a_page_is_not_listed() -> None:
    shelf = make_shelf(FILES)
    del shelf.domain.entries["glossary/places/borg"]

    assert entries(shelf.library, EntriesAsked("places")) == ()
