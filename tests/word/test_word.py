"""Packs as Word files: what is in them, what is not, and that other programs open them."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from printed import pack, print_reader
from readers import Reader, article, entry

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"

NOTES = """
layer: {title: Tutor, audience: public}
notes:
  - {id: n-00000001, quote: the ferry, kind: question, body: "Which *ferry*?"}
"""
BODY = """
Yesterday the ferry left for Port with Ann Lee.[^one] See [the port](https://example.org/a?b=1&c=2).

> A quotation & more.

1. First
   - inner
2. Second

| Side | Says |
| --- | --- |
| A | yes |

[^one]: A footnote of the author.
"""
ASKED = "[{text: Why?, answer: Zwanzigfog., accept: Quibblemist., points: 2, group: Think}]"
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(BODY, title="One & only", questions=ASKED, outlet="Gazette"),
    "corpus/one/notes/tutor.yaml": NOTES,
    "corpus/kept/article.md": article("Hushwords.", title="Kept").replace("status: own", "status: none"),
    "corpus/farsi/article.md": article("این یک متن است.", title="متن", language="fa"),
    "glossary/people/ann-lee.md": entry("Ann Lee", "A traveller."),
    "glossary/places/port.md": entry("Port", "A town."),
    "corpus/packs/p.md": pack("one", "kept", "farsi", title="Pack", paper="letter"),
}


pytestmark = pytest.mark.xdist_group("word")


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    return print_reader(tmp_path_factory.mktemp("word") / "reader", FILES, reader_margin="full")[0]


@pytest.fixture(scope="module")
def file(reader: Reader) -> Path:
    return reader.build("docx", reader_margin="full") / "p.docx"


def read(file: Path, name: str = "document") -> Any:
    with zipfile.ZipFile(file) as archive:
        return etree.fromstring(archive.read(f"word/{name}.xml"))


def words(element: Any) -> str:
    return "".join(element.itertext(f"{W}t"))


def styled(document: Any, style: str) -> list[str]:
    return [words(p) for p in document.iter(f"{W}p") if any(s.get(f"{W}val") == style for s in p.iter(f"{W}pStyle"))]


def test_a_pack_has_its_texts_with_headings_lists_and_tables(file: Path) -> None:
    document = read(file)

    assert styled(document, "Title") == ["Pack"]
    assert {"One & only", "Kept", "Glossary", "Rights and credits"} <= {*styled(document, "Heading1")}
    assert styled(document, "Quote") == ["2  A quotation & more."]
    assert [text for text in styled(document, "ListParagraph") if text in ("First", "inner", "Second")] == [
        "First", "inner", "Second",
    ]  # fmt: skip
    assert "SideSaysAyes" in [words(table) for table in document.iter(f"{W}tbl")]
    size = next(document.iter(f"{W}pgSz"))
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("12240", "15840")


def test_glosses_and_the_authors_footnotes_are_footnotes_at_their_words(file: Path) -> None:
    footnotes = {note.get(f"{W}id"): words(note).strip() for note in read(file, "footnotes")}
    document = read(file)
    asked = [sign.get(f"{W}id") for sign in document.iter(f"{W}footnoteReference")]

    assert [footnotes[number] for number in asked] == [
        "Port. A town.", "Ann Lee. A traveller.", "A footnote of the author.",
    ]  # fmt: skip


def test_a_note_is_a_comment_on_its_words(file: Path) -> None:
    [comment] = read(file, "comments")
    paragraph = next(p for p in read(file).iter(f"{W}p") if next(p.iter(f"{W}commentRangeStart"), None) is not None)
    inside, shown = False, ""
    for child in paragraph:
        inside = (inside or child.tag == f"{W}commentRangeStart") and child.tag != f"{W}commentRangeEnd"
        shown += words(child) if inside else ""

    assert (shown, words(comment)) == ("the ferry", "Question. Which ferry? Tutor")


def test_a_text_without_permission_and_answers_are_left_out(reader: Reader, file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist()).decode("utf-8", "replace")
    assert not [word for word in ("Hushwords", "Zwanzigfog", "Quibblemist") if word in everything]
    assert "Why?" in everything

    teachers = read(reader.build("docx", reader_audience="teacher") / "p-teacher.docx")
    assert [text for text in styled(teachers, "Box") if "Answer" in text] == ["Answer (2 points). Zwanzigfog."]
    assert "Hushwords." in words(teachers)
    reader.build("docx", reader_margin="full")


def test_a_text_is_written_in_its_direction(file: Path) -> None:
    paragraph = next(p for p in read(file).iter(f"{W}p") if "این" in words(p))
    assert next(paragraph.iter(f"{W}bidi"), None) is not None
    assert {lang.get(f"{W}bidi") for run in paragraph.iter(f"{W}r") for lang in run.iter(f"{W}lang")} <= {"fa", None}


def test_every_reference_inside_the_file_has_its_target(file: Path) -> None:
    document = read(file)
    with zipfile.ZipFile(file) as archive:
        names = archive.namelist()
        relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
        types = etree.fromstring(archive.read("[Content_Types].xml"))
    ids = {row.get("Id"): row for row in relations}
    used = {value for element in document.iter() for key, value in element.attrib.items() if key.startswith(R)}
    styles = {style.get(f"{W}styleId") for style in read(file, "styles").iter(f"{W}style")}
    asked = {s.get(f"{W}val") for tag in ("pStyle", "rStyle", "tblStyle") for s in document.iter(f"{W}{tag}")}
    anchors = {link.get(f"{W}anchor") for link in document.iter(f"{W}hyperlink")} - {None}
    lists = {number.get(f"{W}numId") for number in read(file, "numbering").iter(f"{W}num")}

    assert used <= ids.keys()
    assert asked <= styles
    assert anchors <= {mark.get(f"{W}name") for mark in document.iter(f"{W}bookmarkStart")}
    assert {number.get(f"{W}val") for number in document.iter(f"{W}numId")} <= lists
    assert {f"/{name}" for name in names} >= {row.get("PartName") for row in types if row.get("PartName")}
    assert all(row.get("TargetMode") == "External" or f"word/{row.get('Target')}" in names for row in relations)
    assert all(cell[-1].tag == f"{W}p" for cell in document.iter(f"{W}tc"))


#: the order in which Word's schema has the properties that are used here
_ORDER = (
    *("pStyle", "keepNext", "pageBreakBefore", "numPr", "pBdr", "shd", "bidi", "spacing", "ind", "jc", "outlineLvl"),
    *("rStyle", "rFonts", "b", "bCs", "i", "iCs", "color", "sz", "szCs", "u", "vertAlign", "rtl", "lang"),
)


@pytest.mark.parametrize("name", ["document", "styles", "footnotes", "comments"])
def test_properties_are_in_the_order_of_the_schema(file: Path, name: str) -> None:
    for properties in (p for tag in ("pPr", "rPr") for p in read(file, name).iter(f"{W}{tag}")):
        order = [_ORDER.index(child.tag.removeprefix(W)) for child in properties]
        assert order == sorted(order)


def test_the_same_pack_gives_the_same_bytes(reader: Reader, file: Path) -> None:
    before = file.read_bytes()
    assert (reader.build("docx", reader_margin="full") / "p.docx").read_bytes() == before


def test_libreoffice_opens_it_and_keeps_its_notes(file: Path, tmp_path: Path) -> None:
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed (on Debian: apt-get install libreoffice-writer-nogui)")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    call = [program, "--headless", "--norestore", profile, "--convert-to", "docx", "--outdir", str(tmp_path), str(file)]
    subprocess.run(call, check=True, capture_output=True, timeout=300)
    back = tmp_path / "p.docx"

    assert "Yesterday the ferry left for Port" in words(read(back))
    assert sum("traveller" in words(note) for note in read(back, "footnotes")) == 1
    assert [words(comment) for comment in read(back, "comments")] == ["Question. Which ferry? Tutor"]
