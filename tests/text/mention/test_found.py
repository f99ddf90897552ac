"""The records of what was found."""

from __future__ import annotations

import dataclasses

import pytest

from course_reader.text.mention.found import Findings, Mention
from course_reader.text.mention.index import NameIndex


def test_where_nothing_is_found_every_list_is_empty() -> None:
    assert Findings() == Findings((), (), (), ()) == NameIndex([]).find("It rained in Graz.")


def test_what_was_found_cannot_be_changed() -> None:
    mention = Mention("graz", "places", "Graz", 0, 4)
    with pytest.raises(dataclasses.FrozenInstanceError):
        mention.start = 1  # type: ignore[misc]
