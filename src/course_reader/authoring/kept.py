"""Sphinx kept in memory between builds, so that an edit costs only what it changes.

A change that the kept application cannot take up (configuration, templates, bibliography) starts a new one; the pages
read before are on disk, so this takes about a second.
"""

from __future__ import annotations

import time
import traceback
from collections.abc import Callable, Collection, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from course_reader.authoring import again
from course_reader.authoring.site import Site
from course_reader.marks.domain import reader_domain
from course_reader.marks.records import Page
from course_reader.model.glossary import Glossary
from course_reader.model.outputs import build_folder, doctree_folder
from course_reader.model.problems import Code, Problem, Severity
from course_reader.model.settings import Settings
from course_reader.sphinx_ext.problems import problems as problems_of
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import CannotBuildError, Run, sphinx_application
from course_reader.sphinx_ext.run_state import session
from course_reader.text.mention.index import NameIndex

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: files that a running application does not read again, besides those in the folder of `conf.py`
_STARTS_ANEW = frozenset({".py", ".bib", ".html", ".toml", ".conf"})


@dataclass(frozen=True, slots=True)
class ReaderState:
    """The reader after a build; nothing in it changes afterwards."""

    settings: Settings = field(default_factory=Settings)
    pages: Mapping[str, Page] = field(default_factory=dict)
    #: document name → its file
    sources: Mapping[str, Path] = field(default_factory=dict)
    glossary: Glossary = field(default_factory=Glossary)
    #: returns the names of all entries, ready for searching
    index: Callable[[], NameIndex] = lambda: NameIndex(())
    #: patterns of what Sphinx leaves out, for whoever watches the files
    excluded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BuildOutcome:
    """The result of one build."""

    failed: bool
    problems: tuple[Problem, ...]
    #: documents whose pages differ from before, those taken away too
    docnames: tuple[str, ...] = ()
    seconds: float = 0.0


class KeptReader:
    """A reader that is built repeatedly into one folder."""

    def __init__(self, root: Path, *, settings: dict[str, Any] | None = None, progress: TextIO | None = None) -> None:
        self.root = root
        self.state = ReaderState()
        self._audience = str((settings or {}).get("reader_audience", "public"))
        folder = build_folder(root, "serve", self._audience)
        self.site = Site(folder / "built", folder / "site")
        self._settings = settings or {}
        self._progress = Progress.on(progress)
        self._stack = ExitStack()
        self._run: Run | None = None
        #: documents that the current build has read or written
        self._touched: set[str] = set()
        self._found: set[str] = set()
        #: Sphinx's warnings by file; it repeats them only when it reads or writes the file again
        self._warnings: dict[str, list[Problem]] = {}

    def _needs_new_start(self, path: Path) -> bool:
        """Whether the kept application would not read a changed file again."""
        beside_conf = path.parent == self.root / "conf" or path == self.root / "conf.py"
        return beside_conf or path.suffix in _STARTS_ANEW

    def build(self, changed: Collection[Path] = ()) -> BuildOutcome:
        """Build what is stale; pages on disk change only if the build succeeds.

        Args:
            changed: Files that are known to have changed.
        """
        start = time.perf_counter()
        if any(self._needs_new_start(path) for path in changed):
            self.close()
        try:
            problems, failed = self._build(changed)
        except CannotBuildError as error:
            problems, failed = [error.problem], True
        except Exception:  # noqa: BLE001 -- a fault of the program must not end the server: notes may wait in a browser
            problems, failed = [_fault()], True
        if failed:
            # Pages that were read but not written are forgotten with the application, and are therefore built again.
            self.close()
        elif self._progress:
            # Only the first build takes long enough to be watched.
            self._progress.is_quiet = True
        docnames = () if failed else self._publish()
        return BuildOutcome(failed, tuple(sorted(problems)), docnames, time.perf_counter() - start)

    def close(self) -> None:
        """Release the application."""
        self._stack.close()
        self._run = None

    def _build(self, changed: Collection[Path]) -> tuple[list[Problem], bool]:
        run = self._run or self._start()
        self._touched.clear()
        env = run.app.env
        for path in changed:
            # Sphinx compares times, and would miss a file that was saved while it was being read.
            if (docname := env.path2doc(path)) in env.all_docs:
                env.all_docs[docname] = 0
        run.build()
        if run.stopped:
            return [*run.warnings], True
        ours = [p for p in problems_of(run.app) if p.severity is not Severity.HINT]
        self._keep_warnings(run)
        theirs = [p for found in self._warnings.values() for p in found]
        return list({*ours, *theirs}), False

    def _start(self) -> Run:
        run = self._stack.enter_context(
            sphinx_application(
                self.root,
                "html",
                out=self.site.built,
                doctrees=doctree_folder(self.root, "serve", self._audience),
                settings=self._settings,
                status=self._progress,
            )
        )
        run.app.connect("env-before-read-docs", self._note_read)
        again.prepare(run.app)
        run.app.connect("doctree-resolved", lambda app, doctree, docname: self._touched.add(docname))
        self._run = run
        return run

    def _note_read(self, app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
        self._touched.update(docnames)

    def _keep_warnings(self, run: Run) -> None:
        env = run.app.env
        gone = self._found - env.found_docs
        fresh = {env.doc2path(docname, base=False).as_posix() for docname in self._touched | gone}
        for path in fresh | {""}:
            self._warnings.pop(path, None)
        for problem in run.warnings:
            kept = self._warnings.setdefault(problem.path, [])
            if problem not in kept:
                kept.append(problem)

    def _publish(self) -> tuple[str, ...]:
        """Publish the pages and the new state; return the documents whose pages changed."""
        assert self._run is not None
        app = self._run.app
        env, run = app.env, session(app)
        found = set(env.found_docs)
        self._found = found
        changed = self.site.publish()
        self.state = ReaderState(
            run.settings,
            dict(reader_domain(env).pages),
            {docname: Path(env.doc2path(docname)) for docname in found},
            run.glossary,
            lambda: run.index,
            tuple(app.config.exclude_patterns),
        )
        names = (name.removesuffix(".html") for name in changed if name.endswith(".html"))
        return tuple(sorted(names))


def _fault() -> Problem:
    """A fault of the program, shown in full on the terminal."""
    traceback.print_exc()
    message = "the reader cannot be built: the program has a fault, which the terminal shows; please report it"
    return Problem("", 0, Code.NOT_BUILT, message)
