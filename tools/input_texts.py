"""Texts to begin with, and the ways in which `random_inputs.py` damages them."""

# ruff: noqa: E501 -- texts and lists of pieces
from __future__ import annotations

from random import Random

NAMES = (
    ("Northport", "places"), ("Southport", "places"), ("Ada Quill", "people"), ("Quill", "people"), ("ferry", "terms"),
    ("Harbour Agreement", "agreements"), ("The Gazette", "organisations"), ("harbour council", "terms"),
)  # fmt: skip
SENTENCES = """Two towns sign a harbour agreement

By Tom Brandt

NORTHPORT, March 2, 2024 (Gazette) - Ada Quill said on Friday that Northport and Southport will share their harbour. "We
waited forty years," Mayor Quill's spokesman said. The Harbour Agreement of 1 March 2024 ends a dispute.

The harbour council - with nine members, as The Gazette reported on 12/11/2023 - has to vote. Ferries sail to
Alt-Northport at 5.30 p.m.; the Northport-Southport ferry is free.

https://www.theguardian.com/world/2024/mar/02/harbour
"""
PAGE = """<!doctype html><html lang="en"><head><title>Harbour &amp; pier | The Gazette</title>
<meta property="article:published_time" content="2024-03-02T10:00:00Z"><meta name="author" content="Tom Brandt">
<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Harbour", "datePublished": "2024-03-02",
"author": [{"name": "Tom Brandt"}]}</script></head><body><nav><a href="/x">Home</a></nav><article><h1>Harbour</h1>
<p class="byline">By Tom Brandt</p><figure><img src="a.jpg" alt="x"><figcaption>The pier. Photo: Ann Lee</figcaption></figure>
<div>Two towns have signed.&#11;They share the <b>harbour</b>.<p>Ferries <i>sail <a href="https://a.example">again</a></i>.</p>
<ul><li>One<li>Two</ul><table><tr><td>c<th>d</table><br><br>More words &nbsp; here &#x1F600; &hellip;</div></article>
</body></html>"""
MARKDOWN = """# A heading

Some *words* and **more** with `code`, a [link](https://a.example "t") and ![picture](b.png), <https://c.example>.

> A quotation
> - of a list
>   1. in a list

```python
x = 1
```

| a | b |
|---|---|
| c | d |

{cite}`life` {ref}`x` $x^2$ [^1] [ref][] &amp; \\* <b>html</b>

[ref]: https://d.example
[^1]: A footnote.
"""
FRONT = (
    """---
title: "Two towns: a pact"
date: 2024-03-02
outlet: The Gazette
byline: Tom Brandt
url: https://a.example/x
rights: {status: permission, holder: The Gazette, expires: 2030-01-01}
mentions:
  - {text: Northport, paragraph: 1, entry: northport}
questions:
  - Who?
  - {text: "What?", answer_in: [pact]}
vocabulary:
  dispute: {part: noun, means: a quarrel}
what_happened_next:
  - {date: 2024-06, text: It sailed., sources: [life]}
unsure: [date]
---

Words.
""",
    """---
title: >
  Folded
   words
tags: &a [x, 'y', "z\\n"]
more: *a
? complex
: value
---
Words.
""",
)
BIBLIOGRAPHY = """@string{gazette = "The Gazette"}
@comment{nothing}
@article{life,
  author = {Quill, Ada and {The Council of Northport}},
  title = {A {Life} \\& more: \\'e \\"o},
  journal = gazette # " weekly",
  date = {2020-05-01},
  url = {https://a.example/life_1},
  urldate = {2021-01-01}
}

@misc{pact, title = "The pact", year = 2024, month = mar}
@book(third, title = {Third}, editor = {Lee, Ann})
"""

#: what is put in, repeated or alone
PIECES = (
    "[", "]", "(", ")", "{", "}", "<", ">", "*", "_", "`", "```\n", "'", '"', "&", "&#11;", "&#x110000;", "\\", "|", "#", "-", "---\n",
    ":", ": ", "?", "!", "![", "](", "$", "$$", "%", "@", "@a{", ",", ".", "\n", "\n\n", "\r\n", "\t", " ", "\u00a0", "\u00ad", "\u200b",
    "\u202e", "\u2028", "\0", "\x07", "\x1b[31m", "\\ud83d", "\ufeff", "\ufffe", "e\u0301", "ﬁ", "ß", "İ", "Հայ", "עב", "عر", "中", "😀",
    "👨‍👩‍👧", "<div>", "</div>", "<p>", "<!--", "-->", "<![CDATA[", "<script>", "<table><tr><td>", "<a href='", "<b><i>", "<svg>", "{{", "}}",
    "{cite}`", "> ", "- ", "1. ", "a ", "a", "A", "0", "9999999999", "1e999", "null", "true", "&a ", "*a ", "!!python/name:os ", "? ", "[]",
    "{}", "[[", "{a: ", "- - ", "2022-13-45", "By ", "Northport ", "Quill ", "https://a.example/", "javascript:", "“", "”", "’", "—", "(AP) ",
)  # fmt: skip


def text_of(chance: Random, words: int) -> str:
    """Some words, with some odd ones between them."""
    known = SENTENCES.split(" ")
    return " ".join(chance.choice(known if chance.random() < 0.95 else PIECES) for _ in range(words))


def damaged(chance: Random, text: str) -> str:
    """A text with some damage; in one of a few hundred a piece is repeated up to a megabyte."""
    for _ in range(chance.choice((0, 1, 1, 2, 3, 8))):
        at, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
        end = min(end, at + 60)
        piece = chance.choice(PIECES)
        kind = chance.randrange(6)
        if kind == 0:
            text = text[:at] + text[end:]
        elif kind == 1:
            text = text[:at] + piece + text[at:]
        elif kind == 2:
            text = text[:at] + piece * chance.randrange(2, 300) + text[end:]
        elif kind == 3:
            text = text[:at] + text[at:end] * chance.randrange(2, 5) + text[end:]
        elif kind == 4:
            text = text[:at] + "".join(chance.choice(PIECES) for _ in range(chance.randrange(12))) + text[end:]
        else:
            text = text[:end] if chance.random() < 0.3 else text[:at] + chr(chance.randrange(1, 0x2FFF)) + text[at:]
    if chance.random() < 1 / 400:
        piece = "".join(chance.choice(PIECES) for _ in range(chance.choice((1, 1, 1, 2, 3))))
        size = chance.choice((10_000, 100_000, 1_000_000))
        at = chance.randrange(len(text) + 1)
        text = text[:at] + piece * (size // len(piece)) + text[at:]
    return text
