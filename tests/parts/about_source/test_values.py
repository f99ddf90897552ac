"""Who printed an article, as it was on that day, and whose it is."""

from __future__ import annotations

from typing import Any

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.parts.about_source.values import OUTLET_ROWS, OriginView, organisations, origin, source

ONE = "corpus/one/article"
STATUS = "\n  - {to: 2021, text: Printed in Port.}\n  - {from: 2022, text: Printed abroad.}"
ENTRIES = {
    "glossary/organisations/gazette.md": entry(
        "Gazette", aliases="[The Gazette, {name: Port, metonym: true}]", owner="The Lees.", funding="Readers.",
        status=STATUS, naming="It writes “the Bay”.",
    ),
    "glossary/organisations/bay.md": entry("Bay News"),
    "glossary/people/ann.md": entry("Ann Lee"),
}  # fmt: skip


def view(date: str = "2020-01-01", rights: str = "{status: own}", **keys: str) -> OriginView:
    text = article("T.", date=date, **keys).replace("{status: own}", rights)
    found = source(make_shelf({**ENTRIES, f"{ONE}.md": text}).at(ONE))
    assert found is not None
    return found


def test_an_outlet_is_told_as_it_was_on_the_day() -> None:
    [before], [after] = (view(date, outlet="The Gazette").outlets for date in ("2020-01-01", "2023-01-01"))

    assert [text for _, text in before.rows] == ["The Lees.", "Readers.", "Printed in Port.", "It writes “the Bay”."]
    assert [label for label, _ in before.rows] == [label for _, label in OUTLET_ROWS]
    assert "Printed abroad." in dict(after.rows).values()
    assert (before.changed, after.changed) == (True, False)


@pytest.mark.parametrize(
    ("keys", "names"),
    [
        ({"outlet": "GAZETTE"}, ["Gazette"]),
        ({"outlet": "The Gazette (weekly edition)"}, ["Gazette"]),
        ({"agency": "Bay News", "outlet": "The Gazette"}, ["Bay News", "Gazette"]),
        ({"agency": "Gazette", "outlet": "The Gazette"}, ["Gazette"]),
        ({"outlet": "Port"}, []),
        ({"outlet": "Ann Lee"}, []),
        ({}, []),
    ],
)
def test_an_outlet_is_known_by_its_names(keys: dict[str, str], names: list[str]) -> None:
    assert [outlet.gloss.name for outlet in view(**keys).outlets] == names


def test_only_organisations_print() -> None:
    assert organisations(make_shelf(ENTRIES).library) == {
        "gazette": "gazette", "the gazette": "gazette", "bay news": "bay",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        ({"byline": "By Jo Poe", "outlet": "The Gazette"}, "By Jo Poe in The Gazette."),
        ({"byline": "jo poe", "agency": "Bay News"}, "By jo poe."),
        ({"agency": "Bay News", "outlet": "Bay News"}, "By Bay News."),
        ({"outlet": "The Gazette"}, "In The Gazette."),
        ({}, "Source not given."),
    ],
)
def test_where_a_text_is_from_is_a_sentence(keys: dict[str, str], sentence: str) -> None:
    assert view(**keys).origin == sentence


@pytest.mark.parametrize("keys", [{"outlet": "The Gazette"}, {}])
def test_what_was_adapted_says_so(keys: dict[str, str]) -> None:
    found = view(rights="{status: adapted}", **keys).origin

    assert "dapted" in found and found.endswith(".")
    assert ("The Gazette" in found) is bool(keys)


@pytest.mark.parametrize(
    ("keys", "address"),
    [
        ({"url": "https://example.org/x", "adapted_from": "{url: 'https://example.org/y'}"}, "https://example.org/x"),
        ({"adapted_from": "{url: 'https://example.org/y'}"}, "https://example.org/y"),
        ({}, ""),
    ],
)
def test_where_it_can_be_read_is_told_if_anybody_knows(keys: dict[str, str], address: str) -> None:
    assert view(**keys).address == address


def test_whose_it_is_is_told_in_the_authors_words() -> None:
    found = view(rights="{status: licensed, holder: X Ltd, terms: For class}")
    assert (found.holder, found.terms) == ("X Ltd", "For class")


def test_an_article_without_a_date_has_what_is_so_today() -> None:
    text = article("T.", outlet="Gazette").replace("date: 2022-11-01\n", "")
    found: Any = source(make_shelf({**ENTRIES, f"{ONE}.md": text}).at(ONE))

    assert "Printed abroad." in dict(found.outlets[0].rows).values()


def test_a_page_that_is_no_article_has_no_source() -> None:
    shelf = make_shelf({**ENTRIES, "docs/background.md": "# B\n", f"{ONE}.md": article("T.")})
    article_of = shelf.library.pages[ONE].article

    assert source(shelf.at("docs/background")) is None
    assert article_of is not None and origin(article_of)
