"""Bylines of several countries: authors, agencies, job titles, and lines that only look like them."""

from __future__ import annotations

import pytest

from course_reader.scrape.lines import bylines


def _parts(who: bylines.Byline | None) -> tuple[str | None, str | None, str | None] | None:
    if who is None:
        return None
    return who.byline, who.agency and who.agency.name, who.outlet and who.outlet.name


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("By Jane Doe", ("Jane Doe", None, None)),
        ("by JANE DOE", ("JANE DOE", None, None)),
        ("Written by Jane Doe and John Roe", ("Jane Doe and John Roe", None, None)),
        ("By Jane Doe, Reuters", ("Jane Doe", "Reuters", None)),
        ("By Jane Doe for Eurasianet", ("Jane Doe", None, "Eurasianet")),
        ("By Jane Doe with AFP", ("Jane Doe", "AFP", None)),
        ("By AFP", ("AFP", "AFP", None)),
        ("By The Guardian", ("The Guardian", None, "The Guardian")),
        ("By Jane Doe | OC Media", ("Jane Doe", None, "OC Media")),
        ("By Jane Doe, Moscow", ("Jane Doe", None, None)),
        ("By Jane Doe, diplomatic correspondent", ("Jane Doe", None, None)),
        ("By Jane Doe in Ostraven and John Roe in Mirsk", ("Jane Doe in Ostraven and John Roe in Mirsk", None, None)),
        ("By Jane Doe jane.doe@horncourier.example", ("Jane Doe", None, None)),
        ("By Jane Doe @janedoe", ("Jane Doe", None, None)),
        ("By Mirror-Spectator Staff", ("Mirror-Spectator Staff", None, "The Armenian Mirror-Spectator")),
        ("Author: jane doe", ("jane doe", None, None)),
        ("Автор: Анна Лорм", ("Анна Лорм", None, None)),
        ("Текст: Анна Лорм, ТАСС", ("Анна Лорм", "TASS", None)),
        ("Von Jutta Lorm und Karl Amsel, dpa", ("Jutta Lorm und Karl Amsel", "dpa", None)),
        ("Par Jeanne Lorm avec AFP", ("Jeanne Lorm", "AFP", None)),
        ("Por Juana Lorma, EFE", ("Juana Lorma", "EFE", None)),
        ("Müəllif: Aytən Lormlu", ("Aytən Lormlu", None, None)),
        ("Հեղինակ՝ Աննա Լորմյան", ("Աննա Լորմյան", None, None)),
    ],
)
def test_a_byline_is_split_into_names_and_outlets(line: str, parts: tuple[str, ...]) -> None:
    assert _parts(bylines.parse(line)) == parts


@pytest.mark.parametrize(
    "line",
    [
        "By then the ferry had left.",
        "By evening",
        "by the river",
        "By May 26, 2023",
        "By the time the ministers met, the bridge was closed",
        "By",
        "By " + "Jane Doe and " * 20 + "John Roe",
        "Par temps de pluie, le pont reste fermé",
        "Von hier aus sieht man die Brücke",
        "Jane Doe",
        "",
    ],
)
def test_a_sentence_with_by_is_not_a_byline(line: str) -> None:
    assert bylines.parse(line) is None


def test_an_unknown_outlet_after_a_name_is_kept_apart() -> None:
    who = bylines.people("Jane Doe, The Horn Courier")
    assert (who.byline, who.unknown, who.outlet) == ("Jane Doe", "The Horn Courier", None)


@pytest.mark.parametrize(
    ("text", "is_name"),
    [
        ("Jane Doe", True),
        ("Анна Лорм", True),
        ("Աննա Լորմյան", True),
        ("Aytən Lormlu", True),
        ("Ludwig van der Berg", True),
        ("Jean-Luc d’Estvik", False),
        ("Jane", False),
        ("The Bridge", False),
        ("Jane Doe.", False),
        ("Jane Doe said no", False),
        ("World News", False),
        ("May 26, 2023", False),
        ("One Two Three Four Five Six", False),
    ],
)
def test_a_name_has_two_to_five_capitalised_words(text: str, is_name: bool) -> None:
    assert bylines.is_person(text) is is_name


@pytest.mark.parametrize(
    ("text", "strict", "loose"),
    [
        ("Jane Doe in Ostraven and agencies", True, True),
        ("Jane Doe in Ostraven for Reuters", True, True),
        ("Jane Doe in Ostraven and Johanna Roemer-Amsel in New Mirsk", True, True),
        ("Jane Doe in Ostraven", False, True),
        ("Jane Doe in Ostraven for pleasure", False, False),
        ("Jane Doe in the valley", False, False),
        ("Floods in Ostraven and Mirsk", False, False),
    ],
)
def test_a_name_with_a_place_can_be_a_byline(text: str, strict: bool, loose: bool) -> None:
    assert (bylines.is_located(text), bylines.is_located(text, strict=False)) == (strict, loose)


@pytest.mark.parametrize(
    ("text", "placed"),
    [
        ("Jane Doe, Ostraven", True),
        ("Jane Doe, New Mirsk", True),
        ("Jane Doe, the mayor", False),
        ("Jane Doe", False),
        ("Ostraven, Velmar", False),
    ],
)
def test_a_name_and_a_place_with_a_comma(text: str, placed: bool) -> None:
    assert bylines.is_placed(text) is placed


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Reporting from Ostraven", "Ostraven"),
        ("Reporting from Ostraven, Velmar", "Ostraven, Velmar"),
        ("reporting from the valley", None),
        ("Reporting from Ostraven: what we know", None),
    ],
)
def test_the_place_of_the_reporter(text: str, place: str | None) -> None:
    assert bylines.reporting_from(text) == place


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("South Caucasus correspondent", True),
        ("Senior diplomatic editor", True),
        ("Специальный корреспондент", True),
        ("Our correspondent walked along the river for two days.", False),
        ("Staff", True),
        ("The bridge", False),
    ],
)
def test_job_titles(text: str, role: bool) -> None:
    assert bylines.is_role(text) is role


@pytest.mark.parametrize(
    ("text", "credit", "names"),
    [
        ("Reporting by Jane Doe; editing by John Roe", True, "Jane Doe"),
        ("(Reporting by Jane Doe in Ostraven; Editing by John Roe)", True, "Jane Doe"),
        ("Reporting by Jane Doe in Ostraven, John Roe in New Mirsk.", True, "Jane Doe, John Roe"),
        ("With reporting by Reuters and AFP", True, "Reuters and AFP"),
        ("John Roe contributed to this report.", True, None),
        ("Based on reporting by RFE/RL", True, "RFE/RL"),
        ("Editing by John Roe", True, None),
        ("The report was written in haste.", False, None),
    ],
)
def test_reporting_credits(text: str, credit: bool, names: str | None) -> None:
    assert (bylines.is_reporting(text), bylines.reporters(text)) == (credit, names)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Lena Marsh et Oskar Brandt, étudiants en histoire", "Lena Marsh et Oskar Brandt"),
        ("Lena Marsh and Oskar Brandt, Northport University", "Lena Marsh and Oskar Brandt"),
        ("Lena Marsh, Northport University", None),
        ("Lena Marsh and Oskar Brandt, who met in Northport, won.", None),
        ("Boats and Ferries, and other things", None),
    ],
)
def test_several_authors_with_their_work(line: str, names: str | None) -> None:
    assert bylines.named_with_jobs(line) == names
