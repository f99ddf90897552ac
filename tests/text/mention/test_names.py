"""Names: the days on which they are in force."""

from __future__ import annotations

from datetime import date

import pytest

from course_reader.text.mention.names import Name


@pytest.mark.parametrize(
    ("start", "end", "in_force"),
    [
        (None, None, True),
        (date(1945, 10, 24), None, True),
        (date(1945, 10, 25), None, False),
        (None, date(1945, 10, 24), True),
        (None, date(1945, 10, 23), False),
        (date(1945, 1, 1), date(1945, 12, 31), True),
        (date(1944, 1, 1), date(1944, 12, 31), False),
    ],
)
def test_a_name_is_in_force_from_its_first_to_its_last_day(
    start: date | None, end: date | None, in_force: bool
) -> None:
    name = Name("United Nations", "un", "organisations", start=start, end=end)
    assert name.in_force(date(1945, 10, 24)) is in_force


def test_a_name_is_over_after_its_last_day() -> None:
    name = Name("Ada Quill", "quill", "people", start=date(1822, 1, 1), end=date(1899, 5, 4))
    days = (date(1800, 1, 1), date(1899, 5, 4), date(1899, 5, 5))
    assert [name.is_over(day) for day in days] == [False, False, True]
    assert not Name("Ada Quill", "quill", "people").is_over(date(2024, 1, 1))


def test_equal_names_are_one_key() -> None:
    assert len({Name("Graz", "graz", "places"), Name("Graz", "graz", "places"), Name("Graz", "town", "places")}) == 2
