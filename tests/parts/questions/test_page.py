"""How questions are written: by group, numbered through, each with where to look."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.parts.questions.page import page
from course_reader.parts.questions.values import QuestionView
from course_reader.views.records import Link

PLACES = (Link("glossary/places/port", "Port <b>"), Link("docs/background", "The harbour", anchor="harbour"))
ASKED = (
    QuestionView("What & who?", "Understand", PLACES),
    QuestionView("What else?", "Understand", ()),
    QuestionView("Why?", None, ()),
    QuestionView("How?", "Understand", ()),
)


def test_groups_have_headings_and_numbers_go_on() -> None:
    tree = shown(page(ASKED, linker()))

    assert [element.tag for element in tree] == ["h3", "ol", "ol", "h3", "ol"]
    assert [element.get("start") for element in tree.xpath("//ol")] == [None, "3", "4"]
    assert words(tree, "//li")[1:] == ["What else?", "Why?", "How?"]


def test_a_question_leads_to_where_its_answer_is() -> None:
    tree = shown(page(ASKED, linker()))

    assert tree.xpath("//li[1]//a/@href") == ["../../glossary/places/port.html", "../../docs/background.html#harbour"]
    assert words(tree, "//li[1]//a") == ["Port <b>", "The harbour"]
    assert len(tree.xpath("//span[@class='look-up']")) == 1
