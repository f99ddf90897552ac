"""Building a reader in a fresh process, and what that cost."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_BUILD = """
import json, os, resource, sys
if sys.argv[1] == "plain":
    # What Sphinx depends on by itself does not hold the fast stemmer.
    sys.modules["Stemmer"] = None
from sphinx.cmd.build import main
code = main(sys.argv[2:])
print(json.dumps([sum(os.times()[:4]), resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000]))
sys.exit(code)
"""

_LOADED = re.compile(r'<(?:link[^>]* rel="stylesheet"|script|img)[^>]*? (?:href|src)="([^"]+)"')


@dataclass(frozen=True, slots=True)
class Cost:
    """What a build took, in seconds."""

    #: as a clock on the wall shows it
    time: float
    #: of all processes together; other work on the machine disturbs it less
    cpu: float
    #: the most memory that its first process had, in megabytes
    memory: float = 0.0


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a build after an edit did."""

    cost: Cost
    read: int
    written: int


class BuildFailedError(Exception):
    """A build ended with an error; the sentence is what it said."""


def build(folder: Path, *, plain: bool = False, stemmer: bool = False, jobs: int = 1, fresh: bool = True) -> Cost:
    """Build a reader into its folder `_build`.

    Args:
        folder: The reader.
        plain: Whether plain Sphinx builds it, with what it depends on by default.
        stemmer: Whether plain Sphinx has the fast stemmer, as we do.
        jobs: How many processes read and write.
        fresh: Whether everything is read and written again.

    Raises:
        BuildFailedError: if the build fails.
    """
    options = ["-q", "-b", "html", "-j", str(jobs), *(["-E", "-a"] if fresh else []), ".", "_build"]
    command = [sys.executable, "-c", _BUILD, "plain" if plain and not stemmer else "ours", *options]
    start = time.perf_counter()
    run = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)
    taken = time.perf_counter() - start
    if run.returncode:
        raise BuildFailedError(run.stderr[-2000:] or run.stdout[-2000:])
    return Cost(taken, *map(float, json.loads(run.stdout.splitlines()[-1])))


def from_nothing(folder: Path, *, plain: bool = False, stemmer: bool = False, jobs: int = 1) -> Cost:
    """Build a reader of which nothing is kept, pictures of maps included."""
    shutil.rmtree(folder / "_build", ignore_errors=True)
    return build(folder, plain=plain, stemmer=stemmer, jobs=jobs)


def rebuild(folder: Path, jobs: int = 1, *, plain: bool = False) -> Rebuilt:
    """Build again after an edit."""
    before = _stamps(folder)
    cost = build(folder, plain=plain, jobs=jobs, fresh=False)
    changed = [path.suffix for path, stamp in _stamps(folder).items() if before.get(path) != stamp]
    return Rebuilt(cost, changed.count(".doctree"), changed.count(".html"))


def _stamps(folder: Path) -> dict[Path, int]:
    """When each document was read last, and each page written."""
    files = [path for kind in ("doctree", "html") for path in (folder / "_build").rglob(f"*.{kind}")]
    return {path: path.stat().st_mtime_ns for path in files}


def page_weight(page: Path) -> int:
    """How many bytes a page and all it loads have, compressed."""
    text = page.read_text(encoding="utf-8")
    loaded = [page.parent / address.partition("?")[0] for address in _LOADED.findall(text) if ":" not in address]
    return sum(len(gzip.compress(path.read_bytes(), 9)) for path in [page, *loaded])
