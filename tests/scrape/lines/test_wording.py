"""Words that texts on one thing share."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines.wording import count_words, stems


def test_forms_of_a_word_share_its_beginning() -> None:
    assert stems("The ferries sailed") & stems("Ferries sailing again")
    assert not stems("The ferry") & stems("A council")


def test_without_spaces_pairs_of_characters_count() -> None:
    assert len(stems("船が再び出航した") & stems("北港の船が再び動く")) >= 3


@pytest.mark.parametrize(
    ("text", "count"), [("Biz & IT —", 2), ("Pier, repaired at last", 4), ("船が再び出航", 2), ("", 0)]
)
def test_signs_are_no_words(text: str, count: int) -> None:
    assert count_words(text) == count
