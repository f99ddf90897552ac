"""Lines become paragraphs, headings, lists and quotations, whatever the width of the page."""

from __future__ import annotations

from textwrap import fill

import pytest
from scrape.made_up import OTHER, SENTENCE

from course_reader.scrape.decoding import split_lines
from course_reader.scrape.lines.segments import ends_sentence, furniture_line, group, page_width, starts_small


def _group(text: str, *, markdown: bool = False) -> list[tuple[str, str]]:
    segments, _, _ = group(split_lines(text), markdown=markdown)
    return [(part.kind, part.plain) for part in segments]


@pytest.mark.parametrize(
    ("line", "kind", "plain"),
    [
        ("# Bridge Open", "heading", "Bridge Open"),
        ("### What next ###", "heading", "What next"),
        ("#bridge", "text", "#bridge"),
        ("- a new pillar", "item", "a new pillar"),
        ("• a new pillar", "item", "a new pillar"),
        ("3) a new pillar", "item", "a new pillar"),
        ("(b) a new pillar", "item", "a new pillar"),
        ("> We will pay.", "quote", "We will pay."),
        ("***", "rule", "***"),
        ("| a | b | c |", "row", "| a | b | c |"),
        ("2023 was a dry year", "text", "2023 was a dry year"),
        ("-5 degrees at night", "text", "-5 degrees at night"),
    ],
)
def test_the_kind_of_a_line(line: str, kind: str, plain: str) -> None:
    assert _group(line) == [(kind, plain)]


def test_markdown_has_pictures_and_markup() -> None:
    text = "![the bridge](a.jpg)\n\nThe **new** [bridge](https://example.org)"
    assert _group(text, markdown=True) == [("image", "the bridge"), ("text", "The new bridge")]
    assert _group(text)[0][0] == "text"


def test_an_underlined_line_is_a_heading() -> None:
    segments, _, _ = group(split_lines("Bridge Open\n===========\n\nWhat next\n---------\n"), markdown=True)
    assert [(part.kind, part.level, part.plain) for part in segments] == [
        ("heading", 1, "Bridge Open"),
        ("heading", 2, "What next"),
    ]


def test_an_item_keeps_its_marker_and_depth() -> None:
    segments, _, _ = group(split_lines("1. one\n    - deep"), markdown=False)
    assert [(part.marker, part.level) for part in segments] == [("1.", 0), ("-", 2)]


def test_wrapped_lines_are_joined_and_reported() -> None:
    wrapped = "\n\n".join(fill(f"{SENTENCE} {OTHER} {SENTENCE}", 70) for _ in range(3))
    segments, joined, width = group(split_lines(wrapped), markdown=False)
    assert [part.plain for part in segments] == [f"{SENTENCE} {OTHER} {SENTENCE}"] * 3
    assert width is not None
    assert 60 <= width <= 70
    assert {item.reason for item in joined} == {"lines wrapped at a fixed width"}
    assert [(item.line, item.line2) for item in joined] == [(1, 5), (7, 11), (13, 17)]


def test_long_lines_are_paragraphs_without_blank_lines() -> None:
    lines = [SENTENCE, f"{OTHER} {SENTENCE}", "The gates opened.", f"{SENTENCE} {OTHER} {OTHER}"]
    assert page_width(split_lines("\n".join(lines))) is None
    assert [plain for _, plain in _group("\n".join(lines))] == lines


def test_hyphens_at_line_ends_go_only_if_words_are_hyphenated_throughout() -> None:
    hyphenated = (
        "The bridge over the river was opened on Thurs-\nday, four months after the flood carried a-\n"
        "way its middle pillar, and lorries had wait-\ned on both banks since the first week of Jan-\nuary."
    )
    assert "Thursday, four months after the flood carried away" in _group(hyphenated)[0][1]
    single = f"{SENTENCE[:-1]}, a long-\nawaited day for both banks."
    assert "a long-awaited day" in _group(single)[0][1]


@pytest.mark.parametrize(
    ("lines", "plains"),
    [
        ("By\nJane Doe", ["By Jane Doe"]),
        ("Автор:\nАнна Лорм", ["Автор: Анна Лорм"]),
        ("BRIDGE OVER RIVER\nOPEN AGAIN", ["BRIDGE OVER RIVER OPEN AGAIN"]),
        ("Ministers Meet in Ostraven for\nTalks on the Bridge", ["Ministers Meet in Ostraven for Talks on the Bridge"]),
        ("Ministers Meet in Ostraven\nTalks on the Bridge", ["Ministers Meet in Ostraven", "Talks on the Bridge"]),
        ("The bridge over the old river was\nclosed.", ["The bridge over the old river was closed."]),
        ("> One quotation\n> on two lines", ["One quotation on two lines"]),
        ("> One.\n>\n> Two.", ["One.", "Two."]),
    ],
)
def test_neighbouring_lines_that_belong_together(lines: str, plains: list[str]) -> None:
    assert [plain for _, plain in _group(lines) if plain] == plains


def test_a_paragraph_indented_as_a_whole_is_a_quotation() -> None:
    text = f"{SENTENCE}\n\n    {OTHER}\n\n{SENTENCE}"
    assert [kind for kind, _ in _group(text)] == ["text", "quote", "text"]
    assert [kind for kind, _ in _group(f"    {SENTENCE}\n\n    {OTHER}")] == ["text", "text"]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("The bridge is open.", True),
        ("“It is open,” he said.”", True),
        ("Мост открыт!", True),
        ("Կամուրջը բաց է։", True),
        ("The bridge is open [4]", True),
        ("The bridge is", False),
        ("the mayor, Jane", False),
        ("", False),
    ],
)
def test_the_end_of_a_sentence(text: str, ends: bool) -> None:
    assert ends_sentence(text) is ends


@pytest.mark.parametrize(
    ("text", "small"),
    [("and so", True), ("“and so", True), ("и вот", True), ("և այսպես", True), ("And so", False), ("5 of us", False)],
)
def test_the_middle_of_a_sentence(text: str, small: bool) -> None:
    assert starts_small(text) is small


def test_a_line_of_furniture() -> None:
    furniture, sentence = split_lines(f"Subscribe to our newsletter\n{SENTENCE}")
    assert furniture_line(furniture)
    assert not furniture_line(sentence)
