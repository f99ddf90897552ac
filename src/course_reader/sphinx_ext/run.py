"""Running Sphinx in this process, for the command line: the build of `sphinx-build`, with its warnings collected."""

from __future__ import annotations

import errno
import io
import logging as std_logging
import re
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.errors import ConfigError
from sphinx.util.console import strip_escape_sequences  # type: ignore[attr-defined]
from sphinx.util.docutils import docutils_namespace, patch_docutils
from sphinx.util.logging import is_suppressed_warning

from course_reader.errors import ReaderError
from course_reader.model.conf import BrokenConfError, conf_line, run_conf
from course_reader.model.glossary import read_text
from course_reader.model.outputs import BUILD, doctree_folder
from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file
from course_reader.sphinx_ext import conf_values, run_state
from course_reader.sphinx_ext.cures import cure
from course_reader.sphinx_ext.fatal import fatal_problem
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.state import lock, seal

_PLACE = re.compile(r"^(?P<path>.+?):(?P<line>\d+|<unknown>)?(?::\d+)?$")


@dataclass(slots=True)
class Run:
    """Sphinx in this process, with the result of its last build."""

    app: Sphinx
    root: Path
    #: warnings of Sphinx and other extensions; our own problems come from `consistency.problems`
    warnings: list[Problem] = field(default_factory=list)
    #: the error that ended the build early; also among the warnings
    stopped: Problem | None = None
    #: how many builds have run
    builds: int = 0

    def build(self) -> None:
        """Read and write what is stale; may be called again after files have changed."""
        if self.builds:
            # Sphinx has no event for the start of a build: the glossary would be read only once, when Sphinx starts.
            run_state.start(self.app)
            self.warnings.clear()
            self.stopped = None
        self.builds += 1
        try:
            self.app.build()
            if wrong := seal.trouble(self.app):
                raise OSError(errno.ENOSPC, f"not all files could be written: {wrong}; make room on the disk")
        except Exception as error:  # noqa: BLE001 -- nothing in a reader ends a run with a traceback
            self.stopped = _no_front_page(self.app) or fatal_problem(error, self.root)
            self.warnings.append(self.stopped)


class CannotBuildError(ReaderError):
    """Sphinx cannot even start; `problem` says why."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class _Recorded(Sphinx):
    """Sphinx with a handler for every warning, including those before the application is ready."""

    def __init__(self, collector: _Collector, **options: Any) -> None:
        self.collector = collector
        super().__init__(**options)

    def setup_extension(self, extname: str) -> None:
        # Sphinx clears the handlers when it starts, and sets up its own extensions just after.
        std_logging.getLogger("sphinx").addHandler(self.collector)
        super().setup_extension(extname)


class _Collector(std_logging.Handler):
    """Collects warnings as problems."""

    def __init__(self, root: Path) -> None:
        super().__init__(std_logging.WARNING)
        self.root = root
        self.found: list[Problem] = []
        #: `suppress_warnings` of `conf.py`
        self.suppressed: Sequence[str] = ()

    def emit(self, record: std_logging.LogRecord) -> None:
        ours = getattr(record, "reader_problem", None)
        if isinstance(ours, Problem):
            self.found.append(ours)
            return
        if self._is_suppressed(record):
            return
        message = strip_escape_sequences(std_logging.LogRecord.getMessage(record)).strip()
        path, line = self._place(getattr(record, "location", None), message)
        line = line or self._line_naming(path, message)
        kind = ".".join(filter(None, (getattr(record, "type", None), getattr(record, "subtype", None))))
        if kind:
            message = f"{message.removesuffix(f'[{kind}]').strip()} ({kind})"
        message += cure(message)
        self.found.append(Problem(path, line, Code.SPHINX, " ".join(message.split())))

    def _is_suppressed(self, record: std_logging.LogRecord) -> bool:
        kind, subtype = getattr(record, "type", None) or "", getattr(record, "subtype", None) or ""
        return bool(kind) and is_suppressed_warning(kind, subtype, self.suppressed)

    def _place(self, location: Any, message: str) -> tuple[str, int]:
        if location is None:
            return self._setting(message)
        if hasattr(location, "source"):
            location = f"{location.source or ''}:{location.line or ''}"
        if isinstance(location, tuple):
            location = f"{location[0] or ''}:{location[1] or ''}"
        match = _PLACE.match(str(location))
        path, line = (match["path"], match["line"]) if match else (str(location).rstrip(":"), None)
        if path.endswith(".md.md") and not (self.root / path).exists():
            # Sphinx 8 adds the ending to a path that MyST hands it whole.
            path = path.removesuffix(".md")
        file = self.root / f"{path}.md"
        if not Path(path).suffix and (file.is_file() or file.is_symlink()):
            # Some of Sphinx's warnings name the document instead of its file.
            path = f"{path}.md"
        shown = shown_path(Path(path), self.root)
        return shown, int(line) if line and line.isdigit() else 0

    def _line_naming(self, path: str, message: str) -> int:
        """The first line of a text that names the file which a message is about; 0 if there is none."""
        names = [name.rpartition("/")[2] for name in re.findall(r"[\w./-]+\.\w{2,5}\b", message)]
        try:
            lines = (self.root / path).read_text(encoding="utf-8").splitlines() if path and names else []
        except (OSError, ValueError):
            return 0
        return next((number for number, text in enumerate(lines, 1) if any(name in text for name in names)), 0)

    def _setting(self, message: str) -> tuple[str, int]:
        """The line in `conf.py` of the first setting that a message names, if it names one."""
        for name in re.findall(r"[a-z]+(?:_[a-z]+)+", message):
            # MyST leaves the beginning of its names out.
            if line := conf_line(self.root, name) or conf_line(self.root, f"myst_{name}"):
                return shown_path(conf_file(self.root), self.root), line
        return "", 0


@contextmanager
def sphinx_application(
    root: Path,
    builder: str,
    *,
    out: Path | None = None,
    doctrees: Path | None = None,
    status: Progress | None = None,
    jobs: int = 1,
    fresh: bool = False,
    settings: dict[str, Any] | None = None,
) -> Iterator[Run]:
    """Provide an application that has not built anything yet.

    Sphinx and docutils keep some state in the process, so that only one application may be open at a time.

    Args:
        root: The reader's folder.
        builder: Name of a Sphinx builder.
        out: Where the output goes; `_build/<builder>` if not given.
        doctrees: Where the doctrees are kept; `_build/.doctrees/<builder>` if not given.
        status: Where progress is written; nowhere if not given.
        jobs: How many processes read and write.
        fresh: Whether everything is read again.
        settings: Values that override `conf.py`.

    Raises:
        CannotBuildError: if Sphinx cannot start at all.
    """
    confdir = conf_file(root).parent
    collector = _Collector(root)
    with patch_docutils(confdir), ExitStack() as namespace:
        app = _start(
            root,
            collector,
            namespace,
            srcdir=root,
            confdir=confdir,
            outdir=out or root / BUILD / builder,
            doctreedir=doctrees or doctree_folder(root, builder, "public"),
            buildername=builder,
            confoverrides=settings or {},
            status=status,
            warning=io.StringIO(),
            freshenv=fresh,
            parallel=jobs,
        )
        try:
            yield Run(app, root, collector.found)
        finally:
            std_logging.getLogger("sphinx").removeHandler(collector)
            lock.release_all()


@contextmanager
def sphinx_run(root: Path, builder: str, **options: Any) -> Iterator[Run]:
    """Build a reader once and provide the application; takes the options of `sphinx_application`.

    Raises:
        CannotBuildError: if Sphinx cannot start at all; later errors are in the run.
    """
    with sphinx_application(root, builder, **options) as run:
        run.build()
        yield run


def _no_front_page(app: Sphinx) -> Problem | None:
    """A problem if the root document is missing; Sphinx's own message is misleading."""
    page = Path(app.env.doc2path(app.config.root_doc))
    name = app.env.doc2path(app.config.root_doc, base=False).as_posix()
    if not page.is_file():
        return Problem(name, 0, Code.NOT_BUILT, "the reader cannot be built: its front page is missing; write it")
    if read_text(page, name, []) is None:
        return Problem(name, 0, Code.NOT_BUILT, "the reader cannot be built: its front page cannot be read")
    return None


def _start(root: Path, collector: _Collector, namespace: ExitStack, **options: Any) -> Sphinx:
    """Start Sphinx; settings that it fails on before it knows us are replaced by their defaults."""
    namespace.enter_context(docutils_namespace())
    try:
        return _started(collector, **options)
    except Exception as error:
        lock.release_all()
        try:
            wrong = conf_values.early(run_conf(root))
        except BrokenConfError as broken:
            raise CannotBuildError(broken.problem) from error
        if not wrong:
            raise CannotBuildError(fatal_problem(error, root)) from error
    defaults = {name: default for name, (default, _) in wrong.items()}
    # What the first attempt registered with docutils is forgotten.
    namespace.close()
    namespace.enter_context(docutils_namespace())
    try:
        app = _started(collector, **options | {"confoverrides": defaults | options["confoverrides"]})
    except Exception as error:
        lock.release_all()
        raise CannotBuildError(fatal_problem(error, root)) from error
    conf_values.wrongs(app).update({name: message for name, (_, message) in wrong.items()})
    return app


def _started(collector: _Collector, **options: Any) -> Sphinx:
    app = _Recorded(collector, **options)
    if "reader" not in app.env.domains:
        raise ConfigError("conf.py does not load the extension; add 'course_reader' to `extensions`")
    collector.suppressed = app.config.suppress_warnings
    return app
