"""Both works are cited, each in all styles and formats."""

from __future__ import annotations

from libraries import make_shelf
from readers import article

from course_reader.parts.cite.formats import FORMATS
from course_reader.parts.cite.styles import STYLES
from course_reader.parts.cite.values import cited

ONE = "corpus/one/article"


def test_the_original_and_this_text_are_cited() -> None:
    found = cited(make_shelf({f"{ONE}.md": article("T.", title="One", outlet="Gazette")}).at(ONE))
    assert found is not None
    assert [work.label for work in found.works] == ["The original", "This text"]
    for work in found.works:
        assert [name for name, _ in work.styles] == list(STYLES)
        assert [name for name, _ in work.formats] == list(FORMATS)


def test_a_page_that_is_no_article_is_not_cited() -> None:
    shelf = make_shelf({f"{ONE}.md": article("T."), "docs/background.md": "# Background\n\nText.\n"})
    assert cited(shelf.at("docs/background")) is None
