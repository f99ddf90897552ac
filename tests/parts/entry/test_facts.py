"""What the page of an entry tells besides its prose."""

from __future__ import annotations

from pathlib import Path

import pytest
from libraries import make_shelf, shown, words
from readers import entry, make_reader

from course_reader.parts.entry.facts import language, table

KEYS = {
    "date": "2022-10",
    "place": "Northport",
    "parties": "[Northport, Southport]",
    "provisions": "[The pier is shared.]",
    "outcome": "It was signed.",
    "matters": "The report quotes it & stops before <its end>.",
}


def facts(tmp_path: Path, keys: dict[str, str]) -> dict[str, str]:
    reader = make_reader(tmp_path, {"glossary/agreements/pact.md": entry("Pact", **keys)})
    reader.build()
    rows = reader.page("glossary/agreements/pact").xpath("//table[@class='reader-facts']//tr")
    return {row.xpath("string(th)"): row.xpath("string(td)") for row in rows}


def test_an_agreement_ends_with_why_the_articles_need_it(tmp_path: Path) -> None:
    told = facts(tmp_path, KEYS)
    assert list(told) == ["Date", "Place", "Parties", "Main points", "Outcome", "Why it matters here"]
    assert told["Why it matters here"] == KEYS["matters"]


def test_what_is_not_known_of_an_agreement_takes_no_room(tmp_path: Path) -> None:
    assert list(facts(tmp_path, {"date": "2022-10"})) == ["Date"]


# --- every kind, without a build


def rows(kind: str, **keys: str) -> list[str]:
    files = {f"glossary/{kind}/x.md": entry("X", **keys)}
    tree = shown(table(make_shelf(files).library.glossary["x"]))
    return words(tree, "//tr")


@pytest.mark.parametrize(
    ("kind", "keys", "told"),
    [
        ("people", {"born": "1960-05", "died": "2020"}, ["Born May 1960", "Died 2020"]),
        ("people", {"roles": "[{title: Mayor, from: 2020, to: 2020}]"}, ["Offices Mayor (2020)"]),
        ("people", {"roles": "[{title: Mayor, to: 2020}]"}, ["Offices Mayor (until 2020)"]),
        ("people", {"roles": "[{title: A}, {title: B, from: 2020-01-02}]"}, ["Offices A B (since 2 Jan 2020)"]),
        ("places", {"country": "Alda"}, ["Country Alda"]),
        ("places", {"status": "[{text: free, from: 1990, to: 1999}]"}, ["Status free (1990 – 1999)"]),
        ("organisations", {"founded": "1990", "members": "[A, B]"}, ["Founded 1990", "Members A, B"]),
        ("events", {"start": "1991-02-20", "end": "1994-05-12"}, ["When 20 February 1991 – 12 May 1994"]),
        ("events", {"start": "1991", "end": "1991", "place": "Alda"}, ["When 1991", "Where Alda"]),
        ("terms", {}, []),
        ("terms", {"names": "{hy: [Ա, Բ]}"}, ["In Armenian Ա, Բ"]),
    ],
)
def test_a_fact_that_is_stated_has_a_row(kind: str, keys: dict[str, str], told: list[str]) -> None:
    assert rows(kind, **keys) == told


def test_a_figure_and_a_wording_have_the_name_of_whoever_it_is() -> None:
    figure, wording = rows(
        "events", casualties="[{figure: 100, claimed_by: Alda}]", wording="[{by: Bo, text: a <war>}]"
    )
    assert "100" in figure and "Alda" in figure
    assert wording.endswith("a <war> (Bo)")


def test_other_names_are_those_that_mean_it_and_are_not_in_its_own() -> None:
    assert rows("people", aliases="[X, Y, {name: Z, metonym: true}]") == ["Also written Y"]


def test_names_in_other_languages_say_in_which() -> None:
    files = {"glossary/terms/x.md": entry("X", names="{hy: Ա, zz-zz: Q}")}
    tree = shown(table(make_shelf(files).library.glossary["x"]))

    assert tree.xpath("//span/@lang") == ["hy", "zz-zz"]
    assert words(tree, "//th") == ["In Armenian", "In zz-zz"]


@pytest.mark.parametrize(
    ("tag", "name"), [("hy", "Armenian"), ("pt-BR", "Portuguese"), ("zz", "zz"), ("no language", "no language")]
)
def test_a_language_has_its_english_name(tag: str, name: str) -> None:
    assert language(tag) == name


def test_several_lines_are_a_list_and_nothing_is_taken_for_html() -> None:
    status = "\n  - {to: 2021, text: <b>one</b>}\n  - {from: 2022, text: two}"
    tree = shown(table(make_shelf({"glossary/organisations/x.md": entry("X", status=status)}).library.glossary["x"]))

    assert words(tree, "//li") == ["Until 2021: <b>one</b>", "Since 2022: two"]
