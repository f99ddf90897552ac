"""The text of a page: marks lead somewhere, glosses and notes are beside their blocks, paragraphs have numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from libraries import Shelf, linker, make_shelf
from lxml import html as lxml_html
from readers import article, entry
from sphinx import addnodes

from course_reader.marks.nodes import mention, noted
from course_reader.pages.nodes import aside, note_mark, para_number
from course_reader.pages.text import fill_text

ONE = "corpus/one/article"
NOTES = """
layer: {title: L, audience: public}
notes:
  - {id: n-00000001, quote: spoke of, body: One.}
  - {id: n-00000002, quote: of the harbour, kind: question, body: Two.}
  - {id: n-00000003, quote: nobody, body: Three.}
  - {id: n-00000004, body: Whole.}
  - {id: n-00000005, in_reply_to: n-00000001, body: Reply.}
"""
HIDDEN = "layer: {title: H, audience: class}\nnotes: [{id: n-00000009, quote: Borg, body: Hidden.}]\n"
TEXT = """
Ann Lee spoke of the harbour, and of Ann Lee.

> Borg heard.
>
> - but nobody

## Later

Ann Lee left.
"""
FILES = {
    "glossary/people/ann.md": entry("Ann Lee"),
    "glossary/places/borg.md": entry("Borg"),
    f"{ONE}.md": article(TEXT, title="One"),
    "corpus/one/notes/lena.yaml": NOTES,
    "corpus/one/notes/hidden.yaml": HIDDEN,
}


def filled(shelf: Shelf, builder: str = "html", *, numbers: bool = True) -> nodes.document:
    document = shelf.documents[ONE].deepcopy()
    fill_text(document, shelf.library.text(ONE), linker(ONE, builder), has_numbers=numbers)
    return document


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Shelf:
    return make_shelf(FILES, tmp_path_factory.mktemp("text"))


@pytest.fixture(scope="module")
def document(shelf: Shelf) -> nodes.document:
    return filled(shelf)


def test_the_first_mention_leads_to_its_gloss_and_others_to_the_entry(document: nodes.document) -> None:
    assert [(m["entry"], m["refuri"], m.get("anchor")) for m in document.findall(mention)] == [
        ("ann", "#gloss-ann", "m-ann"),
        ("ann", "../../glossary/people/ann.html", None),
        ("borg", "#gloss-borg", "m-borg"),
        ("ann", "../../glossary/people/ann.html", None),
    ]


def test_a_mention_in_parts_has_one_address() -> None:
    shelf = make_shelf({**FILES, f"{ONE}.md": article("Ann *Lee* came.")})
    parts = list(filled(shelf).findall(mention))

    assert [part.get("anchor") for part in parts] == ["m-ann", None]
    assert {part["refuri"] for part in parts} == {"#gloss-ann"}


def test_a_mention_whose_entry_is_gone_leads_nowhere() -> None:
    shelf = make_shelf(FILES)
    del shelf.library.glossary.files["ann"]

    assert [m.get("refuri") for m in filled(shelf).findall(mention) if m["entry"] == "ann"] == [None, None, None]


def beside(document: nodes.document) -> list[tuple[str, list[str]]]:
    """What each aside stands behind, and the ids of what is in it."""
    found = []
    for node in document.findall(aside):
        at = node.parent.index(node)
        ids: list[Any] = lxml_html.fromstring(f"<div>{node.astext()}</div>").xpath("./div/@id")
        found.append((node.parent[at - 1].astext().split()[0], ids))
    return found


def test_glosses_and_notes_are_beside_their_block_in_the_order_of_its_words(document: nodes.document) -> None:
    assert beside(document) == [
        ("Ann", ["gloss-ann", "n-00000001", "n-00000002"]),
        ("Borg", ["gloss-borg", "n-00000003"]),
    ]


def test_every_aside_has_a_name_of_its_own_and_is_not_searched(document: nodes.document) -> None:
    labels = [node["label"] for node in document.findall(aside)]

    assert len(set(labels)) == len(labels) == 2
    assert all("no-search" in node["classes"] for node in document.findall(aside))


def test_an_aside_reaches_down_to_the_next_one_and_not_into_a_section() -> None:
    body = "Ann Lee.\n\nText.\n\nMore.\n\nBorg.\n\nText.\n\n## Later\n\nText."
    shelf = make_shelf({**FILES, f"{ONE}.md": article(body)})

    assert [node["span"] for node in filled(shelf).findall(aside)] == [3, 2]


def test_the_number_of_a_note_is_behind_its_last_words(document: nodes.document) -> None:
    marks = list(document.findall(note_mark))

    assert [(mark["note"][-1], mark["number"], mark["to"]) for mark in marks] == [
        ("1", 1, "n-00000001"), ("2", 2, "n-00000002"), ("3", 3, "n-00000003"),
    ]  # fmt: skip
    before = marks[0].parent[marks[0].parent.index(marks[0]) - 1]
    assert isinstance(before, noted) and before.astext().endswith("of")


def test_words_of_two_notes_have_the_address_of_each_where_it_begins(document: nodes.document) -> None:
    anchors = [(node.astext(), node.get("anchors", [])) for node in document.findall(noted)]

    assert anchors == [
        ("spoke ", ["n-00000001-words"]),
        ("of", ["n-00000002-words"]),
        (" the harbour", []),
        ("nobody", ["n-00000003-words"]),
    ]


def test_words_of_notes_that_are_not_shown_have_no_mark(shelf: Shelf, document: nodes.document) -> None:
    assert any("n-00000001" in node["notes"] for node in shelf.documents[ONE].findall(noted))
    assert not any("n-00000009" in node["notes"] for node in shelf.documents[ONE].findall(noted))
    assert not any("n-00000009" in node["notes"] for node in document.findall(noted))


@pytest.mark.parametrize("link", [nodes.reference, addnodes.pending_xref, addnodes.download_reference])
def test_the_number_of_a_note_is_behind_a_link_not_in_it(tmp_path: Path, link: type[nodes.Element]) -> None:
    notes = "layer: {audience: public}\nnotes: [{id: n-00000001, quote: Ann, body: B}]\n"
    files = {f"{ONE}.md": article("[Mayor *Ann* Lee](https://example.org) came."), "corpus/one/notes/lena.yaml": notes}
    shelf = make_shelf(files, tmp_path)
    [reference] = shelf.documents[ONE].findall(nodes.reference)
    reference.replace_self(link("", *reference.children))
    [mark] = filled(shelf).findall(note_mark)

    assert isinstance(mark.parent, nodes.paragraph)
    assert isinstance(mark.parent[mark.parent.index(mark) - 1], link)


def test_a_name_in_a_link_keeps_the_link_and_its_gloss_leads_back_to_it() -> None:
    text = article("[Mayor Ann Lee](https://example.org) came. Ann Lee left.")
    document = filled(make_shelf({**FILES, f"{ONE}.md": text}, reader_search_in=["links"]))
    inside, outside = document.findall(mention)

    assert (inside.get("refuri"), inside["anchor"]) == (None, "m-ann")
    assert outside["refuri"] == "../../glossary/people/ann.html"
    assert beside(document) == [("Mayor", ["gloss-ann"])]


def test_paragraphs_have_their_numbers_an_entry_has_none(shelf: Shelf, document: nodes.document) -> None:
    assert [(node["number"], node["anchor"]) for node in document.findall(para_number)] == [
        (1, "p1"), (2, "p2"), (3, "p3"), (4, "p4"),
    ]  # fmt: skip
    assert list(filled(shelf, numbers=False).findall(para_number)) == []


def test_what_waits_is_marked_and_beside_the_text_all_the_same(document: nodes.document) -> None:
    marks = {node["entry"]: node["classes"] for node in document.findall(mention) if node.get("gloss")}

    assert marks["ann"] == ["mention", "first", "people"]
    assert marks["borg"] == ["mention", "first", "on-demand", "places"]
    [gloss] = lxml_html.fromstring(document.astext()).xpath("//*[@id='gloss-borg']")
    assert (gloss.get("class"), gloss.get("data-margin")) == ("gloss on-demand places", "all")


def test_in_a_book_what_is_not_beside_the_text_is_on_the_page_of_its_entry(shelf: Shelf) -> None:
    document = filled(shelf, "epub")
    [borg] = [node for node in document.findall(mention) if node["entry"] == "borg"]

    assert beside(document) == [("Ann", ["gloss-ann"])]
    assert borg["refuri"] == "../../glossary/places/borg.xhtml"


def test_in_a_book_notes_are_in_the_list_alone(shelf: Shelf) -> None:
    document = filled(shelf, "epub")

    assert {mark["to"] for mark in document.findall(note_mark)} == {f"n-0000000{number}-listed" for number in (1, 2, 3)}
