"""Random edits of a small reader: after each, its build has to equal a build from nothing.

    python tools/edits.py                         500 edits, HTML after each, EPUB and PDF after some
    python tools/edits.py --edits 40 --seed 7     fewer, and others
    python tools/edits.py --stop                  until the first difference
    python tools/edits.py --keep DIR              leave the folders there, to be looked at

Everything happens in a temporary folder. Exit status 1 means that a file differs, is missing, or is left over.
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
from dataclasses import dataclass, field
from pathlib import Path

import edits_files
from edits_kinds import EDITS
from edits_reader import write

from course_reader.commands.build import build, folder_of, settings_of
from course_reader.model.outputs import AUDIENCES, folder_for

#: what a person has put into the folder of the pages
OWN = {"CNAME": "news.example.org\n", ".git/HEAD": "ref: refs/heads/pages\n", "corpus/own.html": "<p>Mine</p>\n"}
#: every how many edits the other formats are built
OTHERS = 5


@dataclass
class Machine:
    """A reader that is edited and built again and again, and its copies that are built from nothing."""

    root: Path
    rng: random.Random
    #: differing files by their names
    found: Counter[str] = field(default_factory=Counter)
    clean: Path = field(init=False)

    def __post_init__(self) -> None:
        self.clean = self.root.with_name("clean")
        self.root.mkdir(parents=True)
        write(self.root)
        (self.root / ".gitignore").write_text("_build\n", encoding="utf-8")
        edits_files.git(self.root, "init", "-q")
        for name, content in OWN.items():
            for audience in AUDIENCES:
                path = folder_of(self.root, "html", audience) / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(content, encoding="utf-8")
        build(self.root, ["html", "pdf", "epub"])

    def edit(self) -> str:
        """One to three edits; returns what they were."""
        done: list[str] = []
        wanted = self.rng.choice([1, 1, 1, 2, 3])
        while len(done) < wanted:
            if said := self.rng.choice(EDITS)(self.rng, self.root):
                done.append(said)
        return "; ".join(done)

    def compare(self, formats: list[str]) -> list[str]:
        """Build the reader and a copy of its sources; returns what differs."""
        printed = [self.root / folder_for("_build/pdf", audience) for audience in AUDIENCES]
        for folder in printed if "pdf" not in formats else ():
            # A build from nothing has no printed packs to offer.
            if folder.exists():
                folder.rename(folder.with_name(".pdf"))
        build(self.root, formats)
        for folder in printed:
            if folder.with_name(".pdf").exists():
                folder.with_name(".pdf").rename(folder)
        shutil.rmtree(self.clean, ignore_errors=True)
        shutil.copytree(self.root, self.clean, ignore=shutil.ignore_patterns("_build", ".git"))
        build(self.clean, formats)
        return [row for name in formats for row in self._differing(name)]

    def _differing(self, name: str) -> Iterator[str]:
        audience = settings_of(self.root).audience
        left, right = folder_of(self.root, name, audience), folder_of(self.clean, name, audience)
        for path in differing(left, right):
            if name == "html" and path in OWN and (left / path).read_text(encoding="utf-8") == OWN[path]:
                continue
            if not path.startswith(".work"):
                left_over, missing = not (right / path).exists(), not (left / path).exists()
                yield f"{name}/{path}{' (left over)' if left_over else ''}{' (missing)' if missing else ''}"
        if name == "html":
            yield from (f"html/{path} (of a person, gone)" for path in OWN if not (left / path).is_file())


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
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--stop", action="store_true", help="stop at the first difference")
    options = parser.parse_args()
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")
    start, wrong = time.monotonic(), 0
    with tempfile.TemporaryDirectory() as temporary:
        folder = options.keep or Path(temporary)
        shutil.rmtree(folder, ignore_errors=True)
        machine = Machine(folder / "reader", random.Random(options.seed))
        for number in range(1, options.edits + 1):
            said = machine.edit()
            rows = machine.compare(["pdf", "html", "epub"] if number % OTHERS == 0 else ["html"])
            if rows:
                wrong += 1
                machine.found.update(row.split("/")[-1] for row in rows)
                print(f"{number}: {said}", *(f"    {row}" for row in rows[:12]), sep="\n", flush=True)
                if options.stop:
                    break
            if number % 25 == 0:
                print(f"{number} edits, {wrong} wrong, {time.monotonic() - start:.0f} s", flush=True)
    print(f"seed {options.seed}: {number} edits, {wrong} builds that differ", dict(machine.found.most_common(20)))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
