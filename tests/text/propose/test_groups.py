"""Names that name the same come together; names that do not stay apart."""

from __future__ import annotations

import pytest

from course_reader.text.propose.group import Used
from course_reader.text.propose.groups import groups
from course_reader.text.propose.uses import uses


def grouped(*texts: str) -> list[set[str]]:
    found = groups(Used(number, use) for number, text in enumerate(texts) for use in uses(text, ()))
    return [set(group.names) for group in found]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("They met Ingrid Solheim. Later Solheim left.", {"Ingrid Solheim", "Solheim"}),
        ("They met Nikol Pashinyan. Nikol Pashinian left.", {"Nikol Pashinyan", "Nikol Pashinian"}),
        ("It asked the World Health Organization (WHO). The WHO paid.", {"World Health Organization", "WHO"}),
        ("He left the University of Kalvik for Kalvik University.", {"University of Kalvik", "Kalvik University"}),
        ("The Kalvik Pilots' Guild met. The Pilots' Guild left.", {"Kalvik Pilots' Guild", "Pilots' Guild"}),
        ("In the United States the US won.", {"United States", "US"}),
        ("Over Nagorno-Karabakh and Karabakh they fought.", {"Nagorno-Karabakh", "Karabakh"}),
        ("On Lake Orma and at Orma they swam.", {"Lake Orma", "Orma"}),
        ("They paid Sampson Salvage Company. Then Sampson left.", {"Sampson Salvage Company", "Sampson"}),
        ("They like striker Leona Marsh. Then Leona left.", {"Leona Marsh", "Leona"}),
        ("In SOCHI and in Sochi they met.", {"SOCHI", "Sochi"}),
    ],
)
def test_names_of_one_thing_come_together(text: str, together: set[str]) -> None:
    assert together in grouped(text)


def test_people_with_one_surname_stay_apart() -> None:
    found = grouped("They met Heydar Aliyev and Ilham Aliyev. Then Aliyev left.")
    assert {"Heydar Aliyev"} in found
    assert {"Ilham Aliyev"} in found


def test_a_town_does_not_become_the_club_that_is_named_after_it() -> None:
    assert {"Carnac"} in grouped("They joined Olympique Carnac in Carnac.")


def test_a_kind_alone_counts_for_the_only_such_thing_of_the_text() -> None:
    texts = ("The Strait Research Institute met. On Monday the Institute left.", "They left the Institute.")
    found = groups(Used(number, use) for number, text in enumerate(texts) for use in uses(text, ()))
    [institute] = found
    assert len(institute.places) == 2
    assert dict(institute.loose) == {"Institute": 1}


def test_whose_a_thing_is_does_not_belong_to_its_name() -> None:
    assert {"Labour Party"} in grouped("They met Gwen Parry. Parry's Labour Party won.")
