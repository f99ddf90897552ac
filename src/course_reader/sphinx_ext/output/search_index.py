"""The index of the search, as in a build from nothing.

Sphinx completes the index of the last build with the pages that it writes. It loses the index entries of all other
pages, keeps words that no page has any longer, and numbers kinds of objects in the order in which it met them.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from course_reader.marks.domain import reader_domain
from course_reader.sphinx_ext.output import files

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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
    current.clear()
    for docname, rows in sorted(now.entries.items()):
        current[docname] = [(row[0], row[1], row[2]) for row in rows]
    # A text at another level is found by its article.
    pages = reader_domain(app.env).pages
    index.prune({docname for docname in app.env.all_docs if docname not in pages or not pages[docname].level})
    for words in (index._mapping, index._title_mapping):
        for word in [word for word, docnames in words.items() if not docnames]:
            del words[word]
    index._objtypes.clear()
    index._objnames.clear()
