"""Quotes in texts that were edited: how many are found, and that none is found in a wrong place."""

from __future__ import annotations

import dataclasses
import importlib
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from edited import DEV, TEST, Outcome, Source, Trial, judge, make
from rapidfuzz import fuzz

from course_reader.text.anchor import Anchor, Reason, State, describe, resolve
from course_reader.text.anchor.search import MOST_SEARCHES, best_end

#: the module; the package gives its function by the same name
find = importlib.import_module("course_reader.text.anchor.resolve")

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


# --- each state and each reason

OLD = (
    "The talks began on Monday in the old customs house. The mayor spoke first, for an hour.\n\n"
    "The governor had invited both mayors to her house in the hills. Nobody knows what she said to them there.\n\n"
    "In the evening the talks ended without a treaty, and the mayors went home by bus."
)


def found(quote: str, new: str, *, snapshot: bool = True) -> tuple[State, Reason | None, str | None]:
    start = OLD.index(quote)
    answer = resolve(describe(OLD, start, start + len(quote)), new, snapshot=OLD if snapshot else None)
    return answer.state, answer.reason, new[slice(*answer.span)] if answer.span else None


GOVERNOR = "The governor had invited both mayors to her house in the hills."


@pytest.mark.parametrize("snapshot", [True, False])
@pytest.mark.parametrize(
    ("quote", "new", "state", "words"),
    [
        ("without a treaty", "A new paragraph.\n\n" + OLD, State.EXACT, "without a treaty"),
        ("the old customs house", OLD.replace("customs house", "custom-house"), State.EDITED, "the old custom-house"),
        ("without a treaty", OLD.replace("a treaty", "any treaty"), State.EDITED, "without any treaty"),
        ("home by bus", OLD.replace("by bus", "by night train"), State.EDITED, "home by night train"),
        ("the mayors went home", OLD.replace("the mayors", "both mayors"), State.EDITED, "both mayors went home"),
    ],
)
def test_what_became_of_the_words(snapshot: bool, quote: str, new: str, state: State, words: str) -> None:
    assert found(quote, new, snapshot=snapshot) == (state, None, words)


def test_a_moved_paragraph_is_followed() -> None:
    first, second, third = OLD.split("\n\n")
    assert found(third, "\n\n".join([third, first, second])) == (State.MOVED, None, third)


def test_words_that_are_gone_are_an_orphan() -> None:
    state, reason, _ = found(GOVERNOR, OLD.replace(GOVERNOR + " ", ""))
    assert (state, reason) == (State.ORPHAN, Reason.NOT_FOUND)


def test_the_same_words_of_another_passage_are_a_decoy() -> None:
    twice = OLD + "\n\nThe talks began again on Friday in the old customs house."
    start = twice.index("in the old customs house")
    anchor = describe(twice, start, start + 24)
    new = twice.replace(" in the old customs house. The mayor", ". The mayor")
    answer = resolve(anchor, new, snapshot=twice)
    assert (answer.state, answer.reason) == (State.ORPHAN, Reason.DECOY)
    assert [place.text for place in answer.suggestions][:1] == ["in the old customs house"]


def test_the_same_words_between_others_are_no_proof() -> None:
    new = "Another text. Somebody built a new station without a treaty, which is seldom done."
    assert found("without a treaty", new, snapshot=False) == (State.ORPHAN, Reason.WEAK_CONTEXT, None)


def test_words_that_stand_there_twice_are_ambiguous() -> None:
    answer = resolve(Anchor("the talks"), "First the talks began. Then the talks ended.")
    assert (answer.state, answer.reason, len(answer.suggestions)) == (State.ORPHAN, Reason.AMBIGUOUS, 2)


def test_of_equal_places_the_nearest_is_a_tie() -> None:
    line = "The council met in the morning and voted for the pier. "
    old, new = ("Start. ", line, "x" * 2000, " ", line), ("Begin. ", line, "x" * 2000, " ", line)
    text, start = "".join(old), "".join(old).index("voted")
    anchor = Anchor("voted", text[start - 40 : start], text[start + 5 : start + 15], start=start)
    answer = resolve(anchor, "".join(new))
    assert (answer.state, answer.span) == (State.TIE, (start, start + 5))
    assert [place.start for place in answer.suggestions] == [text.index("voted", start + 1)]
    # Without a position nobody can tell.
    assert resolve(dataclasses.replace(anchor, start=None), "".join(new)).reason is Reason.AMBIGUOUS


def test_what_was_taken_out_is_read_as_whole_sentences() -> None:
    """Without its first sentence, "The one. The two." is not "The" and the rest of the second."""
    old = "They met. The first day was long and hot. The second day was short."
    start = old.index("The first")
    answer = resolve(describe(old, start, start + 3), "They met. The second day was short.", snapshot=old)
    assert answer.state is State.ORPHAN


def test_a_hand_written_quote_may_be_like_the_words_if_it_is_long() -> None:
    long = "The governor had invited both mayors to the house in the hills"
    assert resolve(Anchor(long), OLD).state is State.EDITED
    assert resolve(Anchor("The governor invited"), OLD).state is State.ORPHAN


# --- work


def test_a_search_has_an_end_however_often_the_words_are_there(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: Counter[str] = Counter()
    aligned = fuzz.partial_ratio_alignment

    def counted(needle: str, text: str, **options: Any) -> Any:
        calls["windows"] += 1
        calls["letters"] += len(text)
        return aligned(needle, text, **options)

    monkeypatch.setattr(fuzz, "partial_ratio_alignment", counted)
    text = "The mayors talked on, and the mayor talks. " * 500
    resolve(Anchor("The mayor talked", "before it. ", " of the pier"), text, snapshot="The mayor talked. " + text)
    assert 0 < calls["windows"] <= 2 * MOST_SEARCHES
    assert calls["letters"] <= 2 * MOST_SEARCHES * len(text)


def test_of_very_many_places_the_likeliest_are_weighed(monkeypatch: pytest.MonkeyPatch) -> None:
    weighed: list[tuple[int, int]] = []
    weigh = find.weigh

    def counted(needle: Any, text: str, span: tuple[int, int], hint: int | None) -> Any:
        weighed.append(span)
        return weigh(needle, text, span, hint)

    monkeypatch.setattr(find, "weigh", counted)
    line = "It is the case that the river is the border. "
    old = line * 200 + "Across the wide bay a lamp was burning, and nobody had seen it before. " + line * 200
    start = old.index("Across the") + 7
    anchor = dataclasses.replace(describe(old, start, start + 3), start=None)
    assert resolve(anchor, old.replace("a lamp", "some light")).span == (start, start + 3)
    assert len(weighed) <= find.MOST_PLACES + 2 * MOST_SEARCHES


@pytest.mark.parametrize(
    ("needle", "text", "end"),
    [("abc", "xxabcxx", 5), ("abc", "xxabxx", 4), ("talks", "the tahlks on", 10), ("a", "bbb", 0), ("abc", "", 0)],
)
def test_the_end_with_the_fewest_errors(needle: str, text: str, end: int) -> None:
    assert best_end(needle, text) == end
