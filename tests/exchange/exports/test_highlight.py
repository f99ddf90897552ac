"""What exports say of a marked passage becomes an annotation."""

from __future__ import annotations

import pytest

from course_reader.exchange.bodies import WORDLESS
from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of, time_of


@pytest.mark.parametrize(
    ("written", "when"),
    [
        ("2024-03-05", "2024-03-05T00:00:00Z"),
        ("2024-03-05 10:00:00+02:00", "2024-03-05T08:00:00Z"),
        ("Tuesday, 5 March 2024 10:00:00", "2024-03-05T10:00:00Z"),
        ("Tuesday, March 5, 2024 4:00:09 PM", "2024-03-05T16:00:09Z"),
        ("2024/03/05 10:00", "2024-03-05T10:00:00Z"),
        ("the day before", None),
        ("", None),
    ],
)
def test_times_are_read_as_tools_write_them(written: str, when: str | None) -> None:
    assert time_of(written) == when


def test_a_time_that_is_not_known_is_kept() -> None:
    one = incoming(
        Highlight("line 2", quote="forty  years", created="Dienstag", kept={"place": ""}), "table", layer_of("X")
    )
    assert one.created is None
    assert one.kept == {"created": "Dienstag"}
    assert (one.places[0].quote, one.body) == ("forty years", WORDLESS)


def test_the_same_words_have_the_same_id_in_each_export() -> None:
    first, second = (incoming(Highlight(f"line {n}", quote="a", body="b"), "table", layer_of("X")) for n in (2, 9))
    other = incoming(Highlight("line 2", quote="a", body="c"), "table", layer_of("X"))
    assert first.id == second.id != other.id


def test_a_group_has_a_set_of_its_own() -> None:
    layer = layer_of("Hypothesis", group="Seminar 4 b")
    assert (layer.name, layer.audience) == ("hypothesis-Seminar-4-b", "class")
