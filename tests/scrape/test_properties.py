"""Properties of any text: nothing is lost, nothing is random, and the Markdown reads like the text."""

from __future__ import annotations

from collections import Counter

import pytest
from examples import examples
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from course_reader.scrape import Scraped, ScrapeError, scrape
from course_reader.scrape.decoding import clean
from course_reader.scrape.markdown import convert, escape, squeeze
from course_reader.scrape.render import to_markdown

_PARTS = st.sampled_from(
    [
        "By Jane Doe",
        "May 26, 2023",
        "Subscribe to our newsletter",
        "OSTRAVEN (Reuters) — The bridge was opened on Thursday after four months.",
        "The bridge over the river was opened on Thursday after four months, with",
        "three hundred lorries waiting on either side of the border since January.",
        "Read also: Bridge closed",
        "Related articles:",
        "- one thing",
        "• another thing",
        "1. first",
        "2. second",
        "> quoted words",
        "## A heading",
        "**Bold words**",
        "Photo: Jane Doe/AP",
        "A view of the bridge. (Photo: Jane Doe/AP)",
        "Original url:",
        "<https://www.example.org/2023/05/26/bridge>",
        "14:05 GMT",
        "***",
        "---",
        "| a | b | c |",
        "![picture](x.jpg)",
        "By Jane Doe | May 26, 2023 | 3 min read",
        "Image caption,",
        "A [link](#) and a [real one](https://example.org/a_b_c).",
        "FILE - The old bridge before it fell.",
        "he said. (AFP)",
        "© 2023 The Estvik Post",
        "",
        "",
    ]
)
_LINES = st.lists(st.one_of(_PARTS, st.text(max_size=90)), max_size=24).map("\n".join)
_MYST = create_md_parser(
    MdParserConfig(
        enable_extensions={
            "dollarmath",
            "colon_fence",
            "deflist",
            "fieldlist",
            "attrs_inline",
            "attrs_block",
            "substitution",
            "strikethrough",
            "tasklist",
            "amsmath",
        }
    ),
    RendererHTML,
)


def _letters(text: str) -> Counter[str]:
    return Counter(char for char in text.casefold() if char.isalnum())


def _result(raw: str | bytes) -> Scraped | str:
    """The result, or the message of the error."""
    try:
        return scrape(raw)
    except ScrapeError as error:
        return str(error)


def _everything(got: Scraped) -> str:
    parts = [block.text for block in got.blocks]
    parts += [item.text for item in got.found]
    parts += [item.text for item in got.removed]
    return "\n".join(parts)


@settings(max_examples=examples(300))
@given(_LINES)
def test_no_letter_of_the_input_is_lost(raw: str) -> None:
    try:
        got = scrape(raw, filename="a.txt")
    except ScrapeError:
        assert "\0" in raw
        return
    missing = _letters(clean(raw, entities=True)[0]) - _letters(_everything(got))
    assert not missing, missing


@settings(max_examples=examples(100))
@given(_LINES)
def test_scraping_the_same_text_twice_gives_the_same(raw: str) -> None:
    assert _result(raw) == _result(raw)


@settings(max_examples=examples(100))
@given(st.binary(max_size=300))
def test_bytes_of_any_kind_are_read_or_refused(raw: bytes) -> None:
    got = _result(raw)
    assert isinstance(got, Scraped) or "; " in got


def _words(parser: MarkdownIt, markdown: str) -> tuple[list[str], str]:
    """The kinds of blocks, and the words inside them."""
    tokens = parser.parse(markdown)
    inline = [token for token in tokens if token.type == "inline"]
    kinds = [token.type for token in tokens if token.level == 0 and not token.type.endswith("_close")]
    words = [
        "".join(child.content if child.type == "text" else f"<{child.type}>" for child in t.children or [])
        for t in inline
    ]
    return kinds, " ".join(words)


@pytest.mark.parametrize("parser", [MarkdownIt("commonmark"), _MYST], ids=["commonmark", "myst"])
@settings(max_examples=examples(400))
@given(
    text=st.text(
        alphabet=st.one_of(st.sampled_from("*_`[]()<>#$\\{}|~+-=.:!&;%1 ab^\"'@/"), st.characters(codec="utf-8")),
        max_size=60,
    )
)
def test_escaped_text_renders_as_it_was(parser: MarkdownIt, text: str) -> None:
    wanted = squeeze(" ".join(clean(text)[0].split()).replace("\0", ""))
    if not wanted:
        return
    kinds, words = _words(parser, escape(wanted))
    assert kinds == ["paragraph_open"]
    assert words == wanted


@settings(max_examples=examples(300))
@given(text=st.text(alphabet="*_[]()<>#\\`$ab .:/", max_size=40))
def test_converted_markdown_is_always_one_paragraph(text: str) -> None:
    if squeeze(text):
        kinds, _ = _words(MarkdownIt("commonmark"), convert(text))
        assert kinds in (["paragraph_open"], [])


@settings(max_examples=examples(200))
@given(_LINES)
def test_the_body_has_as_many_numbered_blocks_as_it_says(raw: str) -> None:
    if "\0" in raw:
        return
    got = scrape(raw)
    tokens = MarkdownIt("commonmark").parse(to_markdown(got.blocks))
    count, quote, deep = 0, 0, 0
    for token in tokens:
        deep += {"bullet_list_open": 1, "ordered_list_open": 1, "bullet_list_close": -1, "ordered_list_close": -1}.get(
            token.type, 0
        )
        quote += {"blockquote_open": 1, "blockquote_close": -1}.get(token.type, 0)
        if token.type == "paragraph_open" and not deep:
            count += 1
        if token.type in ("bullet_list_open", "ordered_list_open") and deep == 1:
            count += 1
    assert count == len(got.paragraphs), to_markdown(got.blocks)


def test_a_very_long_text_is_taken_apart_line_by_line() -> None:
    paragraph = "The bridge over the river was opened on Thursday after four months, and lorries waited on both sides. "
    got = scrape("# Title\n\n" + "\n\n".join(paragraph * 8 for _ in range(2_000)))
    assert len(got.paragraphs) == 2_000


@pytest.mark.parametrize(
    "unit",
    [
        "*",
        "**a ",
        "[",
        "(",
        "[a](",
        "# ",
        "> ",
        "- ",
        "a, ",
        "\\",
        "<http://",
        "“",
        "1. ",
        "_a",
        "=",
        "\u00ad",
        "May 1 ",
        "©",
        "By A ",
    ],
)
def test_a_hundred_thousand_repeats_of_a_mark_are_read(unit: str) -> None:
    got = scrape(unit * 100_000)
    assert got.encoding == "str"


@pytest.mark.parametrize("unit", ["---\n", "By A\n"])
def test_a_text_of_more_lines_than_an_article_has_is_refused(unit: str) -> None:
    with pytest.raises(ScrapeError, match="lines, too many for an article"):
        scrape("A headline\n\nA first sentence is here.\n" + unit * 100_000)
