"""Packs as bad as they come: too many notes, too long, too wide, missing, foreign. Nothing overlaps or is lost."""

from __future__ import annotations

import base64
import re
import subprocess
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tool, tree_of
from readers import Reader, article, entry

from course_reader.model.problems import Code
from course_reader.pdf import fonts
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
    # As many glosses as there can be: with fewer, no margin would be full.
    return print_reader(tmp_path_factory.mktemp("torture") / "reader", FILES, reader_margin="full")


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

    expected = ["image.not_readable]", f"reader.{Code.EMPTY_ARTICLE}]"]
    far = [line for line in told if f"[reader.{Code.FAR_NOTE}]" in line]
    assert [line.rpartition("[")[2] for line in told if line not in far] == expected
    # Beside sixty names in one paragraph a note is far from its line.
    assert {line.partition(":")[0] for line in far} <= {"corpus/packs/all.md", "corpus/packs/p-crowded.md"}


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


SCRIPTS = {
    "ar": "قال الرئيس إن السفن ستبحر (Moscow 2024).",
    "he": "הוא אמר שהאוניות יפליגו.",
    "fa": "نخست‌وزیر گفت که کشتی‌ها حرکت می‌کنند.",
    "hi": "प्रधानमंत्री ने मॉस्को में कहा।",
    "ta": "பிரதமர் மாஸ்கோவில் சந்தித்தார்.",
    "th": "นายกรัฐมนตรีพบกับ",
    "uk": "Прем’єр-міністр їхньої ґромади.",
    "am": "ጠቅላይ ሚኒስትሩ።",
}
#: 1 × 1, grey
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
ODD = "A mark \U00012000, one for private use \ue123, a face 😀, 𝔄 and 北京.\\\nA second line."
ADDRESS = "https://www.example.org/a-long-path/with_many_segments/and_more_segments/that_run_on/index.html"


@pytest.fixture(scope="module")
def foreign(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Pdf]:
    """Texts in many scripts, and one with everything that once kept a pack from being printed."""
    files: dict[str, str | bytes | None] = {
        f"corpus/t-{tag}/article.md": article(words, language=tag, title=f"Text {tag}")
        for tag, words in SCRIPTS.items()
    }
    pictures = "![](bare.png)\n\n```{image} broken.png\n:alt: A broken one\n```"
    files |= {
        "corpus/odd/article.md": article(f"{ODD}\n\n{pictures}\n\nSee {ADDRESS} for it.", title="Odd"),
        "corpus/odd/bare.png": PNG,
        "corpus/odd/broken.png": b"not a picture",
        "corpus/packs/p.md": pack(*(f"t-{tag}" for tag in SCRIPTS), "odd", parts="[articles]"),
    }
    with pytest.MonkeyPatch.context() as patch:
        patch.delitem(fonts.PACKAGES, "manimgx_fonts_cjk")
        reader, out = print_reader(tmp_path_factory.mktemp("foreign") / "reader", files)
    return reader, Pdf(out / "p.pdf")


def test_a_pack_in_many_scripts_has_their_languages_and_no_monospaced_face(foreign: tuple[Reader, Pdf]) -> None:
    pdf = foreign[1]

    assert {str(element.get("/Lang", "")).partition("-")[0] for element in pdf.elements()} >= SCRIPTS.keys()
    assert not any("Mono" in name for row in pdf.fonts for name in row)


@pytest.mark.parametrize("tag", ["ar", "fa", "he"])
def test_a_paragraph_from_right_to_left_ends_on_the_left(foreign: tuple[Reader, Pdf], tag: str) -> None:
    words = [word for word in foreign[1].pages[[*SCRIPTS].index(tag)] if word.top > 120]
    first, *_, last = (w for w in words if any("\u0590" <= c <= "\u06ff" for c in w.text))

    # The text fills one line: its first word is the rightmost one.
    assert max(first.right, last.right) > 400


def test_missing_characters_are_gaps_and_in_one_list_with_their_places(foreign: tuple[Reader, Pdf]) -> None:
    reader, pdf = foreign
    [line] = [line for line in reader.warnings if "no font of the pack" in line]

    assert "has 4 characters, printed as □" in line
    assert 'pip install "course-reader[cjk]"' in line
    assert "for private use U+E123 in corpus/odd/article.md:7" in line
    assert "Cjk 北 京 in corpus/odd/article.md:7" in line
    assert "Cuneiform \U00012000 (U+12000) in corpus/odd/article.md:7" in line
    assert "A mark □, one for private use □, a face 😀, 𝔄 and □□. A second line." in pdf.text


def test_pictures_that_say_nothing_or_cannot_be_read_are_told_and_the_pack_prints(foreign: tuple[Reader, Pdf]) -> None:
    told = [line.partition(" WARNING: ")[2] for line in foreign[0].warnings if "the picture" in line]

    assert len(told) == 2
    assert told[0].startswith("the picture 'corpus/odd/broken.png' cannot be read")
    assert told[1].startswith("the picture 'corpus/odd/bare.png' has no description")
    assert "A broken one" in foreign[1].text


def test_an_address_in_a_text_gets_no_hyphen_that_nobody_wrote(foreign: tuple[Reader, Pdf]) -> None:
    page = subprocess.run(
        [tool("pdftotext"), "-raw", foreign[1].path, "-"], capture_output=True, text=True, check=True
    ).stdout

    assert ADDRESS in "".join(page.replace("\u200b", "").split())
