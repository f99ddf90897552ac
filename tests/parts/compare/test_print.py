"""A pack has the pages that compare two of its own articles."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from libraries import Shelf, make_shelf
from printed import pack
from readers import article, entry

from course_reader.marks.nodes import listing
from course_reader.parts.compare.values import CompareAsked
from course_reader.tree.content import walk

ASKED = CompareAsked(("one", "two"))
FILES = {
    "glossary/people/ann.md": entry("Ann Lee"),
    "corpus/one/article.md": article("Ann Lee said “yes”.", title="One"),
    "corpus/two/article.md": article("Nobody came.", title="Two"),
    "docs/compare.md": "# Side by side\n\nWords before it.\n",
}


def shelf_of(*articles: str, parts: str = "[articles, compare]", **more: Any) -> Shelf:
    files = {**FILES, "corpus/packs/p.md": pack(*articles, parts=parts)}
    shelf = make_shelf({**files, **more}, lists={"docs/compare": (ASKED,)})
    section = next(shelf.documents["docs/compare"].findall(nodes.section))
    section += [listing(of=CompareAsked(("one", "two"), heads=True)), listing(of=ASKED)]
    # Only what directives ask for makes a page known, as it does in a build.
    shelf.domain.page("docs/compare").lists = (ASKED,)
    return shelf


def test_a_page_is_printed_with_what_is_written_and_what_is_computed() -> None:
    _, parts = shelf_of("one", "two").printed("p")
    page = parts["compare"]
    texts = [item["c"] for item in walk(page["c"]) if item.get("t") == "par"]

    assert (page["title"], page["label"]) == ("Side by side", "docs/compare")
    assert texts[0] == ["Words before it."]
    assert "versus" in {item.get("t") for item in walk(page["c"])} or len(texts) > 1
    assert "“yes” – " in repr(page["c"])


@pytest.mark.parametrize("articles", [("one",), ("two",)])
def test_a_page_that_needs_another_article_is_left_out(articles: tuple[str, ...]) -> None:
    assert "compare" not in shelf_of(*articles).printed("p")[1]


def test_a_page_that_would_tell_of_a_withheld_text_is_left_out() -> None:
    kept = {"corpus/two/article.md": article("T.", title="Two").replace("own", "none")}
    _, parts = shelf_of("one", "two", **kept).printed("p")

    assert {"article", "stub"} <= set(parts)
    assert "compare" not in parts
