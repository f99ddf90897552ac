"""The list of names without an entry, and what a person says of each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from authoring.serving import Served
from authoring.test_messages import members
from readers import article, entry, make_reader

from course_reader.authoring import proposals
from course_reader.authoring.answers import RefusedError
from course_reader.authoring.kept import KeptReader
from course_reader.authoring.proposals import Decision
from course_reader.cli import main
from course_reader.model.entry import Kind
from course_reader.model.glossary import load

FILES = {
    "corpus/quota/article.md": article("Minister Ingrid Solheim met Olav Brekke in Kalvik.", outlet="The Courier"),
    "corpus/deal/article.md": article(
        "Then Solheim and Petra Dahl left Kalvik for the town of Norn.", date="2023-01-01"
    ),
    "glossary/people/petra-dahl.md": entry("Petra Dahl", aliases="[Dahl]  # mine"),
}


@pytest.fixture
def kept(tmp_path: Path) -> Iterator[KeptReader]:
    make_reader(tmp_path, FILES)
    with closing(KeptReader(tmp_path)) as reader:
        assert not reader.build().failed
        yield reader


def rows(kept: KeptReader) -> dict[str, dict[str, Any]]:
    """The proposals by name."""
    return {row["name"]: row for row in proposals.answer(kept.state, kept.root)["proposals"]}


def decide(kept: KeptReader, name: str, kind: str, act: Any, **more: str) -> str:
    """Say something of a proposal, and build."""
    answer, files = proposals.decide(kept.state, kept.root, Decision(kind=Kind(kind), name=name, act=act, **more))
    assert not kept.build(files).failed
    return str(answer["words"])


def test_names_without_an_entry_are_listed_and_each_becomes_what_a_person_says(kept: KeptReader) -> None:
    found = rows(kept)
    assert list(found) == ["Ingrid Solheim", "Kalvik", "Norn", "Olav Brekke", "The Courier"]
    solheim = found["Ingrid Solheim"]
    assert (solheim["aliases"], solheim["articles"], solheim["draft"]) == (["Solheim"], ["quota", "deal"], None)
    assert solheim["evidence"][0]["sentence"] == "Minister Ingrid Solheim met Olav Brekke in Kalvik."

    words = decide(kept, "Ingrid Solheim", "people", "entry", gloss="Minister of the north.")
    assert words.startswith("Ingrid Solheim is an entry now: glossary/people/ingrid-solheim.md.")
    made = kept.state.glossary["ingrid-solheim"]
    assert (made.gloss[0].text, [alias.name for alias in made.aliases]) == ("Minister of the north.", ["Solheim"])

    assert decide(kept, "Norn", "places", "refuse") == "Norn will not be proposed again."
    words = decide(kept, "Olav Brekke", "people", "alias", entry="petra-dahl")
    assert words == "Olav Brekke is now a name of Petra Dahl."
    text = (kept.root / "glossary/people/petra-dahl.md").read_text(encoding="utf-8")
    assert "aliases: [Dahl, {name: Olav Brekke}]  # mine\n" in text

    assert list(rows(kept)) == ["Kalvik", "The Courier"]


def test_drafts_are_in_the_list_and_lose_their_mark_or_their_file(kept: KeptReader) -> None:
    assert main(["--root", str(kept.root), "propose"]) == 0
    folder = kept.root / "glossary"
    brekke = folder / "people/olav-brekke.md"
    brekke.write_text(brekke.read_text(encoding="utf-8") + "\nMy own words.\n", encoding="utf-8")
    files = sorted(folder.rglob("*.md"))
    assert not kept.build(files).failed

    assert rows(kept)["Kalvik"]["draft"] == "glossary/places/kalvik.md"
    decide(kept, "Kalvik", "places", "entry", gloss="A town.")
    decide(kept, "Olav Brekke", "people", "entry", gloss="Not taken: the file has words of its own.")
    decide(kept, "Norn", "places", "refuse")

    glossary = load(folder, kept.root)
    assert glossary["kalvik"].gloss[0].text == "A town."
    assert "My own words." in brekke.read_text(encoding="utf-8")
    assert "olav-brekke" in glossary
    assert not (folder / "places/norn.md").exists()
    assert "ingrid-solheim" in glossary.drafts


def test_a_draft_that_somebody_has_changed_is_kept(kept: KeptReader) -> None:
    assert main(["--root", str(kept.root), "propose", "--kind", "places"]) == 0
    norn = kept.root / "glossary/places/norn.md"
    norn.write_text(norn.read_text(encoding="utf-8") + "\nMine.\n", encoding="utf-8")
    assert not kept.build([norn]).failed

    words = decide(kept, "Norn", "places", "refuse")
    assert words.endswith(
        "Somebody has changed its draft, glossary/places/norn.md, so it was kept; delete it yourself."
    )
    assert norn.exists()
    assert "Norn" not in rows(kept)


def test_what_is_gone_is_refused(kept: KeptReader) -> None:
    for name, entry_id, code in (("Nobody", "", "no-proposal"), ("Kalvik", "nobody", "no-entry")):
        with pytest.raises(RefusedError) as refused:
            decide(kept, name, "places", "alias", entry=entry_id)
        assert refused.value.content["code"] == code


def test_the_messages_have_the_members_of_their_types(closed: Served) -> None:
    told = closed.get("/_cr/proposals").json
    assert told["count"] == len(told["proposals"]) > 0
    for row in told["proposals"]:
        assert set(row) == members("Proposal")
        assert all(set(one) == members("ProposalEvidence") for one in row["evidence"])
    assert members("ProposalDecision") == set(Decision.model_fields)
    answer = closed.send("POST", "/_cr/proposals", {"name": "Nobody", "kind": "people", "act": "refuse"})
    assert (answer.status, answer.json["code"]) == (404, "no-proposal")
