"""Writing without blanks."""

from __future__ import annotations

from course_reader.text.languages.cjk import unspaced

RULE = unspaced(before="新", after="河|人", run="ァ-ヺー")


def test_a_name_stands_among_other_signs() -> None:
    assert RULE("他在約旦說", 2, 4, False) == 4
    assert RULE("約旦河", 0, 2, False) == -1
    assert RULE("新約旦", 1, 3, False) == -1


def test_a_row_of_katakana_and_a_row_of_latin_letters_are_one_word() -> None:
    assert RULE("エレバンスキ", 0, 4, False) == -1
    assert RULE("他在NATO說", 2, 6, False) == 6
    assert RULE("NATOX", 0, 4, False) == -1
