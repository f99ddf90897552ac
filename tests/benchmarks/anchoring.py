"""Measure anchoring beside other ways to do it: `python -m tests.benchmarks.anchoring`."""

from __future__ import annotations

import argparse
import dataclasses
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from course_reader.text.anchor import Anchor, State, describe, resolve

from ..edited import BIG, DEV, TEST, Outcome, Trial, judge, make

SETS = {"dev": (DEV, 60), "test": (TEST, 60), "big": (BIG, 300)}
#: milliseconds that one quote may take
MOST = 50.0

Span = tuple[int, int] | None
Method = Callable[[Trial, Anchor], Span]


def position(trial: Trial, anchor: Anchor) -> Span:
    """The same offsets as before, as tools do that keep nothing else."""
    return (trial.start, trial.end) if trial.end <= len(trial.new) else None


def exact_once(trial: Trial, anchor: Anchor) -> Span:
    """The same words, if they stand there once."""
    at = trial.new.find(anchor.quote)
    return (at, at + len(anchor.quote)) if at >= 0 and trial.new.count(anchor.quote) == 1 else None


def exact_context(trial: Trial, anchor: Anchor) -> Span:
    """The same words with the same 32 characters on each side."""
    prefix, suffix = anchor.prefix[-32:], anchor.suffix[:32]
    at = trial.new.find(prefix + anchor.quote + suffix)
    return (at + len(prefix), at + len(prefix) + len(anchor.quote)) if at >= 0 else None


def best_match(trial: Trial, anchor: Anchor) -> Span:
    """As the annotation client Hypothesis does it, written from its description.

    All places where the quote stands; if there is none, all where it stands with the fewest errors, up to half of its
    length or 256. The best by quote (50), 32 characters of context (20 on each side) and position (2) is taken, however
    bad it is.
    """
    text, quote = trial.new, anchor.quote
    prefix, suffix = anchor.prefix[-32:], anchor.suffix[:32]
    places = [(at, at + len(quote), 0) for at in range(len(text)) if text.startswith(quote, at)]
    if not places:
        places = list(_with_fewest_errors(quote, text, min(256, len(quote) // 2)))

    def score(place: tuple[int, int, int]) -> float:
        start, end, errors = place
        before = _likeness(prefix, text[max(0, start - len(prefix)) : start])
        behind = _likeness(suffix, text[end : end + len(suffix)])
        near = 1 - abs(start - trial.start) / len(text)
        return 50 * (1 - errors / len(quote)) + 20 * before + 20 * behind + 2 * near

    return max(places, key=score)[:2] if places else None


def _likeness(context: str, there: str) -> float:
    if not context:
        return 1.0
    return 1 - min((errors for _, errors in _errors(context, there)), default=len(context)) / len(context)


def _with_fewest_errors(needle: str, text: str, most: int) -> Iterator[tuple[int, int, int]]:
    found = list(_errors(needle, text))
    least = min((errors for _, errors in found), default=most + 1)
    if least > most:
        return
    for end, errors in found:
        if errors == least:
            reach = text[max(0, end - len(needle) - errors) : end][::-1]
            yield end - min(_errors(needle[::-1], reach), key=lambda place: place[1])[0], end, errors


def _errors(needle: str, text: str) -> Iterator[tuple[int, int]]:
    """For each offset of a text, how many errors a match that ends there has (Myers' bit vectors)."""
    masks: dict[str, int] = defaultdict(int)
    for place, letter in enumerate(needle):
        masks[letter] |= 1 << place
    last, every = 1 << (len(needle) - 1), (1 << len(needle)) - 1
    up, down, errors = every, 0, len(needle)
    for offset, letter in enumerate(text, start=1):
        same = masks.get(letter, 0)
        across = (((same & up) + up) ^ up) | same
        rise, fall = down | (every & ~(across | up)), up & across
        errors += bool(rise & last) - bool(fall & last)
        rise, fall = (rise << 1) & every, (fall << 1) & every
        vertical = same | down
        up, down = fall | (every & ~(vertical | rise)), rise & vertical
        yield offset, errors


def ours(trial: Trial, anchor: Anchor) -> Span:
    """Ours, without the old text."""
    return resolve(anchor, trial.new).span


def ours_with_snapshot(trial: Trial, anchor: Anchor) -> Span:
    """Ours, with it."""
    return resolve(anchor, trial.new, snapshot=trial.old).span


def shown(trial: Trial, anchor: Anchor) -> Span:
    """What a build shows without asking, if the old text is lost."""
    found = resolve(anchor, trial.new)
    return found.span if found.state is State.EXACT else None


def shown_with_snapshot(trial: Trial, anchor: Anchor) -> Span:
    """What a build shows without asking."""
    found = resolve(anchor, trial.new, snapshot=trial.old)
    return found.span if found.state is State.EXACT else None


METHODS: dict[str, Method] = {
    "position only": position,
    "exact, once": exact_once,
    "exact, with context": exact_context,
    "as Hypothesis": best_match,
    "ours, quote only": ours,
    "ours, snapshot": ours_with_snapshot,
    "shown by a build, quote only": shown,
    "shown by a build, snapshot": shown_with_snapshot,
}


@dataclass
class Result:
    """What a method answered."""

    outcomes: dict[str, Counter[Outcome]] = field(default_factory=lambda: defaultdict(Counter))
    there: int = 0
    #: milliseconds of processor time for each trial
    times: list[float] = field(default_factory=list)

    def row(self, name: str) -> str:
        """A line of the table."""
        counts = sum(self.outcomes.values(), Counter())
        every = sum(counts.values())
        of_there = [f"{counts[o] / self.there:.1%}" for o in (Outcome.CORRECT, Outcome.OFF, Outcome.MISSED)]
        honest = counts[Outcome.HONEST] / max(every - self.there, 1)
        times = sorted(self.times)
        cost = [f"{sum(times) / every:.2f}", f"{times[int(every * 0.95)]:.2f}", f"{times[-1]:.1f}"]
        return _row(name, *of_there, f"{counts[Outcome.WRONG] / every:.2%}", f"{honest:.1%}", *cost)


def _row(name: str, *cells: str) -> str:
    return f"{name:<32}" + "".join(f"{cell:>10}" for cell in cells)


def measure(name: str) -> bool:
    """Print the tables of a set of trials; say whether no quote took us too long."""
    results = {method: Result() for method in METHODS}
    for trial in make(*SETS[name]):
        # Files keep no position; the other methods get theirs from the trial.
        anchor = dataclasses.replace(describe(trial.old, trial.start, trial.end), start=None)
        for method, answer in METHODS.items():
            start = time.process_time()
            span = answer(trial, anchor)
            result = results[method]
            result.times.append((time.process_time() - start) * 1000)
            result.outcomes[trial.edit][judge(trial, span)] += 1
            result.there += trial.truth is not None
    count = len(results["position only"].times)
    print(f"\nquotes in edited texts, set {name}: {count} trials; of those with a true place, of all, of those without")
    print(_row("", "correct", "ends off", "missed", "wrong", "honest", "mean ms", "95 % ms", "most ms"))
    for method, result in results.items():
        print(result.row(method))
    _by_edit({method: results[method] for method in ("as Hypothesis", "ours, quote only", "ours, snapshot")})
    slowest = max(max(result.times) for method, result in results.items() if method.startswith("ours"))
    print(f"\nthe slowest quote of ours: {slowest:.1f} ms of processor time; {MOST:.0f} are allowed")
    return slowest <= MOST


def _by_edit(results: dict[str, Result]) -> None:
    print("\n" + _row("right / wrong", *(f"{method.split(', ')[-1]:>16}" for method in results)))
    edits = next(iter(results.values())).outcomes
    for edit in edits:
        cells = []
        for result in results.values():
            counts = result.outcomes[edit]
            right = counts[Outcome.CORRECT] + counts[Outcome.HONEST]
            cells.append(f"{f'{right} / {counts[Outcome.WRONG]}':>16}")
        print(_row(edit, *cells))


def main() -> None:
    """Print how many quotes each way finds again, and how long it takes."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.anchoring", description=main.__doc__)
    parser.add_argument(
        "--set", choices=SETS, default="test", help="which trials: thresholds were chosen on dev (test)"
    )
    if not measure(parser.parse_args().set):
        raise SystemExit("a quote took too long")


if __name__ == "__main__":
    main()
