"""The command that drafts entries, on a small reader and, if they are here, on the originals and a newcomer's texts."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.cli import main
from course_reader.commands.command import FINE, WRONG_USE
from course_reader.marks.session import names_of
from course_reader.model.glossary import load
from course_reader.scrape.scrape import scrape
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name
from course_reader.text.propose.proposing import propose
from course_reader.text.propose.records import ProposedEntry, SourceText

FILES = {
    "corpus/quota/article.md": article("Minister Ingrid Solheim met Olav Brekke in Kalvik.", date="2021-03-12"),
    "corpus/private/deal/article.md": article("Then Solheim met Ben Marsh and Ben Marsch.", date="2022-04-09"),
    "glossary/people/ben-marsh.md": entry("Ben Marsh"),
    "glossary/not-names.yaml": "not_names: [{text: Kalvik}]\n",
}


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    return make_reader(tmp_path, FILES)


def test_drafts_are_written_once_and_listed(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    root = ["--root", str(reader.root)]
    assert main([*root, "propose", "--dry-run", "--json"]) == FINE
    answer = json.loads(capsys.readouterr().out)

    assert [draft["id"] for draft in answer["drafts"]] == ["ingrid-solheim", "olav-brekke"]
    assert answer["drafts"][0]["articles"] == ["quota", "deal"]
    assert answer["drafts"][0]["evidence"][0]["sentence"] == "Minister Ingrid Solheim met Olav Brekke in Kalvik."
    assert not (reader.root / "glossary/people/ingrid-solheim.md").exists()

    assert main([*root, "propose", "--kind", "people", "--least", "2"]) == FINE
    assert "1 draft written." in capsys.readouterr().out
    assert (reader.root / "glossary/people/ingrid-solheim.md").is_file()
    assert main([*root, "propose"]) == FINE
    said = capsys.readouterr().out
    assert "glossary/people/olav-brekke.md" in said
    assert "1 draft from before is as it was." in said
    assert main([*root, "propose"]) == FINE
    assert "Nothing new to propose." in capsys.readouterr().out
    assert main([*root, "check"]) in (FINE, 1)
    assert "2 drafts of entries, which no page shows" in capsys.readouterr().out


def test_wrong_use_is_said(reader: Reader, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(reader.root), "propose", "--least", "0"]) == WRONG_USE
    assert "--least is 0; give a number from 1" in capsys.readouterr().err
    reader.write({"glossary/not-names.yaml": "not_names: [\n"})
    assert main(["--root", str(reader.root), "propose"]) == 1
    assert "glossary/not-names.yaml, line" in capsys.readouterr().err


# --- what a reader of real and of newcomers' texts needs


def imported(paths: Iterator[Path]) -> list[SourceText]:
    """Texts as an import reads them, without their headings."""
    found = []
    for path in paths:
        one = scrape(path.read_bytes(), filename=path.name)
        text = "\n\n".join(block.text for block in one.blocks if block.kind != "heading")
        day = date.fromisoformat(one.date) if one.date else None
        bodies = tuple(filter(None, (one.outlet, one.agency)))
        found.append(SourceText(path.stem, text, day, one.language or "en", bodies=bodies))
    return found


def spans(found: ProposedEntry, text: str) -> set[tuple[int, int]]:
    """Where a text names what is proposed, as an entry made of the proposal would be found."""
    words = [found.name, *found.aliases, *found.metonyms]
    names = [Name(word, "x", found.kind, fold_case=found.kind == "terms", sure=True) for word in words]
    return {(mention.start, mention.end) for mention in NameIndex(names).find(text).mentions}


@pytest.mark.samples
def test_the_entries_of_the_originals_are_proposed(project: Path, samples: Path) -> None:
    texts = imported(iter(sorted(samples.glob("*.txt"))))
    index = NameIndex(name for file in load(project / "glossary", project) for name in names_of(file))
    proposals = propose(texts)
    named: set[tuple[str, str]] = set()
    met: set[tuple[str, str]] = set()
    fitting: set[str] = set()
    for source in texts:
        text = "\n\n".join((source.text, *source.bodies))
        places = {one.name: (one.kind, spans(one, text)) for one in proposals}
        for mention in index.find(text, date=source.day or date(2022, 10, 31)).mentions:
            entry_ = mention.kind, mention.entry
            named.add(entry_)
            for name, (kind, where) in places.items():
                if kind == mention.kind and any(a < mention.end and mention.start < b for a, b in where):
                    met.add(entry_)
                    fitting.add(name)
    # States are places, whatever the glossary says of their governments; a term is one if the list has it.
    noise = [one.name for one in proposals if one.name not in fitting | FINE_NAMES]

    assert len(named) > 30
    assert len(met) >= 0.9 * len(named), named - met
    assert len(noise) <= 0.15 * len(proposals), noise


#: places, bodies and agreements of the originals for which the shipped reader has no entry of the same kind
FINE_NAMES = {
    *("Russia", "United States", "Ukraine", "Yerevan", "Baku", "The Moscow Times", "Government of the United States"),
    *("Armenian-Azerbaijani peace treaty", "Russia-brokered ceasefire", "Karabakh conflict"),
}

NEWCOMER = {
    "people": ["Ingrid Solheim", "Olav Brekke", "Petra Dahl", "Tor Vik"],
    "places": ["Varren Strait", "Skerryhavn", "Elmholm", "Kalvik"],
    "organisations": ["Strait Research Institute", "Fishermen's Union", "Elmholm Tribune", "The Skerry Courier"],
    "agreements": ["Varren Accord", "Kalvik Protocol"],
    "events": ["blockade of Skerryhavn"],
    "terms": ["quota"],
}


@pytest.mark.samples
def test_what_a_newcomers_texts_need_is_proposed(samples: Path) -> None:
    folder = samples.parent.parent / "cases" / "reach" / "newcomer"
    if not folder.is_dir():
        pytest.skip("the texts of a newcomer are not on this machine")
    found = {(one.kind, name) for one in propose(imported(iter(sorted(folder.glob("quota*"))))) for name in (one.name,)}
    wanted = {(kind, name) for kind, names in NEWCOMER.items() for name in names}
    # Agencies and the government of a country that acts are bodies too.
    fine = {("organisations", name) for name in ("North Sound Press", "Strait News Agency", "Government of Elmholm")}

    assert len(wanted - found) <= 0.1 * len(wanted), wanted - found
    assert len(found - wanted - fine) <= 0.15 * len(found), found - wanted - fine
