"""The list of reporting verbs."""

from __future__ import annotations

from collections import Counter

import pytest

from course_reader.text.prose.verbs import by_form, reporting_verbs


def test_no_form_belongs_to_two_verbs() -> None:
    forms = Counter(form for verb in reporting_verbs() for form in (*verb.finite, *verb.others))
    assert [form for form, times in forms.items() if times > 1] == []


@pytest.mark.parametrize(
    ("form", "verb", "makes"),
    [
        ("said", "say", "neutral"),
        ("goes on", "go on", "neutral"),
        ("conceded", "concede", "admit"),
        ("allegations", "charge", "accuse"),
        ("criticized", "criticise", "criticise"),
    ],
)
def test_a_form_gives_its_verb_and_its_judgement(form: str, verb: str, makes: str) -> None:
    found = by_form()[form]
    assert (found.verb, found.makes) == (verb, makes)
