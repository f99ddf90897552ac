"""What a page says of itself to programs: Open Graph for previews of links, JSON-LD for search engines.

The page is the text that one reads. The article that it retells or reprints is its source (`isBasedOn`).
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from html import escape
from typing import TYPE_CHECKING, Any

from course_reader.marks.domain import reader_domain
from course_reader.model.article import Article
from course_reader.sphinx_ext.run_state import library_of, session
from course_reader.sphinx_ext.web.addresses import address_of, base_of
from course_reader.sphinx_ext.web.site_files import FEED, has_feed
from course_reader.views.at import At
from course_reader.views.works import Author, Work, original, read_here

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx

    from course_reader.marks.records import Page

_CONTEXT = "https://schema.org"


def add(app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """On `html-page-context`: add this to the head of a page of a site for the public."""
    if app.builder.name == "epub" or not session(app).settings.is_public or pagename not in app.env.found_docs:
        return
    title = str(app.env.titles[pagename].astext()) if pagename in app.env.titles else app.config.project
    data = _data(app, pagename, title)
    address, about = address_of(app, pagename), _about(app, pagename)
    rows = {
        "og:title": title,
        "og:type": "article" if data.get("@type") == "Article" else "website",
        "og:site_name": app.config.project,
        "og:locale": (app.config.language or "en").replace("-", "_"),
        "og:url": address,
        "og:description": about,
    }
    tags = [_meta("property", name, value) for name, value in rows.items() if value]
    if about:
        tags.append(_meta("name", "description", about))
    if has_feed(app):
        href = escape(f"{base_of(app)}{FEED}", quote=True)
        tags.append(f'<link rel="alternate" type="application/atom+xml" title="Articles" href="{href}" />')
    if data:
        # A closing tag or a comment inside would end the script.
        text = json.dumps(data, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")
        tags.append(f'<script type="application/ld+json">{text}</script>')
    context["metatags"] = "\n".join(filter(None, (context.get("metatags"), *tags)))


def _meta(kind: str, name: str, value: str) -> str:
    return f'<meta {kind}="{name}" content="{escape(value, quote=True)}" />'


def _about(app: Sphinx, docname: str) -> str:
    """One line on what a page holds; "" if nothing is known."""
    library = library_of(app)
    if docname in library.entries:
        entry_id, _, _ = library.entries[docname]
        return library.gloss(entry_id, None).text if entry_id in library.glossary else ""
    page = library.pages.get(docname)
    if page is None or page.article is None:
        return ""
    here, article = read_here(At(library, docname)), page.article
    if here and here.made_from:
        return here.made_from
    return ", ".join(filter(None, (article.outlet, article.date.text if article.date else None)))


def _data(app: Sphinx, docname: str, title: str) -> dict[str, Any]:
    """The description of a page by schema.org; empty for pages that are neither an article nor an entry."""
    library = library_of(app)
    if docname in library.entries and library.entries[docname][0] in library.glossary:
        return _term(app, docname)
    page = reader_domain(app.env).pages.get(docname)
    return _article(app, docname, page, page.article, title) if page and page.article else {}


def _term(app: Sphinx, docname: str) -> dict[str, Any]:
    library = library_of(app)
    entry_id, _, name = library.entries[docname]
    entry = library.glossary[entry_id]
    others = [alias.name for alias in entry.aliases] + [text for texts in entry.names.values() for text in texts]
    return _clean(
        {
            "@context": _CONTEXT,
            "@type": "DefinedTerm",
            "name": name,
            "description": library.gloss(entry_id, None).text,
            "alternateName": list(dict.fromkeys(others)),
            "termCode": entry_id,
            "url": address_of(app, docname),
            "inDefinedTermSet": {"@type": "DefinedTermSet", "name": app.config.project, "url": base_of(app)},
        }
    )


def _article(app: Sphinx, docname: str, page: Page, article: Article, title: str) -> dict[str, Any]:
    library, at = library_of(app), At(library_of(app), docname)
    terms = dict.fromkeys(mention.entry for mention in library.known(page)) if library.is_shown(page) else {}
    first, here = original(at), read_here(at)
    work = here or first
    return _clean(
        {
            "@context": _CONTEXT,
            "@type": "Article",
            "headline": title,
            "inLanguage": article.language,
            "url": address_of(app, docname),
            "author": _authors(work.authors) if work else {},
            "datePublished": work.date.text if work and work.date else "",
            "isBasedOn": _source(first) if first and (article.adapted_from or first.address) else {},
            "isPartOf": {"@type": "CreativeWork", "name": app.config.project, "url": base_of(app)},
            "mentions": [
                {"@type": "DefinedTerm", "name": library.glossary[term].name, "termCode": term} for term in terms
            ],
        }
    )


def _source(work: Work) -> dict[str, Any]:
    """The article as it was published."""
    return {
        "@type": "NewsArticle",
        "headline": work.title,
        "author": _authors(work.authors),
        "publisher": {"@type": "Organization", "name": work.container} if work.container else {},
        "datePublished": work.date.text if work.date else "",
        "url": work.address,
        "inLanguage": work.language,
    }


def _authors(authors: tuple[Author, ...]) -> Any:
    found = [
        {"@type": "Person" if author.given else "Organization", "name": f"{author.given} {author.family}".strip()}
        for author in authors
    ]
    return found[0] if len(found) == 1 else found


def _clean(values: Mapping[str, Any]) -> dict[str, Any]:
    """Data without empty values."""
    plain = {key: _clean(value) if isinstance(value, Mapping) else value for key, value in values.items()}
    return {key: value for key, value in plain.items() if value not in ("", {}, [])}
