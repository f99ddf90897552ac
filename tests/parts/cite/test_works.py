"""The two works: who, what, where, when, as far as it is known."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article

from course_reader.parts.cite.works import Author, Work, original, own

ONE = "corpus/one/article"


def works(text: str) -> tuple[Work, Work]:
    at = make_shelf({f"{ONE}.md": text}).at(ONE)
    assert at.page.article is not None
    return original(at.page.article), own(at, at.page.article)


@pytest.mark.parametrize(
    ("keys", "authors"),
    [
        ({"byline": "Jo Poe"}, (Author("Poe", "Jo"),)),
        ({"byline": "Jo Poe and Max van der Berg"}, (Author("Poe", "Jo"), Author("van der Berg", "Max"))),
        ({"byline": "Jo A. Poe, Ann Lee"}, (Author("Poe", "Jo A."), Author("Lee", "Ann"))),
        ({"byline": "Staff", "agency": "Bay News"}, (Author("Staff"),)),
        ({"agency": "Bay News"}, (Author("Bay News"),)),
        ({}, ()),
    ],
)
def test_authors_are_people_or_a_body(keys: dict[str, str], authors: tuple[Author, ...]) -> None:
    assert works(article("T.", **keys))[0].authors == authors


def test_of_a_retold_text_the_original_is_what_it_was_made_from() -> None:
    first, here = works(
        article("T.", title="One", adapted_from="{title: The first, url: 'https://example.org/x'}", outlet="Gazette")
    )
    assert (first.title, first.container, first.address) == ("The first", "Gazette", "https://example.org/x")
    assert (here.title, here.container) == ("One", "A test reader")
    assert here.made_from == "Adapted from “The first”, Gazette, 1 November 2022."


def test_a_reprint_keeps_its_author() -> None:
    first, here = works(article("T.", title="One", byline="Jo Poe"))
    assert here.authors == first.authors
    assert here.made_from.startswith("Reprinted from Jo Poe, “One”")


@pytest.mark.parametrize(
    ("keys", "key"),
    [
        ({"outlet": "The Gazette"}, "gazette2022"),
        ({"agency": "Bay-News", "outlet": "The Gazette"}, "bay2022"),
        ({"outlet": "Վեդոմոստի"}, "article2022"),
        ({}, "article2022"),
    ],
)
def test_the_key_for_programs_is_made_of_latin_letters(keys: dict[str, str], key: str) -> None:
    first, here = works(article("T.", **keys))
    assert (first.key, here.key) == (key, f"{key}-here")
