"""HTML as text: whatever is not HTML already is escaped, and addresses are those that the page needs."""

from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from libraries import linker, shown

from course_reader.pages.markup import (
    Html,
    a,
    around_title,
    as_nodes,
    box,
    joined,
    page_part,
    paragraph_numbers,
    span,
)

plain = st.text("abc<>&\"' ", max_size=12)


@given(plain, plain)
def test_any_other_text_is_escaped(text: str, address: str) -> None:
    tree = shown(box("div", text, span(text, "x"), a("#" + address, text), joined(text, span(text)), title=address))

    assert tree.text_content().rstrip("\n") == text * 5
    assert tree.xpath("//a/@href") == ["#" + address]
    assert tree.xpath("./div/@title") == ([address] if address else [])


def test_html_is_not_escaped_twice() -> None:
    inner = span("a < b")
    assert box("p", inner) == f"<p>{inner}</p>\n"
    assert joined(inner, " & ") == f"{inner} &amp; "
    assert isinstance(joined("a"), Html)


def test_attributes_that_say_nothing_are_left_out_and_underscores_become_hyphens() -> None:
    assert a("x", "y", ("one", "two"), data_entry="", aria_label="z") == (
        '<a class="one two" href="x" aria-label="z">y</a>'
    )


def test_blocks_part_their_words_for_the_search() -> None:
    assert box("p", "one") + box("p", "two") == "<p>one</p>\n<p>two</p>\n"


def test_addresses_lead_from_the_page_to_others() -> None:
    links = linker("corpus/one/article")

    assert links.to("glossary/people/ann") == "../../glossary/people/ann.html"
    assert links.to("corpus/one/before", "words") == "before.html#words"
    assert links.file("_packs/one.pdf") == "../../_packs/one.pdf"
    assert links.link("index", "Front", "top", ("x",)) == '<a class="x" href="../../index.html#top">Front</a>'
    assert not links.is_book


def test_a_page_leads_to_its_own_top_and_to_places_in_itself() -> None:
    links = linker("corpus/one/article")

    assert links.to("corpus/one/article") == "#"
    assert links.to("corpus/one/article", "p3") == "#p3"
    assert links.link("corpus/one/article", "Here") == '<a href="#">Here</a>'


def test_a_book_has_addresses_of_its_own() -> None:
    links = linker("index", "epub")

    assert links.is_book
    assert links.to("docs/page") == "docs/page.xhtml"
    assert links.file("_images/x.svg") == "_images/x.svg"


def test_numbers_of_paragraphs_lead_to_them() -> None:
    tree = shown(paragraph_numbers([(1, "p1"), (12, "par-12")]))

    assert tree.text_content() == "¶ 1, 12"
    assert tree.xpath("//a/@href") == ["#p1", "#par-12"]
    assert all("paragraph" in label for label in tree.xpath("//a/@aria-label"))


@pytest.mark.parametrize(
    ("items", "kinds"),
    [
        ([], []),
        ([Html("a"), Html("b")], ["raw"]),
        ([nodes.paragraph("", "x"), Html("a"), Html("b")], ["paragraph", "raw"]),
        ([Html("a"), nodes.paragraph("", "x"), Html("b")], ["raw", "paragraph", "raw"]),
        ([Html("")], []),
    ],
)
def test_html_becomes_as_few_nodes_as_can_be(items: list[Html | nodes.Node], kinds: list[str]) -> None:
    assert [type(node).__name__ for node in as_nodes(*items)] == kinds


def test_a_part_below_the_text_has_its_heading_and_an_address() -> None:
    part = page_part("words", "Hard words", Html("<p>x</p>"), classes=("reader-words",))

    assert part["ids"] == ["words"]
    assert part["classes"] == ["reader-part", "reader-words"]
    assert part.astext() == "<h2>Hard words</h2>\n<p>x</p>"


def test_what_is_around_a_title_stands_right_before_and_behind_it() -> None:
    section = nodes.section("", nodes.target(), nodes.title("", "Title"), nodes.paragraph("", "Text."))
    around_title(section, Html("above"), Html("below"))

    assert [child.astext() for child in section.children] == ["", "above", "Title", "below", "Text."]
