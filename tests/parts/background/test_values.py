"""Which sections a page leads to, and which pages a section is needed by."""

from __future__ import annotations

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.parts.background.values import SectionView, of_article, of_chapter, of_entry, sections

CHAPTER = """
---
sections: [{anchor: war, years: 1992–1994, short: Two towns fought.}, {anchor: talks}]
---

# Background

(war)=
## The war

They fought.

(talks)=
## The talks

They talked.
"""
LABELS = {
    "war": ("docs/background", "war", "The war"),
    "talks": ("docs/background", "talks", "The talks"),
    "other": ("docs/page", "other", "Another page"),
}
FILES = {
    "docs/background.md": CHAPTER,
    "docs/page.md": "# A page\n",
    "glossary/places/borg.md": entry("Borg", background="[war, absent]"),
    "glossary/people/zed.md": entry("Zed Ahn", sort="'Ahn, Zed'", background="[war]"),
    "corpus/late/article.md": article("Text.", title="Late", date="2023-01-01", background="[talks, other, war]"),
    "corpus/early/article.md": article("Text.", title="Early", date="2022-01-01", background="[war]"),
}
WAR = SectionView("docs/background", "war", "The war", "1992–1994", "Two towns fought.")


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES, labels=LABELS)


def test_an_article_leads_to_sections_in_its_own_order(shelf: Shelf) -> None:
    found = of_article(shelf.at("corpus/late/article"))

    assert [section.title for section in found] == ["The talks", "Another page", "The war"]
    assert found[2] == WAR
    assert (found[0].years, found[0].short) == ("", ""), "nothing is told of it"


def test_an_entry_leads_to_the_sections_that_are_there(shelf: Shelf) -> None:
    assert of_entry(shelf.at("glossary/places/borg")) == (WAR,)
    assert sections(shelf.library, ["absent"]) == ()


def test_an_entry_that_cannot_be_read_leads_nowhere() -> None:
    shelf = make_shelf(FILES, labels=LABELS)
    del shelf.library.glossary.files["borg"]

    assert of_entry(shelf.at("glossary/places/borg")) == ()


def test_a_section_is_needed_by_articles_in_order_of_time_and_entries_by_name(shelf: Shelf) -> None:
    chapter = of_chapter(shelf.at("docs/background"))

    assert [section.anchor for section in chapter.sections] == ["war", "talks"]
    assert {need.anchor: [link.title for link in (*need.articles, *need.entries)] for need in chapter.needed} == {
        "war": ["Early", "Late", "Zed Ahn", "Borg"],
        "talks": ["Late"],
    }


def test_another_page_is_told_of_its_own_sections_alone(shelf: Shelf) -> None:
    assert [need.anchor for need in of_chapter(shelf.at("docs/background")).needed] == ["war", "talks"]
