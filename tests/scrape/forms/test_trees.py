"""Trees of XML and HTML."""

from __future__ import annotations

import pytest

from course_reader.scrape import ScrapeError
from course_reader.scrape.forms.trees import name_of, parse_xml, pieces_of_html


def test_names_without_their_name_space() -> None:
    root = parse_xml(b'<a:x xmlns:a="urn:y"><!-- c --><b/></a:x>')
    assert [name_of(element) for element in root.iter()] == ["x", "", "b"]


def test_broken_xml_is_refused() -> None:
    with pytest.raises(ScrapeError, match="XML is broken"):
        parse_xml(b"")


def test_blocks_of_html_have_their_kinds() -> None:
    pieces = pieces_of_html("<h3>One</h3><p>Two <b>three</b></p><ul><li>four</li></ul><script>x()</script>")
    assert [(piece.kind, piece.text) for piece in pieces] == [
        ("heading", "One"),
        ("text", "Two three"),
        ("item", "four"),
    ]
    assert pieces_of_html(" ") == []
