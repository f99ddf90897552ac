"""English plurals."""

from __future__ import annotations

import pytest

from course_reader.text.plurals import plural_of, plurals_of


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
        ("crisis", "crises"),
        ("tradesman", "tradesmen"),
        ("human", "humans"),
        ("aircraft", None),
        ("CRITERION", "CRITERIA"),
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
def test_terms_take_the_plural(term: str, plural: str | None) -> None:
    assert plural_of(term) == plural


@pytest.mark.parametrize(
    ("term", "plural"),
    [
        ("member of parliament", "members of parliament"),
        ("prisoner of war", "prisoners of war"),
        ("right to self-determination", "rights to self-determination"),
        ("commander-in-chief", "commanders-in-chief"),
        ("attorney general", "attorneys general"),
        ("court martial", "courts martial"),
        ("hostage crisis", "hostage crises"),
        ("Head of State", "Heads of State"),
    ],
)
def test_the_noun_inside_takes_the_plural(term: str, plural: str) -> None:
    assert plural in plurals_of(term)
