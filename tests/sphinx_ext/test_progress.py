"""Progress on a terminal: a bar for whoever builds, names for whoever does something else."""

from __future__ import annotations

import pytest

from course_reader.sphinx_ext.progress import Progress


class Terminal:
    """Takes what is drawn; says that it is a terminal."""

    def __init__(self) -> None:
        self.drawn = ""

    def isatty(self) -> bool:
        return True

    def write(self, text: str) -> int:
        self.drawn += text
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""


def test_the_bar_fits_the_terminal_and_is_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    terminal = Terminal()
    bar = Progress(terminal)  # type: ignore[arg-type]
    bar.write("\x1b[1mreading sources... \x1b[0m[ 50%] corpus/" + "x" * 100 + "\n")
    bar.write("looking for now-outdated files... none found\nreading sources... [100%] ind")
    bar.write("ex\nbuild succeeded.\n")
    frames = terminal.drawn.split("\r")[1:]
    assert frames[0].startswith("Reading  ████████████░░░░░░░░░░░░  50 %  corpus/xxx")
    assert len(frames[0].removesuffix("\x1b[K")) == 59
    assert frames[1].startswith("Reading  ████████████████████████ 100 %  index")
    assert frames[-1] == "\x1b[K"


def test_whoever_asked_for_no_build_sees_names_and_no_percentages() -> None:
    terminal = Terminal()
    names = Progress(terminal, is_build=False)  # type: ignore[arg-type]
    names.write("reading sources... [ 50%] corpus/one\nreading sources... [100%] index\nbuild succeeded.\n")
    assert "%" not in terminal.drawn
    assert terminal.drawn.startswith("\rReading corpus/one")
    assert terminal.drawn.endswith("\r\x1b[K")
