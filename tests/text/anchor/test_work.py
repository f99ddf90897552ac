"""A search has a bound, however often the words are in the text."""

from __future__ import annotations

import dataclasses
import importlib
from collections import Counter
from typing import Any

import pytest
from rapidfuzz import fuzz

from course_reader.text.anchor import Anchor, describe, resolve
from course_reader.text.anchor.search import MOST_PLACES, MOST_SEARCHES

#: the module; the package exports its function by the same name
find = importlib.import_module("course_reader.text.anchor.resolve")


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
    assert len(weighed) <= MOST_PLACES + 2 * MOST_SEARCHES
