"""What the API and the export of Hypothesis hold, and what becomes of it."""

from __future__ import annotations

from typing import Any

import pytest
from exchange.made_up import PAGE, row

from course_reader.exchange.complaints import MalformedError
from course_reader.exchange.forms import read_value
from course_reader.exchange.records import Incoming, Passage


def one(**keys: Any) -> Incoming:
    (found,) = read_value({"rows": [row(keys.pop("name", "aBcD12"), **keys)]}).annotations
    return found


def test_words_people_and_times_are_read() -> None:
    found = one(quote="forty years", prefix="a dispute of ", suffix=" over", start=99, tags=["b", "a", "b"])
    assert found.places[0] == Passage(PAGE, "forty years", "a dispute of ", " over", 99)
    assert (found.by, found.created, found.modified) == ("Lena Holm", "2024-03-06T09:30:12.345678Z", None)
    assert (found.tags, found.kind, found.id) == (("b", "a"), "comment", "aBcD12")
    assert found.kept["user"] == "acct:lena.holm@hypothes.is"
    assert found.kept["target"][0]["selector"][0]["type"] == "RangeSelector"
    assert one(updated="2024-03-07T00:00:00+00:00").modified == "2024-03-07T00:00:00Z"


def test_without_a_shown_name_it_is_the_name_of_the_account() -> None:
    assert one(user_info={"display_name": None}).by == "lena.holm"
    assert one(user_info=None, user="").by is None


@pytest.mark.parametrize(
    ("group", "read", "layer", "audience"),
    [
        ("__world__", ["group:__world__"], "hypothesis", "public"),
        ("kR7yQz", ["group:kR7yQz"], "hypothesis-kR7yQz", "class"),
        ("__world__", ["acct:lena.holm@hypothes.is"], "hypothesis-private", "class"),
        ("kR7yQz", ["acct:lena.holm@hypothes.is"], "hypothesis-kR7yQz-private", "class"),
        ("../../x", ["group:x"], "hypothesis-x", "class"),
    ],
)
def test_groups_are_layers_and_what_was_not_public_stays_so(
    group: str, read: list[str], layer: str, audience: str
) -> None:
    found = one(group=group, permissions={"read": read}).layer
    assert found is not None
    assert (found.name, found.audience) == (layer, audience)


def test_a_highlight_and_a_note_on_the_page_are_read() -> None:
    assert one(text="", quote="forty years").body == "*Marked, without words.*"
    assert one(target=[{"source": PAGE}]).places == (Passage(PAGE),)
    assert one(target=None).places == (Passage(PAGE),)


def test_other_addresses_of_the_page_count_too() -> None:
    document = {"link": [{"href": PAGE}, {"href": "https://amp.news.example/talks"}, {"href": 3}, 4]}
    assert [place.address for place in one(document=document).places] == [PAGE, "https://amp.news.example/talks"]


@pytest.mark.parametrize(
    ("keys", "said"),
    [
        ({"text": 3}, "rows[0].text: it is “3”; it should be a text"),
        ({"uri": "no address at all"}, "rows[0].uri: it is “no address at all”, which is not an address"),
        ({"created": "yesterday"}, "rows[0].created: it is “yesterday”, which is not a time"),
        ({"tags": "peace"}, "rows[0].tags: it is “peace”; it should be a list of texts"),
        ({"references": [1]}, "rows[0].references: it is “[1]”; it should be a list of texts"),
        ({"target": {}}, "rows[0].target: it is “{}”; it should be a list"),
        ({"target": ["x"]}, "rows[0].target[0]: it is “x”; it should be an object with a list of selectors"),
        ({"target": [{"selector": [7]}]}, "rows[0].target[0].selector[0]: it is “7”"),
        (
            {"target": [{"selector": [{"type": "TextQuoteSelector"}]}]},
            "rows[0].target[0].selector[0].exact: it is missing; it should be a text",
        ),
    ],
)
def test_faults_are_told_with_their_places(keys: dict[str, Any], said: str) -> None:
    with pytest.raises(MalformedError) as caught:
        one(**keys)
    assert caught.value.problems[0].message.startswith(said)
