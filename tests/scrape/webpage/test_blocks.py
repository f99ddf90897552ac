"""The text blocks of a page: order, formatting, and parts outside the article."""

from __future__ import annotations

import lxml.html
import pytest

from course_reader.scrape.webpage.blocks import Leaf, leaves_of


def _leaves(body: str) -> list[Leaf]:
    return leaves_of(lxml.html.document_fromstring(f"<html><body>{body}</body></html>"))


def _texts(body: str) -> list[tuple[str, str]]:
    return [(leaf.tag, leaf.text) for leaf in _leaves(body)]


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("<h1>Bridge</h1><p>One.</p><p>Two.</p>", [("h1", "Bridge"), ("p", "One."), ("p", "Two.")]),
        ("<div><div><p>One.</p></div></div>", [("p", "One.")]),
        ("<div>before<p>One.</p>after <b>all</b></div>", [("p", "before"), ("p", "One."), ("p", "after **all**")]),
        ("<ul><li>one<ul><li>deep</li></ul></li></ul>", [("li", "one"), ("li", "deep")]),
        ("<div>One.<br><br>Two.<br>Three.</div>", [("div", "One."), ("div", "Two. Three.")]),
        ("<p>One <script>x()</script>and two.</p>", [("p", "One and two.")]),
        ("<p>One <span style='display: none'>hidden</span>two.</p>", [("p", "One two.")]),
        ("<p hidden>One.</p><p>Two.</p>", [("p", "Two.")]),
        ("<p> </p><p>Two.</p>", [("p", "Two.")]),
        ("", []),
    ],
)
def test_blocks_in_the_order_of_the_page(body: str, texts: list[tuple[str, str]]) -> None:
    assert _texts(body) == texts


@pytest.mark.parametrize(
    ("inner", "text"),
    [
        ("a <b>new</b> bridge", "a **new** bridge"),
        ("a <i>new </i>bridge", "a *new* bridge"),
        ("a <a href='https://example.org'>new</a> bridge", "a [new](https://example.org) bridge"),
        ("a <a href='/local'>new</a> bridge", "a new bridge"),
        ("a <a href='https://example.org/a b'>new</a> bridge", "a new bridge"),
        ("2 * 3 [sic]", "2 \\* 3 \\[sic\\]"),
        ("<b>a * b</b>", "a \\* b"),
    ],
)
def test_inline_markup_becomes_markdown(inner: str, text: str) -> None:
    assert _texts(f"<p>{inner}</p>") == [("p", text)]


def test_parts_outside_the_article_are_marked() -> None:
    leaves = _leaves("<nav><p>Home</p></nav><p>One.</p><aside><div><p>Box</p></div></aside><footer>End</footer>")
    assert [(leaf.plain, leaf.outside) for leaf in leaves] == [
        ("Home", True),
        ("One.", False),
        ("Box", True),
        ("End", True),
    ]


def test_a_block_knows_its_line_in_the_file() -> None:
    assert [leaf.line for leaf in _leaves("\n<p>One.</p>\n\n<p>Two.</p>")] == [2, 4]


def test_a_page_without_a_body_has_no_blocks() -> None:
    assert leaves_of(lxml.html.fromstring("<p>One.</p>")) == []


def test_a_row_of_data_is_one_block() -> None:
    page = (
        "<body><table><caption>Results</caption><tr><th>Town</th><th>Lorries</th></tr>"
        "<tr><td><b>Estvik</b></td><td>12 | 13</td></tr></table></body>"
    )
    assert [(leaf.tag, leaf.text, leaf.plain) for leaf in leaves_of(lxml.html.document_fromstring(page))] == [
        ("caption", "Results", "Results"),
        ("tr", "| Town | Lorries |", "Town Lorries"),
        ("tr", "| **Estvik** | 12 / 13 |", "Estvik 12 / 13"),
    ]


def test_a_table_that_holds_the_columns_of_a_page_is_no_data() -> None:
    cell = "<td><p>" + "The bridge over the river was opened on Thursday. " * 8 + "</p></td>"
    page = f"<body><table><tr>{cell}<td>Menu</td></tr><tr>{cell}<td>News</td></tr></table></body>"
    tags = [leaf.tag for leaf in leaves_of(lxml.html.document_fromstring(page))]
    assert "tr" not in tags
