"""Measure: `python -m tests.benchmarks`, or `make bench`."""

from __future__ import annotations

import argparse
import re
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from .anchoring import measure as measure_anchoring
from .bars import measure as measure_bars
from .builds import Cost, Rebuilt, build, page_weight, rebuild
from .commands import measure as measure_commands
from .made_up import write
from .print import measure as measure_printing
from .rebuilds import measure as measure_rebuilds
from .searching import measure as measure_search

WAYS = {"course reader": False, "plain Sphinx": True}

Costs = dict[tuple[str, int], Cost]


def main() -> None:
    """Build made-up readers of several sizes, ours and plain, and print what that cost."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=main.__doc__)
    parser.add_argument("--articles", type=int, default=1000, help="articles of the largest reader (1000)")
    parser.add_argument("--entries", type=int, default=500, help="entries of each reader (500)")
    parser.add_argument("--repeats", type=int, default=3, help="builds of each, of which the best counts (3)")
    parser.add_argument("--jobs", type=int, default=1, help="processes of each build (1)")
    parser.add_argument("--quick", action="store_true", help="100 articles, once")
    parser.add_argument("--print", action="store_true", help="measure the printing of packs instead")
    parser.add_argument("--serve", action="store_true", help="measure what an edit costs in `serve` instead")
    parser.add_argument("--commands", action="store_true", help="measure what commands without Sphinx cost instead")
    parser.add_argument("--bars", action="store_true", help="measure only what has a bar")
    parser.add_argument("--keep", action="store_true", help="keep the bars and their figures in the manual")
    parser.add_argument("--search", metavar="SITE", type=Path, help="measure the search of the shipped reader instead")
    options = parser.parse_args()
    if options.bars:
        raise SystemExit(0 if measure_bars(options.articles, keep=options.keep) else "a bar is missed")
    if options.search:
        sizes = (100, 200 if options.quick else options.articles)
        raise SystemExit(0 if measure_search(options.search.resolve(), sizes) else "the search misses a bar")
    if options.commands:
        raise SystemExit(0 if measure_commands() else "a command costs too much")
    if options.serve:
        measure_rebuilds()
        return
    if options.print:
        measure_printing()
        return
    if options.quick:
        options.articles, options.repeats = 100, 1
    sizes = [1, max(options.articles // 4, 2), options.articles]
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        for size in sizes:
            for way, plain in WAYS.items():
                write(_folder(Path(folder), way, size), size, options.entries, plain=plain)
        costs = _measure(Path(folder), sizes, options.repeats, options.jobs)
        print("\n".join(["", *_table(costs, sizes), "", *_after_edits(Path(folder), sizes[-1], options.jobs), ""]))
        print("\n".join(_weights(Path(folder), sizes)))
    within = measure_bars(options.articles, keep=options.keep)
    within = measure_commands() and within
    if not measure_anchoring("test") or not within:
        raise SystemExit("a bar is missed")


def _folder(folder: Path, way: str, size: int) -> Path:
    return folder / way.replace(" ", "-") / str(size)


def _measure(folder: Path, sizes: list[int], repeats: int, jobs: int) -> Costs:
    """The best of several builds; ours and plain take turns, so that other work disturbs both alike."""
    costs: Costs = {}
    for size in sizes:
        for repeat in range(repeats):
            for way, plain in WAYS.items():
                cost = build(_folder(folder, way, size), plain=plain, jobs=jobs)
                print(f"{way}, {size} articles, {repeat + 1} of {repeats}: {cost.time:.1f} s", flush=True)
                best = costs.get((way, size), cost)
                costs[way, size] = Cost(min(best.time, cost.time), min(best.cpu, cost.cpu))
    return costs


def _table(costs: Costs, sizes: list[int]) -> Iterator[str]:
    ours, plain = WAYS
    yield _row("articles", *map(str, sizes), "growth")
    for name, of in (("time", lambda c: c.time), ("processor time", lambda c: c.cpu)):
        for way in WAYS:
            yield _row(f"{name}, {way}", *(f"{of(costs[way, size]):.1f} s" for size in sizes))
        ratios = [of(costs[ours, size]) / of(costs[plain, size]) for size in sizes]
        yield _row("  ours to plain", *(f"{ratio:.2f}" for ratio in ratios))
        for way in WAYS:
            yield _per_article(f"  an article, {way}", [of(costs[way, size]) for size in sizes], sizes)
        for way in WAYS:
            yield _further(f"  one more article, {way}", [of(costs[way, size]) for size in sizes], sizes)


def _per_article(name: str, taken: list[float], sizes: list[int]) -> str:
    each = [seconds / size * 1000 for seconds, size in zip(taken, sizes, strict=True)]
    return _row(name, "", *(f"{cost:.1f} ms" for cost in each[1:]), f"{each[2] / each[1] - 1:+.0%}")


def _further(name: str, taken: list[float], sizes: list[int]) -> str:
    """What an article adds: without what the start and the entries take, which are there with one article too."""
    steps = [(b - a) / (n - m) * 1000 for a, b, m, n in zip(taken, taken[1:], sizes, sizes[1:], strict=False)]
    return _row(name, "", *(f"{cost:.1f} ms" for cost in steps), f"{steps[1] / steps[0] - 1:+.0%}")


def _row(name: str, *cells: str) -> str:
    return f"{name:<38}" + "".join(f"{cell:>12}" for cell in cells)


def _after_edits(folder: Path, size: int, jobs: int) -> Iterator[str]:
    reader = _folder(folder, next(iter(WAYS)), size)
    article = reader / "corpus" / "article-0000" / "article.md"
    person = min(path for path in (reader / "glossary" / "people").glob("*.md") if path.stem != "index")
    edits: dict[str, tuple[Path, Callable[[str], str]]] = {
        "an article": (article, lambda text: text + "\nOne more paragraph.\n"),
        "an entry's gloss": (person, lambda text: re.sub(r"(?m)^gloss: .*$", "gloss: Somebody else.", text)),
        "an entry's names": (person, lambda text: re.sub(r"(?m)^aliases: .*$", "aliases: []", text)),
    }
    yield f"{size} articles, built again after an edit of"
    yield _rebuilt("nothing", rebuild(reader, jobs))
    for name, (path, edit) in edits.items():
        path.write_text(edit(path.read_text(encoding="utf-8")), encoding="utf-8")
        yield _rebuilt(name, rebuild(reader, jobs))


def _rebuilt(name: str, done: Rebuilt) -> str:
    return f"  {name:<18} {done.read:>5} read {done.written:>5} written {done.cost.time:>8.1f} s"


def _weights(folder: Path, sizes: list[int]) -> Iterator[str]:
    for size in sizes[1:]:
        reader = _folder(folder, next(iter(WAYS)), size)
        weight = page_weight(reader / "_build" / "corpus" / "article-0001" / "article.html")
        yield f"an article's page with all it loads, of {size:>5}: {weight / 1000:.1f} kB compressed"


if __name__ == "__main__":
    main()
