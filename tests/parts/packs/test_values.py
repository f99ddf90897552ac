"""What the page of a pack shows: its articles in its own order, and its printed file if there is one."""

from __future__ import annotations

from pathlib import Path

from libraries import make_shelf
from printed import pack as pack_file
from readers import article

from course_reader.parts.packs.values import pack
from course_reader.views.printed import keep

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
    assert (view.files, view.record.title, view.record.term) == ((), "Mine", "Autumn")


def test_a_file_of_unknown_origin_is_not_offered(tmp_path: Path) -> None:
    shelf = make_shelf(FILES, tmp_path)
    (tmp_path / "_build/pdf").mkdir(parents=True)
    (tmp_path / "_build/pdf/p.pdf").write_bytes(b"x")

    assert pack(shelf.at(PACK)).files == ()


def test_the_size_of_the_printed_file_is_told(tmp_path: Path) -> None:
    shelf = make_shelf(FILES, tmp_path, reader_packs="out/pdf")
    work = tmp_path / "out/pdf/.work/p"
    work.mkdir(parents=True)
    file = tmp_path / "out/pdf/p.pdf"
    file.write_bytes(b"x" * 1234)
    keep(work, file, shelf.library, ["corpus/one/article"], ())

    assert [(one.file, one.size) for one in pack(shelf.at(PACK)).files] == [("p.pdf", 1234)]
