"""What the page of a pack shows: its articles in its own order, and its printed file if there is one."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from printed import pack as pack_file
from readers import article

from course_reader.parts.packs.values import pack

PACK = "corpus/packs/p"
FILES = {
    "corpus/one/article.md": article("T.", title="One", date="2020-01-01"),
    "corpus/two/article.md": article("T.", title="Two", date="2019-01-01"),
    f"{PACK}.md": pack_file("one", "../docs/page", "absent", "two", title="Mine", term="Autumn"),
    "docs/page.md": "# A page\n",
}


def test_articles_are_in_the_order_of_the_pack() -> None:
    view = pack(make_shelf(FILES).at(PACK))

    assert [card.title for card in view.cards] == ["One", "Two"]
    assert (view.name, view.record.title, view.record.term, view.size) == ("p", "Mine", "Autumn", 0)


def test_the_size_of_the_printed_file_is_told(tmp_path: Path) -> None:
    shelf = make_shelf(FILES, tmp_path, reader_packs="out/pdf")
    (tmp_path / "out/pdf").mkdir(parents=True)
    (tmp_path / "out/pdf/p.pdf").write_bytes(b"x" * 1234)

    assert pack(shelf.at(PACK)).size == 1234
