"""Notes in files, as they are read with their article."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import Shelf, make_shelf
from readers import article

from course_reader.marks.nodes import noted

LENA = """
layer: {title: Lena's notes, author: Lena, language: hy, audience: class}
notes:
  - {id: n-00000001, quote: second, kind: question, body: Why?}
  - {id: n-00000002, by: Oskar, in_reply_to: n-00000001, quote: ignored, body: So.}
  - {body: On the whole.}
"""
ONE = "corpus/one/article"
BROKEN = ("notes: [\n", "- a list\n")


def shelf_of(root: Path, *layers: str) -> Shelf:
    files = {f"corpus/one/notes/l{number}.yaml": _said(text) for number, text in enumerate(layers)}
    texts = {f"{ONE}.md": article("A first paragraph.\n\nA second one."), **files}
    return make_shelf(texts, root, reader_audience="class")


def _said(text: str) -> str:
    """A file that says who may see it, at its end, so that its lines stay where they are."""
    return text if "layer" in text or text in BROKEN else f"{text}\nlayer: {{audience: public}}\n"


def test_a_note_says_where_it_is_and_whose_it_is(tmp_path: Path) -> None:
    page = shelf_of(tmp_path, LENA).library.pages[ONE]
    placed, reply, whole = page.notes

    assert page.text[slice(*placed.span or ())] == "second"
    assert (placed.layer, placed.layer_title, placed.by) == ("l0", "Lena's notes", "Lena")
    assert (placed.kind, placed.language, placed.audience) == ("question", "hy", "class")
    assert placed.block == 2
    assert (reply.by, reply.in_reply_to, reply.span) == ("Oskar", "n-00000001", None)
    assert (whole.block, whole.span, whole.in_reply_to) == (None, None, None)


def test_an_id_that_nobody_wrote_holds_as_long_as_the_words_do(tmp_path: Path) -> None:
    texts = ("notes: [{body: A}, {body: A}]", "notes: [{body: A}, {body: B}]")
    one, two = (shelf_of(tmp_path / str(n), text).library.pages[ONE].notes for n, text in enumerate(texts))

    assert one[0].id == two[0].id
    assert len({note.id for note in (*one, *two)}) == 3


@pytest.mark.parametrize(
    ("layers", "problems", "count"),
    [
        (["notes: [\n"], [("yaml", 1)], 0),
        (["- a list\n"], [("yaml", 1)], 0),
        (["notes: [{bdoy: B, body: B}]\n"], [("unknown-key", 1)], 1),
        (["notes:\n  - body: B\n    quote: third\n"], [("note-lost", 3)], 0),
        (["notes:\n  - {id: n-00000001, body: B}\n"] * 2, [("duplicate-note", 2)], 1),
        (["notes: [{body: B, in_reply_to: n-00000009}]\n"], [("note-reply", 1)], 1),
        (
            ["notes: [{id: n-00000001, in_reply_to: n-00000001, body: B}]\n"],
            [("note-reply", 1)],
            1,
        ),
    ],
    ids=["not YAML", "a list", "a wrong key", "lost", "the same id", "answers nothing", "answers itself"],
)
def test_a_fault_is_told_and_hides_no_other_note(
    tmp_path: Path, layers: list[str], problems: list[tuple[str, int]], count: int
) -> None:
    shelf = shelf_of(tmp_path, "notes: [{body: Fine.}]", *layers)

    assert shelf.problems(ONE) == problems
    assert len(shelf.library.pages[ONE].notes) == 1 + count


def test_an_answer_may_be_in_another_file(tmp_path: Path) -> None:
    answer = "notes: [{id: n-00000003, in_reply_to: n-00000002, body: Indeed.}]"
    shelf = shelf_of(tmp_path, answer, LENA)

    assert shelf.problems(ONE) == []
    assert shelf.library.pages[ONE].notes[0].in_reply_to == "n-00000002"


def test_what_decides_the_places_of_notes_is_stamped(tmp_path: Path) -> None:
    one, two = shelf_of(tmp_path / "one", LENA), shelf_of(tmp_path / "two", LENA.replace("Why?", "When?"))
    [first], [second] = (shelf.library.pages[ONE].note_files for shelf in (one, two))

    assert first.startswith("corpus/one/notes/l0.yaml:")
    assert first != second
    assert shelf_of(tmp_path / "three", LENA).library.pages[ONE].note_files == (first,)


def test_hidden_files_and_others_are_no_notes(tmp_path: Path) -> None:
    files = {
        f"{ONE}.md": article("Text."),
        "corpus/one/notes/.draft.yaml": "notes: [{body: B}]",
        "corpus/one/notes/readme.txt": "notes: [{body: B}]",
    }
    assert make_shelf(files, tmp_path).library.pages[ONE].notes == ()


LEVELS = """
layer: {audience: public}
notes:
  - {id: n-00000001, quote: A hard one, paragraph: 1, body: Only the article has it.}
  - {id: n-00000002, quote: an easy one, body: Only the text at B1 has it.}
  - {id: n-00000003, quote: both, paragraph: 2, body: Both have it.}
  - {id: n-00000004, quote: nobody, body: Neither has it.}
  - {id: n-00000005, body: On the whole.}
"""
B1 = "corpus/one/b1"


def shelf_with_levels(root: Path) -> Shelf:
    texts = {f"{ONE}.md": article("A hard one.\n\nWords of both."), f"{B1}.md": "And an easy one.\n\nboth have it.\n"}
    return make_shelf({**texts, "corpus/one/notes/l.yaml": LEVELS}, root)


def test_a_note_is_at_its_words_in_each_text_or_at_the_end_of_their_paragraph(tmp_path: Path) -> None:
    library = shelf_with_levels(tmp_path).library
    own, easy = library.pages[ONE], library.pages[B1]

    assert [(n.id[-1], own.text[slice(*n.span)] if n.span else None, n.elsewhere) for n in own.notes] == [
        ("1", "A hard one", ""), ("2", "", "an easy one"), ("3", "both", ""), ("5", None, ""),
    ]  # fmt: skip
    assert [(n.id[-1], easy.text[slice(*n.span)] if n.span else None, n.elsewhere) for n in easy.notes] == [
        ("1", "", "A hard one"), ("2", "an easy one", ""), ("3", "both", ""),
        ("4", None, "nobody"), ("5", None, ""),
    ]  # fmt: skip
    assert [own.paragraph_at(n.span[0]).number for n in own.notes if n.span] == [1, 1, 2]  # type: ignore[union-attr]
    assert [easy.paragraph_at(n.span[0]).number for n in easy.notes if n.span] == [1, 1, 2]  # type: ignore[union-attr]


def test_a_note_at_the_end_of_a_paragraph_leaves_the_text_as_it_was(tmp_path: Path) -> None:
    shelf = shelf_with_levels(tmp_path)
    marks = [node for node in shelf.documents[B1].findall(noted) if node["notes"] == ["n-00000001"]]

    assert [node.astext() for node in marks] == [""]
    assert marks[0].parent.astext() == "And an easy one."


def test_a_lost_note_is_reported_once_with_its_article(tmp_path: Path) -> None:
    shelf = shelf_with_levels(tmp_path)
    assert shelf.problems(ONE) == [("note-lost", 6)]
    assert shelf.problems(B1) == []
