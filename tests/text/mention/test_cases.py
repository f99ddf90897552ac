"""The made-up articles and misleading sentences of `tests/text/cases/`, as a whole and kind by kind."""

from __future__ import annotations

import pytest
from mention_cases import FIGURES, LANGUAGE_FIGURES, Score, cases, count, figures, files, language_figures

from course_reader.text.mention.index import NameIndex

#: wrong links in a thousand, missing ones in a hundred
PRECISION, RECALL = 0.999, 0.98


@pytest.fixture(scope="module")
def scores() -> dict[str, Score]:
    return {file: count(file) for file in files()}


def test_there_are_enough_cases() -> None:
    articles = [case for file in files() if file.startswith("articles") for case in cases(file)]
    sentences = [case for file in files() if file.startswith("hard") for case in cases(file)]
    assert len(articles) >= 30
    assert sum(len(case.wanted) for case in articles) >= 1000
    assert len({case.sort for case in articles}) >= 9
    assert len([case for case in sentences if not case.wanted]) >= 250
    assert len({case.sort for case in sentences}) >= 20
    assert all(case.reason for case in (*articles, *sentences))


@pytest.mark.parametrize("file", files())
def test_links_are_right_and_complete(scores: dict[str, Score], file: str) -> None:
    total = scores[file]
    assert total.precision >= PRECISION, total.differences
    assert total.recall >= RECALL, total.differences


def test_few_capitals_stay_questions(scores: dict[str, Score]) -> None:
    """At most a fifth of the names that may mean a government are asked about."""
    asked = decided = 0
    for file in files():
        if not file.startswith("articles"):
            continue
        asked += scores[file].questions
        for case in cases(file):
            names = {name.text for name in case.glossary if name.metonym}
            decided += sum(case.text[a:b] in names for a, b, entry in case.wanted if entry != "?")
    assert asked <= 0.2 * (asked + decided)


def test_a_name_that_is_turned_down_has_its_reason() -> None:
    for case in cases("hard_1"):
        found = NameIndex(case.glossary).find(case.text, date=case.day)
        assert all(turned.reason and turned.reason.about for turned in found.turned_down)


def test_the_manual_prints_the_figures_of_these_cases() -> None:
    """`python tests/mention_cases.py --write` writes them again."""
    assert FIGURES.read_text(encoding="utf-8") == figures()
    assert LANGUAGE_FIGURES.read_text(encoding="utf-8") == language_figures()
