"""How a comparison is written: columns with links for HTML, nodes that every format knows elsewhere."""

from __future__ import annotations

from docutils import nodes
from libraries import linker, make_shelf, shown, words
from readers import article

from course_reader.parts.compare.page import as_themes, fill, fill_label, plain
from course_reader.parts.compare.values import CompareAsked, Comparison, LabelAsked, Side, Theme, label
from course_reader.views.records import Link

ASKED, HEADS = CompareAsked(("one", "two")), CompareAsked(("one", "two"), heads=True)
SIDES = Side("corpus/one/article", "One <b>", "Gazette, 1 Nov"), Side("corpus/two/article", "Two", "Bay News")
THEME = Theme("A theme", "A hint.", (("one & ", Link("glossary/people/ann", "Ann")), ("two",)), ())
FOUND = Comparison(*SIDES, (THEME, Theme("Another", "", (("x",),), (("y",),))))
AT = make_shelf({"corpus/one/article.md": article("T.", outlet="Gazette")}).at("corpus/one/article")


def test_the_heads_lead_to_both_articles() -> None:
    [node] = fill(FOUND, HEADS, AT, linker("docs/compare"))
    tree = shown(node)

    assert words(tree, "//a") == ["One <b>", "Two"]
    assert tree.xpath("//a/@href") == ["../corpus/one/article.html", "../corpus/two/article.html"]


def test_several_lines_are_a_list_and_none_is_a_dash() -> None:
    [node] = fill(FOUND, ASKED, AT, linker("docs/compare"))
    one, two = shown(node).xpath("//section")

    assert words(one, "./h3 | ./p") == ["A theme", "A hint."]
    assert words(one, ".//li") == ["one & Ann", "two"]
    assert one.xpath(".//li//a/@href") == ["../glossary/people/ann.html"]
    assert words(one, ".//div[@class='side'][2]/p[not(@class)]") == ["–"]
    assert words(two, ".//div[@class='side']/p[not(@class)]") == ["x", "y"]
    assert two.xpath("./p") == []
    assert node["classes"] == ["no-search"]


def test_a_comparison_of_what_is_not_there_is_empty() -> None:
    assert fill(None, ASKED, AT, linker()) == []
    assert plain(None, ASKED).astext() == ""


def test_without_columns_every_side_names_its_article() -> None:
    text = plain(FOUND, ASKED).astext()

    assert text.count("Gazette, 1 Nov") == text.count("Bay News") == 2
    assert "one & Ann" in text
    assert not list(plain(FOUND, ASKED).findall(nodes.reference))
    assert plain(FOUND, HEADS).astext().split("\n\n") == ["One <b> (Gazette, 1 Nov)", "Two (Bay News)"]


def test_with_addresses_the_nodes_have_links() -> None:
    [first, _] = as_themes(FOUND, "reader:".__add__)
    assert [link["refuri"] for link in first.findall(nodes.reference)] == ["reader:glossary/people/ann"]


def test_what_is_written_is_labelled_by_its_article() -> None:
    assert [label(AT.library, LabelAsked(slug)) for slug in ("one", "gone")] == ["Gazette, 1 Nov 2022", "gone"]
    [node] = fill_label("Gazette, 1 Nov 2022", LabelAsked("one"), AT, linker())
    assert (node.astext(), node["classes"]) == ("Gazette, 1 Nov 2022", ["side-label"])  # type: ignore[index]
