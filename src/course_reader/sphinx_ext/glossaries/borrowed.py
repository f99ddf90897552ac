"""Entries of other readers: Sphinx reads their files where they are, as if they were among the reader's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sphinx.project import Project

from course_reader.model.glossaries.shared import shared
from course_reader.sphinx_ext.settings import read_settings

if TYPE_CHECKING:
    import os

    from sphinx.application import Sphinx
    from sphinx.config import Config


class LendingProject(Project):
    """The documents of a reader, and those that it borrows; a document of its own comes first."""

    #: document → its file outside the reader
    lent: Mapping[str, Path] = {}
    #: the documents that the reader has itself
    own: frozenset[str] = frozenset()

    def discover(self, exclude_paths: Iterable[str] = (), include_paths: Iterable[str] = ("**",)) -> set[str]:
        """Find the documents."""
        self.own = frozenset(super().discover(exclude_paths, include_paths))
        self.docnames |= set(self.lent)
        return self.docnames

    def doc2path(self, docname: str, absolute: bool) -> Any:
        """The file of a document; that of a borrowed one is always absolute."""
        path = super().doc2path(docname, absolute)
        return type(path)(self.lent[docname]) if docname in self.lent and docname not in self.own else path

    def path2doc(self, filename: str | os.PathLike[str]) -> str | None:
        """The document of a file."""
        path = Path(filename)
        found = next((docname for docname, file in self.lent.items() if file == path), None)
        return found or super().path2doc(filename)


def lend(app: Sphinx, files: Mapping[str, Path]) -> None:
    """Make files outside the reader documents of it."""
    project = app.project
    if not isinstance(project, LendingProject):
        if not files:
            return
        project = LendingProject(app.srcdir, project.source_suffix)
        project.restore(app.project)
        app.project = app.env.project = project
    project.lent = dict(files)


def lent(app: Sphinx) -> Mapping[str, Path]:
    """The borrowed documents with their files."""
    return app.project.lent if isinstance(app.project, LendingProject) else {}


def add_sources(app: Sphinx, config: Config) -> None:
    """On `config-inited`: the sources of borrowed entries are read after the reader's own."""
    settings, _ = read_settings(config, ())
    own = {Path(app.confdir, name).resolve() for name in config.bibtex_bibfiles or ()}
    more = [other.sources for other in shared(settings, Path(app.srcdir)) if other.sources]
    config.bibtex_bibfiles = [*(config.bibtex_bibfiles or ()), *(str(path) for path in more if path not in own)]
