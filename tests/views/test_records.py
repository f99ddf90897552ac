"""What pages show of each other, as values: how long a text takes, and values that compare and print alike."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article, entry

from course_reader.marks.records import Page
from course_reader.views import records
from course_reader.views.records import WORDS_A_MINUTE, minutes


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, 1), (1, 1), (WORDS_A_MINUTE, 1), (int(1.4 * WORDS_A_MINUTE), 1), (int(1.6 * WORDS_A_MINUTE), 2)],
)
def test_a_text_takes_at_least_a_minute(words: int, expected: int) -> None:
    assert minutes(Page("article", "A", words=words)) == expected


def test_the_same_files_give_the_same_values() -> None:
    files = {"glossary/people/ann.md": entry("Ann Lee"), "corpus/one/article.md": article("Ann Lee came.")}
    one, two = (make_shelf(files).library.text("corpus/one/article") for _ in range(2))

    assert one == two
    assert repr(one) == repr(two)


@pytest.mark.parametrize("view", [records.GlossView, records.Link, records.TextView])
def test_values_cannot_be_changed_afterwards(view: type) -> None:
    assert view.__dataclass_params__.frozen  # type: ignore[attr-defined]
