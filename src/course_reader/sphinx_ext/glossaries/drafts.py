"""Drafts of entries, which have no page in any build."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.sphinx_ext.run_state import session

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def leave_out(app: Sphinx, env: BuildEnvironment, added: set[str], changed: set[str], removed: set[str]) -> list[str]:
    """On `env-get-outdated`: hide drafts from Sphinx, whoever the build is for."""
    hidden = session(app).glossary.hidden
    for docname in sorted(env.found_docs) if hidden else ():
        if env.doc2path(docname, base=False).as_posix() not in hidden:
            continue
        added.discard(docname)
        changed.discard(docname)
        env.project.docnames.discard(docname)
        if docname in env.all_docs:
            removed.add(docname)
        # Sphinx keeps the doctree of a document that it does not find any more.
        Path(app.doctreedir, f"{docname}.doctree").unlink(missing_ok=True)
    return []
