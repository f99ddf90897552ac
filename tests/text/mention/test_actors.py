"""Governments that are called like their capital or country. In the examples, stars surround the name."""

from __future__ import annotations

import pytest

from course_reader.text.mention.actors import country_is_meant, government_is_meant


def place(marked: str) -> tuple[str, int, int]:
    before, name, after = marked.split("*")
    return before + name + after, len(before), len(before + name)


@pytest.mark.parametrize(
    "marked",
    [
        "*Oslo* announced a plan.",
        "*Oslo*, in turn, said no.",
        "*Oslo* will continue to work with them.",
        "*Oslo* has not responded.",
        "*Oslo* is ready to talk.",
        "Then *Oslo* agreed.",
        "He said that *Oslo* wants peace.",
        "They were urging *Oslo* to act.",
        "They accused *Oslo* of delay.",
        "They demanded that *Oslo* stop.",
        "talks with *Oslo*",
        "Relations between Bergen and *Oslo* cooled.",
        "ties between *Oslo* and Bergen",
        "envoys of *Oslo*",
        "rejected by *Oslo*",
        "Pressure from *Oslo* grew.",
        "a message to *Oslo*",
        "sanctions against *Oslo*",
        "It depends on *Oslo*.",
        "Trust in *Oslo* fell.",
        "its policy towards *Oslo*",
        "pro-*Oslo* groups",
        "an *Oslo*-backed plan",
        "*Oslo*-Bergen ties",
        "Bergen-*Oslo* relations",
        "*Oslo*'s demands",
        "*Oslo*'s long silence",
        "Bergen, *Oslo* and Graz signed.",
    ],
)
def test_a_government_is_meant_beyond_doubt(marked: str) -> None:
    assert government_is_meant(*place(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "*Oslo* is cold.",
        "In *Oslo* they said so.",
        "A court in Bergen and *Oslo* said no.",
        "They visited *Oslo*.",
        "the way to *Oslo*",
        "*Oslo*'s streets",
        "a *Oslo*-based firm",
        "Bergen-*Oslo* trains",
        "They criticised *Oslo* region plans.",
        "in the *Oslo* of old",
        "people from *Oslo*",
    ],
)
def test_what_is_in_doubt_is_not_decided(marked: str) -> None:
    assert not government_is_meant(*place(marked))


def test_a_country_after_a_preposition() -> None:
    yes = ["goods from *Norway*", "between Iceland and *Norway*", "*Norway* is the largest buyer", "Iceland-*Norway*"]
    no = ["*Norway* waits", "*Norway*'s wish", "so *Norway* then"]
    assert [country_is_meant(*place(marked)) for marked in (*yes, *no)] == [True] * 4 + [False] * 3
