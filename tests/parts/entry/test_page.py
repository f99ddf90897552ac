"""How the page of an entry is written."""

from __future__ import annotations

from typing import Any

import pytest
from docutils import nodes
from libraries import linker, make_shelf, shown, source, words
from readers import entry

from course_reader.parts.entry.page import as_of, facts, fill, mentioned, see, source_line, sources
from course_reader.parts.entry.records import Context, MentionedIn
from course_reader.parts.entry.values import view
from course_reader.views.records import Link

ANN = "glossary/people/ann"


def shelf_of(**keys: str) -> Any:
    return make_shelf({f"{ANN}.md": entry("Ann Lee", "A <b>mayor</b>.", **keys)})


def test_the_kind_is_above_the_title_and_what_it_is_below() -> None:
    shelf = shelf_of(roles="[{title: Mayor, from: 2020}]")
    at, document = shelf.at(ANN), shelf.documents[ANN]
    fill(document, view(at), at, linker(ANN))
    section = next(document.findall(nodes.section))
    around = [shown(child) for child in section.children if isinstance(child, nodes.raw)]

    assert words(around[0], "./p[@class='reader-kicker']") == ["Person"]
    assert words(around[1], "./p[@class='reader-lead']") == ["Mayor since 2020. A <b>mayor</b>."]


def test_an_entry_that_cannot_be_read_stays_as_it_is() -> None:
    shelf = shelf_of()
    document, before = shelf.documents[ANN], shelf.documents[ANN].pformat()
    fill(document, None, shelf.at(ANN), linker(ANN))

    assert document.pformat() == before


def test_a_neutral_note_on_names_is_below_the_facts() -> None:
    files = {"glossary/places/a.md": entry("A", usage="Each & every name.", country="Alda")}
    shelf = make_shelf(files)
    found = view(shelf.at("glossary/places/a"))
    assert found is not None
    tree = shown(facts(found, linker()))

    assert [element.tag for element in tree] == ["table", "p"]
    assert words(tree, "./p")[0].endswith("Each & every name.")


def test_without_facts_there_is_no_table() -> None:
    found = view(shelf_of().at(ANN))
    assert found is not None
    assert list(facts(found, linker())) == []


def test_pages_are_told_with_their_sentences_and_where_they_stand() -> None:
    contexts = (Context("p2", 2, "Then ", "Ann <Lee>", " came."), Context("", None, "", "Ann", "."))
    rows = (
        MentionedIn(Link("corpus/one/article", "One", "1 Nov 2022"), contexts, 2),
        MentionedIn(Link("b", "B"), (), 1),
    )
    tree = shown(mentioned(rows, linker(ANN)))

    assert words(tree, "//p[@class='mentioned-title']") == ["One, 1 Nov 2022", "B"]
    assert words(tree, "//ul[@class='contexts']/li") == ["¶ 2 Then Ann <Lee> came.", "Ann."]
    assert words(tree, "//mark") == ["Ann <Lee>", "Ann"]
    assert tree.xpath("//a[@class='context-where']/@href") == ["../../corpus/one/article.html#p2"]
    assert len(tree.xpath("//ul[@class='contexts']")) == 1, "a text that may not be shown has no sentences"


def test_other_entries_are_linked() -> None:
    tree = shown(see((Link("glossary/people/bo", "Bo"),), linker(ANN)))
    assert tree.xpath("//li/a/@href") == ["bo.html"]


@pytest.mark.parametrize(
    ("fields", "line"),
    [
        ({}, "life author: life title, life publisher, 2020."),
        ({"author": ""}, "life title, life publisher, 2020."),
        ({"author": "The Press", "publisher": "The Press"}, "The Press: life title, 2020."),
        ({"publisher": "", "date": ""}, "life author: life title."),
    ],
)
def test_a_source_says_nothing_twice(fields: dict[str, str], line: str) -> None:
    assert words(shown(source_line(source("life", **fields))), "//li") == [line]


def test_a_source_with_an_address_is_a_link() -> None:
    tree = shown(sources((source("life"), source("war", url="")), linker()))
    assert tree.xpath("//a/@href") == ["https://example.org/life"]


def test_the_day_of_checking_is_told_if_there_is_one() -> None:
    checked, unchecked = (view(shelf_of(**keys).at(ANN)) for keys in ({"as_of": "2026-06"}, {}))
    assert checked is not None and unchecked is not None

    assert words(shown(as_of(checked, linker())), "//p") == ["As of June 2026."]
    assert list(as_of(unchecked, linker())) == []
