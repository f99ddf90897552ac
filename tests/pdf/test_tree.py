"""Doctrees become data: every node has a form, no word is lost, and the data has the shape that the schema says."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from docutils import nodes
from docutils.core import publish_doctree
from printed import Pdf, pack, print_reader, tree_of
from readers import Reader, article, entry, make_reader
from sphinx import addnodes

from course_reader.pdf.content import divided, language_runs, walk, without_empty_sections
from course_reader.pdf.prose import text_children
from course_reader.pdf.schema import BLOCKS, Book, json_schema
from course_reader.pdf.tree import Tree
from course_reader.problems import Code

EVERY_NODE = (Path(__file__).parent / "cases" / "every-node.md").read_text(encoding="utf-8")

#: one black point
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010804000000b51c0c02"
    "0000000b4944415478da6364f80f00010501012718e3660000000049454e44ae426082"
)
CONF = """
myst_enable_extensions = ["colon_fence", "deflist", "attrs_inline", "attrs_block", "fieldlist", "substitution",
    "dollarmath", "amsmath", "tasklist", "smartquotes", "replacements"]
myst_substitutions = {"word": "substituted words"}
bibtex_bibfiles = ["docs/sources.bib"]
numfig = True
tags.add("shown")
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


# --- every node


def test_every_node_has_a_form(every_node: tuple[Reader, Path]) -> None:
    assert every_node[0].warnings == []


def test_every_word_is_on_paper_and_in_the_reading_order_once(pdf: Pdf) -> None:
    expected = set(re.findall(r"qq[a-z0-9]+", EVERY_NODE))
    # Names that are only pointed to, and texts that stand for a picture.
    expected -= {"qqfig", "qqtab", "qqtarget", "qqeqlabel"}
    alternatives = {word for word in expected if word.endswith("alt")}

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


# --- schema


def test_its_tree_has_the_shape_that_the_schema_says(every_node: tuple[Reader, Path]) -> None:
    tree = tree_of(every_node[1], "p")
    assert len(Book.model_validate(tree).parts) == len(tree["parts"]) > 0


def test_the_schema_can_be_written_down_and_says_the_same(every_node: tuple[Reader, Path]) -> None:
    import jsonschema

    schema, tree = json_schema(), tree_of(every_node[1], "p")
    jsonschema.Draft202012Validator.check_schema(schema)
    says = jsonschema.Draft202012Validator(schema)
    assert says.is_valid(tree)
    assert not says.is_valid(tree | {"parts": "none"})


# --- what has no form


class strange(nodes.General, nodes.Element):  # noqa: N801
    """A node that nobody knows."""


class odd(nodes.General, nodes.TextElement):  # noqa: N801
    """Words of a kind that nobody knows."""


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
        "corpus/one/article.md:9: WARNING: a 'decoration' has no form in print; its words are printed without it "
        f"[reader.{Code.NO_PRINT_FORM}]"
    ]
    assert "Words of a stranger." in Pdf(out / "p.pdf").text


@pytest.mark.parametrize(
    "node",
    [strange("", nodes.paragraph("", "Words.")), odd("", "Words."), nodes.paragraph("", "", odd("", "Words."))],
    ids=["block", "block of words", "inline"],
)
def test_the_words_of_an_unknown_node_stay(node: nodes.Element) -> None:
    unknown: list[str] = []
    tree = Tree("d", unknown=lambda n: unknown.append(type(n).__name__))

    found = tree.blocks([node], 2)

    assert [item["c"] for item in found] == [["Words."]]
    assert len(unknown) == 1


# --- golden trees


def par(*content: Any, n: int | None = None) -> dict[str, Any]:
    return {"t": "par", "n": n, "ids": [], "c": list(content)}


def lang(tag: str, words: str) -> dict[str, Any]:
    return {"t": "lang", "lang": tag, "c": [words]}


def items(kind: str, *found: Any, start: int = 1) -> dict[str, Any]:
    return {"t": kind, "n": None, "ids": [], "start": start, "c": list(found)}


def blocks(source: str) -> Any:
    document = publish_doctree(source, settings_overrides={"report_level": 5, "doctitle_xform": False})
    found = Tree("d").blocks(text_children(document), 2)
    BLOCKS.validate_python(found)
    return found


GOLDEN = {
    "words": (
        "Plain *em* **strong** ``code`` and `more <https://example.org>`__.",
        [
            par(
                "Plain ", {"t": "em", "c": ["em"]}, " ", {"t": "strong", "c": ["strong"]}, " ",
                {"t": "code", "c": ["code"]}, " and ", {"t": "url", "to": "https://example.org", "c": ["more"]}, ".",
            )
        ],
    ),
    "languages": (
        "Yerevan is Երևան or Ереван.",
        [par("Yerevan is ", lang("hy", "Երևան"), " or ", lang("ru", "Ереван"), ".")],
    ),
    "list": (
        "3. three\n4. four\n\n   - nested",
        [
            items("ol", [par("three")], [par("four"), items("ul", [par("nested")])], start=3),
        ],
    ),
    "quotation": (
        "   Words.\n\n   -- Somebody",
        [{"t": "quote", "c": [par("Words."), {"t": "par", "n": None, "c": ["— ", "Somebody"]}]}],
    ),
    "terms": ("term\n  What it is.", [{"t": "terms", "c": [{"term": ["term"], "c": [par("What it is.")]}]}]),
    "fields": ("Text.\n\n:key: value", [par("Text."), {"t": "terms", "c": [{"term": ["key"], "c": [par("value")]}]}]),
    "lines": (
        "| one\n|   two",
        [{"t": "par", "n": None, "c": ["one", {"t": "break"}, "\u00a0\u00a0\u00a0\u00a0", "two"]}],
    ),
    "box": (".. warning:: Look out.", [{"t": "box", "title": ["Warning"], "c": [par("Look out.")]}]),
    "code": ("::\n\n   x = 1", [{"t": "code-block", "text": "x = 1"}]),
    "rule": ("a\n\n----\n\nb", [par("a"), {"t": "rule"}, par("b")]),
    "footnote": (
        "A [1]_.\n\n.. [1] Below.",
        [
            par("A", {"t": "endref", "to": "d#footnote-1", "n": "1"}, "."),
            {"t": "endnote", "n": "1", "ids": ["d#footnote-1"], "c": [par("Below.")]},
        ],
    ),
    "missing picture": (
        ".. figure:: no.png\n   :alt: A house\n\n   The house",
        [
            {
                "t": "figure", "images": [{"file": None, "alt": "A house", "uri": "no.png"}],
                "caption": ["The house"], "c": [],
            }
        ],
    ),
    "nothing": (".. a comment\n\n.. raw:: html\n\n   <b>x</b>", []),
}  # fmt: skip


@pytest.mark.parametrize("name", GOLDEN)
def test_small_trees_are_as_agreed(name: str) -> None:
    source, expected = GOLDEN[name]

    assert blocks(source) == expected


def test_version_remarks_have_no_title_of_their_own() -> None:
    node = addnodes.versionmodified(
        "", "", nodes.paragraph("", "Added in version 1."), type="versionadded", version="1"
    )

    assert Tree("d").blocks([node], 2) == [{"t": "box", "title": [], "c": [par("Added in version 1.")]}]


def test_a_line_of_one_script_is_one_run() -> None:
    assert list(language_runs("a Նիկոլ Փաշինյան b")) == [
        "a ",
        {"t": "lang", "lang": "hy", "c": ["Նիկոլ Փաշինյան"]},
        " b",
    ]


def test_headings_without_a_text_are_left_out() -> None:
    def heading(level: int) -> dict[str, Any]:
        return {"t": "heading", "level": level, "ids": [], "c": [f"{level}"]}

    words = par("Words.")
    content = [heading(2), heading(3), heading(2), words, heading(3), {"t": "rule"}]

    assert without_empty_sections(content) == [heading(2), words]


def test_an_endless_word_gets_places_where_a_line_may_end() -> None:
    content = {"t": "par", "ids": ["x" * 40], "c": ["y" * 40, {"t": "url", "to": "z" * 40, "c": ["z" * 40]}]}

    found = divided(content)

    assert found["ids"] == ["x" * 40]
    assert found["c"][0] == "\u00ad".join(["y" * 9] * 4 + ["y" * 4])
    assert found["c"][1] == {"t": "url", "to": "z" * 40, "c": ["\u200b".join(["z" * 9] * 4 + ["z" * 4])]}
    assert divided("A word of a length that can be met.") == "A word of a length that can be met."


def numbers_that_meet(content: Any) -> list[tuple[str, bool]]:
    """Of each mention and note that has a number: its kind, and whether it says that a number stands before its own."""
    return [(i["t"], i["joins"]) for i in walk(content) if i.get("note") or i.get("notes")]


def test_numbers_of_a_gloss_and_a_note_that_end_together_are_parted(tmp_path):
    notes = "notes: [{quote: Premier Ann Lee, body: One.}, {quote: Lee, body: Two.}, {quote: spoke, body: Three.}]\n"
    reader = make_reader(
        tmp_path,
        {
            "corpus/one/article.md": article("Premier Ann Lee spoke. Borg heard."),
            "corpus/one/notes/teacher.yaml": notes,
            "glossary/people/ann-lee.md": entry("Ann Lee"),
            "glossary/places/borg.md": entry("Borg"),
            "corpus/packs/all.md": "---\ntitle: All\n---\n\n```{toctree}\n../one/article\n```\n",
        },
    )
    out = reader.build("typst")
    tree = json.loads((out / ".work" / "all" / "tree.json").read_text(encoding="utf-8"))
    article_part = next(part for part in tree["parts"] if part["t"] == "article")

    met = numbers_that_meet(article_part)

    # At “Lee” stand the numbers of two notes and, behind them, that of the gloss; “spoke” and “Borg” have one each.
    assert sorted(met) == [("mention", False), ("mention", True), ("noted", False), ("noted", False)]
