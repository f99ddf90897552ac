"""Each reading of a pack as a file of its own, with its line of rights; the rights page sums them up."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader
from readers import Reader, article, entry

LONG = "\n\n".join(["Ann Lee waits at the harbour, and nobody says for what. " * 6] * 12)
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(LONG, title="First", outlet="The Gazette").replace(
        "{status: own}", "{status: licensed, holder: Gazette Press, terms: Forty copies}"
    ),
    "corpus/two/article.md": article("Ann Lee left.", title="Second", outlet="Harbour News"),
    "corpus/kept/article.md": article("Hushwords.", title="Kept").replace("status: own", "status: none"),
    "glossary/people/ann-lee.md": entry("Ann Lee", "A traveller."),
    "corpus/packs/term.md": pack("one", "two", "kept", title="Term", gloss="pack", edition="[student, teacher]"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(
        tmp_path_factory.mktemp("readings") / "reader", FILES, reader_margin="full", reader_pdf_readings=True
    )


def test_each_reading_is_a_file_beside_the_pack(made: tuple[Reader, Path]) -> None:
    assert {path.name for path in made[1].glob("*.pdf")} == {
        "term-student.pdf", "term-student-1-one.pdf", "term-student-2-two.pdf", "term-student-3-kept.pdf",
    }  # fmt: skip


def test_a_reading_has_its_number_its_glosses_and_its_line_of_rights(made: tuple[Reader, Path]) -> None:
    one, two = (Pdf(made[1] / f"term-student-{name}.pdf") for name in ("1-one", "2-two"))
    pages = len(one.pages)

    assert pages > 1
    assert "Reading 1 of 3" in one.text and "Reading 2 of 3" in two.text
    assert "A traveller." in two.text, "a reader of the second one alone has not seen the gloss in the first"
    assert (
        "Source: The Gazette. 1 November 2022. Holder: Gazette Press. Permission: By licence. Forty copies. "
        f"Pages: 1–{pages} ({pages} pages)."
    ) in one.text
    assert "Pages: 1 (1 page)." in two.text
    assert one.info["Title"] == "First"


def test_a_text_without_permission_is_withheld_from_its_own_file(made: tuple[Reader, Path]) -> None:
    text = Pdf(made[1] / "term-student-3-kept.pdf").text
    assert "Hushwords" not in text and "Permission: None for this term: not printed." in text


def test_the_rights_page_is_a_table_with_the_pages_of_each_article(made: tuple[Reader, Path]) -> None:
    pdf = Pdf(made[1] / "term-student.pdf")
    last = pdf.text.partition("Reading Source, date Holder Permission Pages")[2]

    assert re.search(
        r"First The Gazette, 1 November 2022 Gazette Press By licence. Forty copies \d+–\d+ \(\d pages\)", last
    )
    assert re.search(r"Second Harbour News, 1 November 2022 Text of this reader \d+ \(1 page\)", last)
    assert pdf.overlaps() == []
