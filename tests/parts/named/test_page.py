"""How the entries that an article names are listed."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.model.entry import Kind
from course_reader.parts.named.page import page
from course_reader.parts.named.values import NamedEntry, NamedView
from course_reader.views.records import GlossView


def named(name: str, kind: Kind, *paragraphs: tuple[int, str]) -> NamedEntry:
    gloss = GlossView(name.lower(), kind, name, "Mayor." if kind is Kind.PEOPLE else "", "A <b>.", f"glossary/{name}")
    return NamedEntry(gloss, paragraphs)


ENTRIES = (
    named("Port", Kind.PLACES, (1, "p1")),
    named("Ann", Kind.PEOPLE),
    named("Bo", Kind.PEOPLE, (2, "p2"), (3, "p3")),
)


def test_entries_are_by_kind_and_else_as_they_come() -> None:
    tree = shown(page(NamedView(ENTRIES, True), linker()))

    assert words(tree, "//h3") == ["People", "Places"]
    assert words(tree, "//li") == ["Ann", "Bo ¶ 2, 3", "Port ¶ 1"]
    assert tree.xpath("//ul/@class") == ["named people", "named places"]
    assert tree.xpath("//li[2]//a/@href") == ["../../glossary/Bo.html", "#p2", "#p3"]


def test_where_the_text_is_not_shown_the_glosses_are() -> None:
    tree = shown(page(NamedView(ENTRIES, False), linker()))

    assert words(tree, "//li") == ["Ann Mayor. A <b>.", "Bo Mayor. A <b>.", "Port A <b>."]
    assert tree.xpath("//a[starts-with(@href, '#')]") == [], "its paragraphs are not there"
