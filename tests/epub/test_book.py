"""The e-book: what is in it, in which order, and how one moves in it."""

from __future__ import annotations

import posixpath
import uuid
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from zipfile import ZipFile

import pytest
from epub_check import complaints
from lxml import etree
from readers import Reader, article, entry, make_reader

FILES: dict[str, str | bytes | Path | None] = {
    "corpus/two/article.md": article("## Later\n\nBo Marsh came back to Port.", title="Two", date="2024-05-01"),
    "corpus/one/article.md": article(
        "Ann Lee left Port. See [the manual](../../docs/manual/a.md).", title="One", date="2024-01-01"
    ),
    "corpus/one/notes/me.yaml": "layer: {audience: public}\nnotes: [{quote: left Port, body: Why?}]\n",
    "corpus/packs/spring.md": "---\ntitle: Spring & more\n---\n\n```{toctree}\n../one/article\n```\n",
    "corpus/kept/article.md": article("Secret.", title="Kept", date="2024-02-01").replace("own", "none"),
    "docs/manual/a.md": "# How to\n\nWords for teachers.\n",
    "docs/background.md": "# Background\n\n(old)=\n## Old times\n\nAnn Lee lived.\n",
    "glossary/people/ann.md": entry("Ann Lee", "A captain.", names="{hy: [Անն]}"),
    "glossary/people/bo.md": entry("Bo Marsh", "A sailor."),
    "glossary/people/index.md": "# People\n\n```{entry-list}\n:kind: people\n```\n",
    "glossary/places/port.md": entry("Port", "A town."),
}
_NS = {"x": "http://www.w3.org/1999/xhtml", "o": "http://www.idpf.org/2007/opf", "e": "http://www.idpf.org/2007/ops"}
_TYPE = "{http://www.idpf.org/2007/ops}type"


class Book:
    """An e-book that is looked at."""

    def __init__(self, path: Path) -> None:
        with ZipFile(path) as archive:
            self.files = {name: archive.read(name) for name in archive.namelist()}
        self.package = etree.fromstring(self.files["content.opf"])

    def page(self, name: str) -> Any:
        return etree.fromstring(self.files[name])

    @property
    def spine(self) -> list[str]:
        hrefs = {item.get("id"): item.get("href") for item in self.package.iterfind(".//o:item", _NS)}
        return [hrefs[ref.get("idref")] for ref in self.package.iterfind(".//o:itemref", _NS)]

    def meta(self, name: str) -> list[str]:
        return [m.text for m in self.package.iterfind(".//o:meta", _NS) if m.get("property") == name]


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return make_reader(tmp_path_factory.mktemp("book"), FILES, 'author = "Jo"\nversion = "1"\n')


@pytest.fixture(scope="module")
def book(reader: Reader) -> Book:
    [path] = reader.build("epub").glob("*.epub")
    return Book(path)


@pytest.fixture(scope="module")
def of_pack(reader: Reader, book: Book) -> Book:
    [path] = reader.build("epub", reader_epub_pack="spring", epub_basename="spring").glob("spring.epub")
    return Book(path)


def test_it_is_read_in_order_and_has_nothing_for_teachers(book: Book) -> None:
    assert book.spine == [
        *("cover.xhtml", "nav.xhtml", "index.xhtml", "corpus/one/article.xhtml", "corpus/kept/article.xhtml"),
        *("corpus/two/article.xhtml", "docs/background.xhtml", "glossary/people/index.xhtml"),
        *("glossary/people/ann.xhtml", "glossary/people/bo.xhtml", "glossary/places/port.xhtml"),
    ]
    assert not any("manual" in name for name in book.files)
    assert b"Secret" not in b"".join(book.files.values())
    assert "the manual" in "".join(book.page("corpus/one/article.xhtml").itertext())


def test_the_contents_have_three_levels(book: Book) -> None:
    nav = book.page("nav.xhtml")
    [top] = nav.iterfind(".//x:nav[@role='doc-toc']/x:ol", _NS)

    def read(level: Any) -> list[Any]:
        return [
            (item[0].text, read(item.find("x:ol", _NS)) if item.find("x:ol", _NS) is not None else [])
            for item in level
        ]  # fmt: skip

    assert read(top) == [
        ("Front page", []),
        ("Articles", [("One", []), ("Kept", []), ("Two", [("Later", [])])]),
        ("Background", [("Old times", [])]),
        ("Glossary", [("People", [("Ann Lee", []), ("Bo Marsh", [])]), ("Port", [])]),
    ]
    marks = nav.xpath("//x:nav[@id='landmarks']//x:a/@e:type", namespaces=_NS)
    assert marks == ["cover", "toc", "bodymatter", "glossary"]


def links(book: Book) -> list[tuple[str, str, str]]:
    """Every link inside the book: the page, the target's page, the place on it."""
    found = []
    for name in (name for name in book.files if name.endswith(".xhtml")):
        for href in book.page(name).xpath("//x:a/@href", namespaces=_NS):
            parts = urlsplit(href)
            if not parts.scheme:
                path = posixpath.normpath(posixpath.join(posixpath.dirname(name), unquote(parts.path)))
                found.append((name, path if parts.path else name, unquote(parts.fragment)))
    return found


def test_every_link_leads_to_something(book: Book, of_pack: Book) -> None:
    for one in (book, of_pack):
        ids = {name: set(one.page(name).xpath("//@id")) for name in one.files if name.endswith(".xhtml")}
        assert [
            link for link in links(one) if link[1] not in ids or (link[2] and link[2] not in ids[link[1]])
        ] == []  # fmt: skip


def test_glosses_and_notes_are_footnotes_with_a_way_back(book: Book) -> None:
    page = book.page("corpus/one/article.xhtml")
    references = [a for a in page.iterfind(".//x:a", _NS) if a.get(_TYPE) == "noteref"]
    # The note, and at least one gloss: which of the others the margin shows is decided elsewhere.
    assert len(references) >= 2
    for reference in references:
        assert reference.get("role") == "doc-noteref"
        [note] = page.xpath(f"//*[@id='{reference.get('href')[1:]}']")
        assert (note.tag, note.get(_TYPE), note.get("role")) == (f"{{{_NS['x']}}}aside", "footnote", "doc-footnote")
        # One link in the footnote leads to the reference, or to the words that it is about.
        back = [a.get("href") for a in note.iter(f"{{{_NS['x']}}}a")]
        assert any(href.startswith(("#m-", "#n-")) for href in back)


def test_languages_are_named_for_every_page_and_every_foreign_word(book: Book) -> None:
    for name in (name for name in book.files if name.endswith(".xhtml")):
        root = book.page(name)
        assert (root.get("lang"), root.get("{http://www.w3.org/XML/1998/namespace}lang")) == ("en", "en")
    [word] = [e for e in book.page("glossary/people/ann.xhtml").iter() if (e.text or "").startswith("Անն")]
    assert word.get("lang") == word.get("{http://www.w3.org/XML/1998/namespace}lang") == "hy"


def test_it_says_what_it_is(book: Book, of_pack: Book) -> None:
    identifiers = [one.package.findtext(".//{http://purl.org/dc/elements/1.1/}identifier") for one in (book, of_pack)]
    assert len(set(identifiers)) == 2
    assert all(uuid.UUID(identifier.removeprefix("urn:uuid:")) for identifier in identifiers)
    assert of_pack.package.findtext(".//{http://purl.org/dc/elements/1.1/}title") == "Spring & more"
    assert book.meta("dcterms:modified") == ["2024-05-01T00:00:00Z"]
    assert "textual" in book.meta("schema:accessMode")
    assert book.meta("schema:accessibilityHazard") == ["none"]
    [cover] = book.package.xpath("//o:item[@properties='cover-image']", namespaces=_NS)
    assert book.files[cover.get("href")].startswith(b"\x89PNG")


def test_a_pack_has_its_articles_and_what_they_name(of_pack: Book) -> None:
    assert of_pack.spine == [
        *("cover.xhtml", "nav.xhtml", "corpus/one/article.xhtml", "docs/background.xhtml"),
        *("glossary/people/ann.xhtml", "glossary/places/port.xhtml"),
    ]
    assert b"Bo Marsh" not in of_pack.files["nav.xhtml"]


def test_the_same_texts_make_the_same_bytes(reader: Reader, book: Book, tmp_path: Path) -> None:
    other = make_reader(tmp_path / "other", FILES, 'author = "Jo"\nversion = "1"\n')
    [path] = other.build("epub").glob("*.epub")
    assert Book(path).files == book.files


def test_an_identifier_of_ones_own_is_used(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, {"corpus/one/article.md": article("Text.")}, 'version = "1"\n')
    [path] = reader.build("epub", epub_identifier="urn:isbn:9780000000002").glob("*.epub")
    assert b">urn:isbn:9780000000002<" in Book(path).files["content.opf"]


def test_epubcheck_finds_nothing(reader: Reader, of_pack: Book) -> None:
    [path] = (reader.root / "_build" / "epub").glob("spring.epub")
    assert complaints(path) == ""
