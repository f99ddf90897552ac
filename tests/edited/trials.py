"""The sets of trials: sixteen kinds of edit, five kinds of quote, seeded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from .edits import BREAK, EDITS, Draft, half_replaced, letters, sentences
from .texts import BOTH, FERRY, PIER, SPELLINGS, WORDS

#: seeds: thresholds are chosen on DEV only
DEV, TEST, BIG = 1, 2, 3

KINDS = ("a word", "2–5 words", "6–12 words", "a sentence", "paragraphs")


@dataclass(frozen=True, slots=True)
class Trial:
    """A quote, the text that it was taken from, and the text as it is now."""

    edit: str
    kind: str
    old: str
    new: str
    #: where the quote stands in the old text
    start: int
    end: int
    #: where it stands in the new one; None if it is gone
    truth: tuple[int, int] | None


class Outcome(StrEnum):
    """How an answer is judged."""

    CORRECT = "correct"
    #: the right place, but its ends are not
    OFF = "off"
    #: an orphan, although half of the quote or more is there
    MISSED = "missed"
    #: elsewhere, or somewhere although the quote is gone
    WRONG = "wrong"
    #: an orphan, and rightly so
    HONEST = "honest"


def judge(trial: Trial, span: tuple[int, int] | None) -> Outcome:
    """Judge an answer."""
    if trial.truth is None:
        return Outcome.HONEST if span is None else Outcome.WRONG
    if span is None:
        return Outcome.MISSED
    (start, end), (lo, hi) = trial.truth, span
    if abs(start - lo) + abs(end - hi) <= max(3, (end - start) // 10):
        return Outcome.CORRECT
    shared = min(end, hi) - max(start, lo)
    return Outcome.OFF if shared * 2 >= min(end - start, hi - lo) > 0 else Outcome.WRONG


@dataclass(frozen=True, slots=True)
class Source:
    """Texts to quote from and to edit."""

    texts: Sequence[str]
    #: their names, and how others spell them
    spellings: dict[str, str]


MADE_UP = Source((FERRY, PIER, BOTH), SPELLINGS)
#: so many edits in a row that change nothing mean that this kind of edit has nothing to do in a text
_FRUITLESS = 200


def make(seed: int, each: int, source: Source = MADE_UP, *, halves: bool = False) -> Iterator[Trial]:
    """A set of trials.

    Args:
        seed: Of the random numbers.
        each: How many of each kind of edit; none of a kind that finds nothing to change.
        source: What is quoted and edited.
        halves: Instead of all sixteen, one edit that replaces half of the words.
    """
    edits = {"half of the words replaced": half_replaced} if halves else EDITS
    for name, edit in edits.items():
        # A generator for each kind, so that a change of one leaves the others as they are.
        random = Random(f"{seed} {name}")
        made = fruitless = 0
        while made < each and fruitless < _FRUITLESS:
            fruitless += 1
            kind = KINDS[made % len(KINDS)]
            old = source.texts[made // len(KINDS) % len(source.texts)]
            start, end = _quote(old, kind, random)
            if name.startswith("deleted"):
                old, start, end = _with_double(old, start, end, random, alike="like" in name)
            draft = Draft(letters(old), start, end, random, source.spellings)
            edit(draft)
            if draft.text == old:
                continue
            # Between a few letters and half of them it is a matter of taste whether the quote is still there.
            truth = draft.place() if draft.left() >= 0.5 else None
            if truth is None and draft.left() > 0:
                continue
            made, fruitless = made + 1, 0
            yield Trial(name, kind, old, draft.text, start, end, truth)


def _quote(text: str, kind: str, random: Random) -> tuple[int, int]:
    """A stretch of a text, of some kind."""
    if kind == "paragraphs":
        parts = [(m.start(), m.end()) for m in re.finditer(r"(?s).+?(?=\n\n|$)", text) if m.group().strip()]
        at, count = random.randrange(len(parts)), random.choice((1, 1, 2))
        lo, hi = parts[at][0], parts[min(at + count, len(parts)) - 1][1]
        return lo + len(text[lo:hi]) - len(text[lo:hi].lstrip()), hi
    if kind == "a sentence":
        return random.choice(sentences(text))
    words = [(m.start(), m.end()) for m in re.finditer(r"\w[\w'’,-]*\w|\w", text)]
    low, high = {"a word": (1, 1), "2–5 words": (2, 5), "6–12 words": (6, 12)}[kind]
    while True:
        at, count = random.randrange(len(words)), random.randint(low, high)
        lo, hi = words[at][0], words[min(at + count, len(words)) - 1][1]
        if BREAK not in text[lo:hi]:
            return lo, hi


def _with_double(text: str, start: int, end: int, random: Random, *, alike: bool) -> tuple[str, int, int]:
    """The text with the quoted words, or words like them, in another paragraph as well."""
    words = text[start:end].replace(BREAK, " ")
    if alike:
        words = re.sub(r"\w+", lambda m: random.choice(WORDS) if random.random() < 1 / 6 else m.group(), words)
    before, after = (
        random.choice(("He added:", "As was said,", "In the end")),
        random.choice(("or so.", "then.", "once.")),
    )
    lo, hi = text.rfind(BREAK, 0, start), text.find(BREAK, end)
    breaks = [m.start() for m in re.finditer(BREAK, text) if not lo <= m.start() <= hi]
    at = random.choice(breaks)
    put = f"{BREAK}{before} {words} {after}"
    shift = len(put) if at < start else 0
    return text[:at] + put + text[at:], start + shift, end + shift
