"""Templates: the files that a pack is printed with, a reader's own, and the example of the manual."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article
from trees import par

from course_reader.model.problems import Code
from course_reader.pdf.engine import Job
from course_reader.pdf.passes import print_pack
from course_reader.pdf.template import OURS, template

MANUAL = Path(__file__).parents[2] / "docs" / "manual" / "templates.md"
#: one black point
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
OWN = """
#import "course-reader/look.typ": look
#import "course-reader/parts.typ": parts
#import "course-reader/book.typ": print-book
#import "beside.typ": words

#show: look
#print-book(parts + (title: p => { words; image("logo.png", alt: "Our logo") }))
"""
BESIDE = '#let words = "Words from beside. "'


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    files = {
        "corpus/one/article.md": article("Words of one."),
        "corpus/packs/p.md": pack("one", parts="[title, articles]"),
        "print/own.typ": OWN,
        "print/beside.typ": BESIDE,
        "print/logo.png": PNG,
        "print/notes.txt": "Not for print.",
    }
    return print_reader(tmp_path, files, "exclude_patterns = ['print']")[0]


def work(reader: Reader) -> Path:
    return reader.root / "_build" / "typst" / ".work" / "p"


def typst_files(reader: Reader) -> set[str]:
    """The Typst files at the top of the work folder."""
    return {path.name for path in work(reader).glob("*.typ")}


def text(reader: Reader) -> str:
    return Pdf(reader.root / "_build" / "typst" / "p.pdf").text


# --- which files


def test_the_template_of_the_tool_is_in_small_files() -> None:
    found = template(None)

    assert found.main == "pack.typ"
    assert {name for name in found.files if "/" not in name} == {"pack.typ"}
    for name, path in found.files.items():
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 300, name


def test_a_template_brings_its_typst_files_and_pictures(reader: Reader) -> None:
    found = template(reader.root / "print" / "own.typ")

    assert found.main == "own.typ"
    assert {name for name in found.files if "/" not in name} == {"own.typ", "beside.typ", "logo.png"}
    assert "course-reader/parts.typ" in found.files


def test_a_template_may_be_called_as_that_of_the_tool(tmp_path: Path) -> None:
    own = tmp_path / "pack.typ"
    own.write_text("#import", encoding="utf-8")

    assert template(own).files["pack.typ"] == own


# --- a reader's own


def test_a_template_of_ones_own_prints_with_what_is_beside_it(reader: Reader) -> None:
    assert "Words from beside." not in text(reader)

    out = reader.build("typst", reader_pdf_template="print/own.typ")

    assert reader.warnings == []
    assert "Words from beside. " in text(reader)
    assert "Words of one." in text(reader)
    assert "Our logo" in {str(element["/Alt"]) for element in Pdf(out / "p.pdf").elements() if "/Alt" in element}
    assert typst_files(reader) == {"own.typ", "beside.typ"}


def test_a_change_beside_the_template_is_printed(reader: Reader) -> None:
    reader.build("typst", reader_pdf_template="print/own.typ")
    reader.write({"print/beside.typ": BESIDE.replace("from beside", "that are new")})

    reader.build("typst", reader_pdf_template="print/own.typ")

    assert "Words that are new." in text(reader)


def test_a_file_that_was_taken_away_is_not_found_any_more(reader: Reader) -> None:
    reader.build("typst", reader_pdf_template="print/own.typ")
    reader.write({"print/beside.typ": None})

    reader.build("typst", reader_pdf_template="print/own.typ")

    assert [w for w in reader.warnings if Code.NOT_PRINTED in w and "beside.typ" in w] != []


def test_the_template_of_the_tool_comes_back(reader: Reader) -> None:
    before = (work(reader).parents[1] / "p.pdf").read_bytes()
    reader.build("typst", reader_pdf_template="print/own.typ")

    out = reader.build("typst")

    assert (out / "p.pdf").read_bytes() == before
    assert typst_files(reader) == {"pack.typ"}


def test_a_template_that_is_not_there_is_a_problem_and_the_pack_is_printed(reader: Reader) -> None:
    reader.write({"corpus/one/article.md": article("Other words.")})

    reader.build("typst", reader_pdf_template="print/none.typ")

    [line] = [w for w in reader.warnings if Code.BAD_SETTING in w]
    assert "reader_pdf_template is 'print/none.typ', which does not exist" in line
    assert "Other words." in text(reader)


def test_a_template_with_a_mistake_is_reported_and_leaves_no_file_of_other_sources(reader: Reader) -> None:
    printed = work(reader).parents[1] / "p.pdf"
    assert printed.is_file()
    reader.write({"print/own.typ": "#let x = "})

    reader.build("typst", reader_pdf_template="print/own.typ")

    [line] = [w for w in reader.warnings if Code.NOT_PRINTED in w]
    assert "the pack is not printed: expected expression" in line
    assert not printed.exists()


# --- forms of parts


def test_a_part_of_an_unknown_kind_is_printed_with_its_title_and_blocks(reader: Reader) -> None:
    folder = work(reader)
    tree = tree_of(folder.parents[1], "p")
    tree["parts"].append({"t": "figures", "label": "part:figures", "title": "Key figures", "c": [par("44 people.")]})
    tree["labels"].append("part:figures")
    (folder / "tree.json").write_text(json.dumps(tree), encoding="utf-8")

    printed = print_pack(Job(folder / "pack.typ", folder), folder / "again.pdf")

    assert printed.proved
    assert "Key figures 44 people." in Pdf(folder / "again.pdf").text


def test_the_example_of_the_manual_prints(tmp_path: Path) -> None:
    shown = re.search(
        r"```\{code-block\} typst\n\s*:caption: (\S+)\n\n(.*?)```", MANUAL.read_text(encoding="utf-8"), re.S
    )
    assert shown
    later = "[{date: 2023-01-02, text: They met again.}]"
    files = {
        shown[1]: shown[2],
        "corpus/one/article.md": article("Words.", what_happened_next=later),
        "corpus/packs/p.md": pack("one", parts="[title, articles, timeline]"),
    }

    reader, out = print_reader(tmp_path, files, reader_pdf_template=shown[1])

    assert reader.warnings == []
    pdf = Pdf(out / "p.pdf")
    assert pdf.count("Table") == 1
    assert "Date Event 1 Nov 2022 Reading: An article" in pdf.text


def test_all_files_of_the_tool_are_part_of_it() -> None:
    texts = {path: path.read_text(encoding="utf-8") for path in OURS.rglob("*.typ")}
    imported = {
        name for text in texts.values() for name in re.findall(r'#import "(?:course-reader/)?([\w-]+\.typ)"', text)
    }

    assert {path.name for path in texts} - imported == {"pack.typ"}
