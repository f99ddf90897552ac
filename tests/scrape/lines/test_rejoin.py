"""Lines that a page sets apart although they are one."""

from __future__ import annotations

import pytest

from course_reader.scrape.decoding import split_lines
from course_reader.scrape.lines.rejoin import by_with_name, with_drop_caps


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("T\nhe harbour council met on Monday in the town hall.", True),
        ("“W\ne waited long enough for this ferry,” said the mayor.", True),
        ("T\n\nhe harbour council met on Monday in the town hall.", False),
        ("T\nThe harbour council met on Monday in the town hall.", False),
        ("T\nhe", False),
    ],
)
def test_a_drop_cap_is_joined_to_its_word(text: str, joined: bool) -> None:
    lines = with_drop_caps(split_lines(text))
    assert (len(lines) == 1) is joined
    assert not joined or lines[0].text == text.replace("\n", "")


def test_by_and_the_name_below_are_one_line() -> None:
    assert [line.text for line in by_with_name(split_lines("By\nJane Doe\nMay 3"))] == ["By Jane Doe", "May 3"]
