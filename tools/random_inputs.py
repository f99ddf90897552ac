"""Read random inputs, and list those that end in an exception or take longer than a second.

python tools/random_inputs.py [--seed 1] [--count 100000] [--processes 2] [--surface NAME] [--only NUMBER]

Prints how many inputs were read and the longest time for each surface, in seconds of processor time, and how to repeat
each failure. Ends with 1 if there are any.
"""

from __future__ import annotations

import argparse
import multiprocessing
import signal
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

import input_pages
from input_surfaces import EXPECTED, SURFACES

#: the longest time that an input may take, in seconds of processor time
LONGEST = 1.0
#: after so many it is given up
PATIENCE = 20.0


def _give_up(*_: object) -> None:
    raise TimeoutError(f"not read in {PATIENCE:.0f} s")


signal.signal(signal.SIGPROF, _give_up)


@dataclass(frozen=True)
class Outcome:
    """What became of an input."""

    surface: str
    number: int
    seconds: float
    #: what was raised and where; empty if nothing was
    error: str = ""


def tried(seed: int, surface: str, number: int, *, raises: bool = False) -> Outcome:
    """Make and read an input; the same numbers give the same one."""
    chance = Random(f"{seed} {surface} {number}")
    made = SURFACES[surface].make(chance)
    start, error = time.process_time(), ""
    signal.setitimer(signal.ITIMER_PROF, PATIENCE)
    try:
        SURFACES[surface].read(made)
    except EXPECTED:
        pass
    except Exception as raised:
        if raises:
            raise
        where = traceback.extract_tb(raised.__traceback__)[-1]
        error = f"{type(raised).__name__}: {str(raised)[:120]} ({where.filename.rpartition('/')[2]}:{where.lineno})"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    return Outcome(surface, number, time.process_time() - start, error)


def plan(count: int, only: str | None = None) -> list[tuple[str, int]]:
    """Which inputs are read: each surface gets its share."""
    chosen = {name: surface for name, surface in SURFACES.items() if only in (None, name)}
    whole = sum(surface.weight for surface in chosen.values())
    return [(n, i) for n, surface in chosen.items() for i in range(max(1, count * surface.weight // whole))]


def search(seed: int, inputs: Sequence[tuple[str, int]], processes: int = 1) -> Iterator[Outcome]:
    """Read inputs, in several processes."""
    calls = [(seed, name, number) for name, number in inputs]
    if processes == 1:
        try:
            yield from (tried(*call) for call in calls)
        finally:
            input_pages.stop()
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        yield from pool.imap_unordered(_call, calls, chunksize=50)


def _call(call: tuple[int, str, int]) -> Outcome:
    return tried(*call)


def failures(found: Sequence[Outcome]) -> list[Outcome]:
    """What was raised, once for each place, and what took too long, the longest first."""
    errors = {(one.surface, one.error.rpartition(" (")[2]): one for one in found if one.error}
    slow = sorted((one for one in found if one.seconds > LONGEST), key=lambda one: -one.seconds)
    return [*errors.values(), *slow]


def main(argv: Sequence[str] | None = None) -> int:
    """Search, and print what was found."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=100_000)
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--surface", choices=list(SURFACES))
    parser.add_argument("--only", type=int, help="read this input alone, and show the traceback")
    options = parser.parse_args(argv)
    if options.only is not None:
        print(f"{tried(options.seed, options.surface, options.only, raises=True).seconds:.2f} s")
        return 0
    found = list(search(options.seed, plan(options.count, options.surface), options.processes))
    counts = Counter(one.surface for one in found)
    for name in counts:
        of_name = [one for one in found if one.surface == name]
        wrong = sum(bool(one.error) for one in of_name)
        slow = sum(one.seconds > LONGEST for one in of_name)
        longest = max(one.seconds for one in of_name)
        print(
            f"{name:14} {counts[name]:7,} inputs, longest {longest:6.2f} s, {wrong} raised, {slow} took over a second"
        )
    for one in failures(found)[:60]:
        what = one.error or f"took {one.seconds:.2f} s"
        print(f'{what}: --seed {options.seed} --surface "{one.surface}" --only {one.number}')
    print(f"{len(found):,} inputs, {len(failures(found))} failures")
    return 1 if failures(found) else 0


if __name__ == "__main__":
    sys.exit(main())
