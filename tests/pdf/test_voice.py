"""What a voice stumbles over is found: in a page that it reads well, one thing is spoilt at a time."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
import typst
from pdf.voice import STANDARD, Voice, stumbles
from tagged import Tagged

PAGE = """
#set document(title: "A page")
#set text(lang: "en")
= A heading
Words with #link("https://example.org/there")[a link] and a note.#footnote[The note.]#footnote[A second note.]
== A smaller one
#table(columns: 2, table.header[Name][Date], [One], [1994])
- an item
- a second
#figure(image("dot.svg", alt: "A dot"), caption: [A picture])
"""
DOT = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle cx="4" cy="4" r="4"/></svg>'


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    folder: Path = tmp_path_factory.mktemp("page")
    (folder / "page.typ").write_text(PAGE, encoding="utf-8")
    (folder / "dot.svg").write_text(DOT, encoding="utf-8")
    return typst.compile(folder / "page.typ", pdf_standards="ua-1")


def opened(made: bytes) -> Voice:
    return Voice(Tagged(pikepdf.open(io.BytesIO(made))))


def first(voice: Voice, tag: str) -> Any:
    return next(element.node for element in voice.elements if element.tag == tag)


def drop(tag: str, key: str) -> Callable[[Voice], None]:
    def spoil(voice: Voice) -> None:
        del first(voice, tag)[key]

    return spoil


def rename(tag: str, to: str) -> Callable[[Voice], None]:
    def spoil(voice: Voice) -> None:
        first(voice, tag)["/S"] = pikepdf.Name(f"/{to}")

    return spoil


def name_the_file(voice: Voice) -> None:
    first(voice, "Figure")["/Alt"] = pikepdf.String("IMG_2041.jpg")


def one_name_for_two_notes(voice: Voice) -> None:
    for element in voice.elements:
        if element.tag == "Note":
            element.node["/ID"] = pikepdf.String("note")


def read_a_heading_twice(voice: Voice) -> None:
    document, heading = first(voice, "Document"), first(voice, "H1")
    document["/K"] = pikepdf.Array([*document["/K"].as_list(), heading])


def annotation(key: str) -> Callable[[Voice], None]:
    def spoil(voice: Voice) -> None:
        for one in voice.file.pages[0]["/Annots"].as_list():
            del one[key]

    return spoil


def no_order(voice: Voice) -> None:
    del voice.file.pages[0]["/Tabs"]


def no_meaning(voice: Voice) -> None:
    place = next(iter(voice.tagged.words))
    voice.tagged.words[place] = "\ufffd"


def test_a_page_that_is_right_is_read(made: bytes) -> None:
    voice = opened(made)
    assert stumbles(voice.tagged) == []
    assert {"H1", "H2", "Link", "Note", "TH", "TD", "LI", "LBody", "Figure"} <= {one.tag for one in voice.elements}
    assert voice.words(next(one for one in voice.elements if one.tag == "H1")) == "A heading"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (rename("H1", "H3"), "a heading of level 3 after one of level 0: 'A heading'"),
        (rename("H2", "H4"), "a heading of level 4 after one of level 1: 'A smaller one'"),
        (rename("P", "Paragraph"), "an unknown tag: Paragraph"),
        (rename("L", "Div"), "LI in Div"),
        (rename("TR", "Div"), "TH in Div"),
        (drop("H1", "/K"), "H1 without words"),
        (drop("P", "/K"), "P without words"),
        (drop("H1", "/K"), "never read: 'A heading'"),
        (drop("Figure", "/Alt"), "Figure without a description: ''"),
        (name_the_file, "Figure without a description: 'IMG_2041.jpg'"),
        (no_meaning, "letters without a meaning: '\ufffd'"),
        (read_a_heading_twice, "read 2 times: 'A heading'"),
        (drop("Link", "/K"), "Link that goes nowhere: ''"),
        (drop("Link", "/K"), "a link that is not read"),
        (annotation("/Contents"), "a link without a description"),
        (no_order, "the links of page 1 are not in the order of reading"),
        (drop("Note", "/ID"), "1 notes with the identifier ''"),
        (one_name_for_two_notes, "2 notes with the identifier 'note'"),
        (drop("TH", "/A"), "a heading of neither row nor column: 'Name'"),
    ],
)
def test_what_is_spoilt_is_found(made: bytes, spoil: Callable[[Voice], None], said: str) -> None:
    voice = opened(made)
    spoil(voice)
    assert said in stumbles(voice.tagged)


def test_the_tags_that_are_known_are_those_of_the_standard() -> None:
    assert {"Document", "Lbl", "THead", "Formula", "Strong"} <= STANDARD
    assert "Title" not in STANDARD
