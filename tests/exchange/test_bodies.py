"""What a stranger wrote becomes Markdown that harms nobody and says the same."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from course_reader.exchange import bodies
from course_reader.pages.safe_markdown import TAGS, note_html

SAFE = MarkdownIt("js-default")


def words(markdown: str) -> str:
    """What a reader sees of Markdown, without marks."""
    seen = []
    for token in SAFE.parse(markdown):
        seen += ["\n" if child.type in ("softbreak", "hardbreak") else child.content for child in token.children or ()]
        if token.type == "fence":
            seen.append(token.content)
    return "".join(seen)


@pytest.mark.parametrize(
    ("html", "markdown"),
    [
        ("<p>j'adore !</p>", "j'adore !"),
        ("<p>a <b>b</b> and <em>c</em></p><p>d</p>", "a **b** and *c*\n\nd"),
        (
            '<a href="https://a.example/x_y" onclick="evil()" style="position:fixed">go</a>',
            "[go](https://a.example/x_y)",
        ),
        ('<a href="javascript:alert(1)">go</a>', "go"),
        ('<a href="JaVa&#10;ScRiPt:alert(1)">go</a>', "go"),
        ("<script>alert(1)</script>after", "after"),
        ("<style>*{display:none}</style><svg onload=alert(1)><text>x</text></svg>after", "after"),
        ('<img src="https://a.example/i.png" alt="A map" onerror=alert(1)>', "[A map](<https://a.example/i.png>)"),
        ('<img src="x" onerror="alert(1)">', "[picture](<x>)"),
        ("<p>2 * 3 * 4 &lt;script&gt;alert(1)&lt;/script&gt;</p>", r"2 \* 3 \* 4 \<script\>alert(1)\</script\>"),
        ("<ul><li>one</li><li>two</li></ul>", "- one\n- two"),
        ('<a data-hyp-mention data-userid="acct:jo@h">@jo</a> look', "@jo look"),
        ("<h2>On <i>this</i></h2>text", "**On *this***\n\ntext"),
        ("<table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2</td></tr></table>after", "- a | b\n- 1 | 2\n\nafter"),
        ("<del>gone</del> and H<sub>2</sub>O", "gone and H2O"),
        ("", ""),
    ],
)
def test_html_is_cleaned_and_converted(html: str, markdown: str) -> None:
    assert bodies.from_html(html) == markdown


@pytest.mark.parametrize(
    ("given_text", "markdown"),
    [
        ("See **this**\r\nand that", "See **this**\nand that"),
        ("![map](https://a.example/m.png)", "![map](https://a.example/m.png)"),
        ('<a data-hyp-mention="" data-userid="acct:a.b@h">@a.b</a>: yes', "@a.b: yes"),
        (r"\(x+1\) and $$y$$", r"\\(x+1\\) and $$y$$"),
        ("line  \nnext", "line\\\nnext"),
        ("<b onclick=x>bold</b>", "<b onclick=x>bold</b>"),
    ],
)
def test_markdown_stays_markdown(given_text: str, markdown: str) -> None:
    assert bodies.from_hypothesis(given_text) == markdown


def test_markdown_of_other_tools_is_not_touched() -> None:
    for text in (r"\(not a formula\)", "![map](https://a.example/m.png)", '<a data-hyp-mention href="x">@a</a>'):
        assert bodies.of_format(text, "text/markdown") == bodies.of_format(text, None) == text


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["C", "Z"]) | st.sampled_from(" \n*_[]<>`#-+1.)(~\\=&"),
        max_size=60,
    )
)
@example("&#0;")
@example("AT&amp;T")
def test_plain_text_reads_as_it_was(text: str) -> None:
    lines = [" ".join(line.split()) for line in bodies.tidy(text).split("\n")]
    said = words(bodies.from_plain("\n".join(lines)))
    assert [line.strip() for line in said.split("\n") if line.strip()] == [line for line in lines if line]


@given(st.text(max_size=80))
def test_tidying_twice_is_tidying_once(text: str) -> None:
    once = bodies.tidy(text)
    assert bodies.tidy(once) == once
    assert not {c for c in once if ord(c) < 32 and c != "\n"}


HOSTILE = [
    "<script>alert(1)</script>",
    "<ScRiPt src=//evil.example></sCrIpT>",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<object data='javascript:alert(1)'></object>",
    "<form action='javascript:alert(1)'><input type=submit></form>",
    "<base href='https://evil.example/'>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<a href='java\tscript:alert(1)'>x</a>",
    "<a href='&#106;avascript:alert(1)'>x</a>",
    "<div style='position:fixed;inset:0'>x</div>",
    "<p id=location name=location>x</p>",
    "<!--><img src=x onerror=alert(1)>-->",
    "<xmp><p title='</xmp><img src=x onerror=alert(1)>'>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "[x](javascript:alert(1))",
    "<p>[x](javascript:alert(1))</p>",
    "<p>&lt;img src=x onerror=alert(1)&gt;</p>",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("media_type", ["text/html", "text/markdown", "text/plain", None])
def test_nothing_hostile_is_left_when_it_is_shown(text: str, media_type: str | None) -> None:
    page = note_html(bodies.of_format(text, media_type)).lower()
    tags = set(re.findall(r"<\s*/?\s*([a-z]+)", page))
    assert tags <= TAGS
    assert not re.search(r"<[^>]*\b(on\w+|style|id|name|src)\s*=", page)
    assert 'href="java' not in page
    assert 'href="data' not in page


def test_a_resource_is_a_link_if_it_can_be_one() -> None:
    assert bodies.link("https://a.example/post") == "<https://a.example/post>"
    assert bodies.link("javascript:alert(1)") == "`javascript:alert(1)`"
    assert bodies.link("urn:isbn:`1`") == "`urn:isbn:1`"


@pytest.mark.parametrize(
    "text",
    ["<b>" * 30_000 + "word", "<ul><li>" * 900 + "word", "<div>" * 20_000 + "word &lt;b&gt;"],
    ids=["b", "ul", "div"],
)
def test_of_html_that_is_nested_without_end_the_words_stay(text: str) -> None:
    assert "word" in bodies.from_html(text)
    assert "<b>" not in note_html(bodies.from_html(text))


@pytest.mark.parametrize("text", ["a" + "\n" * 99_000 + "b", "<a data-hyp-mention>" + " " * 99_000, "<a " * 33_000])
def test_long_texts_do_not_take_longer_than_they_are(text: str) -> None:
    """With a search that starts anew at each character, this test would not end."""
    for convert in (bodies.from_hypothesis, bodies.from_plain, bodies.from_html):
        assert len(convert(text)) < 250_000
