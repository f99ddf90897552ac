"""The shipped packs, read back from paper: what must be there is there, once, and where it says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from lxml import html as lxml_html
from pdf.voice import stumbles
from printed import MM, Pdf, Shipped, fold, notes_of, tree_of
from shipped import answered_in
from trees import PACK

from course_reader.pdf.engine import Job
from course_reader.pdf.passes import print_pack
from course_reader.tree.content import walk

# The packs are printed once for all tests that read them.
pytestmark = pytest.mark.xdist_group("packs")

PACKS = ("whole-reader", "moscow-handout")
#: the tests of a pack that has a glossary; the handout has none
with_glossary = pytest.mark.parametrize("name", ["whole-reader", "documents"], indirect=True)


@pytest.fixture(params=PACKS)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def pdf(shipped: Shipped, name: str) -> Pdf:
    return shipped.pdf(name)


@pytest.fixture
def tree(shipped: Shipped, name: str) -> Any:
    return tree_of(shipped.out, name)


@pytest.fixture
def printed_notes(shipped: Shipped, name: str, tree: Any) -> list[dict[str, Any]]:
    """The glosses and notes that are on paper, with their numbers there: a full margin leaves some glosses out."""
    decided = json.loads((shipped.out / ".work" / name / "layout.json").read_text(encoding="utf-8"))
    left = [note for note in notes_of(tree["parts"]) if note["id"] not in decided["dropped"]]
    return [note | {"n": decided["numbers"].get(note["id"], note["n"])} for note in left]


def plain(content: Any) -> str:
    """The words of a piece of data."""
    if isinstance(content, str):
        return content
    return "".join(plain(part) for part in (content if isinstance(content, list) else content.get("c", [])))


def labels(tree: Any) -> list[str]:
    """The labels of the entries in the glossary."""
    return [entry["label"] for item in walk(tree["parts"]) for entry in item.get("entries", ())]


def test_they_are_printed_without_a_word(shipped: Shipped) -> None:
    assert shipped.reader.warnings == []
    assert sorted(shipped.pdfs) == sorted([*PACKS, "documents", "moscow-class-large", "moscow-class-student"])


def test_no_two_words_cover_each_other(pdf: Pdf) -> None:
    assert pdf.overlaps() == []


def test_no_word_is_near_the_edge(pdf: Pdf) -> None:
    assert pdf.near_edge(5 * MM) == []


def test_all_fonts_are_embedded_and_can_be_read_as_text(pdf: Pdf) -> None:
    assert pdf.fonts
    assert {(row[4], row[2]) for row in pdf.fonts} == {("yes", "yes")}


def test_every_note_is_there_once(pdf: Pdf, printed_notes: list[dict[str, Any]]) -> None:
    decided = [note["id"] for note in printed_notes]

    assert len(set(decided)) == len(decided) > 30
    assert pdf.count("Note") == len(decided)


def test_a_note_is_read_right_after_its_mention(pdf: Pdf, printed_notes: list[dict[str, Any]]) -> None:
    for note, at in zip(printed_notes, [i for i, (tag, _) in enumerate(pdf.tags) if tag == "Note"], strict=True):
        before = next(text for _, text in reversed(pdf.tags[:at]) if text)
        number, *rest = [text for _, text in pdf.tags[at : at + 20] if text]
        assert number == before == note["n"]
        assert fold("".join(rest)).startswith(f"{note.get('name') or plain(note['about'])}.")


@with_glossary
def test_a_page_reference_in_a_gloss_is_the_page_of_its_entry(
    pdf: Pdf, tree: Any, printed_notes: list[dict[str, Any]]
) -> None:
    entries = {entry["label"]: entry["name"] for item in walk(tree["parts"]) for entry in item.get("entries", ())}
    notes = [note for note in printed_notes if note.get("to") in entries]
    pages = re.findall(r"→ ?p\. (\d+)", pdf.text)

    assert len(pages) == len(notes) > 30
    wrong = []
    for page, note in zip(pages, notes, strict=True):
        if entries[note["to"]] not in pdf.texts[pdf.labels.index(page)]:
            wrong.append((page, note["name"]))
    assert wrong == []


def test_a_pack_without_a_glossary_refers_to_no_page_of_it(shipped: Shipped) -> None:
    assert labels(tree_of(shipped.out, "moscow-handout")) == []
    assert "→" not in shipped.pdf("moscow-handout").text


@with_glossary
def test_the_glossary_names_the_pages_and_paragraphs_where_an_entry_is_named(pdf: Pdf, tree: Any) -> None:
    glossary = pdf.text[pdf.text.rindex(" Glossary People ") :]
    aliases: dict[str, set[str]] = {}
    for item in walk(tree["parts"]):
        if item.get("t") == "mention":
            entry_label = next(e for e in labels(tree) if e.endswith(f"/{item['entry']}"))
            aliases.setdefault(entry_label, set()).update(
                w for w in plain(item["c"]).split() if len(w) > 3 or len(plain(item["c"])) < 5
            )
    entries = [entry for item in walk(tree["parts"]) for entry in item.get("entries", ())]
    lines = re.findall(r"Named on p\.\s(\d[\d, ¶()\u202f]*)", glossary)
    for entry, line in zip(entries, lines, strict=True):
        places = re.findall(r"(\d+)(?:\s\(¶\s([\d, ]+)\))?(?:, |\s*$)", line)
        assert places, entry["name"]
        words = set(entry["name"].split()) | aliases.get(entry["label"], set())
        for page, _ in places:
            assert any(word in pdf.texts[pdf.labels.index(page)] for word in words), (entry["name"], page)
        paragraphs = {int(n) for _, numbers in places for n in re.findall(r"\d+", numbers)}
        assert paragraphs == {place["n"] for place in entry["mentions"]} - {None}, entry["name"]


def test_bookmarks_lead_to_the_page_that_begins_with_their_words(pdf: Pdf, tree: Any) -> None:
    firsts = [title for level, title, _ in pdf.bookmarks if level == 1]
    titles = [part["title"] for part in tree["parts"] if part.get("title")]

    assert [t for t in firsts if t != "Contents"] == titles
    for level, title, page in pdf.bookmarks:
        assert title in pdf.texts[page]
        if level == 1:
            assert title in pdf.texts[page][: len(title) + 40]


def test_the_contents_name_the_pages(shipped: Shipped) -> None:
    pdf = shipped.pdf("whole-reader")
    contents = pdf.text[pdf.text.index("Contents") :]

    for level, title, page in pdf.bookmarks:
        if level == 1 and title != "Contents":
            assert f"{title} {pdf.labels[page]} " in contents


def test_page_labels_are_the_numbers_on_the_pages(pdf: Pdf) -> None:
    _, height = pdf.size()
    for label, words in zip(pdf.labels, pdf.pages, strict=True):
        outside = [word.text for word in words if word.bottom < 22 * MM or word.top > height - 24 * MM]
        if label.isdigit() and words:
            assert label in outside


def test_paper_and_sides_are_as_the_packs_say(shipped: Shipped) -> None:
    assert shipped.pdf("whole-reader").size() == pytest.approx((595.28, 841.89), abs=0.1)
    assert shipped.pdf("moscow-handout").size() == (612, 792)


def note_sides(pdf: Pdf, tree: Any) -> dict[int, str]:
    """On which side of a page the narrow column of notes stands, for pages that have one."""
    width, _ = pdf.size()
    names = [note["name"].split() for note in notes_of(tree["parts"]) if note.get("name")]
    whole = {(*first, last + ".") for *first, last in names}
    found = {}
    for number, words in enumerate(pdf.pages, start=1):
        texts = [word.text for word in words]
        # A gloss begins with its number and its whole name.
        numbers = [at for at, text in enumerate(texts, start=1) if text.isdecimal()]
        begun = [words[at - 1] for at in numbers if any(tuple(texts[at : at + n]) in whole for n in range(1, 9))]
        left = sum(1 for word in begun if word.right < 61 * MM)
        right = sum(1 for word in begun if word.left > width - 61 * MM)
        if left + right:
            found[number] = "left" if left > right else "right"
    return found


def test_notes_stand_at_the_outer_margin(shipped: Shipped) -> None:
    pdf, handout = shipped.pdf("whole-reader"), shipped.pdf("moscow-handout")
    sides = note_sides(pdf, tree_of(shipped.out, "whole-reader"))

    assert len(sides) > 5
    assert all(side == ("right" if int(pdf.labels[page - 1]) % 2 else "left") for page, side in sides.items())
    assert set(note_sides(handout, tree_of(shipped.out, "moscow-handout")).values()) == {"right"}


def test_the_only_colour_is_grey(pdf: Pdf) -> None:
    for page in pdf.file.pages:
        spaces: Any = page.resources.get("/ColorSpace", {})
        assert all(space[0] == "/ICCBased" and space[1].N == 1 for space in dict(spaces).values())
        operators = {str(instruction.operator) for instruction in pikepdf.parse_content_stream(page)}
        assert not operators & {"rg", "RG", "k", "K", "sh"}
        assert "/XObject" not in page.resources


def test_they_declare_pdf_ua_a_title_and_a_language(pdf: Pdf, tree: Any) -> None:
    with pdf.file.open_metadata() as metadata:
        assert metadata["pdfuaid:part"] == "1"
        assert metadata["dc:title"] == tree["meta"]["title"]
    assert pdf.info["Tagged"] == "yes"
    assert str(pdf.file.Root["/Lang"]) == "en-GB"
    assert bool(pdf.file.Root["/ViewerPreferences"]["/DisplayDocTitle"])


def test_who_is_named_in_a_pack_is_explained_in_its_margin(pdf: Pdf, tree: Any, name: str, project: Path) -> None:
    """Everybody whom a pack names has an entry in its glossary; without one, a gloss, if it is not an answer."""
    printed = fold(pdf.text)
    mentions = [item for item in walk(tree["parts"]) if item.get("t") == "mention"]
    glosses = {item["entry"]: item["note"] for item in mentions if item.get("note")}
    entries = {label.rpartition("/")[2] for label in labels(tree)}
    for note in glosses.values():
        assert note["text"].split()
        assert fold(note["name"]) in printed
    named = {item["entry"] for item in mentions}
    assert len(glosses) > 30
    if name == "moscow-handout":
        answers = answered_in(project / "corpus" / "moscow-2023" / "article.md")
        assert named - set(glosses) == named & answers != set()
    else:
        assert named <= entries
        names = {entry["name"] for item in walk(tree["parts"]) for entry in item.get("entries", ())}
        assert [name for name in names if fold(name) not in printed] == []


# The names in other scripts are in the glossary.
@with_glossary
def test_words_of_other_scripts_carry_their_language(pdf: Pdf) -> None:
    assert pdf.tagged.languages >= {"hy-AM", "ru-RU", "az-AZ"}


def test_the_checker_finds_no_error(pdf: Pdf) -> None:
    command = [Path(sys.executable).parent / "pdfua", "check", "--min-severity", "error", pdf.path]
    done = subprocess.run(command, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_a_voice_reads_them_without_stumbling(pdf: Pdf) -> None:
    assert stumbles(pdf.tagged) == []


def test_the_same_tree_gives_the_same_bytes(shipped: Shipped, tmp_path: Path) -> None:
    folder = shipped.out / ".work" / "moscow-handout"
    printed = print_pack(Job(folder / "pack.typ", folder), tmp_path / "again.pdf")

    assert printed.proved
    assert (tmp_path / "again.pdf").read_bytes() == shipped.pdf("moscow-handout").path.read_bytes()


def test_no_note_stands_further_than_the_eye_follows(shipped: Shipped, name: str, tmp_path: Path) -> None:
    folder = shipped.out / ".work" / name
    printed = print_pack(Job(folder / "pack.typ", folder), tmp_path / "again.pdf")

    assert printed.proved
    assert printed.far == {}
    assert len(printed.layout.foot) < len(printed.notes) / 2


def test_their_trees_have_the_shape_that_the_schema_says(tree: Any) -> None:
    assert len(PACK.validate_python(tree)["parts"]) == len(tree["parts"]) > 1


def test_paragraph_numbers_are_those_of_the_site(shipped_site: Path, tree: Any) -> None:
    for part in tree["parts"]:
        if part["t"] != "article":
            continue
        on_paper = [item["n"] for item in walk(part["c"]) if item.get("t") in ("par", "ul", "ol") and item["n"]]
        page = lxml_html.parse(str(shipped_site / f"{part['label']}.html"))
        on_site = [int(number.text_content()) for number in page.xpath("//*[@class='para-number']")]
        assert on_paper == on_site != []
