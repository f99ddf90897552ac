"""The languages that there are."""

from __future__ import annotations

import pytest

from course_reader.text.languages.known import ANY, LANGUAGES, base, is_known, language_of


def test_a_tag_may_have_a_script_and_a_region() -> None:
    assert base("zh-Hant-TW") == "zh" and base("pt_BR") == "pt"
    assert language_of("fr-CA") is language_of("fr")


def test_english_has_rules_of_its_own() -> None:
    assert language_of("en-GB") is None and is_known("en-GB")


def test_of_other_languages_only_whole_words_are_known() -> None:
    assert language_of("nl") is ANY and not is_known("nl")


@pytest.mark.parametrize("language", LANGUAGES, ids=lambda language: language.tag)
def test_a_language_writes_its_own_name_and_its_words_have_no_lost_blank(language: object) -> None:
    assert language_of(language.tag) is language  # type: ignore[attr-defined]
    assert all(name[1:] == name[1:].lower() for name in language.given if "-" not in name)  # type: ignore[attr-defined]
