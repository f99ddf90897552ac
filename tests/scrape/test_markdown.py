"""Plain text as Markdown and back; the properties for any text are in `test_properties.py`."""

from __future__ import annotations

import pytest

from course_reader.scrape import markdown


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("# Bridge Open\n\nWords.", True),
        ("Words with a [link](https://example.org).", True),
        ("**Bold** words", True),
        ("> quoted", True),
        ("![picture](a.jpg)", True),
        ("<https://example.org>", True),
        ("#bridge is trending", False),
        ("2 * 3 * 4 = 24", False),
        ("[sic] (see below)", False),
        ("", False),
    ],
)
def test_markdown_is_recognised_by_its_markup(text: str, likely: bool) -> None:
    assert markdown.looks_like_markdown(text) is likely


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("A **new** and _old_ bridge", "A new and old bridge"),
        ("A [new bridge](https://example.org 'title')", "A new bridge"),
        ("![the bridge](a.jpg) here", "the bridge here"),
        ("<https://example.org>", "https://example.org"),
        ("2 \\* 3", "2 * 3"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        ("  a \t b\n c ", "a b c"),
    ],
)
def test_plain_text_of_markdown(text: str, plain: str) -> None:
    assert markdown.plain(text) == plain


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("2 * 3", "2 \\* 3"),
        ("[sic]", "\\[sic\\]"),
        ("# five", "\\# five"),
        ("- five", "\\- five"),
        ("1. five", "1\\. five"),
        ("2023. A year", "2023\\. A year"),
        ("-5 degrees", "-5 degrees"),
        ("snake_case", "snake_case"),
        ("_five_", "\\_five\\_"),
        ("AT&T and &amp;", "AT&T and \\&amp;"),
        ("$5 {x} `y` <z>", "\\$5 \\{x} \\`y\\` \\<z>"),
        ("Мост открыт", "Мост открыт"),
    ],
)
def test_plain_text_is_escaped_where_markdown_would_change_it(text: str, escaped: str) -> None:
    assert markdown.escape(text) == escaped


def test_block_markers_need_no_escape_inside_a_line() -> None:
    assert markdown.escape("# five", at_start=False) == "# five"


@pytest.mark.parametrize(
    ("text", "converted"),
    [
        ("A **new** bridge", "A **new** bridge"),
        ("A *new* and __old__ bridge", "A *new* and **old** bridge"),
        ("**A *new* bridge**", "\\*\\*A *new* bridge\\*\\*"),
        ("A [new](https://example.org/a) bridge", "A [new](<https://example.org/a>) bridge"),
        ("A [new](javascript:alert) bridge", "A new bridge"),
        ("A [new](#top) bridge", "A new bridge"),
        ("<https://example.org>", "<https://example.org>"),
        ("![the bridge](a.jpg) here", "the bridge here"),
        ("2 \\* 3 [sic]", "2 \\* 3 \\[sic\\]"),
        ("1. *five*", "1\\. *five*"),
    ],
)
def test_markup_is_kept_and_everything_else_is_literal(text: str, converted: str) -> None:
    assert markdown.convert(text) == converted


@pytest.mark.parametrize(
    ("text", "rule"), [("***", True), ("---", True), ("* * *", True), ("•", True), ("*", False), ("a", False)]
)
def test_a_dividing_line(text: str, rule: bool) -> None:
    assert markdown.is_rule(text) is rule


def test_the_targets_of_all_links() -> None:
    assert markdown.link_targets("[a](https://a.example) and <https://b.example> and [c](#d)") == [
        "https://a.example",
        "#d",
        "https://b.example",
    ]
