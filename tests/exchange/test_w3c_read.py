"""Every form that a W3C annotation may have."""

from __future__ import annotations

from typing import Any

import pytest
from exchange.made_up import PAGE, quoting, w3c

from course_reader.exchange.forms import read_value
from course_reader.exchange.records import Incoming


def one(**keys: Any) -> Incoming:
    (found,) = read_value(w3c(**keys)).annotations
    return found


TEXT = {"type": "TextualBody", "value": "A"}


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("https://a.example/post", "<https://a.example/post>"),
        ({"value": "No type"}, "No type"),
        ({"type": "TextualBody", "value": "<p>a <b>b</b></p>", "format": "text/html"}, "a **b**"),
        ({"type": "TextualBody", "value": "1 * 2", "format": "text/plain"}, r"1 \* 2"),
        ({"type": "TextualBody", "value": "<b>a</b>", "format": ["text/html", "text/plain"]}, "**a**"),
        ({"type": "TextualBody", "value": "a", "format": []}, "a"),
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
