"""The small language of word lists."""

from __future__ import annotations

import re

from course_reader.text.patterns import alternatives, any_of


def test_a_list_becomes_a_pattern() -> None:
    pattern = re.compile(any_of("visit(s) travel* ring+road *ly"))
    texts = ["visit", "visits", "travelled", "ring road", "slowly", "visitor", "ring-road"]
    assert [bool(pattern.fullmatch(text)) for text in texts] == [True, True, True, True, True, False, False]


def test_a_section_of_a_file_becomes_a_pattern() -> None:
    assert re.fullmatch(alternatives("governments", "object"), "urging")
    assert not re.fullmatch(alternatives("governments", "object"), "painting")
