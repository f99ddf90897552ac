"""How the sections of the background chapter are written, and the links that lead to them."""

from __future__ import annotations

from docutils import nodes
from libraries import linker, make_shelf, parse, shown, words

from course_reader.parts.background.page import fill, to_read
from course_reader.parts.background.values import ChapterView, Needed, SectionView
from course_reader.views.records import Link

WAR = SectionView("docs/background", "war", "The <war>", "1992–1994", "Two towns fought.")
TALKS = SectionView("docs/background", "talks", "The talks")
CHAPTER = "# Background\n\n(war)=\n## The war\n\nThey fought.\n\n(talks)=\n## The talks\n\nThey talked.\n"


def filled(document: nodes.document, view: ChapterView) -> nodes.document:
    fill(document, view, make_shelf({}).at("docs/background"), linker("docs/background"))
    return document


def test_a_link_has_the_years_and_the_short_version() -> None:
    tree = shown(to_read((WAR, TALKS), linker()))

    assert words(tree, "//li") == ["The <war> 1992–1994 Two towns fought.", "The talks"]
    assert tree.xpath("//a/@href") == ["../../docs/background.html#war", "../../docs/background.html#talks"]


def test_a_section_begins_with_its_short_version_and_ends_with_who_needs_it() -> None:
    needed = Needed("war", (Link("corpus/one/article", "One"),), (Link("a", "A"), Link("b", "B")))
    document = filled(parse(CHAPTER), ChapterView((WAR, TALKS), (needed,)))
    war, talks = list(document.findall(nodes.section))[1:]

    assert [type(child).__name__ for child in war.children] == ["title", "raw", "paragraph", "target", "raw"]
    assert "Two towns fought." in war[1].astext()
    assert words(shown(war[4]), "//p") == [
        "Articles that need this: One.", "Entries that need this: A; B.",
    ]  # fmt: skip
    assert [type(child).__name__ for child in talks.children] == ["title", "paragraph"]


def test_the_years_stay_right_below_the_heading() -> None:
    document = parse(CHAPTER)
    war = list(document.findall(nodes.section))[1]
    war.insert(1, nodes.paragraph("", "1992–1994", classes=["section-years"]))
    filled(document, ChapterView((WAR,), ()))

    assert [child.astext()[:9] for child in war.children[:3]] == ["The war", "1992–1994", "<p class="]


def test_what_is_told_of_a_section_that_is_not_there_is_not_shown() -> None:
    gone = SectionView("docs/background", "gone", "Gone", "", "Short.")
    before = parse(CHAPTER).pformat()

    assert filled(parse(CHAPTER), ChapterView((gone,), (Needed("gone", (Link("a", "A"),), ()),))).pformat() == before
