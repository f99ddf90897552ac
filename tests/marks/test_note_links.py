"""Links in notes: an address that is not allowed leaves its words, and is named."""

from __future__ import annotations

import pytest
from hostile_addresses import ADDRESSES, is_alive
from lxml import html
from markdown_it import MarkdownIt

from course_reader.marks.note_links import refused_addresses, with_allowed_links

PARSER = with_allowed_links(MarkdownIt("commonmark", {"html": False}))


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("[click](javascript:x) here", "<p>click here</p>\n"),
        ("[a *b*](data:x) [c](https://d.example)", '<p>a <em>b</em> <a href="https://d.example">c</a></p>\n'),
        ("<javascript:x>", "<p>javascript:x</p>\n"),
        ("[a][b]\n\n[b]: vbscript:x", "<p>a</p>\n"),
        ("[![p](javascript:x)](https://d.example)", None),
    ],
)
def test_only_the_words_of_a_refused_link_remain(markdown: str, words: str | None) -> None:
    if words is not None:
        assert PARSER.render(markdown) == words
    assert refused_addresses(markdown)


@pytest.mark.parametrize(
    "markdown", ["no link", "a < b ] c", "[a](https://b.example)", "[a](#p3)", "`[a](javascript:x)`"]
)
def test_nothing_is_named_where_all_is_well(markdown: str) -> None:
    assert refused_addresses(markdown) == ()


def test_no_hostile_address_is_alive_in_the_html() -> None:
    for address in ADDRESSES:
        for markdown in (f"[w]({address})", f"[w](<{address}>)", f"<{address}>", f"[w][x]\n\n[x]: {address}\n"):
            tree = html.fromstring(f"<div>{PARSER.render(markdown)}</div>")
            assert [href for href in tree.xpath("//a/@href") if is_alive(href)] == []
