"""What Sphinx knows of withheld texts and would show without their pages: words of the index, files to download."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course_reader.marks.domain import reader_domain
from course_reader.sphinx_ext.run_state import library_of

if TYPE_CHECKING:
    from sphinx.application import Sphinx

_KEPT = "reader_withheld"


def take_out(app: Sphinx, builder: object) -> None:
    """On `write-started`: take it out of the index and the list of files, which are written with the pages."""
    env, library = app.env, library_of(app)
    words: dict[str, Any] = env.domains.index_domain.entries
    files: Any = env.dlfiles
    app.__dict__[_KEPT] = dict(words), {path: (set(row[0]), row[1]) for path, row in files.items()}
    for docname, page in reader_domain(env).pages.items():
        if not library.is_shown(page):
            words.pop(docname, None)
            files.purge_doc(docname)


def put_back(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: put it back, because the next build may show the texts without reading them again."""
    kept = app.__dict__.pop(_KEPT, None)
    if kept is None:
        return
    words, files = kept
    app.env.domains.index_domain.entries.update(words)
    for path, (docnames, _) in files.items():
        for docname in sorted(docnames):
            app.env.dlfiles.add_file(docname, path)
