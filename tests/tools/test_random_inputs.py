"""A short run of the search through random inputs: nothing that people or programs write ends in an exception."""

from __future__ import annotations

import pytest
from tools.scripts import script

random_inputs = script("random_inputs")


@pytest.mark.parametrize("surface", random_inputs.SURFACES)
def test_no_input_ends_in_an_exception(surface: str) -> None:
    found = list(random_inputs.search(7, random_inputs.plan(60, surface)))
    assert len(found) == 60
    assert [f"{one.error} --only {one.number}" for one in found if one.error] == []


def test_the_same_numbers_make_the_same_input() -> None:
    made = [random_inputs.SURFACES["notes"].make(random_inputs.Random("7 notes 3")) for _ in range(2)]
    assert made[0] == made[1]


def test_each_surface_gets_its_share() -> None:
    planned = random_inputs.plan(1_000)
    assert {name for name, _ in planned} == set(random_inputs.SURFACES)
    assert 990 <= len(planned) <= 1_000


def test_a_failure_is_listed_once_for_each_place_with_the_slowest_after_them() -> None:
    outcome = random_inputs.Outcome
    found = [
        outcome("notes", 1, 0.1, "ValueError: x (a.py:3)"),
        outcome("notes", 2, 0.1, "ValueError: y (a.py:3)"),
        outcome("notes", 3, 1.5),
        outcome("notes", 4, 2.5),
        outcome("notes", 5, 0.5),
    ]
    assert [one.number for one in random_inputs.failures(found)] == [2, 4, 3]


def test_an_input_is_repeated_by_its_number(capsys: pytest.CaptureFixture[str]) -> None:
    assert random_inputs.main(["--surface", "w3c", "--only", "5"]) == 0
    assert capsys.readouterr().out.endswith(" s\n")
