"""How the page of a pack is written: what it is for, what is to be read, the file to print."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from libraries import linker, make_shelf, shown, words
from sphinx import addnodes

from course_reader.model.pack import Pack
from course_reader.parts.lists.values import Card
from course_reader.parts.packs.page import fill
from course_reader.parts.packs.values import PackView, PrintedEdition

PACK = "corpus/packs/p"
CARD = Card("corpus/one/article", "One", "1 Nov 2022", "", (), 1)


def filled(record: Pack, cards: tuple[Card, ...] = (CARD,), size: int = 0, builder: str = "html") -> Any:
    shelf = make_shelf({f"{PACK}.md": "---\ntitle: Mine\n---\n\nA few words.\n"})
    document = shelf.documents[PACK]
    toctree = addnodes.toctree()
    next(document.findall(nodes.section)).append(toctree)
    fill(
        document,
        PackView((PrintedEdition("p.pdf", "", size),) if size else (), record, cards),
        shelf.at(PACK),
        linker(PACK, builder),
    )
    assert toctree["hidden"]
    return shown(document.findall(nodes.raw))


def test_what_the_pack_says_of_itself_is_below_the_title() -> None:
    record = Pack(subtitle="Of <one>", course="History", term="Autumn", paper="letter", sides="one")
    tree = filled(record)

    assert words(tree, "//div[@class='reader-head']/p")[:2] == ["Of <one>", "History, Autumn"]
    assert "US Letter" in words(tree, "//div[@class='reader-head']")[0]
    assert words(tree, "//h3") == ["One"]


@pytest.mark.parametrize(
    ("size", "said"), [(1, "1 kB"), (499_600, "500 kB"), (500_001, "0.5 MB"), (2_340_000, "2.3 MB")]
)
def test_the_printed_file_is_offered_with_its_size(size: int, said: str) -> None:
    [link] = filled(Pack(), size=size).xpath("//a[@class='pack-pdf']")

    assert link.get("href") == "../../_packs/p.pdf"
    assert said in link.text_content()


def test_without_a_printed_file_none_is_offered() -> None:
    assert filled(Pack()).xpath("//a[@class='pack-pdf']") == []


def test_a_pack_with_articles_leads_to_what_is_read_before() -> None:
    assert filled(Pack()).xpath("//a[@class='head-before']/@href") == ["p-before.html"]
    closed = Card(CARD.docname, CARD.title, CARD.when, "", (), None)
    for cards in ((), (closed,)):
        assert filled(Pack(), cards).xpath("//a[@class='head-before']") == []


def test_a_book_holds_no_other_books() -> None:
    tree = filled(Pack(), size=1000, builder="epub")
    assert tree.xpath("//a/@href") == ["../one/article.xhtml"]


def test_a_page_without_a_title_stays_as_it_is() -> None:
    shelf = make_shelf({f"{PACK}.md": "Nothing.\n"})
    document, before = shelf.documents[PACK], shelf.documents[PACK].pformat()
    fill(document, PackView((), Pack(), ()), shelf.at(PACK), linker(PACK))

    assert document.pformat() == before
