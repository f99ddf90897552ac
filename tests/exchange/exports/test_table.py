"""Tables of annotations are told by their headings."""

from __future__ import annotations

import pytest

from course_reader.exchange.exports.table import headings, read
from course_reader.exchange.records import Incoming

PAGE = "https://news.example/talks"


def only(text: str) -> Incoming:
    found = read(text)
    assert found is not None
    (one,) = found
    return one


def test_both_tables_of_hypothesis() -> None:
    newer = only(
        "Created at,Author,Page,URL,Group,Type,Quote,Comment,Tags\n"
        f'2024-03-05 10:00,lena,,{PAGE},Public,Annotation,"forty years, or so","Who\ncounts?","a,b"\n'
    )
    older = only(
        "Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page\n"
        f'2024-03-05 10:00,{PAGE},Public,Annotation,"forty years, or so",lena,"Who\ncounts?","a,b",\n'
    )
    for one in (newer, older):
        assert (one.places[0].quote, one.source) == ("forty years, or so", PAGE)
        assert (one.body, one.by, one.tags) == ("Who\ncounts?", "lena", ("a", "b"))
        assert one.layer is not None
        assert (one.layer.name, one.layer.audience) == ("hypothesis", "public")
        assert one.created == "2024-03-05T10:00:00Z"


@pytest.mark.parametrize("group", ["Seminar", "", "Only me"])
def test_what_was_not_public_is_for_the_class(group: str) -> None:
    one = only(f"URL,Group,Quote,Comment\n{PAGE},{group},forty years,Why?\n")
    assert one.layer is not None
    assert one.layer.audience == "class"


def test_highlights_of_a_book_have_its_title() -> None:
    one = only("Highlight,Book Title,Note,Color\nforty years,Two Towns,,yellow\n")
    assert (one.places[0].title, one.kept) == ("Two Towns", {"color": "yellow"})


def test_several_highlights_in_one_cell() -> None:
    found = read(f'url,annotations,tags\n{PAGE},"Highlight: forty years\nHighlight: two towns",x\n')
    assert found is not None
    assert [one.places[0].quote for one in found] == ["forty years", "two towns"]


def test_replies_follow_their_thread() -> None:
    found = read(
        "Last name,First name,Submission,Range,Discussion ID,Parent comment ID\n"
        "Holm,Lena,Why?,forty years,7,\nBrandt,Oskar,Because.,,8,7\n"
    )
    assert found is not None
    assert [(one.by, one.parents) for one in found] == [("Lena Holm", ()), ("Oskar Brandt", ("perusall:7",))]


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_table_of_no_known_tool(delimiter: str) -> None:
    one = only(
        delimiter.join(("Quote", "Note", "Colour")) + "\n" + delimiter.join(("two towns", "Which?", "red")) + "\n"
    )
    assert (one.places[0].quote, one.body, one.kept) == ("two towns", "Which?", {"colour": "red"})


@pytest.mark.parametrize("text", ["", "No table.\n", "Name,Size\nquay,4\n", "one line, with a comma"])
def test_other_texts_are_no_such_table(text: str) -> None:
    assert read(text) is None


def test_its_headings_are_shown() -> None:
    assert headings("Name,Size\nquay,4\n") == ["name", "size"]


def test_cells_that_are_missing_or_too_many() -> None:
    found = read(f"URL,Group,Quote,Comment\n{PAGE},Public,forty years\n{PAGE},Public,two towns,Why?,more\n\n")
    assert found is not None
    assert [one.where for one in found] == ["line 2", "line 3"]
