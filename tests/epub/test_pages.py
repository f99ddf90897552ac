"""Pages of a book that were not written as XML."""

from __future__ import annotations

import pytest
from lxml import etree

from course_reader.epub.pages import XHTML, made

PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>%s</body></html>'


@pytest.mark.parametrize(
    "body", ["<p>one\x01 two</p>", "<p>one<br> two</p>", "<p>one &nbsp; two", "<p>one\ufffe two</p>"]
)
def test_html_that_is_no_xml_ends_no_build(body: str) -> None:
    page = made((PAGE % body).encode(), "a.xhtml", "en", ())
    words = "".join(etree.fromstring(page.content).find(f"{{{XHTML}}}body").itertext()).split()
    assert (page.title, words) == ("T", ["one", "two"])
