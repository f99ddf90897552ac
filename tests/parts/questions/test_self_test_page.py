"""The page of a test, without a script."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.parts.questions.self_test import SelfTest, Tried
from course_reader.parts.questions.self_test_page import offer, page
from course_reader.views.records import Link

ONE = "corpus/one/article"
TEST = SelfTest(
    "corpus/one/test", ONE, "One & all",
    (
        Tried("aa", "Who <left>?", "Bo", ("Ann", "Bo"), (Link(ONE, "paragraph 1", anchor="p1"),)),
        Tried("bb", "Why?", "It was late.", (), ()),
    ),
)  # fmt: skip


def test_answers_are_closed_and_one_choice_is_right() -> None:
    title, body = page(TEST, linker(TEST.docname))
    tree = shown([body])
    assert title == "Test yourself: One & all"
    assert words(tree, ".//div[@class='self-test-text']") == ["Who <left>?", "Why?"]
    assert words(tree, ".//label") == ["Ann", "Bo"]
    assert words(tree, ".//label[input/@data-right]") == ["Bo"]
    assert words(tree, ".//details[not(@open)]/p[1]") == ["Bo", "It was late."]
    assert tree.xpath(".//details//a/@href") == ["article.html#p1"]


def test_the_article_links_to_its_test_but_not_in_a_book() -> None:
    assert words(shown(offer(TEST, linker()))) == ["Test yourself: 2 questions with answers"]
    assert list(offer(TEST, linker(builder="epub"))) == []
