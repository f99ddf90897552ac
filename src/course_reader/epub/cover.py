"""The cover of an e-book: title and author, drawn by the engine that prints the packs."""

from __future__ import annotations

import json

PICTURE = "cover.png"
PAGE = "cover.xhtml"

_TEMPLATE = """\
#set page(width: 120mm, height: 160mm, margin: 14mm, fill: rgb("#fbf8f2"))
#set text(font: "Libertinus Serif", fill: rgb("#231c15"), hyphenate: false)
#let book = json(bytes(sys.inputs.book))
#place(top + left, rect(width: 22mm, height: 2.5mm, fill: rgb("#8a4413")))
#v(22mm)
#par(leading: 0.5em, text(size: if book.title.len() > 60 { 22pt } else { 30pt }, weight: "bold", book.title))
#v(4mm)
#text(size: 13pt, book.subtitle)
#place(bottom + left, text(size: 12pt, book.author))
"""


def picture(title: str, subtitle: str, author: str) -> bytes:
    """The picture, as PNG."""
    import typst

    book = json.dumps({"title": title, "subtitle": subtitle, "author": author})
    made = typst.compile(_TEMPLATE.encode(), format="png", ppi=200.0, sys_inputs={"book": book})
    assert isinstance(made, bytes)
    return made


def page(title: str, language: str) -> bytes:
    """The page with the picture."""
    from html import escape

    tag = escape(language, quote=True)
    return f"""\
<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="{tag}" xml:lang="{tag}">
<head>
<title>{escape(title)}</title>
<style>body {{ margin: 0; text-align: center; }} img {{ max-width: 100%; max-height: 100vh; }}</style>
</head>
<body epub:type="cover">
<section epub:type="cover" aria-label="Cover">
<img src="{PICTURE}" role="doc-cover" alt="Cover: {escape(title, quote=True)}"/>
</section>
</body>
</html>
""".encode()
