"""Kinds of name that keep the same company."""

from __future__ import annotations

import pytest

from course_reader.text.mention.beside.families import Family, family_of
from course_reader.text.mention.names import Name


@pytest.mark.parametrize(
    ("text", "kind", "family"),
    [
        ("Quill", "people", Family.SURNAME),
        ("Ada Quill", "people", Family.PERSON),
        ("Graz", "places", Family.PLACE),
        ("Russia", "organisations", Family.PLACE),
        ("NATO", "organisations", Family.BODY),
        ("Gazprom", "organisations", Family.BODY),
        ("The Times", "organisations", Family.PLAIN_BODY),
        ("European Council", "organisations", Family.PLAIN_BODY),
        ("Graz Protocol", "agreements", Family.DOCUMENT),
        ("Herring War", "events", Family.DOCUMENT),
        ("quota", "terms", Family.TERM),
    ],
)
def test_the_family_of_a_name(text: str, kind: str, family: Family) -> None:
    assert family_of(Name(text, "x", kind)) is family


def test_a_metonym_keeps_the_company_of_a_place() -> None:
    assert family_of(Name("Kremlin", "russia", "organisations", metonym=True)) is Family.PLACE
