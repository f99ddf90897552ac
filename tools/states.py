"""Builds that are damaged, killed, short of room, or several at once: the next build has to equal one from nothing.

    python tools/states.py damage               each file of `_build` cut, empty and missing, one after the other
    python tools/states.py kills --count 200    builds killed at random moments
    python tools/states.py full --count 100     disks of different sizes, as a file system in memory where one may be
                                                mounted, otherwise as a limit on the size of each file
    python tools/states.py together --count 20  three builds at once

With `--seed` the same moments, sizes and files come again; `damage --count 30` tries only some. Everything happens in a
temporary folder. Exit status 1 means that a build differed, failed without need, or ended in a traceback.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable
from functools import partial
from pathlib import Path

from edits_reader import write

from course_reader.commands.build import build

FORMATS = ("html", "pdf", "epub")
#: the outputs and what is kept for them; both audiences are built
AUDIENCES = ("public", "class")
WAYS = ("cut", "empty", "missing")

Files = dict[str, bytes]
#: audience → formats
Kinds = dict[str, tuple[str, ...]]


def command(root: Path, audience: str, *formats: str) -> list[str]:
    """The command of a build."""
    return [sys.executable, "-m", "course_reader.cli", "--root", str(root), "build", "--audience", audience, *formats]


def built_here(root: Path, kinds: Kinds) -> str:
    """Build in this process, which takes a third of the time; what a build said if it failed, otherwise nothing."""
    said = ""
    for audience, formats in kinds.items():
        try:
            result = build(root, formats, settings={"reader_audience": audience})
        except Exception:  # noqa: BLE001 -- any exception is what is looked for
            said += traceback.format_exc()
        else:
            said += "\n".join(map(str, result.problems)) if result.failed else ""
    return said


def built(root: Path, kinds: Kinds, before: Callable[[], None] | None = None) -> str:
    """Build everything; what a build said if it failed or ended in a traceback, otherwise nothing."""
    said = ""
    for audience, formats in kinds.items():
        run = subprocess.run(
            command(root, audience, *formats), capture_output=True, text=True, check=False, preexec_fn=before
        )
        if run.returncode or "Traceback" in run.stderr + run.stdout:
            said += run.stdout + run.stderr
    return said


def outputs(root: Path) -> Files:
    """Every file that a build is for, without what is kept for the next one."""
    found = {}
    for path in sorted((root / "_build").rglob("*")):
        parts = path.relative_to(root).parts
        if path.is_file() and not any(part.startswith(".") for part in parts):
            found["/".join(parts)] = path.read_bytes()
    return found


def differing(now: Files, right: Files) -> list[str]:
    """The files that are missing, left over or different."""
    return sorted(name for name in now.keys() | right.keys() if now.get(name) != right.get(name))


class Trial:
    """A reader with its right outputs, and the count of what went wrong."""

    def __init__(self, folder: Path, seed: int, kinds: Kinds) -> None:
        self.kinds = kinds
        self.rng = random.Random(seed)
        self.root = folder / "reader"
        self.root.mkdir()
        write(self.root)
        start = time.monotonic()
        if said := built(self.root, self.kinds):
            raise SystemExit(f"the reader cannot be built at all:\n{said}")
        #: what a build for one audience takes, a new process included
        self.seconds = (time.monotonic() - start) / len(kinds)
        self.right = outputs(self.root)
        self.tried = self.wrong = 0

    def judge(self, what: str, kinds: Kinds | None = None) -> None:
        """Build some kinds, or all, and compare everything with what is right."""
        self.tried += 1
        said = built_here(self.root, kinds or self.kinds)
        wrong = differing(outputs(self.root), self.right)
        if said or wrong:
            self.wrong += 1
            print(f"{what}: {', '.join(wrong[:5])} {said[-600:]}")
            shutil.rmtree(self.root / "_build")
            built_here(self.root, self.kinds)


def owner(path: str, kinds: Kinds) -> Kinds:
    """The kinds of builds that a file of `_build` may belong to.

    >>> owner("_build/class/.doctrees/typst/index.doctree", {"public": ("html",), "class": ("html", "pdf")})
    {'class': ('pdf',)}
    """
    parts = path.split("/")
    names = {"typst" if part == "pdf" else part: part for formats in kinds.values() for part in formats}
    formats = tuple(part for name, part in names.items() if name in parts or part in parts)
    audience = "class" if "class" in parts else "public"
    return {audience: formats} if formats and audience in kinds else kinds


def damage(trial: Trial, count: int) -> None:
    """Damage files of `_build`, one after the other."""
    cases = [(path, way) for path in sorted((trial.root / "_build").rglob("*")) if path.is_file() for way in WAYS]
    for path, way in trial.rng.sample(cases, min(count, len(cases))) if count else cases:
        if not path.is_file():
            continue
        content = path.read_bytes()
        if way == "missing":
            path.unlink()
        else:
            path.write_bytes(content[: len(content) // 2] if way == "cut" else b"")
        name = path.relative_to(trial.root).as_posix()
        trial.judge(f"{name} {way}", owner(name, trial.kinds))
        if trial.tried % 100 == 0:
            print(f"{trial.tried} of {len(cases)} cases, {trial.wrong} wrong", flush=True)


def kills(trial: Trial, count: int) -> None:
    """Kill builds, some of them after an edit."""
    text = trial.root / "corpus" / "one-kill" / "article.md"
    for number in range(count or 200):
        if number % 2:
            # Something to read and to write: the whole reader.
            shutil.rmtree(trial.root / "_build" / ".doctrees", ignore_errors=True)
        else:
            text.parent.mkdir(exist_ok=True)
            text.write_text("---\ntitle: Killed\ndate: 2001-02-03\nrights: {status: own}\n---\n\nBorg.\n", "utf-8")
        audience = list(trial.kinds)[number % len(trial.kinds)]
        process = subprocess.Popen(
            command(trial.root, audience, *trial.kinds[audience]),
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True,
        )  # fmt: skip
        moment = trial.rng.uniform(0, trial.seconds)
        try:
            process.wait(moment)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            process.wait()
        shutil.rmtree(text.parent, ignore_errors=True)
        trial.judge(f"killed after {moment:.2f} s")


def full(trial: Trial, count: int) -> None:
    """Fill the disk at different sizes."""
    count = count or 100
    whole = sum(len(content) for content in trial.right.values())
    target, kept = trial.root / "_build", trial.root / ".build-kept"
    for number in range(count):
        size = int(whole * 1.5 * (number + trial.rng.random()) / count) + 4096
        shutil.rmtree(target)
        target.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", f"size={size}", "none", str(target)]
        if shutil.which("mount") and subprocess.run(mount, capture_output=True, check=False).returncode == 0:
            try:
                said = built(trial.root, trial.kinds)
                shutil.copytree(target, kept)
            finally:
                subprocess.run(["umount", str(target)], check=True)
            target.rmdir()
            kept.rename(target)
        else:
            limit = max(1, int(size / 20))
            said = built(
                trial.root, trial.kinds, before=partial(resource.setrlimit, resource.RLIMIT_FSIZE, (limit, limit))
            )
        if "Traceback" in said:
            trial.wrong += 1
            print(f"a disk of {size} bytes: {said[-600:]}")
        trial.judge(f"after a disk of {size} bytes")


def together(trial: Trial, count: int) -> None:
    """Build three times at once."""
    for number in range(count or 20):
        shutil.rmtree(trial.root / "_build" / ".doctrees", ignore_errors=True)
        ran = [
            subprocess.Popen(
                command(trial.root, "public", *trial.kinds["public"]),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
            for _ in range(3)
        ]
        for process in ran:
            said, _ = process.communicate()
            if process.returncode or "Traceback" in said:
                trial.wrong += 1
                print(f"round {number}: {said[-600:]}")
        trial.judge(f"round {number}")


TRIALS: dict[str, Callable[[Trial, int], None]] = {"damage": damage, "kills": kills, "full": full, "together": together}


def main(arguments: list[str]) -> int:
    """Run the trials that were asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("trials", nargs="+", choices=TRIALS)
    parser.add_argument("--count", type=int, default=0, help="how many cases (default: all, or as many as named above)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument(
        "--pages", action="store_true", help="only pages for the public, which takes a tenth of the time"
    )
    options = parser.parse_args(arguments)
    wrong = 0
    kinds: Kinds = {"public": ("html",)} if options.pages else dict.fromkeys(AUDIENCES, FORMATS)
    for name in options.trials:
        with tempfile.TemporaryDirectory(prefix="states-") as folder:
            trial = Trial(Path(folder), options.seed, kinds)
            TRIALS[name](trial, options.count)
            print(f"{name}: {trial.tried} cases, {trial.wrong} wrong")
            wrong += trial.wrong
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.setdefault("SOURCE_DATE_EPOCH", "1700000000")
    sys.exit(main(sys.argv[1:]))
