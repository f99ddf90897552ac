"""Tables, links, verse, formulas and hard line breaks on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pdf.voice import stumbles
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article
from trees import PACK

from course_reader.model.problems import Code
from course_reader.tree.content import walk

pytestmark = pytest.mark.xdist_group("paper-forms")

LONG = "administration"
COLUMNS = 11
WIDE = (
    "| "
    + " | ".join(f"year {n}" for n in range(COLUMNS))
    + " |\n|"
    + "---|" * COLUMNS
    + "\n| "
    + " | ".join(f"{LONG} {n}" for n in range(COLUMNS))
    + " |"
)
NARROW = f"""
| N | Remark |
|---|---|
| 1 | {"The clerk said what he had said before. " * 6} |
"""
TEXT = f"""
The mill is open.\\
The shop is not.

See [the plan](https://example.org/plans/one), the same [drawing](https://example.org/plans/one), and
[https://example.org/bare](https://example.org/bare). Write to [the office](mailto:office@example.org).

The road goes on,\\
the river with it,\\
and so does a line that is so long that no page has the room for all of its words, as some poets like it.

With {{math}}`\\frac{{a}}{{b}} + \\sqrt{{x}}` and {{math}}`\\nosuchsign`.

```{{math}}
\\sum_{{i=1}}^n \\left( x_i \\right)
```
{NARROW}
{WIDE}

After the tables.
"""
NOTE = "layer: {title: Class, audience: public}\nnotes: [{quote: administration 3, body: See the law.}]\n"


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    files: dict[str, str | bytes | None] = {
        "corpus/one/article.md": article(TEXT, title="Forms"),
        "corpus/one/notes/class.yaml": NOTE,
        "corpus/packs/p.md": pack(
            "one", parts="[title, articles]", body="See [the course](https://example.org/course)."
        ),
    }
    return print_reader(tmp_path_factory.mktemp("paper-forms") / "reader", files)


@pytest.fixture(scope="module")
def pdf(printed: tuple[Reader, Path]) -> Pdf:
    return Pdf(printed[1] / "p.pdf")


@pytest.fixture(scope="module")
def tree(printed: tuple[Reader, Path]) -> Any:
    return tree_of(printed[1], "p")


def test_nothing_overlaps_or_leaves_the_paper_and_one_thing_is_told(
    printed: tuple[Reader, Path], pdf: Pdf, tree: Any
) -> None:
    assert PACK.validate_python(tree)
    assert pdf.overlaps() == []
    assert stumbles(pdf.tagged) == []
    # A command that nobody knows is printed as it was written.
    assert [line.rpartition("[")[2] for line in printed[0].warnings] == [f"reader.{Code.NO_PRINT_FORM}]"]
    assert r"\nosuchsign" in pdf.text


def test_a_hard_break_begins_a_line_and_parts_words(pdf: Pdf) -> None:
    [page] = [words for words in pdf.pages if any(word.text == "mill" for word in words)]
    mill, shop = (next(word for word in page if word.text == text) for text in ("mill", "shop"))

    assert shop.top > mill.bottom - 3
    assert "The mill is open. The shop is not." in pdf.text.replace("\u00a0", " ")


def test_a_line_of_verse_that_needs_two_is_indented(pdf: Pdf, tree: Any) -> None:
    [verse] = [item for item in walk(tree) if item.get("t") == "verse"]
    [page] = [words for words in pdf.pages if any(word.text == "poets" for word in words)]
    first, rest = (next(word for word in page if word.text == text) for text in ("river", "poets"))
    lefts = [min(w.left for w in page if abs(w.top - word.top) < 2 and w.left > 60) for word in (first, rest)]

    assert len(verse["lines"]) == 3
    assert lefts[1] > lefts[0] + 8


def test_the_address_of_a_named_link_is_on_paper_once(pdf: Pdf) -> None:
    links = pdf.text[pdf.text.index("After the tables.") :]

    assert "the plan; drawing: example.org/plans/one" in links
    assert pdf.text.count("example.org/plans/one") == 1
    assert "the office: office@example.org" in links
    assert pdf.text.count("example.org/bare") == 1
    # No list has the links of the title page.
    assert "the course (example.org/course)" in pdf.text


def test_formulas_are_set_and_read_aloud(pdf: Pdf) -> None:
    formulas = [element for element in pdf.elements() if str(element.get("/S", "")) == "/Formula"]

    assert [str(element["/Alt"]) for element in formulas] == [
        r"\frac{a}{b} + \sqrt{x}",
        r"\sum_{i=1}^n \left( x_i \right)",
    ]


def test_the_columns_of_a_table_are_as_wide_as_their_words_need(pdf: Pdf) -> None:
    [page] = [words for words in pdf.pages if any(word.text == "Remark" for word in words)]
    number, remark = (next(word for word in page if word.text == text) for text in ("N", "Remark"))

    assert remark.left - number.left < 30


def test_a_wide_table_has_a_turned_page_and_its_notes_at_the_foot(pdf: Pdf) -> None:
    [at] = [number for number, text in enumerate(pdf.texts) if LONG in text]
    box: Any = pdf.file.pages[at].mediabox
    words = pdf.pages[at]

    assert float(box[2]) > float(box[3])
    # No word is divided.
    assert sum(1 for word in words if word.text == LONG) == COLUMNS + 1
    assert min(word.top for word in words if word.text == "law.") > max(w.bottom for w in words if w.text == LONG) - 20
    assert "After the tables." in pdf.texts[at + 1]
