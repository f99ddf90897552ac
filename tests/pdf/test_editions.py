"""Editions: one pack for students, for their teacher, and in large letters; answers are in the teacher's only."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from printed import Pdf, pack, tree_of
from readers import article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.command import FINE
from course_reader.tree.content import walk

ASKED = """
  - {text: Why does the ferry wait?, answer: Because of zwanzigfog., accept: The word quibblemist., points: 7}
  - {text: Who waits?, group: Look up, answer: Xylopeople., test: true, choices: [Nobody], lines: 9}
"""
TAUGHT = """
layer: {title: Staff room, language: en, audience: teacher}
notes:
  - {id: n-00000001, quote: The ferry, body: Ask for the vortexwind first.}
"""
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(
        "The ferry waits for Ann Lee.\n\n" + "She is late, and nobody knows why. " * 40, title="One", questions=ASKED
    ),
    "corpus/one/notes/staff.yaml": TAUGHT,
    "corpus/secret/article.md": article("Hushwords.", title="Kept").replace("status: own", "status: none"),
    "glossary/people/ann-lee.md": entry("Ann Lee", "A traveller."),
    "docs/plan.md": "# A lesson plan\n\nBegin with the harbourplan.\n",
    "corpus/packs/term.md": pack(
        "one", "secret", title="Term", edition="[student, teacher, large]", numbers="lines", lessons="[docs/plan]",
        parts="[title, lessons, articles, glossary]",
    ),
    "corpus/packs/beside.md": pack("one", title="Beside", edition="student", room="column", parts="[articles]"),
    "corpus/packs/plain.md": pack("one", title="Plain", parts="[articles]"),
}  # fmt: skip
#: what nobody but a teacher may find anywhere
ANSWERED = ("zwanzigfog", "quibblemist")
FOR_TEACHERS = (*ANSWERED, "vortexwind")


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A reader that was built in all formats by one command."""
    folder = tmp_path_factory.mktemp("editions") / "reader"
    make_reader(folder, FILES, "reader_margin = 'full'")
    index = folder / "index.md"
    index.write_text(
        index.read_text(encoding="utf-8").replace("corpus/*/article", "corpus/*/article\ncorpus/packs/*"),
        encoding="utf-8",
    )
    assert main(["--root", str(folder), "build", "html", "pdf", "epub"]) == FINE
    assert main(["--root", str(folder), "check"]) == FINE
    return folder


def test_one_command_prints_each_edition_where_it_belongs(root: Path) -> None:
    public = {path.name for path in (root / "_build/pdf").glob("*.pdf")}
    assert public == {"term-student.pdf", "term-large.pdf", "beside-student.pdf", "plain.pdf"}
    assert [path.name for path in (root / "_build/teacher/pdf").glob("*.pdf")] == ["term-teacher.pdf"]


def test_answers_are_in_no_file_but_the_teachers(root: Path) -> None:
    holders = []
    for path in sorted(root.rglob("*")):
        if path.is_dir() or path.is_relative_to(root / "_build/teacher") or path.is_relative_to(root / "corpus"):
            continue
        data = [path.read_bytes()]
        if path.suffix == ".epub":
            with zipfile.ZipFile(path) as book:
                data = [book.read(name) for name in book.namelist()]
        elif path.suffix == ".pdf":
            data = [Pdf(path).text.encode()]
        # Checks look at all notes, and at no answer.
        hidden = ANSWERED if path.is_relative_to(root / "_build/.doctrees/dummy") else FOR_TEACHERS
        holders += [(path.name, word) for word in hidden if any(word.encode() in part for part in data)]
    assert holders == []


def test_the_teachers_edition_has_answers_notes_and_lesson_plans(root: Path) -> None:
    text = Pdf(root / "_build/teacher/pdf/term-teacher.pdf").text
    for words in (*FOR_TEACHERS, "Answer (7 points). Because", "Xylopeople", "harbourplan", "For teachers only"):
        assert words in text, words
    assert "Hushwords" in text, "it is not for the public"


def test_students_number_lines_and_write_below_questions(root: Path) -> None:
    tree = tree_of(root / "_build/pdf", "term-student")
    assert [item["room"] for item in walk(tree["parts"]) if "room" in item] == [4, 9]
    assert (tree["meta"]["numbers"], tree["meta"]["notes"]) == ("lines", "margin")
    pdf = Pdf(root / "_build/pdf/term-student.pdf")
    numbers = {word.text for page in pdf.pages for word in page if word.text.isdigit()}
    assert {"5", "10", "15"} <= numbers
    assert "Hushwords" not in pdf.text and "harbourplan" not in pdf.text
    assert pdf.overlaps() == []


def test_a_column_to_write_in_moves_notes_to_the_foot(root: Path) -> None:
    pdf = Pdf(root / "_build/pdf/beside-student.pdf")
    [gloss] = [word for page in pdf.pages for word in page if word.text == "traveller."]
    waits = next(word for word in pdf.pages[0] if word.text == "waits")
    assert gloss.top > waits.bottom + 100
    assert pdf.overlaps() == []


def test_no_letter_of_large_print_is_small(root: Path) -> None:
    pdf = Pdf(root / "_build/pdf/term-large.pdf")
    # The box of a word is as high as its letters have points, or higher; numbers of notes are raised and small.
    low = [word for page in pdf.pages for word in page if word.bottom - word.top < 16 and not word.text.isdigit()]
    assert low == []
    heading = next(word for page in pdf.pages for word in page if word.text == "Term")
    assert heading.bottom - heading.top > 36
    assert pdf.near_edge() == [] and pdf.overlaps() == []


def test_the_site_offers_the_editions_for_students(root: Path) -> None:
    page = (root / "_build/html/corpus/packs/term.html").read_text(encoding="utf-8")
    assert "term-student.pdf" in page and "term-large.pdf" in page and "teacher.pdf" not in page
    assert {path.name for path in (root / "_build/html/_packs").iterdir()} == {
        "term-student.pdf", "term-large.pdf", "beside-student.pdf", "plain.pdf",
    }  # fmt: skip
