"""The one thread that builds, on request of the file watcher or of a note that was just saved."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from course_reader.authoring.events import Hub
from course_reader.authoring.kept import BuildOutcome, KeptReader, ReaderState
from course_reader.model.problems import Problem

#: the most seconds that a build waits while notes are being written, which is the more urgent of the two
_POLITE = 1.0


class Worker:
    """Runs one build after the other, and informs the pages."""

    def __init__(self, kept: KeptReader, hub: Hub, report: Callable[[BuildOutcome], None]) -> None:
        self.hub = hub
        #: the number of successful builds, and the problems of the last build
        self.number = 0
        self.problems: tuple[Problem, ...] = ()
        self.failed = False
        self._kept = kept
        self._report = report
        self._asked: set[Path] = set()
        #: state of each file when it was last built; files that have not changed since are not built again
        self._built: dict[Path, tuple[int, ...]] = {}
        self._wake = threading.Condition()
        self._is_stopping = False
        self._writing = 0
        self._thread = threading.Thread(target=self._loop, name="build", daemon=True)

    @property
    def state(self) -> ReaderState:
        """The reader after the last successful build."""
        return self._kept.state

    def start(self) -> None:
        """Start waiting for work."""
        self._thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """Stop after the current build, waiting for it for some seconds."""
        with self._wake:
            self._is_stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(patience)

    def know(self, paths: Iterable[Path]) -> None:
        """Treat these files as already built; for the start, before the first build."""
        self._built.update((path, _stamp(path)) for path in paths)

    @contextlib.contextmanager
    def writing(self) -> Iterator[None]:
        """While something is being written, no build begins, unless that takes long."""
        with self._wake:
            self._writing += 1
        try:
            yield
        finally:
            with self._wake:
                self._writing -= 1
                self._wake.notify()

    def request(self, paths: Iterable[Path]) -> None:
        """Build the pages that these files change; returns at once."""
        with self._wake:
            self._asked.update(paths)
            self._wake.notify()

    def build(self, changed: Collection[Path] = ()) -> BuildOutcome:
        """Build now, in the thread of the caller."""
        outcome = self._kept.build(changed)
        self.problems, self.failed = outcome.problems, outcome.failed
        problems = [problem.to_json() for problem in outcome.problems]
        if outcome.failed:
            self.hub.publish("failed", {"problems": problems})
        else:
            self.number += 1
            docnames = list(outcome.docnames)
            self.hub.publish("built", {"build": self.number, "docnames": docnames, "problems": problems})
        self._report(outcome)
        return outcome

    def _loop(self) -> None:
        while True:
            with self._wake:
                self._wake.wait_for(lambda: self._asked or self._is_stopping)
                self._wake.wait_for(lambda: not self._writing or self._is_stopping, _POLITE)
                if self._is_stopping:
                    return
                asked, self._asked = self._asked, set()
            changed = [path for path in asked if self._has_changed(path)]
            if changed:
                self.hub.publish("building", {})
                self.build(changed)

    def _has_changed(self, path: Path) -> bool:
        now, before = _stamp(path), self._built.get(path)
        self._built[path] = now
        return now != before


def _stamp(path: Path) -> tuple[int, ...]:
    """A mark of the state of a file; empty if it does not exist.

    Not a hash: a file may have been changed and changed back while its other state was being built.
    """
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_size
