"""Pages at the addresses that articles had before they were moved; each leads to the new address."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from course_reader.marks.domain import reader_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def moved(app: Sphinx) -> dict[str, str]:
    """The document of each article by each of its earlier names, unless another page has that name now."""
    pages, there = reader_domain(app.env).pages, app.env.found_docs
    return {
        old: docname
        for docname in sorted(pages)
        if (article := pages[docname].article) is not None
        for old in article.moved_from
        if old not in there
    }


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On `html-collect-pages`: a page for each earlier address; an e-book needs none."""
    builder = app.builder
    if builder.name == "epub" or not isinstance(builder, StandaloneHTMLBuilder):
        return
    for old, docname in moved(app).items():
        address = escape(builder.get_relative_uri(old, docname), quote=True)
        title = app.env.titles[docname].astext() if docname in app.env.titles else docname
        body = (
            f'<h1>Moved</h1>\n<p>This article is now at another address: <a href="{address}">{escape(title)}</a>.</p>'
        )
        yield (
            old,
            {
                "title": "Moved",
                "parents": [],
                "body": body,
                "metatags": f'<meta http-equiv="refresh" content="0; url={address}" />\n'
                '<meta name="robots" content="noindex" />',
            },
            "page.html",
        )
