"""The plain text of a document and the way back: the invariants that marks rest on."""

from __future__ import annotations

import pytest
from docutils import nodes
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, make_document

from course_reader.marks.nodes import mention
from course_reader.marks.text_map import BLOCK_BREAK, build, unwrap, wrap


def parse(markdown: str) -> nodes.document:
    parser = MarkdownIt("commonmark", renderer_cls=DocutilsRenderer)
    document = make_document("test")
    document.settings.report_level = 5
    parser.options.update({"document": document, "myst_config": MdParserConfig(commonmark_only=True)})
    parser.render(markdown)
    # Adjacent texts become one, as they are after marks were taken out.
    unwrap(document, ())
    return document


words = st.text("abcÄé ’“", min_size=1, max_size=6)
inline = st.one_of(
    words, words.map("**{}**".format), words.map("*{}*".format), words.map("`{}`".format),
    words.map("[{}](x)".format), st.just("\n"), st.just("\\*"),
)  # fmt: skip
paragraph = st.lists(inline, min_size=1, max_size=6).map("".join)
block = st.one_of(
    paragraph, paragraph.map("# {}".format), paragraph.map(lambda p: "> " + p.replace("\n", "\n> ")),
    st.lists(words, min_size=1, max_size=3).map(lambda items: "\n".join(f"- {i}" for i in items)),
)  # fmt: skip
documents = st.lists(block, min_size=1, max_size=5).map("\n\n".join).map(parse)


@given(documents)
def test_the_map_holds_the_text_of_each_block_in_order(document):
    text_map = build(document)

    assert text_map.text == BLOCK_BREAK.join(b.node.astext() for b in text_map.blocks)
    for segment in text_map.segments:
        assert text_map.text[segment.start : segment.end] == segment.node.astext()


@st.composite
def marked(draw):
    document = draw(documents)
    text_map = build(document)
    spans, at = [], 0
    for b in text_map.blocks:
        at = b.start
        while at < b.end and draw(st.booleans()):
            start = draw(st.integers(at, b.end - 1))
            end = draw(st.integers(start + 1, b.end))
            spans.append((start, end))
            at = end
    return document, text_map, spans


@given(marked())
def test_a_mark_shows_the_words_of_its_span(case):
    document, text_map, spans = case
    text = text_map.text

    wrap(text_map, [(a, b, mention(group=i)) for i, (a, b) in enumerate(spans)])

    shown: dict[int, str] = {}
    for node in document.findall(mention):
        shown[node["group"]] = shown.get(node["group"], "") + node.astext()
    assert shown == {i: text[a:b] for i, (a, b) in enumerate(spans)}
    assert build(document).text == text


@given(marked())
def test_taking_the_marks_out_gives_the_document_as_it_was(case):
    document, text_map, spans = case
    before = document.pformat()

    wrap(text_map, [(a, b, mention(group=i)) for i, (a, b) in enumerate(spans)])
    unwrap(document, (mention,))

    assert document.pformat() == before


def test_a_span_that_crosses_emphasis_becomes_marks_of_one_group():
    document = parse("The Kyoto Pro**tocol** of 1997")
    text_map = build(document)
    start = text_map.text.index("Kyoto")

    wrap(text_map, [(start, start + len("Kyoto Protocol"), mention(group=7))])

    assert [(n["group"], n.astext()) for n in document.findall(mention)] == [(7, "Kyoto Pro"), (7, "tocol")]


def test_equal_texts_in_one_paragraph_are_not_taken_for_each_other():
    document = parse("Baku **and** Baku")
    text_map = build(document)

    wrap(text_map, [(9, 13, mention(group=0))])

    assert document[0].children[-1].astext() == "Baku"
    assert isinstance(document[0].children[-1], mention)
    assert isinstance(document[0].children[0], nodes.Text)


@pytest.mark.parametrize("line_break", ["\\\n", "  \n", "<br>\n"])
def test_a_line_break_parts_words_and_a_mark_may_cross_it(line_break):
    document = parse(f"talks in Nagorno{line_break}*Karabakh* went on")
    text_map = build(document)

    assert text_map.text == "talks in Nagorno\nKarabakh went on"
    start = text_map.text.index("Nagorno")
    wrap(text_map, [(start, start + len("Nagorno Karabakh"), mention(group=3))])
    assert [n.astext() for n in document.findall(mention) if n.astext().strip()] == ["Nagorno", "Karabakh"]
    assert build(document).text == text_map.text


@pytest.mark.parametrize(
    ("markdown", "unsearched"),
    [
        ("# Baku\n\ntext", ["Baku"]),
        ("see `Baku` and [Baku](x)", ["Baku", "Baku"]),
        ("```\nBaku\n```", ["Baku"]),
        ("**Baku** and *Baku*", []),
    ],
)
def test_headings_links_and_code_are_not_searched(markdown, unsearched):
    text_map = build(parse(markdown))

    assert [text_map.text[a:b].strip() for a, b in text_map.skip] == unsearched


def test_a_setting_lets_headings_and_links_be_searched():
    document = parse("# Baku\n\nsee [Baku](x)")

    assert build(document, frozenset({"headings", "links"})).skip == []
