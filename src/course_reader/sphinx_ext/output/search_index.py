"""The index of the search, as in a build from nothing.

Sphinx completes the index of the last build with the pages that it writes. It loses the index entries of all other
pages, keeps words that no page has any longer, and numbers kinds of objects in the order in which it met them.

With our theme it has only the pages that the files of `find_files` do not have, and so does not grow with the texts.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import wraps
from typing import TYPE_CHECKING, Any

from course_reader.marks.domain import reader_domain
from course_reader.sphinx_ext.html import has_theme
from course_reader.sphinx_ext.output import files

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx


#: the kinds of pages that `find_files` finds by all their words
_FOUND = ("article", "chapter", "entry")


def install(app: Sphinx) -> None:
    """On `builder-inited`: index no page that our own search finds."""
    index = getattr(app.builder, "index_page", None)
    if index is None:
        return

    @wraps(index)
    def index_page(pagename: str, doctree: nodes.document, title: str) -> None:
        if _is_indexed(app, pagename):
            index(pagename, doctree, title)

    app.builder.index_page = index_page  # type: ignore[attr-defined]


def _is_indexed(app: Sphinx, docname: str) -> bool:
    """Whether a page is in Sphinx's index; the front page always is, which does not work without any page."""
    page = reader_domain(app.env).pages.get(docname)
    if page is None or docname == app.config.root_doc:
        return True
    # A text at another level is found by its article.
    return not page.level and not (page.kind in _FOUND and has_theme(app))


def settle(app: Sphinx) -> Iterator[tuple[str, dict[str, Any], str]]:
    """On `html-collect-pages`, when all documents are written and the index is not: put it right."""
    index = getattr(app.builder, "indexer", None)
    if index is not None:
        _settle(app, index)
    return iter(())


def _settle(app: Sphinx, index: Any) -> None:
    before, now = files.before(app), files.now(app)
    # What this build has indexed is in the index; what it has not is in the record of an earlier build.
    current: dict[str, list[tuple[str, str, str]]] = index._index_entries
    now.entries = {docname: [list(row) for row in rows] for docname, rows in current.items() if docname in now.pictures}
    now.entries |= {
        docname: rows
        for docname, rows in before.entries.items()
        if docname in app.env.all_docs and docname not in now.pictures
    }
    indexed = {docname for docname in app.env.all_docs if _is_indexed(app, docname)}
    now.entries = {docname: rows for docname, rows in now.entries.items() if docname in indexed}
    current.clear()
    for docname, rows in sorted(now.entries.items()):
        current[docname] = [(row[0], row[1], row[2]) for row in rows]
    index.prune(indexed)
    for words in (index._mapping, index._title_mapping):
        for word in [word for word, docnames in words.items() if not docnames]:
            del words[word]
    index._objtypes.clear()
    index._objnames.clear()
