"""What an edit costs while the reader is kept in memory, beside a build from nothing in the same run."""

from __future__ import annotations

import re
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from course_reader.authoring.kept import KeptReader

PROJECT = Path(__file__).parents[2]

#: what a reader consists of
PARTS = ("conf", "corpus", "docs", "glossary", "index.md")


@dataclass(frozen=True, slots=True)
class Taken:
    """What one build took, in seconds: by the clock, and of the processor."""

    time: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Edit:
    """A kind of edit: the file, and its text after the nth of them."""

    name: str
    path: Path
    text: Callable[[str, int], str]


def measure(times: int = 20) -> None:
    """Print what edits of the shipped reader cost."""
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        root = Path(folder) / "reader"
        for part in PARTS:
            source = PROJECT / part
            copy = shutil.copytree if source.is_dir() else shutil.copyfile
            root.mkdir(exist_ok=True)
            copy(source, root / part)
        kept = KeptReader(root)
        first = _timed(kept, [])
        print(f"from nothing: {first.time:.2f} s, of the processor {first.cpu:.2f} s")
        print(_row("an edit of", "p50", "p95", "processor p50", "p95", "to a build from nothing"))
        for edit in _edits(root):
            print(_line(edit.name, [_after(kept, edit, number) for number in range(times)], first))
        kept.close()


def _edits(root: Path) -> Iterator[Edit]:
    article = min((root / "corpus").glob("*/article.md"))
    notes = min((article.parent / "notes").glob("*.yaml"))
    entry = root / "glossary" / "people" / "ilham-aliyev.md"
    yield Edit("nothing", article, lambda text, number: text)
    yield Edit("an article", article, lambda text, number: f"{text}\nOne more paragraph, number {number}.\n")
    yield Edit("a note", notes, lambda text, number: text.replace("body: >-\n", f"body: >-\n      No. {number}. ", 1))
    gloss = re.compile(r"^gloss:.*\n(?:  .*\n)*", re.M)
    yield Edit(
        "a gloss", entry, lambda text, number: gloss.sub(f"gloss: Somebody else, number {number}.\n", text, count=1)
    )


def _after(kept: KeptReader, edit: Edit, number: int) -> Taken:
    edit.path.write_text(edit.text(edit.path.read_text(encoding="utf-8"), number), encoding="utf-8")
    return _timed(kept, [edit.path])


def _timed(kept: KeptReader, changed: list[Path]) -> Taken:
    start, cpu = time.perf_counter(), time.process_time()
    outcome = kept.build(changed)
    assert not outcome.failed, outcome.problems
    return Taken(time.perf_counter() - start, time.process_time() - cpu)


def _line(name: str, all_taken: list[Taken], first: Taken) -> str:
    times, cpus = sorted(t.time for t in all_taken), sorted(t.cpu for t in all_taken)
    cells = [f"{_at(values, part) * 1000:.0f} ms" for values in (times, cpus) for part in (0.5, 0.95)]
    return _row(name, *cells, f"{_at(cpus, 0.5) / first.cpu:.1%}")


def _at(values: list[float], part: float) -> float:
    """The value below which a part of all values lies."""
    return values[min(len(values) - 1, round(part * (len(values) - 1)))]


def _row(name: str, *cells: str) -> str:
    return f"{name:<14}" + "".join(f"{cell:>16}" for cell in cells[:-1]) + f"{cells[-1]:>26}"
