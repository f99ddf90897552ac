"""Packs: pages that name articles, by name, each with what it lists."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from printed import pack
from readers import article

from course_reader.model.keys import keys_of
from course_reader.parts.prereading.values import PackKeys
from course_reader.views.packs import level_texts, packs

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


def test_a_pack_has_texts_at_its_level_where_there_are_any(tmp_path: Path) -> None:
    files = {**FILES, "corpus/packs/easy.md": pack("one", "two", level="B1"), "corpus/one/b1.md": "Easy.\n"}
    library = make_shelf(files, tmp_path).library
    easy, plain, _ = packs(library)

    assert level_texts(library, easy) == {"corpus/one/article": "corpus/one/b1"}
    assert level_texts(library, plain) == {}
