"""A note can say anything and do nothing."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from examples import examples
from hostile import ACTS, ELEMENTS, TECHNIQUES, faults, public_list
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from lxml import html as lxml_html

from course_reader.pages.safe_markdown import clean, note_html, note_nodes


def parsed(html: str) -> tuple[Any, Any]:
    """The HTML as a browser reads it, and as the reader of an e-book does."""
    return lxml_html.fromstring(f"<div>{html}</div>"), etree.fromstring(f"<div>{html}</div>")


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("a *b* **c** `d`", "<p>a <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("a  \nb", "<p>a<br />\nb</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("3. a", '<ol start="3">\n<li>a</li>\n</ol>'),
        ("> a\n\n---", "<blockquote>\n<p>a</p>\n</blockquote>\n<hr />"),
        ("# Title *x*", "<p><strong>Title <em>x</em></strong></p>"),
        (
            '[a](https://b.example/?c=1&d=2 "e")',
            '<p><a href="https://b.example/?c=1&amp;d=2" title="e" rel="noopener noreferrer nofollow">a</a></p>',
        ),
        ("[a](#p3)", '<p><a href="#p3" rel="noopener noreferrer nofollow">a</a></p>'),
        (
            "![a map](https://b.example/c.png)",
            '<p><a href="https://b.example/c.png" rel="noopener noreferrer nofollow">a map</a></p>',
        ),
        ("![](x.png)", '<p><a href="x.png" rel="noopener noreferrer nofollow">picture</a></p>'),
        (
            "[![a](b.png)](https://c.example)",
            '<p><a href="https://c.example" rel="noopener noreferrer nofollow">a</a></p>',
        ),
        ("<b>a</b> & b", "<p>&lt;b&gt;a&lt;/b&gt; &amp; b</p>"),
        ("a\u00a0b", "<p>a&#160;b</p>"),
        ("a\x07b", "<p>a\ufffdb</p>"),
        ("", ""),
    ],
)
def test_what_a_note_says_is_spelled(markdown: str, html: str) -> None:
    assert note_html(markdown).rstrip("\n") == html
    parsed(note_html(markdown))


@pytest.mark.parametrize("name", TECHNIQUES)
def test_no_technique_gets_through(name: str) -> None:
    for html in (note_html(TECHNIQUES[name]), clean(TECHNIQUES[name])):
        assert [fault for tree in parsed(html) for fault in faults(tree)] == []


def test_none_of_a_public_list_gets_through() -> None:
    assert len(public_list()) > 4000
    for ways in (note_html, clean):
        spelled = [f"<div>{ways(text)}</div>" for text in public_list()]
        for tree in parsed("".join(spelled)):
            assert [(fault, spelled[at]) for at, note in enumerate(tree) for fault in faults(note)] == []
            assert len(tree) == len(spelled)


def test_the_judge_sees_what_is_wrong() -> None:
    for wrong in (
        "<img src='x' />", "<p onclick='x'>y</p>", "<a href='javascript:x' rel='noopener noreferrer nofollow'>y</a>",
        "<a href='//x'>y</a>", "<p id='x'>y</p>", "<p><!-- x --></p>",
    ):  # fmt: skip
        assert [fault for tree in parsed(wrong) for fault in faults(tree)], wrong


@settings(max_examples=examples(300))
@given(st.text(st.sampled_from("<>/\"'=`![]()*_#&;:x \n\t\\ajs-{}~$%\x00\u2028"), max_size=60))
def test_no_mixture_of_signs_gets_through(text: str) -> None:
    assert [fault for tree in parsed(note_html(text)) for fault in faults(tree)] == []


@settings(max_examples=examples(150))
@given(st.text(st.sampled_from("abc *_`\n-1.>#[]()"), max_size=60))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(note_html(text)) == note_html(text)


@pytest.mark.parametrize("name", [*ACTS, *TECHNIQUES])
def test_print_gets_words_lists_and_links_and_nothing_else(name: str) -> None:
    known = {
        "paragraph", "#text", "emphasis", "strong", "literal", "literal_block", "block_quote", "bullet_list",
        "enumerated_list", "list_item", "reference", "transition", "raw",
        "inline",
    }  # fmt: skip
    for top in note_nodes({**ACTS, **TECHNIQUES}[name]):
        for node in top.findall():
            assert node.tagname in known
            if node.tagname == "raw":
                assert node.astext().strip() in ("<br />", "\\\\", "<br>"), "only a line break is raw"


@pytest.mark.parametrize("sign", [">", "- ", "1. ", "*", "> - "])
def test_what_stands_deep_in_itself_is_flat_in_print_and_says_the_same(sign: str) -> None:
    markdown = sign * 15 + "deep" + ("*" * 15 if sign == "*" else "")
    tops = note_nodes(markdown)
    assert "deep" in "".join(top.astext() for top in tops)

    def depth(node: nodes.Node) -> int:
        own = isinstance(node, (nodes.block_quote, nodes.bullet_list, nodes.enumerated_list, nodes.emphasis))
        return own + max([0, *(depth(child) for child in node.children)])

    assert 0 < max(map(depth, tops)) <= 6


def test_the_list_of_elements_is_the_one_that_is_tested() -> None:
    from course_reader.pages.safe_markdown import TAGS

    assert {"div"} | TAGS == ELEMENTS


def test_a_link_that_is_defined_twice_is_printed() -> None:
    nodes_of_note = note_nodes("[a]: https://one.example\n[a]: https://two.example\n\nSee [a].")
    assert [node.astext() for node in nodes_of_note] == ["See a."]
