"""Which pages are stale besides those whose file changed.

| edited                           | read again                                  | written again                    |
| an article, or its notes         | it                                          | it; entries whose list changed   |
| an entry's prose, gloss, roles   | the entry                                   | it, and articles that mention it |
| an entry's names; one more, less | articles whose text holds an old or new name | the same                        |
| a file of notes, or a snapshot   | its article                                 | its article                      |
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Set
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks import notes as note_files
from course_reader.marks.domain import Page, reader_domain
from course_reader.parts.prereading import page as sheet_pages
from course_reader.sphinx_ext.session import Session, session
from course_reader.text.fold import fold
from course_reader.text.mention.names import Name
from course_reader.views.library import forget, library

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Iterable[str]:
    """On `env-get-outdated`: articles that an edit of another file changes."""
    forget(app)
    domain, run = reader_domain(env), session(app)
    names = _changed_names(domain.data.get("names", {}), run)
    root = Path(app.srcdir)
    stale = set()
    for docname, page in domain.pages.items():
        if docname in removed or docname not in env.found_docs:
            continue
        if names and _holds(page, names):
            stale.add(docname)
        if page.kind == "article" and note_files.stamps(Path(env.doc2path(docname)), root) != page.note_files:
            stale.add(docname)
    return stale


def _changed_names(before: dict[str, tuple[Name, ...]], run: Session) -> set[str]:
    """The folded text of every name that an entry lost or gained."""
    texts = set()
    for entry in before.keys() | run.names.keys():
        old, new = set(before.get(entry, ())), set(run.names.get(entry, ()))
        texts |= {fold(name.text).text.casefold() for name in old ^ new}
    return texts


def _holds(page: Page, names: set[str]) -> bool:
    """Whether a page's text may hold one of the names; it may say yes too often, never too rarely."""
    if not page.text:
        return False
    text = fold(page.text).text.casefold()
    return any(name in text or name.rstrip("sy") in text for name in names)


def rewritten(app: Sphinx, env: BuildEnvironment) -> list[str]:
    """On `env-updated`: pages that show something of other files which has changed since they were written."""
    forget(app)
    domain, shelf = reader_domain(env), library(app)
    assert app.builder is not None
    digests = domain.data.setdefault("digests", {})
    before = digests.get(app.builder.name, {})
    now = {docname: _digest(shelf.shows(docname)) for docname in domain.pages if docname in env.found_docs}
    sheets = {sheet.docname: _digest((sheet, sheet_pages.made_with(app))) for sheet in sheet_pages.all_sheets(app)}
    sheet_pages.note_stale(app, {name for name, digest in sheets.items() if before.get(name) != digest})
    digests[app.builder.name] = now | sheets
    domain.data["names"] = session(app).names
    return [docname for docname, digest in now.items() if before.get(docname) != digest]


def _digest(value: object) -> str:
    return hashlib.sha256(repr(value).encode("utf-8", "replace")).hexdigest()[:16]
