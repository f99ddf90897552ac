"""Where the headline of a page is, and what is beside the article."""

from __future__ import annotations

import lxml.html
import pytest

from course_reader.scrape.webpage.places import head_of, tokens_of

TEXT = f"<p>{'The ferry across the bay sails again after nine years. ' * 4}</p>"


def test_a_class_is_split_into_its_words() -> None:
    element = lxml.html.fragment_fromstring('<p class="Entry-authorName c__meta" id="top2">x</p>')
    assert tokens_of(element) == ("entry", "author", "name", "c", "meta", "top")


def test_the_head_is_between_the_headline_and_the_first_paragraph() -> None:
    root = lxml.html.document_fromstring(f"<h1>Ferry sails again today</h1><i>x</i>{TEXT}<b>y</b>")
    head = head_of(root)
    order = {element.tag: number for number, element in enumerate(root.iter())}
    assert head.is_near(order["i"])
    assert not head.is_near(order["b"])


@pytest.mark.parametrize(
    ("box", "elsewhere"),
    [
        ('<div class="widget"><u>x</u></div>', True),
        ("<nav><u>x</u></nav>", True),
        ('<div class="meta"><u>x</u></div>', False),
        ("<article><footer><u>x</u></footer></article>", False),
    ],
)
def test_boxes_are_elsewhere(box: str, elsewhere: bool) -> None:
    root = lxml.html.document_fromstring(f"<div><h1>Ferry sails again today</h1>{TEXT}</div>{box}")
    (element,) = root.iter("u")
    assert head_of(root).is_elsewhere(element) is elsewhere


def test_a_box_around_the_headline_is_the_article_whatever_its_class() -> None:
    root = lxml.html.document_fromstring(f'<div class="feed"><h1>Ferry sails again today</h1><u>x</u>{TEXT}</div>')
    (element,) = root.iter("u")
    assert not head_of(root).is_elsewhere(element)
