"""What the page of an entry tells besides its prose."""

from __future__ import annotations

from pathlib import Path

from readers import entry, make_reader

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
