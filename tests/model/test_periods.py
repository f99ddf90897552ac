"""What applies for a time: periods, aliases and dated texts."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from course_reader.model.periods import Alias, Aliases, Dated, Glosses, Period

DAY = date(2022, 10, 31)


@pytest.mark.parametrize(
    ("keys", "covered"),
    [
        ({}, True),
        ({"from": "..", "to": ".."}, True),
        ({"from": "2022-10-31"}, True),
        ({"from": "2022-11"}, False),
        ({"to": "2022"}, True),
        ({"to": "2022-10-30"}, False),
        ({"from": 1991, "to": ".."}, True),
        ({"from": None, "to": "2021"}, False),
    ],
)
def test_a_period_includes_its_first_and_last_day(keys: dict[str, Any], covered: bool) -> None:
    period = Period.model_validate(keys)
    assert period.covers(DAY) is covered


def test_the_keys_of_a_period_are_from_and_to() -> None:
    with pytest.raises(ValidationError):
        Period.model_validate({"start": 1991})


def test_an_alias_is_a_text_or_a_mapping() -> None:
    aliases = TypeAdapter(Aliases).validate_python(["Erivan", 1984, {"name": "Yerevan", "metonym": True}])
    assert [(alias.name, alias.metonym) for alias in aliases] == [
        ("Erivan", False),
        ("1984", False),
        ("Yerevan", True),
    ]
    with pytest.raises(ValidationError):
        Alias.model_validate({"name": ""})


@pytest.mark.parametrize(
    ("value", "texts"),
    [
        ("one", ["one"]),
        ({"text": "one", "to": 1991}, ["one"]),
        ([{"text": "one", "to": 1991}, {"text": "two", "from": 1992}], ["one", "two"]),
    ],
)
def test_a_dated_text_is_a_text_a_mapping_or_a_list(value: object, texts: list[str]) -> None:
    for shape in (Dated, Glosses):
        found: Any = TypeAdapter(shape).validate_python(value)
        assert [item.text for item in found] == texts


def test_a_gloss_is_needed_where_other_texts_may_be_left_out() -> None:
    assert TypeAdapter(Dated).validate_python([]) == ()
    with pytest.raises(ValidationError):
        TypeAdapter(Glosses).validate_python([])
