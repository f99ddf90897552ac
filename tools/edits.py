"""Random edits of a small reader: after each, its build has to equal a build from nothing.

    python tools/edits.py                         500 edits, HTML after each, the other formats after some
    python tools/edits.py --edits 40 --seed 7     fewer, and others
    python tools/edits.py --serve                 the reader is kept in memory, as `course-reader serve` does
    python tools/edits.py --from 120 --edits 125  the first 119 edits again, without builds; then with builds
    python tools/edits.py --reader .              edits of a copy of this reader instead of the small one
    python tools/edits.py --stop                  until the first difference
    python tools/edits.py --keep DIR              leave the folders there, to be looked at

The same seed gives the same edits, whatever is built. Everything happens in a temporary folder. Exit status 1 means
that a file differs, is missing, or is left over.
"""

from __future__ import annotations

import argparse
import filecmp
import os
import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

import edits_files
from edits_kinds import EDITS
from edits_reader import write

from course_reader.authoring.kept import KeptReader
from course_reader.commands.build import build, folder_of, settings_of
from course_reader.model.outputs import AUDIENCES, folder_for

#: what a person has put into the folder of the pages
OWN = {"CNAME": "news.example.org\n", ".git/HEAD": "ref: refs/heads/pages\n", "corpus/own.html": "<p>Mine</p>\n"}
#: the formats that are built only after some edits; the first one before the pages, which offer what is printed
OTHERS = ("pdf", "epub", "cards")
#: what a copy of a reader leaves out
_NO_SOURCES = shutil.ignore_patterns("_build", ".*", "__pycache__", "src", "tests", "tools")

Contents = dict[Path, bytes]


@dataclass
class Machine:
    """A reader that is edited again and again."""

    root: Path
    rng: random.Random
    #: a reader to copy; None for the small one
    reader: Path | None = None
    clean: Path = field(init=False)

    def __post_init__(self) -> None:
        self.clean = self.root.with_name("clean")
        if self.reader:
            shutil.copytree(self.reader, self.root, ignore=_NO_SOURCES)
        else:
            self.root.mkdir(parents=True)
            write(self.root)
        (self.root / ".gitignore").write_text("_build\n", encoding="utf-8")
        edits_files.git(self.root, "init", "-q")

    def edit(self) -> str:
        """One to three edits; returns what they were."""
        done: list[str] = []
        wanted = self.rng.choice([1, 1, 1, 2, 3])
        while len(done) < wanted:
            if said := self.rng.choice(EDITS)(self.rng, self.root):
                done.append(said)
        return "; ".join(done)

    def copy(self) -> None:
        """Copy the sources for a build from nothing."""
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.root, self.clean, ignore=shutil.ignore_patterns("_build", ".git"))


class Builds:
    """Builds of each edit into the folders of the one before; the other formats only after some."""

    def __init__(self, machine: Machine, others: int = 10) -> None:
        self.machine = machine
        self.others = others
        for name, content in OWN.items():
            for audience in AUDIENCES:
                path = folder_of(machine.root, "html", audience) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        build(machine.root, ["html", *OTHERS])

    def differing(self, number: int) -> Iterator[str]:
        """Build the reader and a copy of its sources; gives what differs."""
        formats = [*OTHERS[:1], "html", *OTHERS[1:]] if number % self.others == 0 else ["html"]
        root, clean = self.machine.root, self.machine.clean
        printed = [root / folder_for("_build/pdf", audience) for audience in AUDIENCES]
        for folder in printed if "pdf" not in formats else ():
            # A build from nothing has no printed packs to offer.
            if folder.exists():
                folder.rename(folder.with_name(".pdf"))
        build(root, formats)
        for folder in printed:
            if folder.with_name(".pdf").exists():
                folder.with_name(".pdf").rename(folder)
        self.machine.copy()
        build(clean, formats)
        audience = settings_of(root).audience
        for name in formats:
            yield from _rows(name, folder_of(root, name, audience), folder_of(clean, name, audience))
            if name == "html":
                kept = folder_of(root, name, audience)
                yield from (f"html/{path} (of a person, gone)" for path in OWN if not (kept / path).is_file())

    def close(self) -> None:
        """Nothing is kept in memory."""


class Serving:
    """The reader kept in memory, as a server does, beside a build for the class."""

    def __init__(self, machine: Machine) -> None:
        self.machine = machine
        # While an application is kept in memory, no other may be open in its process.
        self._other = get_context("spawn").Pool(1)
        self._kept = KeptReader(machine.root, settings={"reader_audience": "class"})
        self._seen = self._contents()
        self._kept.build()

    def _contents(self) -> Contents:
        files = (path for path in self.machine.root.rglob("*") if path.is_file())
        return {path: path.read_bytes() for path in files if not {"_build", ".git"} & set(path.parts)}

    def differing(self, number: int) -> Iterator[str]:
        """Build what has changed, and a copy of the sources; gives what differs."""
        before, self._seen = self._seen, self._contents()
        changed = {path for path in before.keys() | self._seen.keys() if before.get(path) != self._seen.get(path)}
        if self._kept.build(sorted(changed)).failed:
            yield f"serve ({number}: it failed)"
        self.machine.copy()
        self._other.apply(build, (self.machine.clean, ["html"]), {"settings": {"reader_audience": "class"}})
        for row in _rows("serve", self._kept.site.served, folder_of(self.machine.clean, "html", "class")):
            # What a build keeps for itself is not served.
            if not row.startswith("serve/."):
                yield row

    def close(self) -> None:
        """Release the application, and end the other process."""
        self._kept.close()
        self._other.terminate()
        self._other.join()


def _rows(name: str, left: Path, right: Path) -> Iterator[str]:
    for path in differing(left, right):
        if path in OWN and (left / path).is_file() and (left / path).read_text(encoding="utf-8") == OWN[path]:
            continue
        if not path.startswith(".work"):
            left_over, missing = not (right / path).exists(), not (left / path).exists()
            yield f"{name}/{path}{' (left over)' if left_over else ''}{' (missing)' if missing else ''}"


def differing(left: Path, right: Path) -> list[str]:
    """The files that differ between two folders, or are in one of them only."""
    names = {p.relative_to(side).as_posix() for side in (left, right) for p in side.rglob("*") if p.is_file()}
    return sorted(name for name in names if not _same(left / name, right / name))


def _same(left: Path, right: Path) -> bool:
    return left.is_file() and right.is_file() and filecmp.cmp(left, right, shallow=False)


def main() -> int:
    """Run the machine."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--from", type=int, default=1, dest="first", metavar="N", help="build only from this edit on")
    parser.add_argument("--others", type=int, default=10, metavar="N", help="the other formats after each N edits")
    parser.add_argument("--serve", action="store_true", help="keep the reader in memory")
    parser.add_argument("--reader", type=Path, help="the reader to edit a copy of")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--stop", action="store_true", help="stop at the first difference")
    options = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        shutil.rmtree(folder, ignore_errors=True)
        machine = Machine(folder / "reader", random.Random(options.seed), options.reader)
        for _ in range(1, options.first):
            machine.edit()
        with closing(Serving(machine) if options.serve else Builds(machine, options.others)) as builds:
            return _run(machine, builds, options)


def _run(machine: Machine, builds: Builds | Serving, options: argparse.Namespace) -> int:
    start, wrong, found = time.monotonic(), 0, Counter[str]()
    for number in range(options.first, options.edits + 1):
        said = machine.edit()
        if rows := list(builds.differing(number)):
            wrong += 1
            found.update(row.split("/")[-1] for row in rows)
            print(f"{number}: {said}", *(f"    {row}" for row in rows[:12]), sep="\n", flush=True)
            if options.stop:
                break
        if number % 25 == 0:
            seconds, busy = time.monotonic() - start, time.process_time()
            print(f"{number} edits, {wrong} wrong, {seconds:.0f} s ({busy:.0f} s of work)", flush=True)
    kind = " while serving" if options.serve else ""
    print(f"seed {options.seed}: {number} edits{kind}, {wrong} builds that differ", dict(found.most_common(20)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
