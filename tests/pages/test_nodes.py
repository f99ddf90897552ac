"""How HTML renders marks, and the nodes of pages: in pairs, with nothing left open."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from docutils import nodes
from docutils.writers._html_base import HTMLTranslator
from lxml import html as lxml_html

from course_reader.marks.nodes import mention, noted
from course_reader.pages.nodes import HTML, aside, note_mark, para_number, part


class Writer(HTMLTranslator):
    """As much of a writer as the nodes need."""

    def __init__(self, builder: str) -> None:
        self.body: list[str] = []
        self.in_mailto = False
        self.settings = SimpleNamespace(cloak_email_addresses=False)
        self.builder = SimpleNamespace(name=builder)


def render(node: nodes.Element, builder: str = "html") -> Any:
    """The HTML of a node that has the words `x`."""
    writer: Any = Writer(builder)
    visit, depart = HTML[type(node)]
    try:
        visit(writer, node)
        writer.body.append("x")
        assert depart is not None
        depart(writer, node)
    except nodes.SkipNode:
        assert depart is None
    return lxml_html.fromstring(f"<div>{''.join(writer.body)}</div>")


def test_a_mention_is_a_link_to_its_gloss() -> None:
    node = mention(entry="ann", refuri="#gloss-ann", gloss="gloss-ann", anchor="m-ann", classes=["mention", "first"])
    [link] = render(node).xpath("./a")

    assert (link.get("href"), link.get("id"), link.get("class")) == ("#gloss-ann", "m-ann", "mention first")
    assert (link.get("role"), link.get("data-entry"), link.text) == ("doc-glossref", "ann", "x")


def test_a_quiet_link_has_no_gloss() -> None:
    [link] = render(mention(entry="ann", refuri="ann.html", classes=["mention"])).xpath("./a")
    assert (link.get("role"), link.get("id")) == (None, None)


def test_a_mention_that_nobody_filled_is_its_words() -> None:
    assert lxml_html.tostring(render(mention(entry="ann"))) == b"<div>x</div>"


def test_a_mention_in_a_link_is_a_place_to_come_back_to() -> None:
    [span] = render(mention(entry="ann", anchor="m-ann")).xpath("./*")
    assert (span.tag, span.get("id"), span.text) == ("span", "m-ann", "x")


def test_the_words_of_notes_have_an_address_for_each() -> None:
    tree = render(noted(notes=["n-1", "n-2"], kind="question", anchors=["n-1-words", "n-2-words"]))

    assert tree.xpath("./span/@id") == ["n-1-words"]
    assert tree.xpath("./span/span/@id") == ["n-2-words"]
    assert tree.xpath("./span/@class") == ["noted kind-question"]
    assert tree.xpath("./span/@data-note") == ["n-1 n-2"]


def test_further_words_of_a_note_have_no_address() -> None:
    tree = render(noted(notes=["n-1"]))
    assert (tree.xpath("//@id"), tree.xpath("./span/@class")) == ([], ["noted"])


@pytest.mark.parametrize("builder", ["html", "epub"])
def test_the_number_of_a_note_is_passed_over_by_scripts_and_known_to_books(builder: str) -> None:
    [link] = render(note_mark(note="n-1", number=3, kind="question", layer="lena", to="n-1"), builder).xpath("./a")

    assert (link.text, link.get("href"), link.get("role")) == ("3", "#n-1", "doc-noteref")
    assert (link.get("data-cr-skip") is not None) is (builder == "html")
    assert ("epub:type" in link.attrib) is (builder == "epub")


def test_the_margin_has_a_name_and_reaches_down() -> None:
    [high] = render(aside("", label="Beside", span=3, ids=["a"])).xpath("./aside")
    [low] = render(aside("", label="Beside", span=1)).xpath("./aside")

    assert (high.get("aria-label"), high.get("id")) == ("Beside", "a")
    assert "3" in high.get("style")
    assert low.get("style") is None


def test_the_number_of_a_paragraph_leads_to_itself() -> None:
    [link] = render(para_number(number=4, anchor="p4")).xpath("./a")
    assert (link.text, link.get("href")) == ("4", "#p4")


def test_a_part_of_a_page_is_a_section() -> None:
    [section] = render(part("", ids=["words"], classes=["reader-part"])).xpath("./section")
    assert (section.get("id"), section.get("class")) == ("words", "reader-part")


def test_every_node_of_pages_has_a_form() -> None:
    from course_reader.pages import nodes as module

    own = [c for c in vars(module).values() if isinstance(c, type) and c.__module__ == module.__name__]
    assert {*own, mention, noted} == set(HTML)
