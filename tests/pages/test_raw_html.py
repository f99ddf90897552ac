"""HTML in a text shows words and pictures, and does nothing."""

from __future__ import annotations

import pytest
from examples import examples
from hostile import TECHNIQUES, public_list
from hostile_addresses import is_alive
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from course_reader.pages.raw_html import clean_markup

#: what may load or run something
ACTIVE = {"script", "iframe", "object", "embed", "base", "link", "meta", "form", "button", "style", "template", "math"}


def faults(cleaned: str) -> list[str]:
    """What in cleaned HTML may do more than show something."""
    tree = html.fromstring(f"<div>{cleaned}</div>")
    found = [node.tag for node in tree.iter() if not isinstance(node.tag, str) or node.tag in ACTIVE]
    for node in tree.iter():
        found += [key for key in node.attrib if key.startswith(("on", "form", "srcdoc", "http"))]
        found += [node.get(key) for key in ("href", "src") if is_alive(node.get(key) or "")]
    return [str(fault) for fault in found]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ('<b class="x">a</b>', '<b class="x">a</b>'),
        ("<b>", "<b>"),
        ("</b>", "</b>"),
        ('<a href="https://example.org/a?b=c&amp;d">x</a>', '<a href="https://example.org/a?b=c&amp;d">x</a>'),
        ('<img src="../quay.png" alt="A &quot;quay&quot;">', '<img src="../quay.png" alt="A &quot;quay&quot;" />'),
        (
            '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg>',
            '<svg viewBox="0 0 1 1" aria-hidden="true"><path d="M0 0"></path></svg>',
        ),
        (
            '<input class="x" disabled="disabled" type="checkbox">',
            '<input class="x" disabled="disabled" type="checkbox" />',
        ),
        ('<p style="color: red">x', '<p style="color: red">x'),
        ("a < b &amp; c", "a &lt; b &amp; c"),
        ("<details open><summary>x</summary></details>", '<details open=""><summary>x</summary></details>'),
    ],
)
def test_what_shows_something_stays(given: str, kept: str) -> None:
    assert clean_markup(given, 2) == (kept, ())


@pytest.mark.parametrize(
    ("given", "kept", "dropped"),
    [
        ("<script>x</script>y", "y", "the element script"),
        ('<img src="https://far.example/x.png" alt="z">', '<img alt="z" />', "the address 'https://far.example/x.png'"),
        ('<a href="../../../x">y</a>', "<a>y</a>", "the address '../../../x'"),
        ('<p onclick="x">y</p>', "<p>y</p>", "the attribute onclick"),
        ('<p style="background:url(x)">y</p>', "<p>y</p>", "a style that loads or covers something"),
        ('<input type="text">', "", "the element input"),
        ('<base href="https://far.example/">', "", "the element base"),
    ],
)
def test_what_does_something_goes_and_is_named(given: str, kept: str, dropped: str) -> None:
    assert clean_markup(given, 2) == (kept, (dropped,))


def test_no_technique_gets_through() -> None:
    texts = [*TECHNIQUES.values(), *public_list()]
    assert len(texts) > 4000
    cleaned = [clean_markup(text, 2)[0] for text in texts]
    assert [text for text in cleaned if faults(text)] == []


@settings(max_examples=examples(200))
@given(st.text(st.sampled_from("<>/\"'=!- abonscript:href\n\x00&;#"), max_size=60))
def test_no_mixture_of_signs_gets_through(text: str) -> None:
    assert faults(clean_markup(text, 0)[0]) == []


@pytest.mark.parametrize("sign", ["<a '", "<a<a", "<script", "<!--", '<a "', "<", "<a b='c' "])
def test_each_piece_of_a_long_input_is_read_once(sign: str) -> None:
    cleaned, _ = clean_markup(sign * 20_000, 0)
    assert faults(cleaned) == []
