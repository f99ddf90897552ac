"""Every fault of a W3C annotation is reported with its place."""

from __future__ import annotations

from typing import Any

import pytest
from exchange.made_up import PAGE, quoting, w3c

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.forms import read_value
from course_reader.exchange.w3c_check import is_iri, many, one, types

TEXT = {"type": "TextualBody", "value": "A"}


def faults(value: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        read_value(value)
    return [problem.message for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"target": None}, "the key “target” is missing, so the annotation does not say what it is about"),
        ({"target": []}, "the key “target” is missing, so the annotation does not say what it is about"),
        ({"body": "not a uri"}, "body: it is “not a uri”, which is not an address; a textual body is an object"),
        ({"body": {"id": "not a uri"}}, "body.id: it is “not a uri”, which is not an address"),
        ({"body": [TEXT, {"id": "https://a.example/", "format": 6}]}, "body[1].format: it is “6”; it should be a text"),
        ({"body": TEXT | {"textDirection": "squirrel"}}, "body.textDirection: it is “squirrel”; it should be ltr"),
        ({"body": TEXT | {"textDirection": ["ltr", "rtl"]}}, "body.textDirection: there are 2 of them"),
        ({"body": TEXT | {"processingLanguage": ["en", "de"]}}, "body.processingLanguage: there are 2 of them"),
        ({"body": {"type": "TextualBody"}}, "body.value: it is missing; a textual body has one text"),
        ({"body": {"type": "TextualBody", "value": ["a", "b"]}}, "body.value: it is “['a', 'b']”; a textual body"),
        ({"bodyValue": "twice"}, "it has both “body” and “bodyValue”"),
        ({"body": None, "bodyValue": 23}, "bodyValue: it is “23”; it should be one text"),
        (
            {"body": {"type": ["Choice", "List"], "items": [TEXT]}},
            "body.type: it includes Choice and List of Choice, List, Composite, Independents",
        ),
        ({"body": {"items": [TEXT]}}, "body.type: it includes none of Choice, List, Composite, Independents"),
        ({"body": {"type": "Choice", "items": []}}, "body.items: it should be a list of resources"),
        ({"body": {"format": "text/plain"}}, "body: it has none of “id”, “source”, “items”, “value”"),
        ({"target": {"type": "SpecificResource"}}, "target.source: it is missing"),
        ({"target": {"source": 9}}, "target.source: it is “9”, which is not an address"),
        ({"target": quoting("w") | {"selector": 9}}, "target.selector: it is “9”; a selector is an object"),
        ({"target": {"source": PAGE, "selector": {"type": "CssSelector"}}}, "target.selector.value: it is missing"),
        (
            {"target": {"source": PAGE, "selector": {"type": "TextQuoteSelector"}}},
            "target.selector.exact: it is missing",
        ),
        (
            {"target": {"source": PAGE, "selector": {"type": "TextPositionSelector", "start": 9, "end": 2}}},
            "target.selector: “start” and “end” should be whole numbers from 0",
        ),
        ({"created": "2024-03-05"}, "created: it is “2024-03-05”, which is not a time such as"),
        ({"creator": [6]}, "creator[0]: it is “6”; it should be an address or an object with a name"),
        ({"motivation": {}}, "motivation: it is “{}”; it should be a word"),
        ({"canonical": ["https://a.example/", "https://b.example/"]}, "canonical: there is more than one"),
        ({"@context": None}, "the key “@context” is missing"),
    ],
)
def test_each_fault_is_told_alone(keys: dict[str, Any], said: str) -> None:
    (line,) = faults(w3c() | keys if "bodyValue" in keys and "body" not in keys else w3c(**keys))
    assert line.startswith(said)


def test_all_faults_are_told_with_their_places_in_the_file() -> None:
    said = faults([w3c(created="now"), w3c(rights="not a uri", via=[7]), 3])
    assert [line.partition(": ")[0] for line in said] == ["[0].created", "[1].rights", "[1].via[0]", "[2]"]


def test_a_flood_of_faults_is_counted() -> None:
    said = faults([w3c(created="now") for _ in range(300)])
    assert len(said) == 51
    assert said[-1] == "and 250 more problems"


@pytest.mark.parametrize(("value", "only", "all_of_it"), [(1, 1, [1]), ([1], 1, [1]), ([1, 2], [1, 2], [1, 2])])
def test_json_ld_means_the_same_with_and_without_a_list(value: Any, only: Any, all_of_it: list[int]) -> None:
    assert one(value) == only
    assert many(value) == all_of_it
    assert many(None) == []


def test_types_are_one_or_many_words() -> None:
    assert types({"type": "A"}) == ["A"]
    assert types({"@type": ["A", 1, "B"]}) == ["A", "B"]
    assert types({}) == []


@pytest.mark.parametrize("address", ["https://a.example/b?c#d", "urn:a:b", "notes.json#n-1", "a/ä"])
def test_an_address_is_absolute_or_relative(address: str) -> None:
    assert is_iri(address)


@pytest.mark.parametrize("value", ["", "a b", "<a>", "a`b", "a{b}", 7, None, ["a"]])
def test_what_cannot_be_an_address_is_none(value: Any) -> None:
    assert not is_iri(value)
