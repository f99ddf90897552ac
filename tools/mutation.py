"""How much the tests of the pure modules notice: small faults are put in, one at a time, and the tests are run.

    python tools/mutation.py                          200 mutants of all pure modules
    python tools/mutation.py --seed 7 --sample 50     others, and fewer
    python tools/mutation.py --module text/fold.py --sample 0    every mutant of one module
    python tools/mutation.py --listed --sample 0 --least 0       whether the list is right: none may be noticed

The working tree is not touched: everything happens in copies in a temporary folder. A mutant that makes the tests
fail, or run far too long, has been noticed. Exit status 1 means that fewer were noticed than `--least` per cent.

Some mutants cannot be noticed because they change nothing that a caller sees. They are listed in
`mutation_equivalent.txt`, each with the reason, and are not drawn.
"""

from __future__ import annotations

import argparse
import ast
import importlib.util
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from queue import SimpleQueue

from mutants import Mutant, mutants

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE = Path("src/course_reader")
EQUIVALENT = Path(__file__).with_name("mutation_equivalent.txt")
#: the modules whose tests are measured
PURE = ("text/**/*.py", "model/dates.py")
#: what the tests need beside the package
COPIED = ("src", "tests", "glossary", "pyproject.toml")
#: a failing property test is not made smaller: that it fails is enough
PROFILE = """
from hypothesis import Phase, settings
settings.register_profile(
    "mutation", deadline=None, database=None, derandomize=True, phases=[Phase.explicit, Phase.generate]
)
"""
#: seconds that a run may take beside a multiple of what it takes without a fault
PATIENCE = 10.0
SLOWER = 6.0


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one mutant."""

    mutant: Mutant
    #: "failed" or "too long"; "" if no test noticed
    noticed: str


def modules(project: Path = PROJECT) -> list[str]:
    """The pure modules, by their paths below the package."""
    root = project / PACKAGE
    return sorted(path.relative_to(root).as_posix() for pattern in PURE for path in root.glob(pattern))


def tests_of(module: str, project: Path = PROJECT) -> list[list[str]]:
    """The test files that belong to a module: the one that mirrors it, then those beside it that import it."""
    path = Path(module)
    mirror = Path("tests", path.parent, f"test_{path.name}")
    name = ".".join(("course_reader", *path.with_suffix("").parts))
    others = sorted(
        file.relative_to(project).as_posix()
        for file in (project / "tests" / path.parts[0]).rglob("test_*.py")
        if name in _imports(file) and file != project / mirror
    )
    return [stage for stage in ([mirror.as_posix()] if (project / mirror).is_file() else [], others) if stage]


@cache
def _imports(file: Path) -> frozenset[str]:
    """The modules that a test file imports, and the names that it imports from them."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(found)


def equivalent(file: Path = EQUIVALENT) -> Counter[tuple[str, ...]]:
    """The keys of the mutants that nobody can notice.

    An entry has five lines: path and function, `- ` and the line as it is, `+ ` and the line as it would be, `= ` and
    the reason, and an empty one.

    Raises:
        ValueError: if an entry has another form.
    """
    text = "\n".join(line for line in file.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    found: Counter[tuple[str, ...]] = Counter()
    for entry in filter(None, (entry.strip() for entry in text.split("\n\n"))):
        lines = entry.split("\n")
        if len(lines) < 4 or [line[:2] for line in lines[1:4]] != ["- ", "+ ", "= "]:
            raise ValueError(f"{file.name}: an entry needs a place, `- `, `+ ` and `= ` with a reason:\n{entry}")
        path, _, where = lines[0].partition(" ")
        found[path, where, lines[1][2:], lines[2][2:]] += 1
    return found


def drawn(chosen: Iterable[str], size: int, seed: int, *, listed: bool = False) -> list[Mutant]:
    """A sample of the mutants of some modules; all of them if `size` is 0.

    Args:
        chosen: The modules, by their paths below the package.
        size: How many mutants.
        seed: Which sample.
        listed: Whether those listed as equivalent are wanted, rather than all others.
    """
    known = equivalent()
    every = [
        mutant
        for module in chosen
        for mutant in mutants(module, (PROJECT / PACKAGE / module).read_bytes())
        if (mutant.key in known) is listed
    ]
    return every if not size or size >= len(every) else random.Random(seed).sample(every, size)


class Copy:
    """A copy of the project in which one module at a time has a fault."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        for name in COPIED:
            source = PROJECT / name
            if source.is_dir():
                shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns(".hypothesis"))
            elif source.is_file():
                shutil.copy(source, folder / name)
        (folder / "mutation_profile.py").write_text(PROFILE, encoding="utf-8")
        self.env = os.environ | {
            "PYTHONPATH": os.pathsep.join((str(folder / "src"), str(folder))),
            # A run is short: loading every plugin would take longer than the tests.
            "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
        }

    def passes(self, tests: list[str], seconds: float | None = None) -> bool:
        """Whether some test files pass.

        Raises:
            subprocess.TimeoutExpired: if they run longer than so many seconds.
        """
        command = [sys.executable, "-m", "pytest", "-x", "-q", "--assert=plain", "-p", "no:cacheprovider"]
        command += ["-p", "_hypothesis_pytestplugin", "-p", "mutation_profile", "--hypothesis-profile=mutation", *tests]
        ran = subprocess.run(command, cwd=self.folder, env=self.env, capture_output=True, timeout=seconds, check=False)
        return ran.returncode == 0

    def try_out(self, mutant: Mutant, limits: dict[tuple[str, ...], float]) -> Result:
        """Put one fault in, run the tests of its module until one fails, and take the fault out again."""
        path = self.folder / PACKAGE / mutant.path
        source = path.read_bytes()
        compiled = Path(importlib.util.cache_from_source(str(path)))
        path.write_bytes(mutant.apply(source))
        try:
            for tests in tests_of(mutant.path):
                compiled.unlink(missing_ok=True)
                if not self.passes(tests, limits[tuple(tests)]):
                    return Result(mutant, "failed")
        except subprocess.TimeoutExpired:
            return Result(mutant, "too long")
        finally:
            path.write_bytes(source)
            compiled.unlink(missing_ok=True)
        return Result(mutant, "")


def measure(sample: list[Mutant], workers: int) -> Iterator[Result]:
    """What becomes of each mutant, in the order in which it is known.

    Raises:
        RuntimeError: if tests fail without any fault.
    """
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(workers) as pool:
        copies: SimpleQueue[Copy] = SimpleQueue()
        for number in range(workers):
            copies.put(Copy(Path(name, str(number))))

        def timed(tests: tuple[str, ...]) -> tuple[tuple[str, ...], float]:
            copy, start = copies.get(), time.monotonic()
            try:
                if not copy.passes(list(tests)):
                    raise RuntimeError(f"tests fail without a mutant: {' '.join(tests)}")
                return tests, PATIENCE + SLOWER * (time.monotonic() - start)
            finally:
                copies.put(copy)

        def tried(mutant: Mutant) -> Result:
            copy = copies.get()
            try:
                return copy.try_out(mutant, limits)
            finally:
                copies.put(copy)

        stages = dict.fromkeys(tuple(tests) for mutant in sample for tests in tests_of(mutant.path))
        limits = dict(pool.map(timed, stages))
        yield from pool.map(tried, sample)


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the mutants that no test noticed and the score."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1, help="which sample is drawn (default: 1)")
    parser.add_argument("--sample", type=int, default=200, help="how many mutants; 0 for all (default: 200)")
    parser.add_argument("--module", action="append", help="only this module, such as text/fold.py; may be repeated")
    parser.add_argument("--listed", action="store_true", help="try those that are listed as equivalent instead")
    parser.add_argument("--workers", type=int, default=2, help="how many test runs at a time (default: 2)")
    parser.add_argument("--least", type=float, default=95.0, help="per cent that must be noticed (default: 95)")
    options = parser.parse_args(arguments)
    known = modules()
    chosen = options.module or known
    if unknown := sorted(set(chosen) - set(known)):
        parser.error(f"not a pure module: {', '.join(unknown)}")
    sample = drawn(chosen, options.sample, options.seed, listed=options.listed)
    kinds: Counter[str] = Counter()
    for number, result in enumerate(measure(sample, options.workers), 1):
        kinds[result.noticed] += 1
        if not result.noticed:
            mutant = result.mutant
            print(f"{PACKAGE.as_posix()}/{mutant.path}:{mutant.line} ({mutant.where or 'module'})")
            print(f"  - {mutant.before}\n  + {mutant.after}", flush=True)
        elif sys.stderr.isatty():
            print(f"\r{number} of {len(sample)}", end="\r", file=sys.stderr, flush=True)
    noticed = len(sample) - kinds[""]
    score = 100 * noticed / len(sample) if sample else 100.0
    print(
        f"{noticed} of {len(sample)} mutants noticed ({kinds['too long']} by a test that ran too long): {score:.1f} %"
    )
    print(f"seed {options.seed}; {sum(equivalent().values())} are listed as equivalent")
    return int(score < options.least)


if __name__ == "__main__":
    sys.exit(main())
