"""Packs: pages that name articles, by name, each with what it lists."""

from __future__ import annotations

from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.model.keys import keys_of
from course_reader.parts.prereading.values import PackKeys
from course_reader.views.packs import packs

FILES = {
    "corpus/one/article.md": article("Text."),
    "corpus/two/article.md": article("Text."),
    "corpus/packs/second.md": pack("two", "../docs/page", "absent", "one", title="The second"),
    "corpus/packs/first.md": pack("one", "one", title="The first", paper="letter", before="[Why?]"),
    "docs/page.md": "# A page\n",
}


def test_packs_are_by_name_and_list_articles_that_are_there() -> None:
    first, second = packs(make_shelf(FILES).library)

    assert (first.name, first.docname, first.path) == ("first", "corpus/packs/first", "corpus/packs/first.md")
    assert (first.title, first.record.paper) == ("The first", "letter")
    assert keys_of(first.own, PackKeys).before.questions == ("Why?",)
    assert second.articles == ("corpus/two/article", "corpus/one/article")


def test_a_reader_without_packs_has_none() -> None:
    assert packs(make_shelf({"corpus/one/article.md": article("Text.")}).library) == []
