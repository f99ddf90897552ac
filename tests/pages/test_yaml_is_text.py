"""What stands in YAML is text: no directive, no role, no HTML, whatever it looks like."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree
from readers import Reader, make_reader

from course_reader.files.yaml_write import inline

SECRET = "the-canary-that-only-stands-in-a-file"
HOSTILE = inline(
    "Ann {download}`secret.txt` {raw}`<i>x</i>` {include}`secret.txt` {{ project }} <script>window.hit=1</script> "
    "<img src=x onerror=window.hit=1> ![p](secret.txt) [l](secret.txt) [j](javascript:window.hit=1) |today| "
    "`code <http://x>`__ :doc:`/index` $x$ **b** \\\\ $(x) #include"
)
ARTICLE = f"""---
title: {HOSTILE}
date: 2022-11-01
outlet: {HOSTILE}
agency: {HOSTILE}
byline: {HOSTILE}
dateline: {HOSTILE}
caption: {HOSTILE}
credit: {HOSTILE}
rights: {{status: adapted, holder: {HOSTILE}, terms: {HOSTILE}}}
adapted_from: {{title: {HOSTILE}, url: "https://example.org"}}
questions: [{HOSTILE}, {{text: {HOSTILE}, group: {HOSTILE}}}]
what_happened_next: [{{date: 2022-12-01, text: {HOSTILE}}}]
---

Ann Lee wrote to Borg.
"""
NOTES = f"""
layer: {{title: {HOSTILE}, author: {HOSTILE}}}
notes:
  - {{quote: wrote, body: {HOSTILE}, by: {HOSTILE}, tags: [{HOSTILE}]}}
  - {{body: "```{{include}} secret.txt\\n```\\n\\n```{{raw}} html\\n:file: secret.txt\\n```"}}
"""
PERSON = f"""---
name: Ann Lee
aliases: [{HOSTILE}]
names: {{hy: {HOSTILE}}}
gloss: {HOSTILE}
roles: [{{title: {HOSTILE}, from: 2020-01-01, to: 2023-01-01}}]
---

Prose.
"""
PLACE = f"""---
name: {HOSTILE}
aliases: [Borg]
gloss: A town.
---

Prose.
"""


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    made = make_reader(
        tmp_path_factory.mktemp("text"),
        {
            "corpus/one/article.md": ARTICLE,
            "corpus/one/notes/a.yaml": NOTES,
            "glossary/people/ann.md": PERSON,
            "glossary/places/borg.md": PLACE,
            **dict.fromkeys(("secret.txt", "corpus/one/secret.txt", "glossary/people/secret.txt"), SECRET),
        },
    )
    made.build()
    return made


PAGES = ("index", "corpus/one/article", "glossary/people/ann", "glossary/places/borg", "genindex", "search")


@pytest.mark.parametrize("name", PAGES)
def test_a_page_shows_it_as_it_was_written(reader: Reader, name: str) -> None:
    page = reader.page(name)
    assert not page.xpath("//*[contains(@class, 'download')] | //img | //i[.='x'] | //@onerror")
    # Data that describes the page is not run.
    assert all(json.loads(script.text) for script in page.xpath("//script[@type='application/ld+json']"))
    run = page.xpath("//script[not(@src) and not(@type='application/ld+json')]")
    assert not [script for script in run if "hit" in (script.text or "")]
    # A note's own Markdown may hold links; a heading's anchor holds the letters of the heading.
    links = page.xpath("//a[not(ancestor::*[@class='note-text']) and not(starts-with(@href, '#'))]/@href")
    assert not [link for link in links if link.startswith("javascript") or "secret" in link.partition("#")[0]]
    if name not in ("genindex", "search", "index"):
        text = " ".join(page.xpath("//body")[0].text_content().split())
        assert "{download}`secret.txt` {raw}`<i>x</i>` {include}`secret.txt`" in text
        assert "<img src=x onerror=window.hit=1>" in text


def test_no_file_was_read_or_copied(reader: Reader) -> None:
    for builder in ("html", "epub"):
        out = reader.build(builder, **({"version": "1", "epub_identifier": "x"} if builder == "epub" else {}))
        assert not list(out.rglob("secret*"))
        for path in out.rglob("*"):
            if path.is_file() and path.suffix in (".html", ".xhtml", ".js", ".txt"):
                assert SECRET not in path.read_text("utf-8")


def test_a_book_with_it_is_whole(reader: Reader) -> None:
    out: Path = reader.build("epub", version="1", epub_identifier="x")
    for path in out.rglob("*.xhtml"):
        tree = etree.fromstring(path.read_bytes())
        assert not list(tree.iter("{*}script", "{*}img")), path


def test_complaints_are_about_values_and_not_about_markup(reader: Reader) -> None:
    assert not [line for line in reader.warnings if "myst" in line or "docutils" in line or "Unknown" in line]
