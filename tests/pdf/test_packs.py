"""What the front matter of a pack decides, what it lists, and which rights count."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader
from readers import Reader, article, entry

from course_reader.model.problems import Code

NOTES = """
layer: {{title: {title}, author: A, language: en, audience: {audience}}}
notes:
  - {{id: {id}, quote: Somebody said, kind: comment, body: {body}}}
"""
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(
        "Somebody said that Yerevan waits for Ann Lee. See [the other one](../two/article.md) and "
        "[the third](../three/article.md).\n\nYerevan waits.",
        title="First article",
    ),
    "corpus/two/article.md": article("In Yerevan, Ann Lee said so.", title="Second article", date="2023-05-26"),
    "corpus/three/article.md": article("Ann Lee left.", title="Third article", url="https://example.org/third"),
    "corpus/none/article.md": article(
        "A secret of Ann Lee.", title="Kept article", url="https://example.org/kept"
    ).replace("{status: own}", "{status: none, holder: The Paper}"),
    "corpus/leased/article.md": article("Leased words.", title="Leased article").replace(
        "{status: own}", "{status: licensed, holder: The Paper, terms: For class, expires: 2040-06-30}"
    ),
    "corpus/one/notes/tutor.yaml": NOTES.format(
        title="Tutor", audience="public", id="n-00000001", body="Tutor's words."
    ),
    "corpus/one/notes/guest.yaml": NOTES.format(
        title="Guest", audience="public", id="n-00000002", body="Guest's words."
    ),
    "glossary/places/yerevan.md": entry("Yerevan", "Capital of Armenia."),
    "glossary/people/ann-lee.md": entry("Ann Lee", "A traveller.", sort="'Lee, Ann'"),
    "corpus/packs/both.md": pack(
        "one", "two", title="Both", subtitle="Of two", course="History 1", instructor="Dr Who", term="Autumn 2026"
    ),
    "corpus/packs/alone.md": pack("two", title="Alone", paper="letter", sides="one"),
    "corpus/packs/once.md": pack("one", "two", title="Once", gloss="pack"),
    "corpus/packs/tutored.md": pack("one", title="Tutored", layers="[tutor]", parts="[articles]"),
    "corpus/packs/bare.md": pack("one", title="Bare", layers="[]", parts="[articles]"),
    "corpus/packs/parts.md": pack("two", "one", title="Parts", parts="[glossary, articles, contents]"),
    "corpus/packs/shared.md": pack("one", "two", title="Shared", parts="[timeline, glossary, index]"),
    "corpus/packs/kept.md": pack("none", "two", title="Kept"),
    "corpus/packs/leased.md": pack("leased", title="Leased", until="2040-06-30"),
    "corpus/packs/leased-long.md": pack("leased", title="Leased too long", until="2040-07-01"),
    "corpus/packs/empty.md": "---\ntitle: Empty\n---\n\nNothing in it.\n",
    "corpus/packs/mixed.md": pack("two", title="Mixed").replace("../two", "../../docs/page\n../two"),
    "corpus/packs/twice.md": pack("two", "two", title="Twice"),
    "docs/page.md": "# A page\n\nNo article.\n",
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    # Texts of a line have hardly any gloss unless all are asked for.
    return print_reader(tmp_path_factory.mktemp("packs") / "reader", FILES, reader_margin="full")


@pytest.fixture(scope="module")
def reader(printed: tuple[Reader, Path]) -> Reader:
    return printed[0]


@pytest.fixture(scope="module")
def out(printed: tuple[Reader, Path]) -> Path:
    return printed[1]


def text(out: Path, name: str) -> str:
    return Pdf(out / f"{name}.pdf").text


def warnings(reader: Reader, code: Code) -> list[str]:
    return [line for line in reader.warnings if f"[reader.{code}]" in line]


# --- front matter


def test_paper_and_sides(out: Path) -> None:
    assert Pdf(out / "both.pdf").size() == pytest.approx((595.28, 841.89), abs=0.1)
    assert Pdf(out / "alone.pdf").size() == (612, 792)
    # Two-sided, the title has a sheet of its own.
    assert Pdf(out / "both.pdf").texts[1] == ""
    assert "" not in Pdf(out / "alone.pdf").texts


def test_the_title_page_says_who_teaches_what_and_when(out: Path) -> None:
    assert Pdf(out / "both.pdf").texts[0] == "Both Of two A few words. History 1 Dr Who Autumn 2026"


def test_each_article_has_glosses_of_its_own(out: Path) -> None:
    pdf = Pdf(out / "both.pdf")

    # Two glosses and two notes in the first, two glosses in the second.
    assert pdf.count("Note") == 6
    assert pdf.text.count("Capital of Armenia. →") == 2


def test_or_the_whole_pack_has_each_gloss_once(out: Path) -> None:
    pdf = Pdf(out / "once.pdf")

    assert pdf.count("Note") == 4
    assert pdf.text.count("Capital of Armenia. →") == 1


def test_layers_choose_whose_notes_are_printed(out: Path) -> None:
    assert "Tutor’s words." in text(out, "both") and "Guest’s words." in text(out, "both")
    assert "Tutor’s words." in text(out, "tutored") and "Guest’s words." not in text(out, "tutored")
    assert "Tutor’s words." not in text(out, "bare") and "Guest’s words." not in text(out, "bare")


def test_what_units_share_can_be_a_pack_without_the_articles(out: Path) -> None:
    words = text(out, "shared")

    assert "Reading: First article" in words and "Reading 1 of 2" not in words
    assert "Yerevan" in words and "Named on" not in words
    assert "Index" not in words.partition("Glossary")[2]


def test_parts_stand_in_the_order_that_is_asked_for(out: Path) -> None:
    words = text(out, "parts")

    at = [words.index(part) for part in ("Glossary", "Reading 1 of 2", "Second article", "Reading 2 of 2", "Contents")]
    assert at == sorted(at)
    assert "People you will meet" not in words


def test_one_article_may_be_in_many_packs(out: Path) -> None:
    assert "In Yerevan1, Ann Lee2 said so" in without_glosses(text(out, "alone"))
    assert "In Yerevan1, Ann Lee2 said so" in without_glosses(text(out, "both"))


def without_glosses(words: str) -> str:
    """The text with the bodies of two known glosses taken out."""
    return re.sub(r"(\d)\1(Yerevan|Ann Lee)\. (Capital of Armenia|A traveller)\.( →p\. \d+)?", r"\1", words)


def test_an_article_that_a_pack_names_twice_is_printed_once(out: Path) -> None:
    assert text(out, "twice").count("Reading 1 of 1") == 1


def test_links_are_page_references_or_title_date_and_address(out: Path) -> None:
    pdf = Pdf(out / "both.pdf")
    page = next(label for label, words in zip(pdf.labels, pdf.texts, strict=True) if "Reading 2 of 2" in words)

    assert f"See the other one (p. {page}) and" in pdf.text
    assert "the third (Third article, 1 November 2022, https://example.org/third)" in pdf.text
    assert "the other one (Second article, 26 May 2023)" in text(out, "tutored")


# --- what a pack lists


def test_a_pack_without_an_article_is_a_problem_and_not_printed(reader: Reader, out: Path) -> None:
    assert not (out / "empty.pdf").exists()
    assert (
        "corpus/packs/empty.md:1: WARNING: the pack lists no article and is not printed; "
        f"name its articles in a `toctree` [reader.{Code.PACK_ARTICLE}]"
    ) in reader.warnings


def test_a_page_that_is_no_article_is_a_problem_and_left_out(reader: Reader, out: Path) -> None:
    assert (
        "corpus/packs/mixed.md:1: WARNING: 'docs/page' is not an article and is left out of the pack; "
        f"take it out of the `toctree` [reader.{Code.PACK_ARTICLE}]"
    ) in reader.warnings
    assert "Reading 1 of 1" in text(out, "mixed")


def test_no_other_problem_is_told(reader: Reader) -> None:
    told = (Code.PACK_ARTICLE, Code.PACK_RIGHTS)
    others = [w for w in reader.warnings if not any(f"[reader.{code}]" in w for code in told)]
    assert [w.rpartition("[")[2] for w in others] == ["toc.duplicate_entry]"]


def test_mistakes_in_the_front_matter_are_told_with_file_and_line(tmp_path: Path) -> None:
    files = {
        "corpus/one/article.md": article("Words."),
        "corpus/packs/p.md": pack("one", paper="a9", parts="[articles, indexx]", papper="a4"),
    }
    reader, _ = print_reader(tmp_path / "reader", files)

    assert [line.partition(": ")[0] for line in reader.warnings] == [f"corpus/packs/p.md:{n}" for n in (3, 4, 5)]
    assert f"[reader.{Code.UNKNOWN_KEY}]" in reader.warnings[2] and "paper" in reader.warnings[2]


# --- rights


def test_an_article_without_permission_prints_as_a_stub(reader: Reader, out: Path) -> None:
    words = text(out, "kept")

    assert "A secret" not in words
    assert "The text of this article is not printed here" in words and "https://example.org/kept" in words
    assert "Permission: None for this term: not printed." in words
    assert (
        "corpus/packs/kept.md:1: WARNING: “Kept article” may not be printed for this term; a stub is printed instead "
        f"[reader.{Code.PACK_RIGHTS}]"
    ) in reader.warnings


def test_a_permission_has_to_last_until_the_end_of_the_term(reader: Reader, out: Path) -> None:
    assert "Leased words." in text(out, "leased")
    assert "Leased words." not in text(out, "leased-long")
    assert [line.partition(":")[0] for line in warnings(reader, Code.PACK_RIGHTS)] == [
        "corpus/packs/kept.md",
        "corpus/packs/leased-long.md",
    ]


def test_for_a_class_the_whole_text_is_printed(tmp_path: Path) -> None:
    files = {name: FILES[name] for name in ("corpus/none/article.md", "corpus/leased/article.md")}
    files["corpus/packs/kept.md"] = pack("none", "leased", parts="[articles]")
    _, out = print_reader(tmp_path / "reader", files, reader_audience="class")

    assert "A secret of Ann Lee." in text(out, "kept-class")
    assert "for the class only" in text(out, "kept-class")
