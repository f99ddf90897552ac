"""Every node that a page can hold is printed: each has a form, and no word is lost."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article, entry
from trees import PACK

from course_reader.model.problems import Code
from course_reader.tree.content import walk

EVERY_NODE = (Path(__file__).parent / "cases" / "every-node.md").read_text(encoding="utf-8")

#: one black point
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
CONF = """
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "attrs_block", "fieldlist", "substitution",
    "dollarmath", "amsmath", "tasklist", "smartquotes", "replacements"]
myst_heading_anchors = 3
myst_substitutions = {"word": "substituted words"}
bibtex_bibfiles = ["docs/sources.bib"]
numfig = True
tags.add("shown")
reader_margin = "full"
"""
SOURCES = """
@misc{one-source, author={A. Author}, title={A cited title}, year={2020}, url={https://example.org/x}}
@misc{two-source, author={B. Author}, title={B title}, year={2021}}
"""
FILES: dict[str, str | bytes | None] = {
    "corpus/one/article.md": article(EVERY_NODE, title="Every node"),
    "corpus/one/dot.png": PNG,
    "corpus/two/article.md": article("Yerevan again.", title="Other one"),
    "corpus/out/article.md": article("Not in it.", title="Outside the pack", url="https://example.org/outside"),
    "corpus/packs/p.md": pack("one", "two"),
    "glossary/places/yerevan.md": entry("Yerevan", names="{hy: Երևան, ru: Ереван}", sources="[one-source]"),
    "glossary/people/ann-lee.md": entry("Ann Lee", sort="'Lee, Ann'", sources="[one-source]"),
    "docs/sources.bib": SOURCES,
    "docs/background.md": "(treaty-talks)=\n# Background\n\n(first-war)=\n## The war\n\nSee {cite}`two-source`. "
    "Yerevan.\n\n```{bibliography}\n```\n",
}


@pytest.fixture(scope="module")
def every_node(tmp_path_factory: pytest.TempPathFactory) -> tuple[Reader, Path]:
    return print_reader(tmp_path_factory.mktemp("every") / "reader", FILES, CONF)


@pytest.fixture(scope="module")
def pdf(every_node: tuple[Reader, Path]) -> Pdf:
    return Pdf(every_node[1] / "p.pdf")


def test_every_node_has_a_form(every_node: tuple[Reader, Path]) -> None:
    assert every_node[0].warnings == []


def test_its_tree_has_the_shape_that_the_schema_says(every_node: tuple[Reader, Path]) -> None:
    tree = tree_of(every_node[1], "p")
    assert PACK.dump_python(PACK.validate_python(tree), mode="json", by_alias=True, exclude_unset=True) == tree


def test_every_word_is_on_paper_and_in_the_reading_order_once(pdf: Pdf) -> None:
    expected = set(re.findall(r"qq[a-z0-9]+", EVERY_NODE))
    # Names that are only pointed to, and texts that stand for a picture.
    expected -= {"qqfig", "qqtab", "qqtarget", "qqeqlabel"}
    # The letters of a formula are signs of their own; it is read aloud as it was written.
    formulas = {"qqmath", "qqmathblock", "qqdollar", "qqdollarblock"}
    spoken = " ".join(str(e["/Alt"]) for e in pdf.elements() if str(e.get("/S", "")) == "/Formula")
    assert formulas <= set(re.findall(r"qq[a-z]+", spoken))
    alternatives = formulas | {word for word in expected if word.endswith("alt")}

    assert expected - alternatives - set(re.findall(r"qq[a-z0-9]+", " ".join(pdf.texts))) == set()
    assert expected - alternatives - set(re.findall(r"qq[a-z0-9]+", pdf.text)) == set()


def test_pictures_carry_their_alternative_text(pdf: Pdf) -> None:
    found = {str(e["/Alt"]) for e in pdf.elements() if "/Alt" in e}

    assert {"qqfigalt", "qqimgalt", "qqinlinealt", "qqmdalt", "qqcellalt"} <= found


def test_comments_and_raw_html_are_not_printed(pdf: Pdf) -> None:
    assert re.findall(r"xx[a-z0-9]+", " ".join(pdf.texts)) == []


def test_nothing_of_it_covers_anything(pdf: Pdf) -> None:
    assert pdf.overlaps() == []
    assert pdf.near_edge() == []


def test_a_link_out_of_the_pack_prints_as_title_date_and_address(pdf: Pdf) -> None:
    assert "qqoutside (Outside the pack, 1 November 2022, https://example.org/outside)" in pdf.text


def test_links_inside_the_pack_become_page_references(pdf: Pdf) -> None:
    for words in ("qqdocref", "qqrefref", "qqanchor", "qqtermref"):
        found = re.search(rf"{words} \(p\. (\d+)\)", pdf.text)
        assert found, words
    page = re.search(r"qqdocref \(p\. (\d+)\)", pdf.text)
    assert page and "Yerevan1 again." in pdf.texts[pdf.labels.index(page[1])]


def test_a_table_keeps_its_spans(every_node: tuple[Reader, Path]) -> None:
    tables = [item for item in walk(tree_of(every_node[1], "p")) if item.get("t") == "table"]
    [grid] = [t for t in tables if "qqgridhead" in str(t)]

    assert [(cell["cols"], cell["rows"]) for row in grid["rows"] for cell in row] == [
        (1, 1), (1, 1), (1, 1),
        (1, 1), (2, 1),
        (1, 1), (1, 2), (1, 2),
        (1, 1),
    ]  # fmt: skip


def test_an_unknown_node_is_a_problem_with_file_and_line_and_its_words_are_printed(tmp_path: Path) -> None:
    conf = """
    from docutils import nodes
    from docutils.parsers.rst import Directive

    class Strange(Directive):
        has_content = True

        def run(self):
            node = nodes.decoration()
            self.state.nested_parse(self.content, self.content_offset, node)
            node.line = self.lineno
            return [node]

    def setup(app):
        app.add_directive("strange", Strange)
    """
    files = {
        "corpus/one/article.md": article("First.\n\n```{strange}\nWords of a stranger.\n```"),
        "corpus/packs/p.md": pack("one", parts="[articles]"),
    }
    reader, out = print_reader(tmp_path / "reader", files, conf)

    assert reader.warnings == [
        "corpus/one/article.md:9: WARNING: a 'decoration' has no form in print; only its words are printed "
        f"[reader.{Code.NO_PRINT_FORM}]"
    ]
    assert "Words of a stranger." in Pdf(out / "p.pdf").text
