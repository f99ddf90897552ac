"""The questions that students may test themselves with."""

from __future__ import annotations

from libraries import make_shelf
from readers import article, entry

from course_reader.parts.questions.self_test import all_pages, offered, self_test

ONE = "corpus/one/article"
ASKED = """
  - {text: Who left?, answer: Bo, choices: [Ann, Jo, Max], test: true, answer_in: bo, paragraph: 1}
  - {text: Why?, answer: It was late., test: true}
  - {text: For teachers?, answer: A secret., choices: [Ann]}
  - {text: Unanswered?, test: true}
  - {text: Why?, answer: It was late., test: true}"""
FILES = {
    f"{ONE}.md": article("Bo Marsh left.", title="One", questions=ASKED),
    "corpus/two/article.md": article("T.", title="Two", questions="[What?]"),
    "corpus/closed/article.md": article("T.", questions=ASKED).replace("own", "none"),
    "glossary/people/bo.md": entry("Bo Marsh"),
}


def test_a_test_has_the_questions_whose_answers_may_be_seen_each_once() -> None:
    test = self_test(make_shelf(FILES).at(ONE))
    assert test is not None
    assert [(question.text, question.answer) for question in test.questions] == [
        ("Who left?", "Bo"), ("Why?", "It was late."),
    ]  # fmt: skip
    assert "secret" not in str(test)
    first, second = test.questions
    assert set(first.choices) == {"Bo", "Ann", "Jo", "Max"}
    assert [link.title for link in first.places] == ["paragraph 1", "Bo Marsh"]
    assert second.choices == ()


def test_the_order_of_choices_gives_nothing_away() -> None:
    asked = "".join(f"\n  - {{text: Number {n}?, answer: A, choices: [B, C, D], test: true}}" for n in range(20))
    test = self_test(make_shelf({f"{ONE}.md": article("T.", questions=asked)}).at(ONE))
    assert test is not None
    assert {question.choices.index("A") for question in test.questions} == {0, 1, 2, 3}


def test_only_texts_that_are_shown_have_tests() -> None:
    assert list(all_pages(make_shelf(FILES).library)) == ["corpus/one/test"]


def test_a_page_of_the_author_takes_precedence() -> None:
    shelf = make_shelf(FILES | {"corpus/one/test.md": "# Mine\n"})
    assert offered(shelf.at(ONE)) is None
