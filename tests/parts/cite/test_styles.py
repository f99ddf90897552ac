"""The three styles, as their handbooks give them."""

from __future__ import annotations

import pytest

from course_reader.model.dates import parse
from course_reader.parts.cite.styles import STYLES
from course_reader.views.works import Author, Work

JO, MAX, ANN, BO = Author("Poe", "Jo A."), Author("Roe", "Max"), Author("Lee", "Ann"), Author("Day", "Bo")


def work(*authors: Author, title: str = "Ferries sail", date: str = "2022-10-31", made_from: str = "") -> Work:
    return Work(
        title,
        authors,
        "The Gazette",
        parse(date) if date else None,
        "https://e.org/1",
        "en",
        "k",
        bool(made_from),
        made_from,
    )


@pytest.mark.parametrize(
    ("style", "text"),
    [
        ("MLA", "Poe, Jo A. “Ferries sail.” The Gazette, 31 Oct. 2022, https://e.org/1."),
        ("APA", "Poe, J. A. (2022, October 31). Ferries sail. The Gazette. https://e.org/1"),
        ("Chicago", "Poe, Jo A. “Ferries sail.” The Gazette, October 31, 2022. https://e.org/1."),
    ],
)
def test_an_article_by_one_person(style: str, text: str) -> None:
    assert STYLES[style](work(JO)) == text


@pytest.mark.parametrize(
    ("style", "begins"),
    [
        ("MLA", "Poe, Jo A., and Max Roe. “"),
        ("APA", "Poe, J. A., & Roe, M. (2022"),
        ("Chicago", "Poe, Jo A., and Max Roe. “"),
    ],
)
def test_two_people(style: str, begins: str) -> None:
    assert STYLES[style](work(JO, MAX)).startswith(begins)


def test_many_people() -> None:
    assert STYLES["MLA"](work(JO, MAX, ANN, BO)).startswith("Poe, Jo A., et al. “")


@pytest.mark.parametrize(
    ("style", "begins"),
    [("MLA", "“Ferries sail.”"), ("APA", "Ferries sail. (2022, October 31)."), ("Chicago", "“Ferries sail.”")],
)
def test_nobody_is_named(style: str, begins: str) -> None:
    assert STYLES[style](work()).startswith(begins)


@pytest.mark.parametrize(
    ("date", "mla", "apa"),
    [("2022-10", "Oct. 2022", "(2022, October)"), ("2022", ", 2022", "(2022)"), ("", "n.d.", "(n.d.)")],
)
def test_a_date_is_as_exact_as_it_is_known(date: str, mla: str, apa: str) -> None:
    assert mla in STYLES["MLA"](work(JO, date=date))
    assert apa in STYLES["APA"](work(JO, date=date))


def test_a_question_keeps_its_mark_and_a_body_its_name() -> None:
    text = STYLES["MLA"](work(Author("Bay News Ltd."), title="Who sails?"))
    assert text.startswith("Bay News Ltd. “Who sails?” The Gazette")


@pytest.mark.parametrize("style", STYLES)
def test_what_a_text_was_made_from_is_said(style: str) -> None:
    assert "Adapted from “X”" in STYLES[style](work(JO, made_from="Adapted from “X”."))


@pytest.mark.parametrize(
    ("style", "within"), [("MLA", " The Gazette,"), ("APA", " In The Gazette."), ("Chicago", " In The Gazette,")]
)
def test_a_part_of_a_reader_is_in_it(style: str, within: str) -> None:
    assert within in STYLES[style](work(JO, made_from="Adapted from “X”."))
