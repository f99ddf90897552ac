"""The questions on an article, and where the reader answers them."""

from __future__ import annotations

from datetime import date

import pytest
from libraries import Shelf, make_shelf
from readers import article, entry

from course_reader.parts.questions.values import place, questions

ONE = "corpus/one/article"
ASKED = """
  - {group: Understand, text: What is Port?, answer_in: port}
  - {group: Understand, text: What else?}
  - {text: Where?, answer_in: [the-harbour, absent, two, docs/page]}
  - Why?"""
FILES = {
    "glossary/places/port.md": entry("New Port", aliases="[{name: Old Port, to: 2022-12-31, preferred: true}]"),
    f"{ONE}.md": article("T.", title="One", questions=ASKED),
    "corpus/two/article.md": article("T.", title="Two"),
    "docs/page.md": "# A page\n",
}
LABELS = {"the-harbour": ("docs/background", "the-harbour", "The harbour")}


@pytest.fixture(scope="module")
def shelf() -> Shelf:
    return make_shelf(FILES, labels=LABELS)


def test_questions_are_in_the_order_of_the_author(shelf: Shelf) -> None:
    found = questions(shelf.at(ONE))

    assert [(question.group, question.text) for question in found] == [
        ("Understand", "What is Port?"), ("Understand", "What else?"), (None, "Where?"), (None, "Why?"),
    ]  # fmt: skip
    assert [[link.title for link in question.places] for question in found] == [
        ["Old Port"], [], ["The harbour", "Two", "A page"], [],
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("target", "title", "docname", "anchor"),
    [
        ("port", "New Port", "glossary/places/port", ""),
        ("two", "Two", "corpus/two/article", ""),
        ("the-harbour", "The harbour", "docs/background", "the-harbour"),
        ("docs/page", "A page", "docs/page", ""),
    ],
)
def test_a_few_letters_name_a_place(shelf: Shelf, target: str, title: str, docname: str, anchor: str) -> None:
    link = place(shelf.library, target)

    assert link is not None
    assert (link.title, link.docname, link.anchor) == (title, docname, anchor)


def test_an_entry_is_called_as_on_a_day(shelf: Shelf) -> None:
    link = place(shelf.library, "port", date(2020, 1, 1))
    assert link is not None and link.title == "Old Port"


def test_letters_that_name_nothing_name_no_place(shelf: Shelf) -> None:
    assert place(shelf.library, "absent") is None


def test_an_entry_comes_before_an_article_of_that_name() -> None:
    shelf = make_shelf({**FILES, "corpus/port/article.md": article("T.", title="An article")})
    link = place(shelf.library, "port")

    assert link is not None and link.docname == "glossary/places/port"


TAUGHT = "[{text: Why?, paragraph: [1, 9], answer: Because., accept: A reason., points: 2}, {text: How?, accept: Any.}]"


@pytest.mark.parametrize(("audience", "shown"), [("teacher", 2), ("class", 0), ("public", 0)])
def test_answers_are_shown_only_to_teachers(audience: str, shown: int) -> None:
    files = {f"{ONE}.md": article("T.", title="One", questions=TAUGHT)}
    found = questions(make_shelf(files, reader_audience=audience).at(ONE))

    assert sum(question.answer is not None for question in found) == shown
    assert ("Because" in repr(found)) is bool(shown)
    assert [link.title for link in found[0].paragraphs] == ["paragraph 1"], "a paragraph that is not there has no link"
