"""Exports for people, as text and as HTML."""

from __future__ import annotations

import pytest

from course_reader.exchange.exports.hypothesis_page import read

TEXT = """Mar 6, 2024, 9:00 AM
Two Towns
https://news.example/talks
Group: {group}
Total users: 2
Users: lena, oskar
Total annotations: 2
Total replies: 0

Annotation 1:
Mar 5, 2024, 10:00 AM
Comment: Who counts?
And how?
lena
Quote: "forty years"
Tags: time, law

Annotation 2:
2024-03-05 10:05
Comment: A note on the page.
oskar
Quote: "null"
Page: 3"""
HTML = """<html lang="en"><head><title>Annotations on "Two Towns"</title></head><body><section><h1>Summary</h1>
<p><time dateTime="2024-03-06T09:00:00Z">Mar 6</time></p><p><strong>Two Towns</strong></p>
<p><a href="https://news.example/talks">https://news.example/talks</a></p>
<table><tbody><tr><td>Group: </td><td>{group}</td></tr>
<tr><td>Total users: </td><td>1</td></tr></tbody></table></section>
<section><h1>Annotations</h1><article><h2>Annotation 1:</h2>
<p><time datetime="2024-03-05T10:00:00Z">Mar 5</time></p><p>Comment: Who counts?</p><p>lena</p>
<p>Quote: <blockquote>forty years</blockquote></p><p>Tags: time, law</p></article></section></body></html>"""


def test_an_export_as_text() -> None:
    found = read(TEXT.format(group="Public"))
    assert found is not None
    first, second = found
    assert (first.places[0].quote, first.body, first.by) == ("forty years", "Who counts?\nAnd how?", "lena")
    assert (first.tags, first.created, first.source) == (
        ("time", "law"),
        "2024-03-05T10:00:00Z",
        "https://news.example/talks",
    )
    assert (second.places[0].quote, second.by, second.kept) == (None, "oskar", {"page": "3"})


def test_an_export_as_html() -> None:
    found = read(HTML.format(group="Public"))
    assert found is not None
    (one,) = found
    assert (one.places[0].quote, one.body, one.by) == ("forty years", "Who counts?", "lena")
    assert (one.tags, one.created, one.source) == (
        ("time", "law"),
        "2024-03-05T10:00:00Z",
        "https://news.example/talks",
    )


@pytest.mark.parametrize("form", [TEXT, HTML])
@pytest.mark.parametrize(("group", "audience"), [("Public", "public"), ("Seminar", "class"), ("", "class")])
def test_only_what_was_public_is_public(form: str, group: str, audience: str) -> None:
    found = read(form.format(group=group))
    assert found is not None
    assert {one.layer.audience for one in found if one.layer} == {audience}


@pytest.mark.parametrize("text", ["Annotation 1:\nComment: x", "<html><p>Nothing</p></html>", "<", "Group: x\n"])
def test_other_pages_are_no_such_export(text: str) -> None:
    assert read(text) is None
