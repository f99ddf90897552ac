"""How the source of an article is told of."""

from __future__ import annotations

from libraries import linker, shown, words

from course_reader.model.entry import Kind
from course_reader.parts.about_source.page import page
from course_reader.parts.about_source.values import OriginView, OutletView
from course_reader.views.records import GlossView

GLOSS = GlossView(
    "gazette", Kind.ORGANISATIONS, "The <Gazette>", "", "A paper & more.", "glossary/organisations/gazette"
)


def test_an_outlet_is_told_with_what_was_so_on_that_day() -> None:
    outlet = OutletView(GLOSS, (("Who owns it", "The Lees."), ("At that time", "It was printed abroad.")), changed=True)
    tree = shown(page(OriginView((outlet,), "In The Gazette.", "", "", ""), linker()))

    assert words(tree, "./div/p")[0] == "The <Gazette>: A paper & more."
    assert words(tree, "//dt | //dd") == ["Who owns it", "The Lees.", "At that time", "It was printed abroad."]
    assert set(tree.xpath("//a/@href")) == {"../../glossary/organisations/gazette.html"}
    assert len(tree.xpath("//p[@class='reader-hint']")) == 1
    assert "In The Gazette." not in words(tree)[0], "who it is has been told"


def test_nothing_is_said_of_changes_where_there_were_none() -> None:
    tree = shown(page(OriginView((OutletView(GLOSS, (), changed=False),), "", "", "", ""), linker()))

    assert tree.xpath("//p[@class='reader-hint']") == []
    assert tree.xpath("//dl") == []


def test_without_an_entry_a_sentence_tells_where_it_is_from() -> None:
    tree = shown(page(OriginView((), "In A <blog>.", "For class", "X Ltd.", ""), linker()))

    assert words(tree, "./p")[:2] == ["In A <blog>.", "For class"]
    assert words(tree, "./p")[2].endswith(" X Ltd.")
