"""Candidates and reasons are named by enums; whatever is written elsewhere must use their words."""

from __future__ import annotations

import pytest

from course_reader.scrape.evidence import Cut, Fact, FieldCandidate, Where
from course_reader.scrape.records import Scraped
from course_reader.scrape.words import table


def test_the_table_of_furniture_uses_the_reasons_of_the_code() -> None:
    assert {row["reason"] for row in table("furniture.yaml")} <= {str(cut) for cut in Cut}


@pytest.mark.parametrize("fact", ["title", "date", "outlet", "agency", "byline", "dateline", "url", "language"])
def test_fields_of_the_article_are_named_as_in_front_matter(fact: str) -> None:
    assert hasattr(Scraped(), Fact(fact))


def test_a_misspelt_name_is_refused() -> None:
    with pytest.raises(ValueError, match="titel"):
        Fact("titel")


def test_a_place_of_evidence_reads_well_in_a_question() -> None:
    made = FieldCandidate("Jane Doe", 3, "By Jane Doe", Where.BYLINE)
    assert f"Only {made.where} (line {made.line}) says so." == "Only the byline (line 3) says so."
    assert all(where.split()[0] in ("the", "a") for where in Where)
