"""Names in Armenian: the sentences of `text/cases/language_hy.txt`, and what the language does to a name."""

from __future__ import annotations

from mention_cases import check_language

from course_reader.text.languages.armenian import ARMENIAN


def test_links_are_right_and_complete() -> None:
    check_language("hy")


def test_forms_of_a_name() -> None:
    assert {"Երևան", "Երեւան"} <= set(ARMENIAN.forms("Երևան", "places"))
    assert "հայտարարության" in ARMENIAN.forms("հայտարարություն", "terms")
    assert ARMENIAN.whole_word("Երևանում է", 0, 5, False) == 8
    assert ARMENIAN.whole_word("Երևանցի", 0, 5, False) == -1
