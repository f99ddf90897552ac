"""The form of single lines: sentences, bylines, dates, outlets, headlines."""

from __future__ import annotations

import pytest
from scrape.made_up import SENTENCE, segment

from course_reader.scrape.lines import shapes


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("14:05", True),
        ("14.05 GMT", True),
        ("[21:14]", True),
        ("at 9:30 a.m.", True),
        ("в 14:05 мск", True),
        ("14:05 +4", True),
        ("14:05 the gates open", False),
        ("1405", False),
    ],
)
def test_a_time_of_day(text: str, time: bool) -> None:
    assert shapes.is_time(text) is time


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Published", True),
        ("Last updated:", True),
        ("Опубликовано", True),
        ("Publié le", True),
        ("Published in May", False),
    ],
)
def test_a_label_of_the_next_line(text: str, label: bool) -> None:
    assert shapes.is_label(text) is label


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reuters", ["Reuters"]),
        ("AFP and Reuters", ["AFP", "Reuters"]),
        ("ТАСС, Интерфакс", ["TASS", "Interfax"]),
        ("dpa/Reuters", ["dpa", "Reuters"]),
        ("AFP et Reuters", ["AFP", "Reuters"]),
        ("OC Media staff", ["OC Media"]),
        ("Reuters and agencies", ["Reuters"]),
        ("Reuters and Jane Doe", []),
        ("The bridge is open", []),
        ("Reuters, " * 12, []),
    ],
)
def test_a_line_of_outlets_only(text: str, names: list[str]) -> None:
    assert [outlet.name for outlet in shapes.outlets_in_line(text)] == names


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Source: The Horn Courier", "The Horn Courier"),
        ("Источник: ТАСС", "ТАСС"),
        ("Quelle: ZEIT ONLINE, dpa", "ZEIT ONLINE, dpa"),
        ("Mənbə: APA", "APA"),
        ("Աղբյուր՝ Արմենպրես", "Արմենպրես"),
        ("Originally published by OC Media", "OC Media"),
        ("Sources close to the council", None),
    ],
)
def test_a_source_line(text: str, name: str | None) -> None:
    assert shapes.source(text) == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("BBC News, Ostraven", "BBC News"),
        ("Reuters, in Ostraven", None),
        ("Jane Doe, Ostraven", None),
        ("BBC News", None),
    ],
)
def test_an_outlet_with_a_place(text: str, name: str | None) -> None:
    found = shapes.outlet_and_place(text)
    assert (found and found.name) == name


@pytest.mark.parametrize(
    ("text", "who", "names"),
    [
        ("Jane Doe with Reuters, AFP", "Jane Doe", ["Reuters", "AFP"]),
        ("Jeanne Lorm avec AFP", "Jeanne Lorm", ["AFP"]),
        ("Jutta Lorm mit dpa", "Jutta Lorm", ["dpa"]),
        ("Jane Doe with friends", None, []),
        ("Bread with Reuters", None, []),
    ],
)
def test_a_name_with_outlets(text: str, who: str | None, names: list[str]) -> None:
    found = shapes.name_with_outlets(text)
    assert (found and found[0], [outlet.name for outlet in found[1]] if found else []) == (who, names)


@pytest.mark.parametrize(
    ("text", "name", "iso"),
    [
        ('Newspaper "Kommersant" No. 92, 26.05.2023, p. 6', "Kommersant", "2023-05-26"),
        ("Газета «Коммерсантъ» №92 от 26.05.2023, стр. 6", "Kommersant", "2023-05-26"),
        ("Kommersant, 26.05.2023", None, None),
        ("The newspaper Kommersant was sold on 26.05.2023.", None, None),
    ],
)
def test_the_line_of_a_printed_issue(text: str, name: str | None, iso: str | None) -> None:
    found = shapes.issue(text)
    assert (found and found[0].name, found and found[1].iso) == (name, iso)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Jane Doe May 26, 2023", ("Jane Doe", "May 26, 2023")),
        ("By Jane Doe, 26 May 2023", ("By Jane Doe", "26 May 2023")),
        ("Reuters - May 26, 2023", ("Reuters", "May 26, 2023")),
        ("Opinion, May 26, 2023", ("Opinion", "May 26, 2023")),
        ("May 26, 2023 Jane Doe", ("Jane Doe", "May 26, 2023")),
        ("jane doe, May 26, 2023", ("jane doe", "May 26, 2023")),
        ("Jane Doe May 26", None),
        ("Lorries wait since May 26, 2023", None),
        ("May 26, 2023", None),
    ],
)
def test_a_name_next_to_a_date(text: str, parts: tuple[str, str] | None) -> None:
    assert shapes.name_and_day(text) == parts


@pytest.mark.parametrize(
    ("text", "stamp", "header"),
    [
        ("May 26, 2023", True, True),
        ("By Jane Doe", True, True),
        ("By Jane Doe | May 26, 2023 | 3 min read", True, True),
        ("Reporting from Ostraven", True, True),
        ("Reuters", False, True),
        ("Source: OC Media", False, True),
        ("Published", False, True),
        ("14:05 GMT", False, True),
        ("BBC News, Ostraven", False, True),
        ("Photo: Jane Doe", False, True),
        ("Image caption,", False, True),
        ("OSTRAVEN (Reuters) —", False, True),
        ("Subscribe to our newsletter", False, True),
        ("Jane Doe read more", False, True),
        ("Ministers Agree on River Crossing", False, False),
        (SENTENCE, False, False),
    ],
)
def test_the_lines_around_a_headline(text: str, stamp: bool, header: bool) -> None:
    assert (shapes.is_stamp(text), shapes.is_header(text)) == (stamp, header)


@pytest.mark.parametrize(
    ("text", "several"),
    [
        ("Jane Doe | May 26, 2023", True),
        ("Jane Doe · Politics · 26 May 2023 · 14:05", True),
        ("Reuters; May 26, 2023", True),
        ("Jane Doe | John Roe", False),
        ("May 26, 2023", False),
        ("May 26, 2023 | and then the bridge fell down", False),
    ],
)
def test_several_parts_on_one_line(text: str, several: bool) -> None:
    assert shapes.parts_are_header(text) is several


@pytest.mark.parametrize(
    ("text", "kind", "likely"),
    [
        ("Ministers Agree on River Crossing", "text", True),
        ("Мост через реку открыт", "heading", True),
        ("Talks in the U.S.", "text", True),
        ("What next?", "text", True),
        ("The bridge is open.", "text", False),
        ("Related articles:", "text", False),
        ("By Jane Doe", "text", False),
        ("OSTRAVEN (Reuters) — The bridge is open", "text", False),
        ("Image caption, the bridge", "text", False),
        ("Correction: the bridge has four pillars", "text", False),
        ("Ministers Agree on River Crossing", "item", False),
        ("x" * 221, "text", False),
        ("No", "text", False),
    ],
)
def test_a_possible_headline(text: str, kind: str, likely: bool) -> None:
    assert shapes.headline_like(segment(text, kind)) is likely  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "kind", "prose"),
    [
        (SENTENCE, "text", True),
        ("x" * 230, "text", True),
        ("The bridge is open.", "text", False),
        ("a pillar", "item", True),
        ("No.", "quote", True),
        (SENTENCE, "heading", False),
    ],
)
def test_a_sentence_of_the_article(text: str, kind: str, prose: bool) -> None:
    assert shapes.is_prose(segment(text, kind)) is prose  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "call"), [("Support us", True), ("Sign up to our letter", True), ("Bridge Open", False)]
)
def test_a_request(text: str, call: bool) -> None:
    assert shapes.is_call(text) is call


@pytest.mark.parametrize(
    ("text", "share"), [("Ministers Agree on River Crossing", 1.0), ("no", 0.0), ("Мост снова открыт", 1 / 3)]
)
def test_the_share_of_capitals(text: str, share: float) -> None:
    assert shapes.capitals(text) == pytest.approx(share)


@pytest.mark.parametrize(("text", "stamped"), [("Ten dead in 2024, mayor says", False), ("30. Juli 2018, 14:05", True)])
def test_a_date_alone_does_not_make_a_stamp_of_a_headline(text: str, stamped: bool) -> None:
    assert shapes.looks_stamped(text) is stamped
