"""Pages that no file was written for, which parts make; an e-book has none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.builders.html import StandaloneHTMLBuilder

from course_reader.pages.markup import Linker
from course_reader.sphinx_ext.run_state import library_of, parts_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx


def all_values(app: Sphinx) -> dict[str, object]:
    """What each of these pages shows, by its document."""
    library, found = library_of(app), dict[str, object]()
    for part in parts_of(app):
        if part.pages:
            found |= library.once(part.pages.values, library)
    return found


def collect(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On `html-collect-pages`: the pages whose content changed, or that are older than the theme."""
    builder = app.builder
    if builder.name == "epub" or not isinstance(builder, StandaloneHTMLBuilder):
        return
    library, stale = library_of(app), _stale_of(app)
    for part in parts_of(app):
        for docname, value in library.once(part.pages.values, library).items() if part.pages else ():
            if part.pages and (docname in stale or _is_older(builder, docname)):
                title, body = part.pages.page(value, Linker(builder, docname))
                context = {"title": title, "parents": [], "reader_page_kind": part.pages.kind, "body": body}
                yield docname, context, "page.html"


def _is_older(builder: StandaloneHTMLBuilder, docname: str) -> bool:
    """Whether a page is missing, or older than a template of the theme."""
    own = Path(builder.get_outfilename(docname))
    templates = builder.templates
    newest = templates.newest_template_mtime() if templates else 0
    return not own.is_file() or own.stat().st_mtime < newest


_KEY = "reader_stale_pages"


def note_stale(app: Sphinx, docnames: set[str]) -> None:
    """Remember which of these pages changed since they were last written."""
    app.__dict__[_KEY] = docnames


def _stale_of(app: Sphinx) -> set[str]:
    found: set[str] = app.__dict__.get(_KEY, set())
    return found
