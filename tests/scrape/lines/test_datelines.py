"""Datelines as agencies and papers print them: places, dates and agencies before the first sentence."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import datelines

REST = "The bridge over the river is open again, the council said."


@pytest.mark.parametrize(
    ("printed", "place", "agency", "day"),
    [
        ("OSTRAVEN (Reuters) —", "Ostraven", "Reuters", None),
        ("OSTRAVEN, Velmar (AP) —", "Ostraven, Velmar", "AP", None),
        ("OSTRAVEN, May 3 (Reuters) -", "Ostraven", "Reuters", "05-03"),
        ("OSTRAVEN, May 3, 2023 (AFP) –", "Ostraven", "AFP", "2023-05-03"),
        ("OSTRAVEN —", "Ostraven", None, None),
        ("OSTRAVEN/MIRSK (dpa) -", "Ostraven/Mirsk", "dpa", None),
        ("NEW MIRSK, VELMAR —", "New Mirsk, Velmar", None, None),
        ("STOKE-UPON-HORN —", "Stoke-Upon-Horn", None, None),
        ("Ostraven, May 3 —", "Ostraven", None, "05-03"),
        ("(Reuters) —", None, "Reuters", None),
        ("OSTRAVEN, MAY 3, ARMENPRESS.", "Ostraven", "ARMENPRESS", "05-03"),
        ("OSTRAVEN, May 3. /TASS/.", "Ostraven", "TASS", "05-03"),
        ("ОСТРАВА, 3 мая. /ТАСС/.", "Острава", "ТАСС", "05-03"),
        ("ОСТРАВА, 3 мая - РИА Новости.", "Острава", "РИА Новости", "05-03"),
        ("Острава. 3 мая. INTERFAX.RU -", "Острава", "INTERFAX.RU", "05-03"),
        ("Bakı, 3 oktyabr, AZƏRTAC —", "Bakı", "AZƏRTAC", "10-03"),
        ("ԵՐԵՎԱՆ, 3 ՄԱՅԻՍԻ, ԱՐՄԵՆՊՐԵՍ:", None, None, None),
    ],
)
def test_the_parts_of_a_dateline(printed: str, place: str | None, agency: str | None, day: str | None) -> None:
    found = datelines.parse(f"{printed} {REST}")
    if place is None and agency is None:
        assert found is None
        return
    assert found is not None
    assert (found.place, found.agency, found.rest) == (place, agency, REST)
    assert found.printed == printed
    shown = found.day and (found.day.iso or f"{found.day.month:02}-{found.day.day:02}")
    assert shown == day


@pytest.mark.parametrize(
    "text",
    [
        "NATO — an alliance of many states — met on Monday.",
        "BREAKING — the bridge has fallen.",
        "The bridge — once the longest in Velmar — has fallen.",
        "Ostraven — the capital — was quiet.",
        "OSTRAVEN — and nobody else — was there.",
        "OSTRAVEN —",
        "Q — Why did you close the bridge?",
        "On May 3, 2023 the bridge fell.",
        "Jane Doe (Reuters) said no.",
        "",
    ],
)
def test_other_dashes_and_capitals_are_not_datelines(text: str) -> None:
    assert datelines.parse(text) is None


@pytest.mark.parametrize(
    ("text", "place", "agency", "day"),
    [
        ("OSTRAVEN, May 3, 2023", "Ostraven", None, "2023-05-03"),
        ("OSTRAVEN, May 3 (Reuters)", "Ostraven", "Reuters", None),
        ("OSTRAVEN —", "Ostraven", None, None),
        ("Ostraven, 3 May 2023, 14:05", "Ostraven", None, "2023-05-03"),
    ],
)
def test_a_dateline_on_a_separate_line(text: str, place: str, agency: str | None, day: str | None) -> None:
    found = datelines.parse(text, alone=True)
    assert found is not None
    assert (found.place, found.agency, found.rest) == (place, agency, "")
    assert (found.day and found.day.iso) == day


@pytest.mark.parametrize("text", ["OSTRAVEN", "Ostraven", "May 3, 2023", "Jane Doe", "The bridge is open again."])
def test_other_lines_are_not_datelines(text: str) -> None:
    assert datelines.parse(text, alone=True) is None


@pytest.mark.parametrize(
    ("printed", "place"),
    [
        ("OSTRAVEN", "Ostraven"),
        ("RIO DE LA HORN", "Rio de la Horn"),
        ("ESTVIK-ON-HORN", "Estvik-On-Horn"),
        ("WASHINGTON, D.C.", "Washington, D.C."),
        ("LONDON, UK", "London, UK"),
        ("ЕРЕВАН", "Ереван"),
        ("Rostov-on-Don", "Rostov-on-Don"),
        ("", ""),
    ],
)
def test_capitals_become_a_title(printed: str, place: str) -> None:
    assert datelines.to_title_case(printed) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "NORTHPORT: The harbour council said on Monday that the ferry would sail again before the summer.",
            "Northport",
        ),
        ("BREAKING NEWS: The harbour council said on Monday that the ferry would sail again before the summer.", None),
        ("NORTHPORT: The ferry sails again", None),
        ("Northport: The harbour council said on Monday that the ferry would sail again before the summer.", None),
    ],
)
def test_a_colon_after_a_place_in_capitals(text: str, place: str | None) -> None:
    found = datelines.parse(text)
    assert (found.place if found else None) == place
