"""Names in Chinese: the sentences of `text/cases/language_zh.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.chinese import CHINESE


def test_links_are_right_and_complete() -> None:
    check_language("zh")


def test_forms_of_a_name() -> None:
    assert "尼科爾帕希尼揚" in CHINESE.forms("尼科爾·帕希尼揚", "people")
    assert CHINESE.whole_word("在亚美尼亚说", 1, 5, False) == 5
    assert CHINESE.whole_word("亚美尼亚人", 0, 4, False) == -1
