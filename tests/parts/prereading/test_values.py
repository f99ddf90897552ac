"""What is read before a text, as values: nothing later than its first readers knew, and not too much."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import Shelf, make_shelf
from printed import pack
from readers import article, entry

from course_reader.maps.look import PRINT, SCREEN
from course_reader.parts.prereading.values import (
    DATES,
    PEOPLE,
    PLACES,
    QUESTIONS,
    PrereadingView,
    all_pages,
    of_article,
    of_pack,
    prereading_docname,
    prereading_map,
)
from course_reader.views.packs import packs

ROLES = "[{title: Clerk, from: 1990, to: 1999}, {title: Mayor, from: 2023-05}]"
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", roles=ROLES),
    "glossary/people/bo.md": entry("Bo Marsh", "A sailor."),
    "glossary/places/port.md": entry("Port", "A town.", coordinates="[54.1, 9.9]"),
    "glossary/places/moor.md": entry("Moor", "A moor."),
    **{f"glossary/events/e{year}.md": entry(f"Event{year}", start=f"{year}-01-01") for year in range(2010, 2024)},
    "corpus/one/article.md": article(
        "Bo Marsh, Ann Lee, Port, Moor. Event2011.", title="One", date="2021-07-01",
        vocabulary="{zest: joy, irk: annoy}", before="[Who?, Why?]",
    ),
    "corpus/two/article.md": article(
        "Ann Lee. Event2022.", title="Two", date="2023-06-01", event_date="2022-01-01", vocabulary="{Irk: vex}",
        before="{questions: [When?, Where?], dates: [e2013, e2012]}",
    ),
    "corpus/packs/both.md": pack("two", "one", title="Both"),
    "corpus/packs/alone.md": pack("two", title="Alone"),
    "corpus/packs/none.md": "---\ntitle: None\n---\n\nNothing.\n",
}  # fmt: skip
ONE, TWO = "corpus/one/article", "corpus/two/article"


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES)


def of_the_pack(shelf: Shelf, name: str) -> PrereadingView:
    return of_pack(shelf.library, next(page for page in packs(shelf.library) if page.name == name))


def test_people_have_the_office_of_that_day_and_never_a_later_one(shelf: Shelf) -> None:
    people = of_article(shelf.library, ONE).people

    assert [(line.name, line.text) for line in people] == [
        ("Bo Marsh", "A sailor."), ("Ann Lee", "Earlier Clerk (1990–1999)."),
    ]  # fmt: skip


def test_places_are_listed_and_those_with_coordinates_are_on_the_map(shelf: Shelf) -> None:
    view = of_article(shelf.library, ONE)

    assert [line.name for line in view.places] == ["Port", "Moor"]
    assert [spot.id for spot in view.spots] == ["port"]


def test_what_is_named_comes_before_what_happened_last(shelf: Shelf) -> None:
    dates = of_article(shelf.library, ONE).dates

    assert [line.name for line in dates] == ["Event2011", "Event2018", "Event2019", "Event2020", "Event2021"]
    assert len(dates) == DATES


def test_chosen_dates_are_shown_in_order_of_time(shelf: Shelf) -> None:
    assert [line.name for line in of_article(shelf.library, TWO).dates] == ["Event2012", "Event2013"]


def test_of_what_is_reported_itself_nothing_is_told(shelf: Shelf) -> None:
    files = {**FILES, "corpus/two/article.md": FILES["corpus/two/article.md"].replace(", dates: [e2013, e2012]", "")}
    names = [line.name for line in of_article(make_shelf(files).library, TWO).dates]

    assert names == ["Event2017", "Event2018", "Event2019", "Event2020", "Event2021"]


def test_a_chosen_date_that_came_later_is_left_out() -> None:
    later = article("T.", date="2015-01-01", before="{dates: [e2020, e2012]}")
    assert [line.entry for line in of_article(make_shelf({**FILES, f"{ONE}.md": later}).library, ONE).dates] == [
        "e2012"
    ]


def test_a_pack_knows_no_more_than_its_first_article(shelf: Shelf) -> None:
    view = of_the_pack(shelf, "both")

    assert [link.title for link in view.readings] == ["One", "Two"]
    assert max(line.name for line in view.dates) == "Event2021"
    assert [line.text for line in view.people if line.name == "Ann Lee"] == ["Earlier Clerk (1990–1999)."]


def test_a_pack_without_questions_borrows_them_in_turn(shelf: Shelf) -> None:
    assert of_the_pack(shelf, "both").questions == ("Who?", "When?", "Why?")
    assert len(of_the_pack(shelf, "both").questions) == QUESTIONS


def test_a_pack_has_its_own_questions_first() -> None:
    files = {**FILES, "corpus/packs/both.md": pack("two", "one", title="Both", before="[What?]")}
    assert of_the_pack(make_shelf(files), "both").questions == ("What?",)


def test_a_pack_of_one_article_has_its_dates(shelf: Shelf) -> None:
    assert [line.name for line in of_the_pack(shelf, "alone").dates] == ["Event2012", "Event2013"]


def test_hard_words_of_all_articles_come_once_in_alphabetical_order(shelf: Shelf) -> None:
    assert [(word.word, word.means) for word in of_the_pack(shelf, "both").words] == [("Irk", "vex"), ("zest", "joy")]


def test_only_so_many_people_and_places_are_told() -> None:
    many = {f"glossary/people/p{n}.md": entry(f"Person{n} Lee") for n in range(PEOPLE + 3)}
    many |= {f"glossary/places/q{n}.md": entry(f"Place{n}") for n in range(PLACES + 3)}
    names = " and ".join([*(f"Person{n} Lee" for n in range(PEOPLE + 3)), *(f"Place{n}" for n in range(PLACES + 3))])
    view = of_article(make_shelf({**many, f"{ONE}.md": article(names)}).library, ONE)

    assert (len(view.people), len(view.places)) == (PEOPLE, PLACES)


def test_an_article_without_a_date_has_no_dates_before_it() -> None:
    files = {**FILES, f"{ONE}.md": article("Ann Lee.").replace("date: 2022-11-01\n", "")}
    view = of_article(make_shelf(files).library, ONE)

    assert view.dates == ()
    assert [line.text for line in view.people] == ["Mayor since May 2023."]


@pytest.mark.parametrize(
    ("docname", "before"),
    [
        ("corpus/one/article", "corpus/one/before"),
        ("corpus/private/one/article", "corpus/private/one/before"),
        ("corpus/packs/both", "corpus/packs/both-before"),
    ],
)
def test_it_has_its_place_beside_what_it_is_read_before(docname: str, before: str) -> None:
    assert prereading_docname(docname) == before


def test_every_article_and_every_pack_with_articles_has_one(shelf: Shelf) -> None:
    assert set(all_pages(shelf.library)) == {
        "corpus/one/before", "corpus/two/before", "corpus/packs/both-before", "corpus/packs/alone-before",
    }  # fmt: skip


def test_a_page_of_the_author_takes_its_place() -> None:
    shelf = make_shelf({**FILES, "corpus/one/before.md": "# Mine\n"})
    assert "corpus/one/before" not in all_pages(shelf.library)


def test_the_same_places_and_look_make_the_same_map(shelf: Shelf) -> None:
    spots = of_article(shelf.library, ONE).spots
    one: Any = prereading_map(spots)

    assert prereading_map(list(spots)) == one
    assert prereading_map(spots, PRINT) != one
    assert prereading_map(spots, SCREEN) == one
    assert "Port" in one.svg
