"""Measure printing: the shipped reader, and made-up packs against one pass of Typst over the same pages.

`python -m tests.benchmarks --print`
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from .made_up import MENTIONS, write

PROJECT = Path(__file__).parents[2]

#: what the table holds the figures against: seconds, times one pass, megabytes
MOST_SECONDS, MOST_PASSES, MOST_MEGABYTES = 5.0, 3.0, 400

#: seconds between two looks at the memory
_LOOK = 0.05

_ONE_PASS = """
import json, sys, time
import typst
folder, output = sys.argv[1:]
start = time.perf_counter()
fonts = typst.Fonts(include_system_fonts=False, font_paths=[])
compiler = typst.Compiler(f"{folder}/pack.typ", root=folder, font_paths=fonts, sys_inputs={"mode": "foot"})
compiler.compile(output=output, format="pdf", pdf_standards=["ua-1"], timestamp=0)
print(json.dumps(time.perf_counter() - start))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What printing took."""

    #: seconds on a clock on the wall
    time: float
    #: seconds of processor time of all processes
    cpu: float
    #: megabytes of all processes together when they were most, and what Sphinx and the engine had of it
    memory: float
    own: float
    engine: float


@dataclass(frozen=True, slots=True)
class Size:
    """A made-up pack: how many articles, entries of the glossary, and mentions in each article."""

    articles: int
    entries: int
    mentions: int = MENTIONS


#: the first has the 300 notes that the bars are about
SIZES = (Size(20, 150, 14), Size(20, 500), Size(100, 500))


def measure(sizes: tuple[Size, ...] = SIZES) -> None:
    """Print packs and print what that cost."""
    with tempfile.TemporaryDirectory(prefix="print-bench-") as folder:
        print("\n".join(_shipped(Path(folder, "shipped"))), flush=True)
        for number, size in enumerate(sizes):
            print("\n".join(_made_up(Path(folder, str(number)), size)), flush=True)


def _shipped(root: Path) -> Iterator[str]:
    for name in ("docs", "corpus", "glossary", "conf"):
        shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("private", "__pycache__"))
    shutil.copy(PROJECT / "index.md", root)
    whole = _sphinx(root, "-c", "conf")
    shutil.rmtree(root / "out")
    yield f"shipped reader, read and printed: {_said(whole)}"
    again = _sphinx(root, "-c", "conf")
    yield f"shipped reader, printed: {_said(again)}; bar {MOST_SECONDS:.0f} s, {MOST_MEGABYTES} MB"


def _made_up(root: Path, size: Size) -> Iterator[str]:
    write(root, size.articles, size.entries, mentions=size.mentions)
    pack = root / "corpus" / "packs" / "all.md"
    pack.parent.mkdir(parents=True)
    articles = "\n".join(f"../article-{number:04}/article" for number in range(size.articles))
    pack.write_text(f"---\ntitle: All of it\n---\n\nAll.\n\n```{{toctree}}\n{articles}\n```\n", encoding="utf-8")
    _sphinx(root)
    printed = root / "out" / "all.pdf"
    work = root / "out" / ".work" / "all"
    once = min(_one_pass(work, root / "once.pdf") for _ in range(3))
    # The pack alone, from its tree: what Sphinx reads and resolves before is the same with one pass.
    passes = min(_passes(work, root / "again.pdf") for _ in range(3))
    shutil.rmtree(root / "out")
    cost = _sphinx(root)
    notes = (work / "layout.json").read_text(encoding="utf-8")
    layout = json.loads(notes)
    count = len(layout["places"]) + len(layout["foot"])
    yield (
        f"{size.articles} articles, {_pages(printed)} pages, {count} notes ({len(layout['foot'])} at the foot), "
        f"{printed.stat().st_size / 1e6:.1f} MB: "
        f"one pass {once:.1f} s, solved {passes:.1f} s ({passes / once:.1f} times; bar {MOST_PASSES:.0f}); "
        f"whole build {_said(cost)}"
    )


def _pages(printed: Path) -> int:
    with pikepdf.open(printed) as pdf:
        return len(pdf.pages)


def _said(cost: Cost) -> str:
    return (
        f"{cost.time:.1f} s ({cost.cpu:.1f} s of processor time), {cost.memory:.0f} MB at once "
        f"(Sphinx {cost.own:.0f}, engine {cost.engine:.0f})"
    )


def _sphinx(root: Path, *options: str) -> Cost:
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "typst", "-d", "doctrees", *options, ".", "out"]
    before, start = os.times(), time.perf_counter()
    with subprocess.Popen(command, cwd=root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True) as build:
        watch = _Watch(build.pid)
        watch.start()
        said, _ = build.communicate()
        watch.join()
    if build.returncode:
        raise RuntimeError(said)
    now = os.times()
    cpu = now.children_user + now.children_system - before.children_user - before.children_system
    return Cost(time.perf_counter() - start, cpu, watch.most, watch.own, watch.most - watch.own)


class _Watch(threading.Thread):
    """Looks at the memory of a process and of its children; what they share is counted once.

    Linux only.
    """

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.pid = pid
        self.most = self.own = 0.0

    def run(self) -> None:
        while own := _proportional(self.pid):
            total = own + sum(map(_proportional, _children(self.pid)))
            if total > self.most:
                self.most, self.own = total, own
            time.sleep(_LOOK)


def _proportional(pid: int) -> float:
    """The megabytes of a process, shared pages divided by those who share them; 0 of one that has ended."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)


def _children(pid: int) -> list[int]:
    found: list[int] = []
    for listed in Path(f"/proc/{pid}/task").glob("*/children"):
        try:
            found += map(int, listed.read_text(encoding="ascii").split())
        except OSError:
            continue
    return found + [child for one in found for child in _children(one)]


def _one_pass(work: Path, output: Path) -> float:
    command = [sys.executable, "-c", _ONE_PASS, str(work), str(output)]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def _passes(work: Path, output: Path) -> float:
    from course_reader.pdf.engine import Job
    from course_reader.pdf.passes import print_pack

    start = time.perf_counter()
    print_pack(Job(work / "pack.typ", work), output)
    return time.perf_counter() - start
