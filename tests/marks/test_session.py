"""The names of entries, as they are searched in texts."""

from __future__ import annotations

from datetime import date

from libraries import make_shelf
from readers import entry

from course_reader.marks.session import Session, names_of

FILES = {
    "glossary/people/ann.md": entry(
        "Ann Lee", born="1960-05", died="2020", names="{hy: [Անն, Ան], ru: Анна}",
        aliases="[Lee, {name: Poe, to: 1990}, {name: Ann of Port, from: 1980}, {name: Port, metonym: true}, Ann Lee]",
    ),
    "glossary/organisations/league.md": entry("League", founded="1900", dissolved="1950-06-30", aliases="[Union]"),
    "glossary/terms/ferry.md": entry("ferry"),
}  # fmt: skip


def session() -> Session:
    return make_shelf(FILES).library.session


def test_every_name_is_searched_once_in_its_time() -> None:
    names = {
        (name.text, name.start, name.end, name.full, name.metonym) for name in names_of(session().glossary.files["ann"])
    }
    life = date(1960, 5, 1), date(2020, 12, 31)

    assert names == {
        ("Ann Lee", *life, True, False),
        ("Անն", *life, True, False),
        ("Ան", *life, True, False),
        ("Анна", *life, True, False),
        ("Lee", *life, False, False),
        ("Poe", life[0], date(1990, 12, 31), False, False),
        ("Ann of Port", date(1980, 1, 1), life[1], True, False),
        ("Port", *life, False, True),
    }


def test_a_surname_in_another_language_is_a_name_if_the_english_one_is_an_alias() -> None:
    files = {
        "glossary/people/a.md": entry("Ann Lee", aliases="[Lee]", names="{ru: Анна Ли, zh: 安·李, hy: Անն}"),
        "glossary/people/b.md": entry("Bo Poe", names="{ru: Бо По}"),
    }
    names = [name for file in make_shelf(files).library.session.glossary for name in names_of(file) if name.language]
    assert [(name.text, name.language, name.full) for name in names] == [
        ("Анна Ли", "ru", True), ("Ли", "ru", False), ("安·李", "zh", True), ("李", "zh", False), ("Անն", "hy", True),
        ("Бо По", "ru", True),
    ]  # fmt: skip


def test_of_organisations_a_single_word_is_a_full_name() -> None:
    assert [(name.text, name.full) for name in names_of(session().glossary.files["league"])] == [
        ("League", True), ("Union", True),
    ]  # fmt: skip
    assert {name.end for name in names_of(session().glossary.files["league"])} == {date(1950, 6, 30)}


def test_only_terms_are_found_in_capitals_and_small_letters() -> None:
    assert {file.id for file in session().glossary if names_of(file)[0].fold_case} == {"ferry"}


def test_all_names_are_found_and_what_is_none_is_not() -> None:
    known = session()
    found = known.index.find("Ferries of the League; Анна.").mentions
    blocked = make_shelf(FILES, reader_not_names=["League of Nations"]).library.session

    assert [mention.entry for mention in found] == ["ferry", "league", "ann"]
    assert blocked.index.find("The League of Nations.").mentions == ()


def test_an_entry_has_its_document_in_the_folder_of_its_kind() -> None:
    assert session().entry_docname("league") == "glossary/organisations/league"
