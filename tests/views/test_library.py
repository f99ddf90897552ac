"""The reader as values: order, rights, audience, and glosses as they read on a day."""

from __future__ import annotations

from datetime import date

import pytest
from libraries import Shelf, make_shelf, note
from readers import article, entry

from course_reader.views.library import Library, once, slug_of, when_printed

GLOSSES = "[{to: 2021-06-30, text: Free town.}, {from: 2021-07-01, text: Part of Alda.}]"
FILES = {
    "glossary/people/ann.md": entry(
        "Ann Lee", aliases="[{name: Ann Poe, to: 2020-12-31, preferred: true}]", roles="[{title: Mayor, from: 2020}]"
    ),
    "glossary/places/borg.md": entry("Borg", GLOSSES, prose="Ann Lee lives here."),
    "corpus/late/article.md": article("Borg and Ann Lee, and Borg.", date="2023-01-01", title="Late"),
    "corpus/early/article.md": article("Ann Lee.", date="2019-01-01", title="Early"),
    "corpus/no-date/article.md": article("Borg.", title="No date").replace("date: 2022-11-01\n", ""),
    "corpus/kept/article.md": article("Borg.", date="2020-01-01", title="Kept").replace("own", "none"),
    "corpus/leased/article.md": article("Borg.", date="2021-01-01", title="Leased").replace(
        "own", "licensed, expires: 2024-06-30"
    ),
    "docs/background.md": "# Background\n\nBorg is old.\n",
}
EARLY, LATE, KEPT, LEASED = (f"corpus/{slug}/article" for slug in ("early", "late", "kept", "leased"))


def shelf_on(day: str = "2024-01-01", audience: str = "public") -> Shelf:
    return make_shelf(FILES, reader_today=day, reader_audience=audience)


@pytest.fixture(scope="module")
def library() -> Library:
    return shelf_on().library


def test_articles_are_in_order_of_time_and_those_without_a_date_come_last(library: Library) -> None:
    assert library.slugs == ["early", "kept", "leased", "late", "no-date"]


def test_an_entry_is_named_in_articles_by_time_and_then_in_chapters(library: Library) -> None:
    assert [docname for docname, _ in library.named_in["borg"]] == [
        KEPT, LEASED, LATE, "corpus/no-date/article", "docs/background",
    ]  # fmt: skip
    assert [docname for docname, _ in library.named_in["ann"]] == [EARLY, LATE], "prose of entries does not count"


def test_a_mention_whose_entry_is_gone_is_not_known() -> None:
    library = shelf_on().library
    del library.glossary.files["borg"]

    assert [mark.entry for mark in library.known(library.pages[LATE])] == ["ann"]
    assert [entry for entry, _, _ in library.text(LATE).links] == ["ann"]


@pytest.mark.parametrize(
    ("day", "audience", "shown"),
    [
        ("2024-06-30", "public", {EARLY, LEASED}),
        ("2024-07-01", "public", {EARLY}),
        ("2024-07-01", "class", {EARLY, KEPT, LEASED}),
    ],
)
def test_rights_and_audience_decide_which_texts_are_shown(day: str, audience: str, shown: set[str]) -> None:
    library = shelf_on(day, audience).library

    assert {name for name in (EARLY, KEPT, LEASED) if library.is_shown(library.pages[name])} == shown
    assert {name for name in (EARLY, KEPT, LEASED) if library.text(name).shown} == shown


def test_only_a_permission_that_ran_out_has_expired() -> None:
    library = shelf_on("2024-07-01").library

    assert [name for name, page in library.articles if library.rights_expired(page)] == [LEASED]


@pytest.mark.parametrize(
    ("day", "name", "text"),
    [
        (date(2020, 12, 31), "Ann Poe", "Mayor since 2020."),
        (date(2021, 1, 1), "Ann Lee", "Mayor since 2020."),
        (date(2019, 1, 1), "Ann Poe", "Later Mayor."),
        (None, "Ann Lee", "Mayor since 2020."),
    ],
)
def test_a_gloss_reads_as_on_the_day(library: Library, day: date | None, name: str, text: str) -> None:
    view = library.gloss("ann", day)

    assert (view.name, view.role, view.docname) == (name, text, "glossary/people/ann")
    assert library.gloss("ann", day) is view, "it is made once"


def test_without_a_day_the_latest_gloss_is_told(library: Library) -> None:
    assert library.gloss("borg", None).text == "Part of Alda."
    assert library.gloss("borg", date(2021, 6, 30)).text == "Free town."


def test_a_page_may_be_glossed_otherwise_than_the_reader(library: Library) -> None:
    own = make_shelf({"corpus/one/article.md": article("Text.", gloss="all")}, reader_gloss="section").library
    assert own.policy(own.pages["corpus/one/article"]) == "all"
    assert library.policy(library.pages[EARLY]) == "first"


def test_a_text_has_its_glosses_and_its_links(library: Library) -> None:
    text = library.text(LATE)

    assert [(glossed.mention.entry, view.name) for glossed, view in text.glossed] == [
        ("borg", "Borg"),
        ("ann", "Ann Lee"),
    ]
    assert [(entry, docname) for entry, docname, _ in text.links] == [
        ("ann", "glossary/people/ann"), ("borg", "glossary/places/borg"),
    ]  # fmt: skip


def test_the_prose_of_an_entry_has_links_and_no_glosses(library: Library) -> None:
    text = library.text("glossary/places/borg")

    assert text.glossed == ()
    assert [entry for entry, _, _ in text.links] == ["ann"]


@pytest.mark.parametrize(("audience", "seen"), [("public", ["n-1"]), ("class", ["n-1", "n-2"])])
def test_notes_for_the_class_are_for_the_class(audience: str, seen: list[str]) -> None:
    library = shelf_on(audience=audience).library
    page = library.pages[EARLY]
    page.notes = (note("n-1"), note("n-2", audience="class"))

    assert [found.id for found in library.notes(page)] == seen


def test_a_link_has_the_title_and_the_date_in_words(library: Library) -> None:
    assert library.link(EARLY).title == "Early"
    assert library.link(EARLY).when == "1 January 2019"
    assert when_printed(library.pages["docs/background"]) == ""


def test_the_folder_of_an_article_names_it() -> None:
    assert slug_of("corpus/private/talks/article") == "talks"
    assert slug_of("article") == "article"


def test_an_article_has_its_document_whether_it_is_there_or_not() -> None:
    assert make_shelf({}, reader_corpus="texts").library.article_docname("none") == "texts/none/article"


def test_a_value_of_the_whole_reader_is_computed_once_for_each_library() -> None:
    calls: list[Library] = []

    @once
    def counted(library: Library) -> int:
        """A number."""
        calls.append(library)
        return len(calls)

    one, two = shelf_on().library, shelf_on().library
    assert [counted(one), counted(one), counted(two), counted(one)] == [1, 1, 2, 1]
    assert calls == [one, two]
    assert counted.__doc__ == "A number."
