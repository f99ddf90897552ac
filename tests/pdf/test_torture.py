"""Packs as bad as they come: too many notes, too long, too wide, missing, foreign. Nothing overlaps or is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article, entry

from course_reader.model.problems import Code
from course_reader.tree.content import walk

# The packs are printed once for all tests here.
pytestmark = pytest.mark.xdist_group("torture")

NAMES = [
    f"{first}{last}" for first in ("Ar", "Bel", "Cor", "Dum", "Est") for last in ("aka", "evo", "itsa", "onia", "usha")
]
WORDS = "Here they met, and nobody who was there wrote down what was said, or why it was said so late in the day. "
LONG = "A place on the river that was named in every talk, and of which nobody at the table knew how to get there. " * 3
GIANT = "A word of a gloss that never ends, since nobody stopped the one who wrote it. " * 90

ARTICLES = {
    "long-glosses": "\n\n".join(f"{WORDS}{name} was one. {WORDS}" for name in NAMES),
    "crowded": " ".join(f"{name} stood next." for name in NAMES[:12]) + "\n\n" + WORDS,
    "giant": f"{WORDS}\n\nThey met in Gigantea.\n\n{WORDS}\n\nArevo was next.",
    "long-words": (
        f"{WORDS}\n\nDonau{'dampfschifffahrts' * 3}gesellschaft and {'x' * 80} came to Araka, and "
        f"`{'y' * 70}` and https://example.org/{'a-long/path/' * 9}{'z' * 60}?query=1 too."
    ),
    "long-title": "Words.",
    "nothing": "",
    "many-paragraphs": "\n\n".join(f"Paragraph {n} of Araka." for n in range(1, 401)),
    "missing-picture": f"{WORDS}\n\n```{{figure}} nowhere.png\n:alt: A house that is not there\n\nThe caption\n```",
    "foreign": "Тбилиси is თბილისი, Երևան, Αθήνα, Bakı, Şuşa, Naxçıvan, “Käse” – 3°, €5, ½.",
    "arabic": "They read مرحبا there.",
    "quotation": "'Single' and \"double\" and “curly” and „low“ and «guillemets»; it's 'tis.",
    "wide-table": (
        "| "
        + " | ".join(f"column {n}" for n in range(12))
        + " |\n|"
        + "---|" * 12
        + "\n| "
        + " | ".join("incomprehensibility" for _ in range(12))
        + " |\n\nArevo."
    ),
    "noted": f"Arevo said it. {WORDS}",
    "glossed-heads": (
        "## Araka and Arevo\n\n- In Aritsa\n  - in Aronia\n\n> Belaka said\n\n"
        "[Belevo](https://example.org) and *Belitsa*."
    ),
}
TITLE = (
    "A title that goes on and on, about the talks, the leaders, the table, the river, the road, the papers, "
    "and all that was said of them"
)
NOTES = "layer: {title: L, author: A, language: en, audience: public}\nnotes:\n" + "".join(
    f"  - {{id: n-0000000{n}, quote: {quote}, kind: comment, body: 'Note {n} on it.'}}\n"
    for n, quote in enumerate(("Arevo said it", "Arevo", "said it", "Arevo said"), start=1)
)
FILES: dict[str, str | bytes | None] = {
    f"corpus/{name}/article.md": article(body, title=TITLE if name == "long-title" else name.capitalize())
    for name, body in ARTICLES.items()
}
FILES |= {f"corpus/packs/p-{name}.md": pack(name, title=name, parts="[articles, glossary]") for name in ARTICLES}
FILES |= {f"glossary/places/{name.lower()}.md": entry(name, LONG) for name in NAMES}
FILES |= {
    "glossary/places/gigantea.md": entry("Gigantea", GIANT),
    "corpus/noted/notes/l.yaml": NOTES,
    "corpus/packs/all.md": pack(*ARTICLES, title=TITLE, sides="two"),
    "corpus/packs/letter.md": pack(*ARTICLES, title=TITLE, paper="letter", sides="one"),
}


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(tmp_path_factory.mktemp("torture") / "reader", FILES)


@pytest.fixture(scope="module")
def out(printed: tuple[Reader, Path]) -> Path:
    return printed[1]


def decided(out: Path, name: str) -> int:
    """How many notes the tree of a pack holds."""
    items = list(walk(tree_of(out, name)["parts"]))
    glosses = sum(1 for item in items if item.get("t") == "mention" and item.get("note"))
    return glosses + sum(len(item["notes"]) for item in items if item.get("t") == "noted")


@pytest.mark.parametrize("name", ["all", "letter", *(f"p-{name}" for name in ARTICLES)])
def test_nothing_overlaps_leaves_the_paper_or_is_lost(out: Path, name: str) -> None:
    pdf = Pdf(out / f"{name}.pdf")

    assert pdf.overlaps() == []
    assert pdf.near_edge() == []
    assert pdf.count("Note") == decided(out, name)


def test_only_what_is_wrong_is_told(printed: tuple[Reader, Path]) -> None:
    told = [line for line in printed[0].warnings if f"[reader.{Code.GLOSS_LONG}]" not in line]

    # A gloss that no margin holds makes a sheet longer than its page, too.
    expected = ["image.not_readable]", f"reader.{Code.EMPTY_ARTICLE}]", f"reader.{Code.PREREADING_LONG}]"]
    assert [line.rpartition("[")[2] for line in told] == expected


def test_a_gloss_that_no_margin_holds_stands_at_the_foot_whole(out: Path) -> None:
    pdf = Pdf(out / "p-giant.pdf")

    assert pdf.text.count("A word of a gloss that never ends") == 90
    assert pdf.count("Note") == 2


def test_all_of_a_long_title_is_there(out: Path) -> None:
    assert TITLE in Pdf(out / "p-long-title.pdf").text
    assert TITLE in Pdf(out / "all.pdf").texts[0]


def test_an_article_without_a_paragraph_has_its_page(out: Path) -> None:
    assert "Nothing 1 November 2022" in Pdf(out / "p-nothing.pdf").text


def test_four_hundred_paragraphs_are_numbered_to_the_last(out: Path) -> None:
    text = Pdf(out / "p-many-paragraphs.pdf").text

    assert re.search(r"400 Paragraph 400 of Araka\.", text)


def test_a_missing_picture_says_what_it_would_show(out: Path) -> None:
    text = Pdf(out / "p-missing-picture.pdf").text

    assert "nowhere.png is missing: A house that is not there" in text
    assert "The caption" in text


def test_letters_of_other_scripts_are_right(out: Path) -> None:
    assert ARTICLES["foreign"] in Pdf(out / "p-foreign.pdf").text


def test_arabic_letters_are_there_and_tagged(out: Path) -> None:
    pdf = Pdf(out / "p-arabic.pdf")

    assert any(set("مرحبا") <= set(word.text) for word in pdf.pages[0])
    assert "ar" in pdf.tagged.languages


def test_quotation_marks_stay_as_they_are_in_the_text(out: Path) -> None:
    words = next(item["c"] for item in walk(tree_of(out, "p-quotation")) if item.get("t") == "par")

    assert "".join(words) in Pdf(out / "p-quotation.pdf").text


def test_long_words_and_addresses_can_be_read_and_copied(out: Path) -> None:
    text = Pdf(out / "p-long-words.pdf").text

    assert "x" * 80 in text
    assert "y" * 70 in text
    assert f"https://example.org/{'a-long/path/' * 9}{'z' * 60}?query=1" in text


def test_notes_and_glosses_on_the_same_words_have_all_their_numbers(out: Path) -> None:
    pdf = Pdf(out / "p-noted.pdf")

    assert pdf.count("Note") == 5
    assert all(f"Note {n} on it." in pdf.text for n in range(1, 5))


@pytest.mark.parametrize(
    ("words", "character", "point"),
    [("They read 北京.", "北", "U+5317"), ("A 😀 face.", "😀", "U+1F600")],
    ids=["Chinese", "emoji"],
)
def test_a_letter_that_no_font_has_is_an_error_that_names_it_and_the_file(
    tmp_path: Path, words: str, character: str, point: str
) -> None:
    files = {
        "corpus/fine/article.md": article("Fine."),
        "corpus/one/article.md": article(f"Fine.\n\n{words}"),
        "corpus/packs/p.md": pack("fine", "one"),
    }
    reader, out = print_reader(tmp_path / "reader", files)

    [line] = reader.warnings
    assert line.startswith("corpus/one/article.md:")
    assert f"no font of the pack has '{character}" in line and point in line
    assert line.endswith(f"[reader.{Code.NOT_PRINTED}]")
    assert not (out / "p.pdf").exists()
