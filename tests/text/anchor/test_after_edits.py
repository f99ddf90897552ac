"""Quotes in texts that were edited: how many are found, and that none is found in a wrong place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from edited import DEV, TEST, Outcome, Source, Trial, judge, make

from course_reader.text.anchor import Anchor, State, describe, resolve

Answer = tuple[Trial, Outcome, State]


def answers(trials: Iterator[Trial], *, snapshot: bool) -> list[Answer]:
    """Each trial, answered from what files keep: no position, contexts on one line."""
    found = []
    for trial in trials:
        anchor = describe(trial.old, trial.start, trial.end)
        parts = (" ".join(part.split()) for part in (anchor.quote, anchor.prefix, anchor.suffix))
        kept = Anchor(*parts, text_hash=anchor.text_hash)
        answer = resolve(kept, trial.new, snapshot=trial.old if snapshot else None)
        found.append((trial, judge(trial, answer.span), answer.state))
    return found


def shares(answered: list[Answer]) -> tuple[float, float, list[str]]:
    """The share of correct answers where there is a place, of wrong ones of all, and which were wrong."""
    counts = Counter(outcome for _, outcome, _ in answered)
    there = sum(trial.truth is not None for trial, _, _ in answered)
    wrong = [f"{t.edit}: {t.old[t.start : t.end]!r}" for t, outcome, _ in answered if outcome is Outcome.WRONG]
    return counts[Outcome.CORRECT] / there, counts[Outcome.WRONG] / len(answered), wrong


def shown_wrongly(answered: list[Answer]) -> list[str]:
    """What a build would show in a wrong place: it shows what is exact."""
    return [t.edit for t, outcome, state in answered if state is State.EXACT and outcome is Outcome.WRONG]


def test_with_a_snapshot_nearly_all_are_found_and_none_in_a_wrong_place() -> None:
    answered = answers(make(TEST, 60), snapshot=True)
    assert len(answered) == 960
    correct, wrong, which = shares(answered)
    assert correct >= 0.98
    assert wrong <= 0.001, which
    assert shown_wrongly(answered) == []


def test_without_a_snapshot_most_are_found_and_few_in_a_wrong_place() -> None:
    answered = answers(make(TEST, 60), snapshot=False)
    correct, wrong, which = shares(answered)
    assert correct >= 0.94
    assert wrong <= 0.02, which
    assert shown_wrongly(answered) == []


def test_where_half_of_the_words_are_others_nothing_is_found_in_a_wrong_place() -> None:
    for snapshot in (True, False):
        assert shares(answers(make(TEST, 30, halves=True), snapshot=snapshot))[1] <= 0.02


def test_passages_that_were_taken_out_are_never_found_elsewhere() -> None:
    gone = (t for t in make(DEV, 20) if t.edit in ("sentence deleted", "deleted, like words elsewhere"))
    assert {outcome for _, outcome, _ in answers(gone, snapshot=True)} == {Outcome.HONEST}


SPELLINGS = {"Pashinyan": "Pashinian", "Karabakh": "Karabagh", "Azerbaijan": "Azerbaidzhan", "Aliyev": "Aliev"}


@pytest.mark.samples
def test_real_articles_do_as_well(samples: Path) -> None:
    files = sorted(samples.glob("*.txt"))
    blocks = [re.split(r"\n\s*\n", path.read_text(encoding="utf-8")) for path in files]
    texts = ["\n\n".join(" ".join(block.split()) for block in parts if block.strip()) for parts in blocks]
    source = Source([*texts, "\n\n".join(texts)], SPELLINGS)
    correct, wrong, which = shares(answers(make(TEST, 30, source), snapshot=True))
    assert correct >= 0.98, which
    assert wrong <= 0.005, which
    assert shares(answers(make(TEST, 30, source), snapshot=False))[1] <= 0.02
