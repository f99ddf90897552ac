"""Files for search engines and feed readers: `sitemap.xml`, `robots.txt` and `feed.xml`.

They need the address of the site, and exist only in builds for the public. A stub is no news: the feed leaves it out.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lxml import etree
from sphinx.builders.html import StandaloneHTMLBuilder

from course_reader.sphinx_ext.output.moved import moved
from course_reader.sphinx_ext.run_state import library_of, session
from course_reader.sphinx_ext.stale import unchanged
from course_reader.sphinx_ext.web.addresses import address_of, base_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_ATOM = "http://www.w3.org/2005/Atom"

#: the articles in the feed
_MOST = 50

SITEMAP, ROBOTS, FEED = "sitemap.xml", "robots.txt", "feed.xml"


def write(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: write these files, or remove them if there is no reason for them any more."""
    builder = app.builder
    if (
        error is not None
        or unchanged.rests(app)
        or builder.name == "epub"
        or not isinstance(builder, StandaloneHTMLBuilder)
    ):
        return
    for name, make in _FILES.items():
        if _is_own(app, name):
            continue
        path, content = Path(app.outdir, name), make(app)
        if content is None:
            path.unlink(missing_ok=True)
        elif not path.is_file() or path.read_bytes() != content:
            path.write_bytes(content)


def has_feed(app: Sphinx) -> bool:
    """Whether the site has a feed that pages can name."""
    return bool(base_of(app)) and session(app).settings.is_public


def _is_own(app: Sphinx, name: str) -> bool:
    """Whether a file of this name comes from the reader's author."""
    extra = [Path(app.confdir, path) for path in app.config.html_extra_path]
    return any(path.name == name or (path / name).exists() for path in extra)


def _sitemap(app: Sphinx) -> bytes | None:
    if not has_feed(app):
        return None
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap={None: _SITEMAP})
    for docname in sorted(app.env.found_docs - moved(app).keys()):
        etree.SubElement(etree.SubElement(root, f"{{{_SITEMAP}}}url"), f"{{{_SITEMAP}}}loc").text = address_of(
            app, docname
        )
    return _bytes(root)


def _robots(app: Sphinx) -> bytes | None:
    if not session(app).settings.is_public:
        return b"User-agent: *\nDisallow: /\n"
    base = base_of(app)
    return f"User-agent: *\nAllow: /\n\nSitemap: {base}{SITEMAP}\n".encode() if base else None


def _feed(app: Sphinx) -> bytes | None:
    if not has_feed(app):
        return None
    library, base = library_of(app), base_of(app)
    shown = [(name, page) for name, page in library.articles if library.is_shown(page) and page.day]
    root = etree.Element(f"{{{_ATOM}}}feed", nsmap={None: _ATOM})
    _add(root, "title", app.config.project)
    _add(root, "id", base)
    _add(root, "link", rel="self", href=f"{base}{FEED}")
    _add(root, "link", href=base)
    _add(_add(root, "author"), "name", app.config.author or app.config.project)
    latest = max((page.day for _, page in shown if page.day), default=None)
    _add(root, "updated", f"{latest or '1970-01-01'}T00:00:00Z")
    for docname, page in reversed(shown[-_MOST:]):
        article, address = page.article, address_of(app, docname)
        assert article is not None
        entry = _add(root, "entry")
        _add(entry, "title", page.title)
        _add(entry, "id", address)
        _add(entry, "link", href=address)
        _add(entry, "updated", f"{page.day}T00:00:00Z")
        if article.outlet:
            _add(entry, "summary", f"{article.outlet}, {page.day}")
    return _bytes(root)


def _add(parent: etree._Element, name: str, text: str | None = None, **attributes: str) -> etree._Element:
    made = etree.SubElement(parent, f"{{{_ATOM}}}{name}", attributes)
    made.text = text
    return made


def _bytes(root: etree._Element) -> bytes:
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return made


_FILES: dict[str, Callable[[Sphinx], bytes | None]] = {SITEMAP: _sitemap, ROBOTS: _robots, FEED: _feed}
