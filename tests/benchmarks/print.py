"""Measure printing: the shipped reader, and made-up packs against one pass of Typst over the same pages.

`python -m tests.benchmarks --print`
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf

from .made_up import MENTIONS, write

PROJECT = Path(__file__).parents[2]

#: what the table holds the figures against: seconds, times one pass, megabytes
MOST_SECONDS, MOST_PASSES, MOST_MEGABYTES = 5.0, 3.0, 400

_BUILD = """
import json, os, resource, sys
from sphinx.cmd.build import main
code = main(sys.argv[1:])
own, engine = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([own / 1024, engine / 1024, sum(os.times()[:4])]))
sys.exit(code)
"""

_ONE_PASS = """
import json, resource, sys, time
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
    #: megabytes of Sphinx and of the engine; both run at once
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
    total = cost.own + cost.engine
    return (
        f"{cost.time:.1f} s ({cost.cpu:.1f} s of processor time), {total:.0f} MB "
        f"(Sphinx {cost.own:.0f}, engine {cost.engine:.0f})"
    )


def _sphinx(root: Path, *options: str) -> Cost:
    command = [sys.executable, "-c", _BUILD, "-q", "-b", "typst", "-d", "doctrees", *options, ".", "out"]
    start = time.perf_counter()
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    taken = time.perf_counter() - start
    own, engine, cpu = json.loads(done.stdout.splitlines()[-1])
    return Cost(taken, cpu, own, engine)


def _one_pass(work: Path, output: Path) -> float:
    command = [sys.executable, "-c", _ONE_PASS, str(work), str(output)]
    return float(json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout))


def _passes(work: Path, output: Path) -> float:
    from course_reader.pdf.engine import Job
    from course_reader.pdf.passes import print_pack

    start = time.perf_counter()
    print_pack(Job(work / "pack.typ", work, {}), output)
    return time.perf_counter() - start
