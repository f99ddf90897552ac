"""Times come in many forms and leave in one."""

from __future__ import annotations

import pytest

from course_reader.exchange.dates import is_time, utc


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("2015-10-13T13:00:00Z", "2015-10-13T13:00:00Z"),
        ("2024-03-05T10:00:00.123400+00:00", "2024-03-05T10:00:00.1234Z"),
        ("2024-03-05T01:30:00+04:00", "2024-03-04T21:30:00Z"),
        ("2024-03-05 10:00", "2024-03-05T10:00:00Z"),
        ("2024-03-05", "2024-03-05T00:00:00Z"),
        ("2024-02-30", None),
        ("yesterday", None),
        ("2024", None),
        ("0001-01-01T00:00:00+14:00", None),
        ("", None),
    ],
)
def test_a_time_is_told_in_utc(given: str, shown: str | None) -> None:
    assert utc(given) == shown
    assert shown is None or utc(shown) == shown


def test_a_day_alone_is_no_time_for_the_w3c() -> None:
    assert not is_time("2024-03-05")
    assert is_time("2024-03-05T10:00:00+04:00")
