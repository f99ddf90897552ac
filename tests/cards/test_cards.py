"""Cards: read back as Anki and a spreadsheet read them."""

from __future__ import annotations

import csv
import sqlite3
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.cards.anki import NoAnkiError, anki
from course_reader.cards.table import table
from course_reader.views.learning import LearningCard

CARDS = [
    LearningCard("words", "frank", "saying <openly>, what one thinks", "word frank", ("One", "Two & three")),
    LearningCard("people", "Բո Marsh", "A sailor.", "entry bo", ("One",)),
]


def rows(package: bytes, folder: Path, query: str) -> list[tuple[str, ...]]:
    """The answer of the database in a package."""
    path = folder / "cards.apkg"
    path.write_bytes(package)
    with ZipFile(path) as file:
        file.extract("collection.anki2", folder)
    with sqlite3.connect(folder / "collection.anki2") as database:
        return list(database.execute(query))


def test_anki_gets_a_note_with_three_fields_for_each_card(tmp_path: Path) -> None:
    notes = rows(anki(CARDS, "A reader"), tmp_path, "select flds from notes order by id")
    assert [note.split("\x1f") for (note,) in notes] == [
        ["frank", "saying &lt;openly&gt;, what one thinks", "One; Two &amp; three"], ["Բո Marsh", "A sailor.", "One"],
    ]  # fmt: skip
    [(decks,)] = rows(anki(CARDS, "A reader"), tmp_path, "select decks from col")
    assert "A reader::Hard words" in decks
    assert "A reader::People" in decks
    assert "Agreements" not in decks


def test_a_later_edition_of_a_card_is_the_same_card(tmp_path: Path) -> None:
    later = [LearningCard("people", "Bo Marsh", "A captain.", "entry bo")]
    query = "select guid from notes where flds like '%Marsh%'"
    assert rows(anki(CARDS, "A reader"), tmp_path, query) == rows(anki(later, "A reader"), tmp_path, query)
    assert rows(anki(CARDS, "A reader"), tmp_path, query) != rows(anki(CARDS, "Another"), tmp_path, query)


def test_the_same_cards_make_the_same_file() -> None:
    assert anki(CARDS, "A reader") == anki(CARDS, "A reader")


def test_without_genanki_one_sentence_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "genanki", None)
    with pytest.raises(NoAnkiError, match="pip install"):
        anki(CARDS, "A reader")


def test_the_table_has_a_row_for_each_card() -> None:
    read = list(csv.reader(table(CARDS).decode("utf-8-sig").splitlines()))
    assert read[0] == ["deck", "front", "back", "articles"]
    assert read[1] == ["words", "frank", "saying <openly>, what one thinks", "One; Two & three"]
    assert read[2][1] == "Բո Marsh"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    text = article("Bo Marsh was frank.", title="One", vocabulary="{frank: saying openly what one thinks}")
    files: dict[str, str | bytes | Path | None] = {
        "corpus/one/article.md": text, "glossary/people/bo.md": entry("Bo Marsh", gloss="A sailor."),
    }  # fmt: skip
    return make_reader(tmp_path_factory.mktemp("cards"), files)


def test_a_build_writes_both_files(reader: Reader) -> None:
    out = reader.build("cards")
    assert reader.warnings == []
    assert sorted(path.name for path in out.glob("cards.*")) == ["cards.apkg", "cards.csv"]
    assert "Bo Marsh" in (out / "cards.csv").read_text(encoding="utf-8-sig")


def test_a_reader_without_anything_to_learn_says_so(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, {"corpus/one/article.md": article("T.")})
    out = reader.build("cards")
    assert "nothing to make cards of" in str(reader.warnings)
    assert list(out.glob("cards.*")) == []
