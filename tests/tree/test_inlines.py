"""The words of a doctree: mentions and notes in several parts, links, sources, footnotes."""

from __future__ import annotations

from docutils import nodes
from trees import BLOCKS

from course_reader.pages.nodes import mention, noted
from course_reader.tree.doctree import Tree
from course_reader.tree.inlines import INTERNAL
from course_reader.tree.leaves import MarginGloss
from course_reader.tree.records import Inline, MarginNote

GLOSS = MarginGloss(
    id="n:d@1",
    n="1",
    kind="people",
    word="person",
    name="Ann Lee",
    language="en",
    role="",
    text="A gloss.",
    to="ann-lee",
)
NOTE = MarginNote(id="n:d@n-1", n="a", about=["stay"], label="Comment", language="en", c=["A note."])


def words(*children: nodes.Node) -> list[Inline]:
    """The words of a paragraph of a document whose mention 1 has a gloss, and which has a note."""
    paragraph = nodes.paragraph("", "", *children)
    tree = Tree("d", {1: GLOSS}, {"n-1": NOTE}, sources=frozenset({"a-source"}))
    tree.prepare(paragraph, mention, noted)
    [block] = tree.blocks([paragraph], 2)
    BLOCKS.validate_python([block])
    assert block["t"] == "par"
    return block["c"]


def named(text: str, group: int = 1) -> mention:
    """A part of a mention."""
    return mention("", text, entry="ann-lee", group=group)


def test_the_first_part_of_a_mention_has_its_label_and_the_last_its_gloss() -> None:
    one, two, three = words(named("Ann "), nodes.emphasis("", "", named("Le")), named("e"))

    assert one == {"t": "mention", "id": "d@1", "entry": "ann-lee", "first": True, "c": ["Ann "]}
    assert two == {"t": "em", "c": [{"t": "mention", "id": "d@1", "entry": "ann-lee", "first": False, "c": ["Le"]}]}
    assert three == {
        "t": "mention", "id": "d@1", "entry": "ann-lee", "first": False, "c": ["e"], "note": GLOSS, "joins": False,
    }  # fmt: skip


def test_a_mention_without_a_gloss_has_none() -> None:
    [only] = words(named("Lee", group=2))

    assert "note" not in only
    assert "joins" not in only


def test_a_note_is_given_to_the_last_of_its_words() -> None:
    one, two = words(noted("", "Then ", notes=["n-1", "n-other"]), noted("", "she", notes=["n-1"]))

    assert one == {"t": "noted", "notes": [], "joins": False, "c": ["Then "]}
    assert two == {"t": "noted", "notes": [NOTE], "joins": False, "c": ["she"]}


def test_a_number_that_another_number_precedes_says_so() -> None:
    [outer] = words(noted("", "", nodes.Text("Premier "), named("Lee"), notes=["n-1"]))

    assert isinstance(outer, dict)
    assert outer["t"] == "noted"
    assert outer["joins"] is True


def test_links_lead_to_the_document_to_the_reader_or_out_of_it() -> None:
    found = words(
        nodes.reference("", "here", refid="below"),
        nodes.reference("", "there", refuri=f"{INTERNAL}docs/map#north"),
        nodes.reference("", "out", refuri="https://example.org"),
        nodes.reference("", "nowhere"),
    )

    assert found == [
        {"t": "ref", "to": "d#below", "c": ["here"]},
        {"t": "ref", "to": "docs/map#north", "c": ["there"]},
        {"t": "url", "to": "https://example.org", "c": ["out"]},
        "nowhere",
    ]


def test_a_listed_source_is_a_reference_to_the_list_and_takes_no_blank_before_it() -> None:
    found = words(nodes.Text("Said "), nodes.footnote_reference("", "1", refid="footcite-a-source"))

    assert found == ["Said", {"t": "cite", "key": "a-source", "n": 0, "to": "source:a-source"}]


def test_any_other_footnote_keeps_its_sign() -> None:
    found = words(nodes.Text("Said "), nodes.footnote_reference("", "*", refid="footcite-another"))

    assert found == ["Said", {"t": "endref", "to": "d#footcite-another", "n": "*"}]


def test_lines_of_the_source_are_one_text() -> None:
    assert words(nodes.Text("one\ntwo"), nodes.inline("", " three")) == ["one two three"]
