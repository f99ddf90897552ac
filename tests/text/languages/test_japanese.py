"""Names in Japanese: the sentences of `text/cases/language_ja.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.japanese import JAPANESE


def test_links_are_right_and_complete() -> None:
    check_language("ja")


def test_forms_of_a_name() -> None:
    assert "ニコルパシニャン" in JAPANESE.forms("ニコル・パシニャン", "people")
    assert JAPANESE.whole_word("彼はエレバンで", 2, 6, False) == 6
    assert JAPANESE.whole_word("エレバンスキー", 0, 4, False) == -1
