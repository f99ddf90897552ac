"""What may be taught about outlets, and what is said of anything else."""

from __future__ import annotations

from typing import Any

import pytest

from course_reader.model.outlets.taught import taught_outlets, wrong_outlets
from course_reader.model.settings import judge

COURIER = {
    "name": "The Estvik Courier",
    "domains": ["courier.example"],
    "titles": ["{title} - Courier Online"],
    "bylines": ["Text: {name}"],
    "dates": ["{day}/{month}/{year}"],
    "furniture": ["Printed in Estvik *"],
}


def test_what_is_taught_is_a_record() -> None:
    assert wrong_outlets([COURIER]) is None
    (outlet,) = taught_outlets([COURIER])
    assert (outlet.name, outlet.domains, outlet.agency) == ("The Estvik Courier", ("courier.example",), False)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("The Courier", "it should be a list of outlets"),
        ([{"domains": ["a.example"]}], "outlet 1 should be a dictionary with a 'name'"),
        (["The Courier"], "outlet 1 should be a dictionary"),
        ([COURIER | {"byline": ["x"]}], "has the key 'byline'; the keys are name, country, agency"),
        ([COURIER | {"bylines": "Text: {name}"}], "'bylines' of 'The Estvik Courier' should be a list of texts"),
        ([COURIER | {"bylines": ["Text: {author}"]}], "are patterns with {name}, such as 'Text: {name}'"),
        ([COURIER | {"bylines": ["{name}"]}], "'{name}' of 'The Estvik Courier' would match any line"),
        ([COURIER | {"furniture": ["*"]}], "would match any line"),
        ([COURIER | {"furniture": ["Read {title}"]}], "lines in which * stands for any words"),
        ([COURIER | {"dates": ["{day}.{month}."]}], "are patterns with {day}, {month}, {year}"),
        ([COURIER | {"titles": ["{title}{title} x"]}], "are patterns with {title}"),
        ([COURIER | {"country": 3}], "'country' of 'The Estvik Courier' should be a text"),
        ([COURIER | {"agency": "no"}], "should be True or False"),
        ([COURIER | {"furniture": ["long " * 80]}], "is longer than 300 characters"),
    ],
)
def test_anything_else_is_one_sentence(value: Any, said: str) -> None:
    settings, wrongs = judge({"reader_outlets": value})
    assert settings.outlets == []
    assert said in wrongs["reader_outlets"]
