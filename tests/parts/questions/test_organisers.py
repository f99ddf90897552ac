"""Tables to fill in: for which questions, with which cells, on a page and in print."""

from __future__ import annotations

import pytest
from libraries import Shelf, linker, make_shelf, shown, words
from printed import pack
from readers import article, entry

from course_reader.parts.questions.organisers import OrganiserView, organisers, page

ONE = "corpus/one/article"
QUESTIONS = """
  - Why?
  - {text: Who?, answer_in: port, organiser: {title: Voices, columns: [Speaker, Words], rows: 2}}
  - {text: How?, organiser: {columns: ["", Then, Now], rows: [Ships, Trains]}}
"""


def shelf_of(questions: str = QUESTIONS) -> Shelf:
    files = {
        f"{ONE}.md": article("The Port and the Bridge.", questions=questions),
        "glossary/places/port.md": entry("Port", "Ships sail."),
        "glossary/places/bridge.md": entry("Bridge", "Trains pass."),
        "corpus/packs/all.md": pack("one"),
        "corpus/packs/handout.md": pack("one", gloss_answers="false"),
    }
    return make_shelf(files, reader_margin="full")


def test_an_organiser_knows_the_number_of_its_question() -> None:
    assert organisers(shelf_of().at(ONE)) == (
        OrganiserView(2, "Voices", ("Speaker", "Words"), ("", "")),
        OrganiserView(3, "Organiser", ("", "Then", "Now"), ("Ships", "Trains")),
    )
    assert organisers(shelf_of("[Why?]").at(ONE)) == ()


@pytest.mark.parametrize("wrong", ["{columns: [One]}", "{columns: [A, B], rows: 0}", "{columns: [A, B], rows: 21}"])
def test_a_table_that_cannot_be_made_is_reported(wrong: str) -> None:
    shelf = shelf_of(f"[{{text: Who?, organiser: {wrong}}}]")
    assert any(code == "bad-value" for code, _ in shelf.problems(ONE))


def test_a_page_has_a_table_with_heads_and_empty_cells() -> None:
    tree = shown(page(organisers(shelf_of().at(ONE)), linker()))

    assert words(tree, "//caption") == ["Voices (question 2)", "Organiser (question 3)"]
    # A column without a name has no heading, at which a voice would stop.
    assert words(tree, "//table[2]//th") == ["Then", "Now", "Ships", "Trains"]
    assert [len(row.xpath("*")) for row in tree.xpath("//table[1]/tbody/tr")] == [2, 2]
    assert [len(row.xpath("*")) for row in tree.xpath("//table[2]//tr")] == [3, 3, 3]
    assert words(tree, "//td") == [""] * 9


def test_print_has_the_tables_with_lines_to_write_on() -> None:
    below = shelf_of().below("all", "blocks")

    assert below["title"] == "Organisers"
    first = below["c"][0]
    assert (first["ruled"], len(first["rows"]), first["caption"]) == (True, 2, ["Voices (question 2)"])
    assert [[cell["c"] for cell in row] for row in first["rows"]] == [[[], []]] * 2
    [head] = below["c"][1]["head"]
    assert [bool(cell["c"]) for cell in head] == [False, True, True]


@pytest.mark.parametrize(("name", "glossed"), [("all", ["Port", "Bridge"]), ("handout", ["Bridge"])])
def test_a_handout_does_not_explain_what_its_questions_ask(name: str, glossed: list[str]) -> None:
    book, parts = shelf_of().printed(name)

    assert [item for item in ("Port", "Bridge") if f"'name': '{item}'" in repr(parts["article"]["c"])] == glossed
    assert len(book.expected) == len(glossed)
