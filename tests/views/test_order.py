"""The order of names in lists: as an index of a printed book has them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from course_reader.views.order import sort_key


def test_accents_and_capitals_part_no_neighbours() -> None:
    names = ["Zed", "ozone", "Özil", "Oslo", "d'Arc", "Dart", "Ödön", "“Quoted”", "Queue"]

    assert sorted(names, key=sort_key) == [
        "d'Arc", "Dart", "Ödön", "Oslo", "Özil", "ozone", "Queue", "“Quoted”", "Zed",
    ]  # fmt: skip


def test_equal_letters_are_still_in_one_order() -> None:
    assert sorted(["ann", "Ann", "Änn"], key=sort_key) == sorted(["Änn", "ann", "Ann"], key=sort_key)


@given(st.lists(st.text("aÄb' Ö-", max_size=5), max_size=8), st.randoms())
def test_the_order_does_not_depend_on_how_the_names_came(names: list[str], chance: object) -> None:
    mixed = list(names)
    chance.shuffle(mixed)  # type: ignore[attr-defined]

    assert sorted(mixed, key=sort_key) == sorted(names, key=sort_key)
