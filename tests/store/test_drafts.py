"""Drafts of entries: written where nothing is yet, read back as they were meant, and never over a file."""

from __future__ import annotations

from pathlib import Path

import pytest

from course_reader.model.glossary import Glossary, load
from course_reader.store.drafts import draft_text, drafts_of, write_drafts
from course_reader.text.propose.records import Evidence, ProposedEntry

SOLHEIM = ProposedEntry(
    "Ingrid Solheim",
    "people",
    aliases=("Solheim",),
    descriptions=("the fisheries minister",),
    names={"ru": ("Ингрид Сульхейм",)},
    texts=("quota", "deal"),
    mentions=4,
    evidence=(Evidence("quota", 1, "Ingrid Solheim cut the “quota”: all: of it."),),
    gloss="Fisheries Minister (March 2021).",
)
ACCORD = ProposedEntry(
    "Varren Accord", "agreements", texts=("quota",), mentions=1, facts={"date": "1987", "parties": ("Elmholm", "Norn")}
)


def glossary(root: Path) -> Glossary:
    return load(root / "glossary", root)


def write(root: Path, *proposals: ProposedEntry) -> tuple[list[str], list[str]]:
    written, there = write_drafts(drafts_of(proposals, glossary(root), "glossary"), root)
    return [draft.path for draft in written], [draft.path for draft in there]


def test_a_draft_has_what_the_texts_say_and_is_read_as_a_draft(tmp_path: Path) -> None:
    assert write(tmp_path, SOLHEIM, ACCORD) == (
        ["glossary/people/ingrid-solheim.md", "glossary/agreements/varren-accord.md"],
        [],
    )
    found = glossary(tmp_path)
    solheim, accord = found.drafts["ingrid-solheim"].entry, found.drafts["varren-accord"].entry

    assert len(found) == 0
    assert {str(problem.code) for problem in found.problems} == {"draft"}
    assert [alias.name for alias in solheim.aliases] == ["Solheim"]
    assert solheim.sort == "Solheim, Ingrid"
    assert solheim.names == {"ru": ("Ингрид Сульхейм",)}
    assert solheim.gloss[0].text == "Fisheries Minister (March 2021)."
    assert (str(accord.date), accord.parties) == ("1987", ("Elmholm", "Norn"))  # type: ignore[attr-defined]


def test_the_sentences_are_in_a_comment_of_short_lines() -> None:
    text = draft_text(SOLHEIM)

    assert "# Named in 2 articles, 4 times.\n# Also called: the fisheries minister.\n" in text
    assert "# quota, paragraph 1: Ingrid Solheim cut the “quota”: all: of it.\n" in text
    long = draft_text(ProposedEntry("A", "people", evidence=(Evidence("a", None, "word " * 200),)))
    assert max(map(len, long.splitlines())) <= 120
    assert long.count("word") == 30


def test_a_new_kind_gets_its_list_and_the_files_their_schemas(tmp_path: Path) -> None:
    write(tmp_path, SOLHEIM)

    assert "entry-list" in (tmp_path / "glossary/people/index.md").read_text(encoding="utf-8")
    assert "/person.json" in (tmp_path / "glossary/people/ingrid-solheim.md").read_text(encoding="utf-8")
    assert (tmp_path / ".schemas/person.json").is_file()


def test_running_again_adds_and_never_overwrites(tmp_path: Path) -> None:
    write(tmp_path, SOLHEIM)
    path = tmp_path / "glossary/people/ingrid-solheim.md"
    path.write_text(path.read_text(encoding="utf-8").replace("March 2021", "my own words"), encoding="utf-8")
    before = path.read_bytes()

    assert write(tmp_path, SOLHEIM, ACCORD) == (["glossary/agreements/varren-accord.md"], [])
    assert path.read_bytes() == before


def test_a_file_that_appears_meanwhile_stays(tmp_path: Path) -> None:
    drafts = drafts_of([SOLHEIM], glossary(tmp_path), "glossary")
    path = tmp_path / "glossary/people/ingrid-solheim.md"
    path.parent.mkdir(parents=True)
    path.write_text("mine", encoding="utf-8")

    written, there = write_drafts(drafts, tmp_path)
    assert (written, [draft.id for draft in there]) == ([], ["ingrid-solheim"])
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize(
    ("name", "kind", "ids"),
    [("Kalvik", "places", ["kalvik-place"]), ("Калвик", "places", ["kalvik-place"]), ("Norn", "places", ["norn"])],
)
def test_an_id_that_is_taken_gets_the_kind(tmp_path: Path, name: str, kind: str, ids: list[str]) -> None:
    (tmp_path / "glossary/people").mkdir(parents=True)
    (tmp_path / "glossary/people/kalvik.md").write_text("---\nname: K\ngloss: g\n---\n", encoding="utf-8")

    assert [d.id for d in drafts_of([ProposedEntry(name, kind)], glossary(tmp_path), "glossary")] == ids


def test_signs_that_no_file_may_have_are_left_out() -> None:
    text = draft_text(ProposedEntry("A\x07B\u2028C", "terms", evidence=(Evidence("a", 1, "x\x00\u202ey"),)))
    assert "name: A B C" in text
    assert text.isprintable() or set(text) - set("\n") == {c for c in text if c.isprintable()}
