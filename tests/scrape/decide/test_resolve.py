"""Clues become fields; contradictions and weak clues become questions."""

from __future__ import annotations

import pytest
from scrape.made_up import draft, segment

from course_reader.scrape.decide import resolve
from course_reader.scrape.draft import Draft
from course_reader.scrape.lines.dates import find_dates
from course_reader.scrape.records import Removed


def _made(*given: tuple[str, str, int], sure: bool = True) -> Draft:
    """A draft with clues: field, value, line; dates are read from the value."""
    made = draft()
    for name, value, line in given:
        days = find_dates(value) if name in ("date", "updated", "filed", "text_day", "caption_day") else []
        iso = (days[0].iso or "") if days else value
        made.clue(name, iso, segment(value, line=line), "the byline", sure=sure, day=days[0] if days else None)
    return made


def _questions(made: Draft) -> list[str]:
    return [item.question for item in made.unsure]


def test_clues_that_agree_settle_a_field() -> None:
    made = _made(("agency", "AFP", 1), ("agency", "AFP", 9))
    assert (resolve.agency(made), made.unsure) == ("AFP", [])
    assert resolve.one(made, "dateline") is None


def test_clues_that_disagree_are_all_named_in_the_question() -> None:
    made = _made(("agency", "AFP", 1), ("agency", "Reuters", 9))
    assert resolve.agency(made) == "AFP"
    assert _questions(made) == ["Which is right? The byline (line 1) says AFP; the byline (line 9) says Reuters."]


def test_a_single_weak_clue_is_asked_about() -> None:
    made = _made(("agency", "Bay News", 3), sure=False)
    assert resolve.agency(made) == "Bay News"
    assert _questions(made) == ["Is “Bay News” right? Only the byline (line 3) says so."]


@pytest.mark.parametrize(
    ("given", "who", "questions"),
    [
        ([], None, []),
        ([("byline", "Jane Doe", 1)], "Jane Doe", []),
        ([("reporters", "Jane Doe", 20)], "Jane Doe", []),
        ([("byline", "AFP", 1), ("byline", "Jane Doe", 20)], "Jane Doe", []),
        ([("byline", "AFP", 1)], "AFP", []),
        (
            [("byline", "Jane Doe", 1), ("byline", "John Roe", 20)],
            "Jane Doe",
            ["Lines 1 and 20 name different authors: who wrote the article?"],
        ),
    ],
)
def test_authors_count_before_agencies(
    given: list[tuple[str, str, int]], who: str | None, questions: list[str]
) -> None:
    made = _made(*given)
    assert (resolve.byline(made), _questions(made)) == (who, questions)


@pytest.mark.parametrize(
    ("values", "sure", "url", "question"),
    [
        ([], True, None, "The text does not give its web address: what is it?"),
        (["https://oc-media.org/a"], True, "https://oc-media.org/a", None),
        (["https://oc-media.org/a"], False, "https://oc-media.org/a", None),
        (["https://a.example/b"], False, "https://a.example/b", "Is the address in line 1 the article's own?"),
        (
            ["https://a.example/b", "https://a.example/c"],
            True,
            "https://a.example/b",
            "Which address is the article's own? https://a.example/b or https://a.example/c",
        ),
    ],
)
def test_the_address(values: list[str], sure: bool, url: str | None, question: str | None) -> None:
    made = _made(*[("url", value, 1) for value in values], sure=sure)
    assert resolve.url(made) == url
    assert _questions(made) == ([question] if question else [])


@pytest.mark.parametrize(
    ("clue", "address", "agency", "outlet", "question"),
    [
        (None, "https://oc-media.org/a", None, "OC Media", None),
        ("OC Media", None, None, "OC Media", None),
        (
            "Meduza",
            "https://oc-media.org/a",
            None,
            "OC Media",
            "The address belongs to OC Media, but the text names Meduza: who published it?",
        ),
        (None, "https://www.example.org/a", None, "example.org", "What is the name of the outlet at example.org?"),
        (None, None, "AFP", None, "Only the agency AFP is named: who published the article?"),
        (None, None, None, None, "The text does not name its publisher: which outlet is it from?"),
    ],
)
def test_the_publisher(
    clue: str | None, address: str | None, agency: str | None, outlet: str | None, question: str | None
) -> None:
    made = _made(*([("outlet", clue, 1)] if clue else []))
    assert resolve.outlet(made, address, agency) == outlet
    assert _questions(made) == ([question] if question else [])


def test_words_of_the_page_can_name_the_host() -> None:
    made = draft()
    made.removed.append(Removed(9, "THE HORN COURIER", "page furniture"))
    assert resolve.outlet(made, "https://www.horn-courier.example/a", None) == "The Horn Courier"
    assert made.unsure == []


def test_a_removed_line_can_name_the_publisher() -> None:
    made = draft()
    made.removed.append(Removed(4, "More from Meduza", "related link"))
    made.removed.append(Removed(9, "About OC Media", "page furniture"))
    assert resolve.outlet(made, None, None) == "OC Media"
    assert _questions(made) == ["Is the article from OC Media? Only line 9 names it."]


@pytest.mark.parametrize(
    ("given", "address", "iso", "question"),
    [
        ([("date", "May 3, 2023", 2)], None, "2023-05-03", None),
        ([("date", "May 3, 2023", 2), ("updated", "May 5, 2023", 2)], None, "2023-05-03", None),
        ([], "https://a.example/2023/05/03/b", "2023-05-03", None),
        ([("date", "Wednesday, May 3", 2)], "https://a.example/2023/05/03/b", "2023-05-03", None),
        ([("date", "May 3", 2), ("year", "2023", 30)], None, "2023-05-03", "“May 3” has no year: is it 2023?"),
        ([("date", "5/6/2023", 2)], "https://a.example/2023/05/06/b", "2023-05-06", None),
        ([("date", "5/6/2023", 2)], None, "2023-06-05", "Does “5/6/2023” mean 2023-06-05 or 2023-05-06?"),
        (
            [("date", "Friday, May 3, 2023", 2)],
            None,
            "2023-05-03",
            "“Friday, May 3, 2023” in line 2: the weekday does not match the date: which is right?",
        ),
        (
            [("date", "May 3, 2023", 2), ("date", "May 9, 2023", 7)],
            None,
            "2023-05-03",
            "Was the article published on 2023-05-03, or on 2023-05-09?",
        ),
        (
            [("date", "May 3, 2023", 2)],
            "https://a.example/2023/05/09/b",
            "2023-05-03",
            "Line 2 says 2023-05-03, the address says 2023-05-09: when was the article published?",
        ),
        ([("date", "May 3, 2023", 2)], "https://a.example/2023/05/04/b", "2023-05-03", None),
        (
            [("updated", "May 5, 2023", 2)],
            None,
            "2023-05-05",
            "Only the date of the last update is given (May 5, 2023): when was the article first published?",
        ),
        (
            [("filed", "3 мая 2023", 4)],
            None,
            "2023-05-03",
            "The dateline says 3 мая 2023: was the article also published on that day?",
        ),
        (
            [("text_day", "3. Mai 2023", 6)],
            None,
            "2023-05-03",
            "Only the byline (line 6) gives a date, 3. Mai 2023: when was the article published?",
        ),
        ([], None, None, "The text does not say when it was published: what is the date?"),
        (
            [("filed", "May 3", 4)],
            None,
            None,
            "The text does not say when it was published: what is the date? Line 4 says “May 3”.",
        ),
    ],
)
def test_the_date_of_publication(
    given: list[tuple[str, str, int]], address: str | None, iso: str | None, question: str | None
) -> None:
    made = _made(*given)
    assert resolve.printed(made, address, None) == iso
    assert _questions(made) == ([question] if question else [])


def test_in_american_outlets_the_month_comes_first() -> None:
    made = _made(("date", "5/6/2023", 2))
    assert resolve.printed(made, None, "CNN") == "2023-05-06"
    assert _questions(made) == ["Does “5/6/2023” mean 2023-05-06 or 2023-06-05?"]


def test_a_weak_date_is_asked_about() -> None:
    made = _made(("date", "May 3, 2023", 2), sure=False)
    assert resolve.printed(made, None, None) == "2023-05-03"
    assert _questions(made) == ["Was the article published on 2023-05-03? Only the byline (line 2) says so."]


def test_a_missing_author_is_asked_about_where_a_line_seems_to_name_one() -> None:
    made = draft("Boxes", "Share · By Jane Doe for the Bay Post", "The ferry was stopped by Jane Doe and John Roe.")
    assert resolve.byline(made) is None
    assert _questions(made) == [
        "Who wrote the article? Line 3 could name the author: “Share · By Jane Doe for the Bay Post”."
    ]


def test_a_missing_author_is_not_asked_about_without_a_sign() -> None:
    made = draft("Boxes", "The ferry was stopped by two customs officers.")
    assert resolve.byline(made) is None
    assert made.unsure == []
