"""The staleness table, row by row: which documents an edit makes Sphinx read and write, serially and in parallel."""

from __future__ import annotations

import os
import time

import pytest
from readers import Reader, article, entry, make_reader

from course_reader.store.snapshots import write_snapshot

ANN, BORG, PACT = "glossary/people/ann", "glossary/places/borg", "glossary/agreements/pact"
ONE, TWO, THREE = "corpus/one/article", "corpus/two/article", "corpus/three/article"
NOTES = "corpus/one/notes/teacher.yaml"

FILES = {
    f"{ANN}.md": entry("Ann Lee", "An engineer."),
    f"{BORG}.md": entry("Borg", "A town."),
    f"{PACT}.md": entry("Pact", "A paper.", prose="Ann Lee signed it."),
    f"{ONE}.md": article("Ann Lee went to Borg. Nothing more.", date="2020-01-01", title="One"),
    f"{TWO}.md": article("Ann Lee read the Harbour Pact.", date="2021-01-01", title="Two"),
    f"{THREE}.md": article("The harbour is closed.", date="2022-01-01", title="Three"),
    NOTES: "layer: {audience: public}\nnotes: [{quote: Nothing more, body: Really?}]\n",
    # Lists of articles and entries stand on pages of their own, so that the others show what they show.
    "index.md": """
        # Front

        ```{toctree}
        corpus/one/article
        corpus/two/article
        corpus/three/article
        ```
        ```{toctree}
        :glob:
        glossary/*/*
        ```
        """,
}


@pytest.fixture(scope="module", params=[1, 2], ids=["serial", "parallel"])
def jobs(request) -> int:
    return request.param


@pytest.fixture(scope="module")
def built(tmp_path_factory, jobs) -> Reader:
    """The reader as all tests here begin with it: built, and built again."""
    reader = make_reader(tmp_path_factory.mktemp("stale") / "reader", FILES)
    reader.build(jobs=jobs)
    assert reader.warnings == []
    reader.build(jobs=jobs)
    assert reader.read == set(), "a second build reads nothing"
    assert without_frame(reader) == set(), "a second build writes nothing"
    reader.keep()
    return reader


@pytest.fixture
def reader(built) -> Reader:
    built.restore()
    return built


def edit(reader: Reader, name: str, old: str, new: str) -> None:
    path = reader.root / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
    later(path)


def later(path) -> None:
    """Make sure that the file is seen as changed, whatever the clock's grain."""
    now = time.time_ns() + 2_000_000_000
    os.utime(path, ns=(now, now))


def without_frame(reader: Reader) -> set[str]:
    """What was written, without the pages that Sphinx makes anew in each build and the list of all pages.

    Pre-reading pages are tested in `test_sheets.py`.
    """
    prereading = {page for page in reader.written if page.endswith("/before")}
    return reader.written - {"genindex", "search", "404", "index"} - prereading


def rebuilt(reader: Reader, jobs: int) -> tuple[set[str], set[str]]:
    reader.build(jobs=jobs)
    return reader.read - {"index"}, without_frame(reader)


def test_an_articles_text_makes_it_stale_and_the_entries_whose_sentences_changed(reader, jobs):
    edit(reader, f"{ONE}.md", "went to Borg", "flew to Borg")

    assert rebuilt(reader, jobs) == ({ONE}, {ONE, ANN, BORG})


def test_an_edit_of_other_sentences_leaves_the_entries_as_they_are(reader, jobs):
    edit(reader, f"{ONE}.md", "Nothing more.", "Nothing more. Much later it rained.")

    assert rebuilt(reader, jobs) == ({ONE}, {ONE})


def test_a_new_mention_writes_the_entry_it_names(reader, jobs):
    edit(reader, f"{THREE}.md", "is closed", "of Borg is closed")

    assert rebuilt(reader, jobs) == ({THREE}, {THREE, BORG})


def test_a_title_writes_the_pages_that_show_it(reader, jobs):
    edit(reader, f"{ONE}.md", "title: One", "title: The first")

    read, written = rebuilt(reader, jobs)
    assert read == {ONE}
    # Ann and Borg list it; Two and Three show it on their time lines, Two leads back to it.
    assert written == {ONE, ANN, BORG, TWO, THREE}


def test_a_note_makes_its_article_stale(reader, jobs):
    edit(reader, NOTES, "Really?", "Are you sure?")

    assert rebuilt(reader, jobs) == ({ONE}, {ONE})
    assert "Are you sure?" in " ".join(reader.texts(ONE, "//aside"))


def test_a_text_that_notes_were_made_on_makes_its_article_stale(reader, jobs):
    kept = write_snapshot(reader.root / "corpus/one", "Ann Lee went to Borg. Nothing at all.", reader.root)

    assert rebuilt(reader, jobs)[0] == {ONE}
    assert kept
    kept.unlink()
    assert rebuilt(reader, jobs)[0] == {ONE}


def test_an_entrys_gloss_writes_the_articles_that_mention_it(reader, jobs):
    edit(reader, f"{BORG}.md", "A town.", "A harbour town.")

    assert rebuilt(reader, jobs) == ({BORG}, {BORG, ONE})
    assert "A harbour town." in " ".join(reader.texts(ONE, "//aside"))


def test_an_entrys_prose_alone_concerns_nobody_else(reader, jobs):
    edit(reader, f"{BORG}.md", "Prose.", "Better prose.")

    assert rebuilt(reader, jobs) == ({BORG}, {BORG})


def test_an_office_reads_what_names_the_person_since_it_may_decide_who_is_meant(reader, jobs):
    edit(reader, f"{ANN}.md", "gloss:", "roles: [{title: Mayor, from: 2019, to: ..}]\ngloss:")

    assert rebuilt(reader, jobs) == ({ANN, ONE, TWO, PACT}, {ANN, ONE, TWO, PACT})


def test_a_new_name_reads_the_articles_whose_text_holds_it(reader, jobs):
    edit(reader, f"{PACT}.md", "gloss:", "aliases: [Harbour Pact]\ngloss:")

    read, written = rebuilt(reader, jobs)
    assert read == {PACT, TWO}
    assert written == {PACT, TWO}
    assert reader.page(TWO).xpath("//a[@data-entry='pact']/text()") == ["Harbour Pact"]


def test_a_name_that_is_a_part_of_words_reads_only_what_has_it_as_a_word(reader, jobs):
    reader.write({"glossary/terms/har.md": entry("Har", "A part of a harbour.")})

    read, _ = rebuilt(reader, jobs)
    assert read == {"glossary/terms/har"}


def test_a_lost_name_reads_the_articles_whose_text_held_it(reader, jobs):
    edit(reader, f"{BORG}.md", "name: Borg", "name: Borgville")

    read, _ = rebuilt(reader, jobs)
    assert read == {BORG, ONE}
    assert not reader.page(ONE).xpath("//a[@data-entry='borg']")


def test_a_new_entry_reads_the_articles_that_name_it(reader, jobs):
    reader.write({"glossary/terms/harbour.md": entry("Harbour", "Where ships lie.")})

    read, written = rebuilt(reader, jobs)
    assert read == {"glossary/terms/harbour", TWO, THREE}
    # Two and Three name it; its page tells so. Borg is now the page before it, to which a browser may go on.
    assert written == {"glossary/terms/harbour", TWO, THREE, BORG}


def test_an_entry_taken_away_reads_the_articles_that_named_it(reader, jobs):
    reader.write({f"{BORG}.md": None})

    read, _ = rebuilt(reader, jobs)
    assert read == {ONE}
    assert not reader.page(ONE).xpath("//a[@data-entry='borg']")
    assert reader.warnings == []


def test_a_new_file_of_notes_reads_its_article(reader, jobs):
    reader.write({"corpus/two/notes/teacher.yaml": "layer: {audience: public}\nnotes: [{quote: read, body: When?}]\n"})

    assert rebuilt(reader, jobs) == ({TWO}, {TWO})


def test_a_file_of_notes_taken_away_reads_its_article(reader, jobs):
    reader.write({NOTES: None})

    assert rebuilt(reader, jobs) == ({ONE}, {ONE})
    assert not reader.page(ONE).xpath("//*[contains(@class, 'note')]")


def test_an_article_taken_away_writes_the_entries_it_named(reader, jobs):
    reader.write({f"{ONE}.md": None, NOTES: None})
    edit(reader, "index.md", "corpus/one/article\n", "")

    read, written = rebuilt(reader, jobs)
    assert read == set()
    assert {ANN, BORG, TWO} <= written


def test_a_setting_of_the_glosses_writes_what_it_changes(reader, jobs):
    reader.build(jobs=jobs, reader_gloss="none")

    assert reader.read == set()
    assert without_frame(reader) == {ONE, TWO}


def test_two_builders_share_one_environment_and_both_stay_fresh(reader, jobs):
    reader.build("dirhtml", jobs=jobs)
    edit(reader, f"{BORG}.md", "A town.", "A harbour town.")
    reader.build(jobs=jobs)

    out = reader.build("dirhtml", jobs=jobs)

    assert "A harbour town." in (out / ONE / "index.html").read_text(encoding="utf-8")
