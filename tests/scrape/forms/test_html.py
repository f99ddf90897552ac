"""Saved pages: the article and nothing else, with its markup, and a list of what was left out."""

from __future__ import annotations

import pytest

from course_reader.scrape import Scraped, scrape

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ministers Agree on River Crossing - OC Media</title>
<meta property="og:title" content="Ministers Agree on River Crossing"><meta property="og:site_name" content="OC Media">
<meta property="article:published_time" content="2023-04-12T09:30:00+04:00">
<link rel="canonical" href="https://oc-media.org/ministers-agree/?utm_source=x">
<meta name="author" content="Jane Doe"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/n">News</a></li></ul></nav>
<div id="c"><article><h1>Ministers Agree on River Crossing</h1>
<div class="meta">By <a href="/jd">Jane Doe</a> <time datetime="2023-04-12">12 April 2023</time></div>
<figure><img src="a.jpg"><figcaption>The old bridge. Photo: John Roe/OC Media.</figcaption></figure>
<p>The ministers of the two regions agreed on Wednesday to reopen the <em>old</em> bridge over the river,
<a href="https://oc-media.org/x">after years</a> of dispute [sic] about who should pay for the repairs.</p>
<p>Work will start in May.</p>
<div class="newsletter"><p>Sign up for our newsletter</p></div>
<h2>What comes next</h2>
<p>The bridge has 3 * 4 arches and was closed in 2009, when a flood carried away one of its pillars and both
sides blamed each other.</p>
<ul><li>First item of the plan</li><li>Second item of the plan</li></ul>
<blockquote><p>“We will pay our part,” the mayor wrote in a letter to the council on Tuesday evening.</p></blockquote>
<p>The council will vote in June, and the first cars could cross in autumn if the weather allows it.</p>
<p><strong>Read also: <a href="/y">Flood carries away bridge</a></strong></p>
</article><aside><h3>Most read</h3><a href="/z">Other story of the day about sheep</a></aside></div>
<footer>© 2023 OC Media. All rights reserved.</footer></body></html>
"""


@pytest.fixture(scope="module")
def got() -> Scraped:
    return scrape(PAGE.encode(), filename="page.html")


def test_the_fields_come_from_the_page(got: Scraped) -> None:
    assert (got.title, got.date, got.outlet, got.byline) == (
        "Ministers Agree on River Crossing",
        "2023-04-12",
        "OC Media",
        "Jane Doe",
    )
    assert got.url == "https://oc-media.org/ministers-agree/"
    assert (got.caption, got.credit) == ("The old bridge.", "John Roe/OC Media")
    assert got.unsure == ()


def test_the_blocks_keep_order_and_kind(got: Scraped) -> None:
    assert [block.kind for block in got.blocks] == [
        "paragraph",
        "paragraph",
        "heading",
        "paragraph",
        "list",
        "quote",
        "paragraph",
    ]
    assert got.blocks[4].text == "- First item of the plan\n- Second item of the plan"


def test_markup_of_the_page_stays_and_signs_in_its_words_are_words(got: Scraped) -> None:
    first = got.paragraphs[0].text
    assert "*old* bridge" in first
    assert "[after years](<https://oc-media.org/x>)" in first
    assert "\\[sic\\]" in first
    assert "3 \\* 4 arches" in got.paragraphs[2].text


def test_what_is_left_out_is_listed_with_its_line(got: Scraped) -> None:
    removed = {item.text: item for item in got.removed}
    assert removed["Sign up for our newsletter"].line == 14
    assert removed["Other story of the day about sheep"].reason == "outside the article"
    assert "Home" in removed


def test_a_page_without_an_article_gives_no_blocks() -> None:
    got = scrape("<html><body><nav><a href='/'>Home</a></nav></body></html>")
    assert got.blocks == ()
    assert {"title", "date", "outlet", "url"} <= {item.field for item in got.unsure}


def test_the_page_says_how_its_bytes_are_to_be_read() -> None:
    page = (
        '<html><head><meta charset="windows-1251"></head><body><article><h1>Новый мост</h1><p>Новый мост открыли '
        "в пятницу утром.</p></article></body></html>"
    )
    got = scrape(page.encode("windows-1251"), filename="a.html")
    assert got.title == "Новый мост"
    assert got.encoding == "windows-1251"


def test_double_line_breaks_part_paragraphs() -> None:
    page = (
        "<html><body><h1>Old Page</h1><div>The first paragraph of an old page that knows no better way to part its "
        "text."
        "<br><br>The second paragraph of the same page, which is about as long as the first one "
        "was.</div></body></html>"
    )
    assert len(scrape(page, filename="a.htm").paragraphs) == 2


def test_a_very_deep_page_is_no_trap() -> None:
    """No parser goes that deep: nothing is found inside, but the rest of the page is."""
    deep = "<div>" * 3000 + "<p>Words.</p>" + "</div>" * 3000
    assert scrape(f"<html><body>{deep}</body></html>", filename="a.html").paragraphs == ()
    page = scrape(f"<html><head><title>A title</title></head><body>{deep}</body></html>", filename="a.html")
    assert page.title == "A title"


def test_the_words_of_very_deep_markup_are_kept() -> None:
    page = "<html><body><p>" + "<b><i>" * 200 + "Words of an article." + "</i></b>" * 200 + "</p></body></html>"
    assert "Words of an article." in "".join(block.text for block in scrape(page, filename="a.html").blocks)


def test_a_paragraph_that_the_extractor_loses_is_kept_among_its_neighbours() -> None:
    paragraphs = [
        f"Paragraph {n} of the article tells at some length what happened on that day in the harbour." for n in range(8)
    ]
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    got = scrape(
        f"<html><body><main><h1>Harbour</h1>{body}<p>It rained.</p><p>{paragraphs[0]}</p></main></body></html>"
    )
    assert len(got.paragraphs) == 10


def _page(body: str, head: str = "") -> str:
    text = "The council opened the bridge over the river on Thursday, and lorries crossed it until late at night."
    return f"<html><head>{head}</head><body><main>{body}<p>{text}</p><p>Then {text}</p></main></body></html>"


@pytest.mark.parametrize(
    ("body", "kind", "text"),
    [
        (
            "<h1>Bridge</h1><ol><li>one pillar of stone</li><li>two of steel</li></ol>",
            "list",
            "1. one pillar of stone\n2. two of steel",
        ),
        (
            "<h1>Bridge</h1><ol><li><p>one pillar of stone</p></li><li><p>two of steel</p></li></ol>",
            "list",
            "1. one pillar of stone\n2. two of steel",
        ),
        (
            f"<h1>Bridge</h1><ol>{''.join(f'<li>pillar number {n} of stone</li>' for n in range(1, 40))}</ol>",
            "list",
            "\n".join(f"{n}. pillar number {n} of stone" for n in range(1, 40)),
        ),
        (
            "<h1>Bridge</h1><ul><li>one pillar of stone<ul><li>and its base</li></ul></li></ul>",
            "list",
            "- one pillar of stone\n   - and its base",
        ),
        ("<h1>Bridge</h1><blockquote>We will pay our part of it.</blockquote>", "quote", "We will pay our part of it."),
    ],
)
def test_lists_and_quotations_keep_their_form(body: str, kind: str, text: str) -> None:
    assert (kind, text) in [(block.kind, block.text) for block in scrape(_page(body)).blocks]


def test_a_caption_without_a_label_is_recognised_by_its_element() -> None:
    got = scrape(_page("<h1>Bridge</h1><figure><figcaption>The river below the castle</figcaption></figure>"))
    assert got.caption == "The river below the castle"


@pytest.mark.parametrize(
    ("body", "title"),
    [
        ("<h1>The Bridge as Shown on the Page</h1>", "The Bridge as Shown on the Page"),
        ("", "Bridge Open Again at Last"),
    ],
)
def test_the_headline_shown_counts_before_the_one_in_the_metadata(body: str, title: str) -> None:
    head = '<meta property="og:title" content="Bridge Open Again at Last">'
    assert scrape(_page(body, head)).title == title


@pytest.mark.parametrize(
    "reference", ["&#11;", "&#x1F;", "&#12", "&#xD800;", "&#xFFFF;", "&#99999999999999999999999;", "&#0;"]
)
def test_a_reference_to_a_character_that_no_page_may_hold_is_a_space(reference: str) -> None:
    page = f"<html><body><article><h1>Pier</h1><div>It was signed.{reference}They share it, he said.<p>Ships sail.</p>"
    found = scrape(page, filename="page.html")
    text = " ".join(block.text for block in found.blocks)
    assert "It was signed. They share it, he said." in text
    assert "Ships sail." in text
