"""Notes on the page, in the list below the text, and in an e-book."""

from __future__ import annotations

import zipfile
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml import html as lxml_html
from readers import Reader, article, entry, make_reader

LENA = """
layer: {title: Lena's notes, author: Lena Holm, language: en, audience: public}
notes:
  - {id: n-00000001, quote: Ann Lee went to Borg, kind: question, body: Who *says* so?}
  - {id: n-00000002, quote: to Borg and, kind: correction, body: "Not there, see [this](https://example.org/a)."}
  - {id: n-00000003, kind: context, body: About it all.}
  - {id: n-00000004, in_reply_to: n-00000005, quote: came back, body: An answer.}
"""
OSKAR = """
layer: {title: Նշումներ, author: Օսկար, language: hy, audience: public}
notes:
  - {id: n-00000005, quote: came back, by: Somebody, body: Երբ}
  - {id: n-00000006, in_reply_to: n-00000004, body: Two.}
  - {id: n-00000007, quote: Ann Lee, body: Who is she?}
"""
HIDDEN = """
layer: {title: Hints, audience: class}
notes:
  - {id: n-00000008, quote: She, body: A hint.}
  - {id: n-00000009, in_reply_to: n-00000001, body: A hidden answer.}
"""
FILES = {
    "glossary/people/ann.md": entry("Ann Lee", "An engineer."),
    "glossary/places/borg.md": entry("Borg", "A town."),
    "corpus/one/article.md": article(
        "Ann Lee went to Borg and stayed.\n\nShe came *back late*, [Ann Lee](https://example.org) said."
    ),
    "corpus/one/notes/lena.yaml": LENA,
    "corpus/one/notes/oskar.yaml": OSKAR.replace("quote: Ann Lee,", "quote: Ann Lee, suffix: said,"),
    "corpus/one/notes/hidden.yaml": HIDDEN,
}  # fmt: skip
PAGE = "corpus/one/article"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    made = make_reader(tmp_path_factory.mktemp("notes"), FILES)
    made.build()
    assert made.warnings == []
    return made


def one(page: Any, xpath: str) -> Any:
    [found] = page.xpath(xpath)
    return found


def words(element: Any) -> str:
    return " ".join(element.text_content().split())


def test_noted_words_carry_their_notes_in_the_order_of_the_text(reader: Reader) -> None:
    page = reader.page(PAGE)
    marks = page.xpath("//a[contains(@class, 'note-mark')]")
    assert [(m.text, m.get("href"), m.get("aria-label")) for m in marks] == [
        ("1", "#n-00000001", "Note 1: question"),
        ("2", "#n-00000002", "Note 2: correction"),
        ("3", "#n-00000005", "Note 3: comment"),
        ("4", "#n-00000007", "Note 4: comment"),
    ]
    shared = page.xpath("//span[@data-note='n-00000001 n-00000002']")
    assert "".join(span.text_content() for span in shared) == "to Borg"
    first = "".join(words(s) for s in page.xpath("//span[contains(@data-note, 'n-00000001')]"))
    assert first.replace(" ", "") == "AnnLeewenttoBorg"


class Links(HTMLParser):
    """Counts links that are open; lxml would close one before it opens the next."""

    def __init__(self) -> None:
        super().__init__()
        self.open, self.deepest = 0, 0

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.open += tag == "a"
        self.deepest = max(self.deepest, self.open)

    def handle_endtag(self, tag: str) -> None:
        self.open -= tag == "a"


def test_no_link_stands_in_a_link(reader: Reader) -> None:
    links = Links()
    links.feed((reader.root / f"_build/html/{PAGE}.html").read_text())
    assert (links.open, links.deepest) == (0, 1)


def test_the_margin_and_the_list_lead_to_each_other_and_to_the_words(reader: Reader) -> None:
    page = reader.page(PAGE)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    for note in ("n-00000001", "n-00000002", "n-00000005", "n-00000007"):
        margin = one(page, f"//aside//div[@id='{note}']")
        assert one(margin, ".//a[@class='note-number']").get("href") == f"#{note}-listed"
        assert one(margin, ".//a[@class='gloss-back']").get("href") == f"#{note}-words"
        row = one(page, f"//section[@id='notes']//li[@id='{note}-listed']")
        assert one(row, "./p/a[@class='note-words']").get("href") == f"#{note}-words"
        assert f"{note}-words" in ids


def test_the_list_holds_all_notes_with_replies_under_what_they_answer(reader: Reader) -> None:
    page = reader.page(PAGE)
    notes = one(page, "//section[@id='notes']")
    assert [row.get("data-note") for row in notes.xpath("./details/*/li")] == [
        "n-00000003", "n-00000001", "n-00000002", "n-00000005", "n-00000007",
    ]  # fmt: skip
    assert [row.get("value") for row in notes.xpath("./details/ol/li")] == ["1", "2", "3", "4"]
    answered = one(notes, ".//li[@id='n-00000005-listed']")
    assert words(one(answered, "./p/a[@class='note-words']")) == "“came back”"
    assert answered.xpath(".//span[@class='named-where']/a/@href") == ["#p2"]
    assert [r.get("data-note") for r in answered.xpath("./ul/li")] == ["n-00000004"]
    assert [r.get("data-note") for r in answered.xpath("./ul/li/ul/li")] == ["n-00000006"]
    assert words(one(page, "//aside//div[@id='n-00000005']//a[@class='note-answers']")) == "2 replies"
    assert not page.xpath("//aside//div[@id='n-00000004']")


def test_each_note_says_its_kind_its_layer_and_its_author(reader: Reader) -> None:
    page = reader.page(PAGE)
    margin = one(page, "//aside//div[@id='n-00000001']")
    assert words(one(margin, ".//span[@class='note-kind']")) == "Question"
    assert words(one(margin, "./p[@class='note-by']/span")) == "Lena's notes, Lena Holm"
    assert words(one(page, "//aside//div[@id='n-00000005']/p[@class='note-by']/span")) == "Նշումներ, Somebody"
    assert {n.get("data-layer") for n in page.xpath("//*[@data-note and contains(@class, 'note-row')]")} == {
        "lena",
        "oskar",
    }


def test_a_note_in_another_language_says_so(reader: Reader) -> None:
    page = reader.page(PAGE)
    for note in page.xpath("//*[@data-layer='oskar'][contains(@class, 'gloss')]"):
        assert one(note, "./div[@class='note-text']").get("lang") == "hy"
    assert not page.xpath("//*[@data-layer='lena']/div[@lang]")


def test_notes_for_the_class_and_answers_to_them_are_for_the_class(reader: Reader, tmp_path: Path) -> None:
    assert "hint" not in (reader.root / "_build/html" / f"{PAGE}.html").read_text()
    assert "hidden answer" not in (reader.root / "_build/html" / f"{PAGE}.html").read_text()
    made = make_reader(tmp_path, FILES)
    made.build(reader_audience="class")
    page = made.page(PAGE)
    assert words(one(page, "//aside//div[@id='n-00000008']/p[@class='note-by']")).startswith("Hints (for the class)")
    assert "A hidden answer." in words(one(page, "//li[@id='n-00000001-listed']/ul"))


def test_numbers_and_lists_are_no_part_of_the_article_s_text(reader: Reader) -> None:
    page = reader.page(PAGE)
    for mark in page.xpath("//a[contains(@class, 'note-mark')]"):
        assert mark.get("data-cr-skip") is not None
    text = (reader.build("text") / f"{PAGE}.txt").read_text()
    assert "Ann Lee went to Borg and stayed." in text


def test_what_notes_say_is_found_by_search(reader: Reader) -> None:
    words = "".join(path.read_text() for path in (reader.root / "_build/html/find").glob("words-*.js"))
    assert "\\nanswer " in words


def test_replies_that_answer_each_other_or_nothing_are_shown_by_themselves(tmp_path: Path) -> None:
    loop = (
        "layer: {audience: public}\nnotes:\n  - {id: n-00000001, in_reply_to: n-00000002, body: One.}\n"
        "  - {id: n-00000002, in_reply_to: n-00000001, body: Two.}\n"
    )
    made = make_reader(tmp_path, {"corpus/one/article.md": article("Some words."), "corpus/one/notes/a.yaml": loop})
    made.build()
    assert [w for w in made.warnings if "note-reply" in w] == made.warnings
    assert len(made.warnings) == 2
    assert len(made.page(PAGE).xpath("//section[@id='notes']//li")) == 2


def test_answers_to_a_note_that_is_lost_wait_with_it(tmp_path: Path) -> None:
    lost = (
        "layer: {audience: public}\nnotes:\n  - {id: n-00000001, quote: not there, body: One.}\n"
        "  - {id: n-00000002, in_reply_to: n-00000001, body: Two.}\n"
    )
    made = make_reader(tmp_path, {"corpus/one/article.md": article("Some words."), "corpus/one/notes/a.yaml": lost})
    made.build()
    assert ["note-lost" in w for w in made.warnings] == [True]
    assert not made.page(PAGE).xpath("//section[@id='notes']")


def test_under_another_theme_notes_stand_behind_their_paragraph(tmp_path: Path) -> None:
    made = make_reader(tmp_path, FILES, 'html_theme = "alabaster"\nextensions = ["myst_parser", "course_reader"]\n')
    made.build()
    page = made.page(PAGE)
    assert (
        one(page, "//p[@id='p1' or .//*[@href='#p1']]/following-sibling::aside[1]//div[@id='n-00000001']") is not None
    )
    assert len(page.xpath("//section[@id='notes']//li")) == 7


@pytest.fixture(scope="module")
def book(reader: Reader) -> dict[str, bytes]:
    out = reader.build("epub", version="1", epub_identifier="x")
    [path] = out.glob("*.epub")
    with zipfile.ZipFile(path) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_in_a_book_the_numbers_lead_to_the_list_and_back(book: dict[str, bytes]) -> None:
    tree = etree.fromstring(book[f"{PAGE}.xhtml"])
    page = lxml_html.fromstring(etree.tostring(tree, method="html"))
    kind = "{http://www.idpf.org/2007/ops}type"
    marks = [
        e
        for e in tree.iter("{http://www.w3.org/1999/xhtml}a")
        if e.get(kind) == "noteref" and e.get("href").startswith("#n-")
    ]
    ids = set(page.xpath("//@id"))
    assert [m.get("href") for m in marks] == [f"#n-0000000{n}-listed" for n in (1, 2, 5, 7)]
    assert {m.get("href")[1:] for m in marks} <= ids
    assert len(page.xpath("//section[@id='notes']//li")) == 7
    assert {href[1:] for href in page.xpath("//section[@id='notes']//a[@class='note-words']/@href")} <= ids
    beside = page.xpath("//aside//div[contains(concat(' ', @class, ' '), ' note ')]")
    assert not beside, "a book has no margin: each note stands once"
