"""Every form that a W3C annotation may have, and every fault that is told."""

from __future__ import annotations

from typing import Any

import pytest
from exchange.made_up import PAGE, quoting, w3c

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.forms import read_value
from course_reader.exchange.records import Incoming


def one(**keys: Any) -> Incoming:
    (found,) = read_value(w3c(**keys)).annotations
    return found


def faults(value: Any) -> list[str]:
    with pytest.raises(MalformedError) as caught:
        read_value(value)
    return [problem.message for problem in caught.value.problems]


TEXT = {"type": "TextualBody", "value": "A"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("https://a.example/post", "<https://a.example/post>"),
        ({"value": "No type"}, "No type"),
        ({"type": "TextualBody", "value": "<p>a <b>b</b></p>", "format": "text/html"}, "a **b**"),
        ({"type": "TextualBody", "value": "1 * 2", "format": "text/plain"}, r"1 \* 2"),
        ([TEXT, {"value": "B"}], "A\n\nB"),
        ({"type": "Choice", "items": [TEXT, {"value": "B"}]}, "A"),
        ({"type": "List", "items": [TEXT, {"value": "B"}]}, "A\n\nB"),
        (
            {"type": "SpecificResource", "source": "https://a.example/x", "purpose": "describing"},
            "<https://a.example/x>",
        ),
        (
            {"type": "SpecificResource", "source": {"id": "https://a.example/x", "type": "Video"}},
            "<https://a.example/x>",
        ),
        ({"id": "https://a.example/v", "type": "Video"}, "<https://a.example/v>"),
        ([], "*Marked, without words.*"),
        (None, "*Marked, without words.*"),
    ],
)
def test_bodies_of_all_forms(body: Any, said: str) -> None:
    assert one(body=body).body == said


def test_a_body_value_is_plain_text() -> None:
    assert one(body=None, bodyValue="a_b\nc").body == "a\\_b\\\nc"


def test_tags_are_bodies_with_that_purpose() -> None:
    tag = {"type": "TextualBody", "value": " peace \n talks ", "purpose": "tagging"}
    found = one(body=[TEXT, tag, tag, {"source": "https://a.example/t", "purpose": "tagging"}])
    assert (found.body, found.tags) == ("A", ("peace talks", "https://a.example/t"))
    assert one(body=TEXT, motivation="tagging").tags == ("A",)


@pytest.mark.parametrize(
    ("target", "quote"),
    [
        (PAGE, None),
        ({"id": PAGE, "type": "Text"}, None),
        ([{"id": PAGE}, "https://a.example/"], None),
        (quoting("words"), "words"),
        ({"source": PAGE, "selector": [{"type": "XPathSelector", "value": "/p"}, quoting("w")["selector"]]}, "w"),
        (
            {
                "source": {"id": PAGE},
                "selector": {"type": "FragmentSelector", "value": "p1", "refinedBy": quoting("w")["selector"]},
            },
            "w",
        ),
        ({"source": PAGE, "selector": {"type": "TextPositionSelector", "start": 1, "end": 2}}, None),
        ({"source": PAGE, "selector": "https://a.example/selector"}, None),
        ({"type": "Composite", "items": [quoting("w"), "https://a.example/"]}, "w"),
        ({"source": PAGE, "selector": {"type": ["TextQuoteSelector"], "exact": ["w"]}}, "w"),
    ],
)
def test_targets_of_all_forms(target: Any, quote: str | None) -> None:
    place = one(target=target).places[0]
    assert (place.address, place.quote) == (PAGE, quote)


def test_what_has_no_key_of_its_own_is_kept_as_it_was() -> None:
    more = {
        "rights": "https://a.example/licence",
        "audience": {"id": "https://a.example/students", "type": "Audience"},
        "generator": {"id": "https://a.example/tool"},
        "motivation": "assessing",
        "creator": {"id": "https://a.example/lena", "type": "Person", "name": "Lena"},
        "target": {"source": PAGE, "selector": {"type": "SvgSelector", "value": "<svg/>"}},
        "body": {"type": "Choice", "items": [TEXT, {"value": "B"}]},
    }
    found = one(**more)
    assert found.kept == more
    assert (found.by, found.kind) == ("Lena", "comment")
    assert one(creator={"type": "Person", "name": "Lena"}, motivation="commenting").kept == {}


@pytest.mark.parametrize(
    ("motivation", "kind"),
    [
        ("commenting", "comment"),
        ("questioning", "question"),
        ("editing", "correction"),
        ("oa:describing", "context"),
        (["bookmarking", "questioning"], "question"),
        ("highlighting", "comment"),
    ],
)
def test_a_motivation_is_a_kind(motivation: Any, kind: str) -> None:
    assert one(motivation=motivation).kind == kind


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"target": None}, "the key “target” is missing: it does not say what it is about"),
        ({"target": []}, "the key “target” is missing: it does not say what it is about"),
        ({"body": "not a uri"}, "body: it is “not a uri”, which is no address; a body of words is an object"),
        ({"body": {"id": "not a uri"}}, "body.id: it is “not a uri”, which is no address"),
        ({"body": [TEXT, {"id": "https://a.example/", "format": 6}]}, "body[1].format: it is “6”; it should be a text"),
        ({"body": TEXT | {"textDirection": "squirrel"}}, "body.textDirection: it is “squirrel”; it should be ltr"),
        ({"body": TEXT | {"textDirection": ["ltr", "rtl"]}}, "body.textDirection: there are 2 of them"),
        ({"body": TEXT | {"processingLanguage": ["en", "de"]}}, "body.processingLanguage: there are 2 of them"),
        ({"body": {"type": "TextualBody"}}, "body.value: it is missing; a body of words has one text"),
        ({"body": {"type": "TextualBody", "value": ["a", "b"]}}, "body.value: it is “['a', 'b']”; a body of words"),
        ({"bodyValue": "twice"}, "it has both “body” and “bodyValue”"),
        ({"body": None, "bodyValue": 23}, "bodyValue: it is “23”; it should be one text"),
        (
            {"body": {"type": ["Choice", "List"], "items": [TEXT]}},
            "body.type: of Choice, List, Composite, Independents",
        ),
        ({"body": {"items": [TEXT]}}, "body.type: of Choice, List, Composite, Independents there is none"),
        ({"body": {"type": "Choice", "items": []}}, "body.items: it should be a list of resources"),
        ({"body": {"format": "text/plain"}}, "body: it has none of “id”, “source”, “items”, “value”"),
        ({"target": {"type": "SpecificResource"}}, "target.source: it is missing"),
        ({"target": {"source": 9}}, "target.source: it is “9”, which is no address"),
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
        ({"created": "2024-03-05"}, "created: it is “2024-03-05”, which is no time such as"),
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
    assert said[-1] == "there are 250 more problems of this kind"
