"""The reasons why a candidate is turned down."""

from __future__ import annotations

from course_reader.text.mention.reasons import WhyNot


def test_each_reason_is_a_clause_of_its_own() -> None:
    clauses = [reason.about for reason in WhyNot]
    assert len(set(clauses)) == len(clauses)
    assert all(clause[0].islower() and not clause.endswith(".") for clause in clauses)


def test_a_reason_is_its_value_in_data() -> None:
    assert WhyNot("inside-person") is WhyNot.INSIDE_PERSON
    assert f"{WhyNot.ADDRESS}" == "address"
