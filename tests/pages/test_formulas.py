"""Formulas: MathML on pages and in e-books, their source where they cannot be converted."""

from __future__ import annotations

import zipfile

import pytest
from readers import Reader, article, make_reader

from course_reader.model.problems import Code
from course_reader.pages.formulas import LONGEST, mathml

BODY = r"""
A square: $x^2$ and $\frac{1}{2}$.

$$a = b \\ c = d$$

$$
e < f
$$ (named)

Badly: $\unheardof{x}$ and $<b>$.
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader with formulas."""
    conf = 'myst_enable_extensions = ["dollarmath"]'
    return make_reader(tmp_path_factory.mktemp("formulas") / "reader", {"corpus/one/article.md": article(BODY)}, conf)


def test_a_page_has_mathml_and_no_script_for_it(reader: Reader) -> None:
    page = reader.build() / "corpus" / "one" / "article.html"
    text = page.read_text("utf-8")
    assert text.count("<math ") == 5
    assert text.count('display="block"') == 2
    assert [
        s for s in reader.page("corpus/one/article").xpath("//script/@src") if "math" in s.lower() or "//" in s
    ] == []
    assert "<msup>" in text
    assert "(1)" in "".join(reader.texts("corpus/one/article", "//span[@class='eqno']"))
    assert reader.texts("corpus/one/article", "//span[contains(@class, 'math')]/code") == [r"\unheardof{x}"]


def test_a_formula_that_cannot_be_converted_is_a_problem_with_its_line(reader: Reader) -> None:
    reader.build()
    (reader.root / "corpus/one/article.md").write_text(article(BODY + "\nMore.\n"))
    reader.build()
    (line,) = [line for line in reader.warnings if "unheardof" in line]
    assert line.startswith("corpus/one/article.md:15: ")
    assert f"[reader.{Code.NOT_BUILT}]" in line


def test_an_e_book_names_the_pages_with_formulas(reader: Reader) -> None:
    out = reader.build("epub")
    with zipfile.ZipFile(next(out.glob("*.epub"))) as book:
        manifest = book.read("OEBPS/content.opf" if "OEBPS/content.opf" in book.namelist() else "content.opf").decode()
        (name,) = [name for name in book.namelist() if name.endswith("one/article.xhtml")]
        assert b"<math " in book.read(name)
    marked = [line for line in manifest.splitlines() if 'properties="mathml"' in line]
    assert len(marked) == 1
    assert "one/article.xhtml" in marked[0]


@pytest.mark.parametrize(
    "tex",
    [
        "^",
        "_",
        "&",
        r"\begin",
        r"\unheardof",
        "{" * 3000,
        "\x00",
        "x" * (LONGEST + 1),
        r"\href{javascript:alert(1)}{x}",
    ],
)
@pytest.mark.parametrize("is_block", [True, False])
def test_what_is_not_known_gives_nothing_and_raises_nothing(tex: str, is_block: bool) -> None:
    assert mathml(tex, is_block=is_block) is None


@pytest.mark.parametrize(
    "tex",
    [
        r"a \\ b", "a\n\nb", r"\begin{align*}a&=b\\c&=d\end{align*}", r"\begin{equation}\label{x}a\end{equation}",
        r"\begin{pmatrix}1&2\\3&4\end{pmatrix}", r"\begin{gather}a\\b\end{gather}",
    ],
)  # fmt: skip
def test_displayed_formulas_have_rows(tex: str) -> None:
    made = mathml(tex, is_block=True)
    assert made is not None
    assert made.startswith('<math display="block"')
    assert ("<mtable" in made) is ("equation" not in tex)


def test_letters_of_html_are_escaped() -> None:
    assert "<b>" not in (mathml(r"\text{<b>x}") or "<b>")
