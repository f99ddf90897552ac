"""The two works: who, what, where, when, as far as it is known."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article

from course_reader.views.works import Author, Work, original, read_here

ONE = "corpus/one/article"


def works(text: str) -> tuple[Work | None, Work | None]:
    at = make_shelf({f"{ONE}.md": text}).at(ONE)
    return original(at), read_here(at)


def first(text: str) -> Work:
    found = works(text)[0]
    assert found is not None
    return found


def here(text: str) -> Work:
    found = works(text)[1]
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("keys", "authors"),
    [
        ({"byline": "Jo Poe"}, (Author("Poe", "Jo"),)),
        ({"byline": "By Jo Poe in Oslo"}, (Author("Poe", "Jo"),)),
        ({"byline": "BY JO POE"}, (Author("Poe", "Jo"),)),
        ({"byline": "Poe, Jo A."}, (Author("Poe", "Jo A"),)),
        ({"byline": "Reuters, AFP"}, (Author("Reuters"), Author("AFP"))),
        ({"byline": "Jo Poe and Max van der Berg"}, (Author("Poe", "Jo"), Author("van der Berg", "Max"))),
        ({"byline": "Jo A. Poe, Ann Lee"}, (Author("Poe", "Jo A."), Author("Lee", "Ann"))),
        ({"byline": "Jo Poe, Jr., Ann de la Cruz"}, (Author("Poe Jr.", "Jo"), Author("de la Cruz", "Ann"))),
        ({"byline": "Մարիամ Սիմոնյան; 习近平"}, (Author("Սիմոնյան", "Մարիամ"), Author("习近平"))),
        ({"byline": "Staff", "agency": "Bay News"}, (Author("Staff"),)),
        ({"byline": "Agence France-Presse", "agency": "Agence France-Presse"}, (Author("Agence France-Presse"),)),
        ({"byline": "Gazette Staff Reporter"}, (Author("Gazette Staff Reporter"),)),
        ({"agency": "Bay News"}, (Author("Bay News"),)),
        ({}, ()),
    ],
)
def test_authors_are_people_or_a_body(keys: dict[str, str], authors: tuple[Author, ...]) -> None:
    quoted = {key: f"'{value}'" for key, value in keys.items()}
    assert here(article("T.", **quoted)).authors == authors


def test_of_a_retold_text_the_original_is_what_it_was_made_from() -> None:
    text = article("T.", title="One", adapted_from="{title: The first, url: 'https://example.org/x'}", outlet="Gazette")
    found = first(text)
    assert (found.title, found.container, found.address) == ("The first", "Gazette", "https://example.org/x")
    assert (here(text).title, here(text).container) == ("One", "A test reader")
    assert here(text).made_from == "Adapted from “The first”, Gazette, 1 November 2022."
    assert here(text).date is None


def test_a_reprint_keeps_its_author() -> None:
    text = article("T.", title="One", byline="Jo Poe", outlet="Gazette")
    assert here(text).authors == first(text).authors
    assert here(text).made_from.startswith("Reprinted from Jo Poe, “One”")
    capitals = article("T.", title="One", byline="BY JO POE AND ANN LEE", outlet="Gazette")
    assert here(capitals).made_from.startswith("Reprinted from Jo Poe and Ann Lee, “One”")


def test_a_text_that_was_published_nowhere_else_has_no_original() -> None:
    found, text = works(article("T.", title="One", byline="Jo Poe"))
    assert found is None
    assert text is not None
    assert (text.made_from, text.date and text.date.text, text.key) == ("", "2022-11-01", "a2022")


def test_a_page_that_withholds_its_text_has_only_the_original() -> None:
    found, text = works(article("T.", title="One", outlet="Gazette").replace("own", "none"))
    assert text is None
    assert found is not None
    assert found.title == "One"


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"outlet": "The Gazette"}, "gazette2022"),
        ({"agency": "Bay-News", "outlet": "The Gazette"}, "bay2022"),
        ({"outlet": "Վեդոմոստի"}, "article2022"),
    ],
)
def test_the_key_for_programs_is_made_of_latin_letters(keys: dict[str, str], key: str) -> None:
    text = article("T.", **keys)
    assert (first(text).key, here(text).key) == (key, f"{key}-here")
