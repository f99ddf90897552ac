"""The one thread that builds, whoever asks for it: the watcher of the files, or a note that was just saved."""

from __future__ import annotations

import threading
from collections.abc import Callable, Collection, Iterable
from pathlib import Path

from course_reader.authoring.events import Hub
from course_reader.authoring.kept import BuildOutcome, KeptReader, ReaderState
from course_reader.model.problems import Problem


class Worker:
    """Builds one after the other, and tells the pages."""

    def __init__(self, kept: KeptReader, hub: Hub, report: Callable[[BuildOutcome], None]) -> None:
        self.hub = hub
        #: how many builds succeeded, and what the last build of all complained about
        self.number = 0
        self.problems: tuple[Problem, ...] = ()
        self.failed = False
        self._kept = kept
        self._report = report
        self._asked: set[Path] = set()
        #: state of each file when it was last built: what has not changed since then is not built again
        self._built: dict[Path, tuple[int, ...]] = {}
        self._wake = threading.Condition()
        self._is_stopping = False
        self._thread = threading.Thread(target=self._loop, name="build", daemon=True)

    @property
    def state(self) -> ReaderState:
        """What is known since the last build that succeeded."""
        return self._kept.state

    def start(self) -> None:
        """Begin to wait for work."""
        self._thread.start()

    def stop(self, patience: float = 10.0) -> None:
        """End after the build that runs, for which it waits some seconds."""
        with self._wake:
            self._is_stopping = True
            self._wake.notify()
        if self._thread.is_alive():
            self._thread.join(patience)

    def know(self, paths: Iterable[Path]) -> None:
        """Take files for built as they are; for the start, before the first build."""
        self._built.update((path, _stamp(path)) for path in paths)

    def request(self, paths: Iterable[Path]) -> None:
        """Build what these files change; returns at once."""
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
    """Which state of a file it is; empty for one that is not there.

    Not a hash: a file may have been changed and changed back while its other state was built.
    """
    try:
        status = path.stat()
    except OSError:
        return ()
    return status.st_mtime_ns, status.st_ctime_ns, status.st_ino, status.st_size
