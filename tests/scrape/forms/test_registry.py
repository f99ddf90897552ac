"""A form is told by the content of an input."""

from __future__ import annotations

import re

import pytest
from scrape.exports.made_exports import europresse, factiva_codes, feed, nexis, proquest
from scrape.forms.made_documents import docx, epub, odt, page, pdf, rtf
from scrape.made_up import OTHER, SENTENCE

from course_reader.scrape.forms.form import RawInput
from course_reader.scrape.forms.registry import form_of, forms, read
from course_reader.scrape.records import ScrapeError
from course_reader.scrape.scrape import scrape_all


def test_every_form_has_a_name_of_its_own() -> None:
    names = [form.name for form in forms()]
    assert len(set(names)) == len(names)
    assert all(name.startswith(("a ", "an ")) for name in names)


def test_a_page_is_a_page_whatever_its_name() -> None:
    assert form_of(RawInput("<!doctype html><html><body><p>One.</p></body></html>", "a.txt")).name == "a saved web page"


def test_everything_else_is_a_text() -> None:
    assert form_of(RawInput("Bridge Open\n\nIt is open.")).name == "a plain text"


def test_a_draft_says_what_form_it_was_read_from() -> None:
    assert [draft.form for draft in read(RawInput("Bridge Open\n\nIt is open."))] == ["a plain text"]


def test_a_page_that_starts_with_words_is_told_by_its_name() -> None:
    assert form_of(RawInput("Saved on Monday <p>One.</p>", "a.htm")).name == "a saved web page"


def test_xml_in_front_of_a_page_does_not_hide_it() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html><html><body><p>One.</p></body></html>'
    assert form_of(RawInput(page)).name == "a saved web page"


_LINES = ("Ferry to Northport sails again", "By Lena Marsh", f"{SENTENCE}", f"{OTHER}")
_TEXT = "\n\n".join(_LINES)
_JATS = (
    "<article><front><article-meta><title-group><article-title>Ferries again</article-title></title-group>"
    f"</article-meta></front><body><p>{SENTENCE}</p><p>{OTHER}</p></body></article>"
)
_TEI = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Ferries again</title></titleStmt>'
    f"</fileDesc></teiHeader><text><body><p>{SENTENCE}</p></body></text></TEI>"
)
_MAIL = (
    "From: Lena Marsh <lena@example.org>\nTo: ada@example.org\nSubject: Ferries\n"
    f"Date: Mon, 4 Mar 2024 10:00:00 +0000\n\n{_TEXT}\n"
)
_PARTS = (
    "MIME-Version: 1.0\nFrom: <Saved by a browser>\nSubject: Ferries\nContent-Type: multipart/related; boundary=x\n\n"
    f"--x\nContent-Type: text/html; charset=utf-8\n\n{page()}\n--x--\n"
)
#: An input of each form.
_INPUTS: dict[str, bytes | str] = {
    "text": _TEXT,
    "docx": docx(_LINES),
    "odt": odt(),
    "epub": epub(),
    "rtf": rtf(_LINES),
    "page": page(),
    "pdf": pdf([list(_LINES)]),
    "jats": _JATS,
    "tei": _TEI,
    "mail": _MAIL,
    "mht": _PARTS,
    "nexis": nexis(1),
    "factiva": factiva_codes(1),
    "proquest": proquest(1),
    "europresse": europresse(1),
    "feed": feed(1),
    "ris": "TY  - NEWS\nTI  - Ferries again\nAU  - Marsh, Lena\nER  - \n",
    "bibtex": "@article{marsh, title = {Ferries again}, author = {Marsh, Lena}}",
}
_ENDINGS = ("", "a.txt", "a.md", "a.html", "a.docx", "a.pdf", "a.rtf", "a.eml", "a.mht", "a.xml", "a.ris")
_MARKUP = re.compile(
    r"</?[a-z][\w:-]*(?:\s[^<>]*)?/?>|\{\\\w+|\\(?:par|pard|fs\d+)\b|%PDF-|PK\x03|\bendobj\b"
    r"|^(?:TY|ER|TI)  - |@article\{|Content-Type:|xmlns",
    re.M,
)


@pytest.mark.parametrize("ending", _ENDINGS)
@pytest.mark.parametrize("kind", _INPUTS)
def test_no_markup_is_in_an_article_whatever_the_name_of_its_file(kind: str, ending: str) -> None:
    try:
        found = scrape_all(RawInput(_INPUTS[kind], ending))
    except ScrapeError as error:
        assert str(error)[-1] != "."  # it is the end of a sentence that names the file
        return
    for got in found:
        words = "\n".join(
            [got.title or "", got.byline or "", *(re.sub(r"\\([<{\\])", r"\1", b.text) for b in got.blocks)]
        )
        assert _MARKUP.search(words) is None, words[:400]
        assert got.blocks
