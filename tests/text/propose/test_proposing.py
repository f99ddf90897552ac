"""Proposals from whole texts: of what a reader needs nearly all is proposed, with its kind, and little besides.

The made-up texts in `cases/` are of several fields; each file says what a reader of its texts needs, and what else may
be proposed. Recall and noise are counted over each file.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from course_reader.text.propose.proposing import propose
from course_reader.text.propose.records import ProposedEntry, SourceText

CASES = sorted((Path(__file__).parent / "cases").glob("*.yaml"))
RECALL, NOISE = 0.9, 0.15


def sources(case: dict[str, Any]) -> list[SourceText]:
    """The texts of a case, in which line breaks inside a paragraph are blanks."""
    return [
        SourceText(
            text["name"],
            "\n\n".join(" ".join(block.split()) for block in text["text"].split("\n\n")),
            text.get("day"),
            bodies=tuple(text.get("bodies", ())),
        )
        for text in case["texts"]
    ]


def names(proposal: ProposedEntry) -> list[str]:
    return [proposal.name, *proposal.aliases]


def figures(case: dict[str, Any]) -> tuple[list[str], list[str], int]:
    """What is missing, what is noise, and how many proposals there are."""
    found = propose(sources(case))
    have = {(one.kind, name) for one in found for name in names(one)}
    rows = [(kind, name) for key in ("entries", "fine") for kind, row in case.get(key, {}).items() for name in row]
    missing = [name for kind, row in case["entries"].items() for name in row if (kind, name) not in have]
    # A government is told from its place: it is no noise where the place is wanted.
    places = {name for kind, name in rows if kind == "places"}
    noise = [
        f"{one.kind}/{one.name}"
        for one in found
        if not {(one.kind, name) for name in names(one)} & set(rows) and not places & set(one.metonyms)
    ]
    return missing, noise, len(found)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_of_what_a_reader_needs_nearly_all_is_proposed_and_little_besides(path: Path) -> None:
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    missing, noise, count = figures(case)
    needed = sum(len(row) for row in case["entries"].values())

    assert len(missing) <= (1 - RECALL) * needed, missing
    assert len(noise) <= NOISE * count, noise


QUOTA = (
    "Fisheries Minister Ingrid Solheim cut the quota in Kalvik. Solheim met Olav Brekke.",
    "Prime Minister Ingrid Solheim met Petra Dahl in Kalvik. The prime minister smiled.",
)


def two() -> list[ProposedEntry]:
    days = (date(2021, 3, 12), date(2022, 4, 9))
    return propose(SourceText(f"text-{at}", text, day) for at, (text, day) in enumerate(zip(QUOTA, days, strict=True)))


def test_those_that_most_texts_name_come_first_with_their_evidence() -> None:
    first, second, *_ = two()

    assert (first.name, first.kind, first.aliases) == ("Ingrid Solheim", "people", ("Solheim",))
    assert first.texts == ("text-0", "text-1")
    assert first.descriptions == ("the prime minister",)
    assert first.mentions == 4
    assert first.gloss == "Fisheries Minister (March 2021). Prime Minister (April 2022)."
    assert [row.sentence for row in first.evidence][:2] == [text.partition(". ")[0] + "." for text in QUOTA]
    assert (second.name, second.kind) == ("Kalvik", "places")


def test_what_a_person_has_refused_is_not_proposed() -> None:
    found = propose([SourceText("a", QUOTA[0])], refused=["olav brekke", "Solheim"])
    assert {one.name: one.aliases for one in found} == {"Ingrid Solheim": (), "Kalvik": (), "quota": ()}


def test_what_has_an_entry_is_not_proposed() -> None:
    text = QUOTA[0]
    at = text.index("Ingrid Solheim"), text.index("Solheim met")
    taken = ((at[0], at[0] + 14), (at[1], at[1] + 7))
    assert "Ingrid Solheim" not in {one.name for one in propose([SourceText("a", text, taken=taken)])}


def test_outlets_and_agencies_are_bodies() -> None:
    [outlet] = propose([SourceText("a", "It rained.", bodies=("The Skerry Courier",))])
    assert (outlet.name, outlet.kind, outlet.mentions, outlet.texts) == (
        "The Skerry Courier",
        "organisations",
        0,
        ("a",),
    )


def test_a_quarter_of_the_sky_keeps_its_article() -> None:
    [west, *_] = propose([SourceText("a", "They asked the West for help, and the West said no.")])
    assert (west.name, west.kind, west.aliases) == ("the West", "organisations", ())


def test_nothing_comes_of_nothing() -> None:
    assert propose([]) == []
    assert propose([SourceText("a", ""), SourceText("b", "rain and wind")]) == []
