"""Problems quote enough of a file to find the place, and no more."""

from __future__ import annotations

import pytest

from course_reader.files.quoting import quoted


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("captoin", "'captoin'"),
        ("it's", '"it\'s"'),
        ("a\tb", "'a\\tb'"),
        ("x" * 30, f"'{'x' * 30}'"),
        ("x" * 31, f"'{'x' * 30}…'"),
        (3, "3"),
        (None, "None"),
        (["word"] * 20, "['word', 'word', 'word', 'word…"),
    ],
)
def test_what_is_short_is_whole_and_the_rest_is_cut(value: object, shown: str) -> None:
    assert quoted(value) == shown
