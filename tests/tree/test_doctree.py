"""Doctrees become blocks: small trees are as agreed, and the words of an unknown node stay."""

from __future__ import annotations

import pytest
from docutils import nodes
from sphinx import addnodes
from trees import BLOCKS, blocks, items, lang, par

from course_reader.pages.nodes import COMPARE_THEME
from course_reader.tree.doctree import Tree

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
        [{"t": "quote", "c": [par("Words."), par("— ", "Somebody")]}],
    ),
    "terms": ("term\n  What it is.", [{"t": "terms", "c": [{"term": ["term"], "c": [par("What it is.")]}]}]),
    "fields": ("Text.\n\n:key: value", [par("Text."), {"t": "terms", "c": [{"term": ["key"], "c": [par("value")]}]}]),
    "lines": (
        "| one\n|   two",
        [{"t": "verse", "n": None, "ids": [], "lines": [["one"], ["\u00a0\u00a0\u00a0\u00a0", "two"]]}],
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


def test_a_theme_of_a_comparison_has_two_sides() -> None:
    sides = nodes.container("", *(nodes.container("", nodes.paragraph("", word)) for word in ("One.", "Two.")))
    theme = nodes.container("", nodes.rubric("", "Theme"), nodes.paragraph("", "Both."), sides, classes=[COMPARE_THEME])

    found = Tree("d").blocks([theme], 2)

    BLOCKS.validate_python(found)
    assert found == [{"t": "versus", "title": ["Theme"], "c": [par("Both.")], "sides": [[par("One.")], [par("Two.")]]}]


def test_a_label_that_no_block_has_comes_before_the_blocks_of_its_node() -> None:
    quote = nodes.block_quote("", nodes.paragraph("", "Words."), ids=["here"])

    assert Tree("d").blocks([quote], 2)[0] == {"t": "anchor", "ids": ["d#here"]}


# --- nodes without a form


class strange(nodes.General, nodes.Element):  # noqa: N801
    """A node that nobody knows."""


class odd(nodes.General, nodes.TextElement):  # noqa: N801
    """Words of a kind that nobody knows."""


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
