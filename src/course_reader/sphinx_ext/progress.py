"""Progress of long work: a bar on a terminal, plain lines elsewhere."""

from __future__ import annotations

import io
import re
import shutil
import time
from typing import TextIO

from sphinx.util.console import strip_escape_sequences  # type: ignore[attr-defined]

#: Sphinx's own lines: "reading sources... [ 50%] corpus/x/article"
_STEP = re.compile(r"^(reading sources|writing output|copying \w+)\.\.\. \[ *(\d+)%\] ?(.*)$")

_PHASES = {"reading sources": "Reading", "writing output": "Writing"}

#: Minimum time in seconds between two drawings of the bar, so that it does not flicker.
_PAUSE = 0.05


class Progress(io.TextIOBase):
    """Takes Sphinx's progress messages and shows the ones that matter to a reader's author.

    Whoever asked for a build sees how far it is. Whoever asked for something else sees no percentages of a build, only,
    on a terminal, what is being read.
    """

    def __init__(self, out: TextIO, *, is_build: bool = True) -> None:
        super().__init__()
        self.out = out
        self.is_build = is_build
        self.is_terminal = out.isatty()
        #: whether nothing is shown for now
        self.is_quiet = False
        self._rest = ""
        self._phase = ""
        self._percent = -1
        self._drawn = 0.0

    @classmethod
    def on(cls, out: TextIO | None, *, is_build: bool = True) -> Progress | None:
        """Progress on a stream; None without a stream."""
        return None if out is None else cls(out, is_build=is_build)

    def writable(self) -> bool:
        """Whether it takes text: always."""
        return True

    def isatty(self) -> bool:
        """Never, so that Sphinx writes plain lines, one per step."""
        return False

    def write(self, text: str, /) -> int:
        """Take a part of Sphinx's output."""
        if self.is_quiet:
            return len(text)
        self._rest += text
        *lines, self._rest = re.split(r"[\r\n]", self._rest)
        for line in lines:
            self._line(strip_escape_sequences(line).strip())
        return len(text)

    def _line(self, line: str) -> None:
        step = _STEP.match(line)
        if not step:
            if line.startswith("build succeeded") or line.startswith("build finished"):
                self._clear()
            return
        phase, percent = _PHASES.get(step[1], step[1].capitalize()), int(step[2])
        if self.is_terminal:
            self._draw(phase, percent, step[3])
        elif self.is_build and (phase != self._phase or percent // 25 > self._percent // 25):
            self.out.write(f"{phase} … {percent} %\n")
            self.out.flush()
        self._phase, self._percent = phase, percent

    def _draw(self, phase: str, percent: int, name: str) -> None:
        now = time.monotonic()
        if now - self._drawn < _PAUSE and percent < 100 and phase == self._phase:
            return
        self._drawn = now
        width = shutil.get_terminal_size().columns
        filled = percent * 24 // 100
        bar = f"{phase:<8} {'█' * filled}{'░' * (24 - filled)} {percent:3} %  {name}"
        if not self.is_build:
            bar = f"Reading {name}"
        self.out.write("\r" + bar[: width - 1] + "\x1b[K")
        if percent >= 100:
            self._clear()
        self.out.flush()

    def _clear(self) -> None:
        if self.is_terminal and self._drawn:
            self.out.write("\r\x1b[K")
            self.out.flush()
            self._drawn = 0.0
