"""The strings by which a name is found, and the days on which it is in force."""

from __future__ import annotations

from datetime import date

import pytest

from course_reader.text.mention.names import Name, plural_of, spellings


@pytest.mark.parametrize(
    ("text", "found_by"),
    [
        ("Hanseatic League", ["Hanseatic League"]),
        ("five principles", ["five principles", "Five principles"]),
        ("de Gaulle", ["de Gaulle", "De Gaulle"]),
        ("The Hague", ["The Hague", "the Hague"]),
        ("Theresienstadt", ["Theresienstadt"]),
        ("Saint\nPetersburg’s", ["Saint Petersburg's"]),
        ("iPhone", ["iPhone", "IPhone"]),
        ("EU", ["EU"]),
        ("Apple", ["Apple"]),
        (" \u00ad", []),
    ],
)
def test_a_proper_name_is_found_as_written_and_at_the_start_of_a_sentence(text: str, found_by: list[str]) -> None:
    assert list(spellings(Name(text, "x", "places"))) == found_by


def test_a_term_is_found_in_the_plural_too() -> None:
    assert list(spellings(Name("peace treaty", "x", "terms", fold_case=True))) == ["peace treaty", "peace treaties"]
    assert list(spellings(Name("The quotas", "x", "terms", fold_case=True))) == ["The quotas"]


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("enclave", "enclaves"),
        ("peace treaty", "peace treaties"),
        ("Treaty", "Treaties"),
        ("railway", "railways"),
        ("by-law", "by-laws"),
        ("pass", "passes"),
        ("tax", "taxes"),
        ("quartz", "quartzes"),
        ("trench", "trenches"),
        ("parish", "parishes"),
        ("virus", "viruses"),
        ("crisis", None),
        ("quotas", None),
        ("isthmus", "isthmuses"),
        ("island", "islands"),
        ("shelter", "shelters"),
        ("user", "users"),
        ("use", "uses"),
        ("EU", None),
        ("G7", None),
        ("Протокол", None),
    ],
)
def test_terms_take_the_regular_plural(term: str, plural: str | None) -> None:
    assert plural_of(term) == plural


@pytest.mark.parametrize(
    ("start", "end", "in_force"),
    [
        (None, None, True),
        (date(1945, 10, 24), None, True),
        (date(1945, 10, 25), None, False),
        (None, date(1945, 10, 24), True),
        (None, date(1945, 10, 23), False),
        (date(1945, 1, 1), date(1945, 12, 31), True),
        (date(1944, 1, 1), date(1944, 12, 31), False),
    ],
)
def test_a_name_is_in_force_from_its_first_to_its_last_day(
    start: date | None, end: date | None, in_force: bool
) -> None:
    name = Name("United Nations", "un", "organisations", start=start, end=end)
    assert name.in_force(date(1945, 10, 24)) is in_force
