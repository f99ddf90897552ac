"""Metadata of saved pages: JSON-LD, meta elements, times, addresses."""

from __future__ import annotations

import lxml.html
import pytest

from course_reader.scrape.draft import Draft
from course_reader.scrape.webpage.meta import read_meta


def _read(head: str, body: str = "<p>One.</p>", html: str = "<html>") -> Draft:
    page = f"{html}<head>{head}</head><body>{body}</body></html>"
    made = Draft([])
    read_meta(made, lxml.html.document_fromstring(page), page)
    return made


def _values(made: Draft) -> dict[str, list[str]]:
    return {name: [clue.value for clue in clues] for name, clues in made.clues.items() if clues}


def _json(data: str) -> str:
    return f'<script type="application/ld+json">{data}</script>'


@pytest.mark.parametrize(
    ("head", "values"),
    [
        ('<meta property="og:title" content="Bridge  Open">', {"title": ["Bridge Open"]}),
        ("<title>Bridge Open</title>", {"title": ["Bridge Open"]}),
        ('<meta name="headline" content="Bridge"><title>Bridge - OC Media</title>', {"title": ["Bridge"]}),
        ('<meta property="article:published_time" content="2023-05-03T09:30+04:00">', {"date": ["2023-05-03"]}),
        ('<meta itemprop="datePublished" content="3 May 2023">', {"date": ["2023-05-03"]}),
        ('<meta property="article:modified_time" content="2023-05-04">', {"updated": ["2023-05-04"]}),
        ('<meta property="og:site_name" content="Open Caucasus Media">', {"outlet": ["OC Media"]}),
        ('<meta property="og:site_name" content="The Horn Courier">', {"outlet": ["The Horn Courier"]}),
        ('<meta name="author" content="Jane Doe">', {"byline": ["Jane Doe"]}),
        ('<meta name="author" content="By Jane Doe, AFP">', {"byline": ["Jane Doe"], "agency": ["AFP"]}),
        ('<meta name="author" content="https://facebook.com/oc">', {}),
        ('<meta property="og:url" content="https://oc-media.org/a?utm_source=x">', {"url": ["https://oc-media.org/a"]}),
        ('<meta property="og:url" content="/a">', {}),
    ],
)
def test_meta_elements(head: str, values: dict[str, list[str]]) -> None:
    assert _values(_read(head)) == values


@pytest.mark.parametrize(
    ("data", "values"),
    [
        (
            '{"@type": "NewsArticle", "headline": "Bridge Open", "datePublished": "2023-05-03",'
            ' "author": {"name": "Jane Doe"}, "publisher": {"name": "OC Media"}}',
            {"title": ["Bridge Open"], "date": ["2023-05-03"], "byline": ["Jane Doe"], "outlet": ["OC Media"]},
        ),
        (
            '{"@graph": [{"@type": "Person", "headline": "no"}, {"@type": ["Article"], "headline": "Bridge Open"}]}',
            {"title": ["Bridge Open"]},
        ),
        (
            '[{"@type": "BlogPosting", "author": ["Jane Doe", {"name": "John Roe"}, {"name": "Anna Lorm"}]}]',
            {"byline": ["Jane Doe, John Roe and Anna Lorm"]},
        ),
        ('{"@type": "Person", "headline": "no"}', {}),
        ("{broken", {}),
        ("7", {}),
    ],
)
def test_json_ld(data: str, values: dict[str, list[str]]) -> None:
    assert _values(_read(_json(data))) == values


def test_json_ld_counts_before_meta_elements() -> None:
    made = _read('<meta property="og:title" content="Other">' + _json('{"@type": "Article", "headline": "Bridge"}'))
    assert _values(made) == {"title": ["Bridge"]}


@pytest.mark.parametrize(
    ("body", "dates", "sure"),
    [
        ('<time datetime="2023-05-03">today</time>', ["2023-05-03"], True),
        ("<time>3 May 2023</time>", ["2023-05-03"], True),
        ('<time datetime="2023-05-03">a</time><time datetime="2023-05-09">b</time>', ["2023-05-03"], False),
        ("<time>now</time>", [], True),
    ],
)
def test_times_of_the_page(body: str, dates: list[str], sure: bool) -> None:
    clues = _read("", body).clues.get("date", [])
    assert [clue.value for clue in clues] == dates
    assert all(clue.sure is sure for clue in clues)


def test_the_canonical_address_counts_most() -> None:
    made = _read(
        '<meta property="og:url" content="https://amp.example/a"><link rel="canonical" href="https://a.example/a">'
    )
    assert _values(made) == {"url": ["https://a.example/a"]}


def test_the_comment_of_a_saving_browser() -> None:
    page = "<!-- saved from url=(0024)https://oc-media.org/a --><html><body><p>One.</p></body></html>"
    made = Draft([])
    read_meta(made, lxml.html.document_fromstring(page), page)
    assert _values(made) == {"url": ["https://oc-media.org/a"]}


@pytest.mark.parametrize(("tag", "language"), [("en-GB", ["en"]), ("hy", ["hy"]), ("", None), ("x", None)])
def test_the_language_of_the_page(tag: str, language: list[str] | None) -> None:
    assert _values(_read("", html=f'<html lang="{tag}">')).get("language") == language
