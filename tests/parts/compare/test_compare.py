"""Two articles side by side: what is counted is right, what is written has its place, nothing kept is shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from readers import Reader, article, entry, make_reader

COMPARE = """
# Compared

## Themes

```{reader-compare} one two
Of the {person}`mayor <ann>`
: She speaks.
: He is *silent*.

A second theme
: This.
: That.
```
"""
FILES: dict[str, str | bytes | Path | None] = {
    "corpus/one/article.md": article(
        "Mayor Ann Lee said it was “fine”. Port agreed.\n\n"
        "Ann Lee, she added, is “glad” about the pact. The Old Pact holds.",
        title="One", outlet="The Gazette", agency="Bay News", adapted_from="{title: A <headline>}",
        mentions="[{text: the pact, entry: pact}, {text: Port, paragraph: 1, entry: council}]",
    ),
    "corpus/two/article.md": article(
        "In Port, Bo Marsh asked for a treaty. It was “no”.", title="Two", date="2023-05-26",
        mentions="[{text: a treaty, entry: pact}]",
    ),
    "corpus/kept/article.md": article("Ann Lee said “secret words” to Bo Marsh.", title="Kept").replace(
        "{status: own}", "{status: none, holder: X}"
    ),
    "glossary/people/ann.md": entry("Ann Lee"),
    "glossary/people/bo.md": entry("Bo Marsh"),
    "glossary/places/port.md": entry("Port"),
    "glossary/organisations/council.md": entry("Council of Port", aliases="[{name: Port, metonym: true}]"),
    "glossary/agreements/pact.md": entry("Harbour Pact", aliases="[Old Pact]"),
    "docs/compare.md": COMPARE,
    "docs/other.md": "# Other\n\n```{reader-compare} kept one\n```\n",
}  # fmt: skip
PAGE = "docs/compare"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("compare"), FILES)
    reader.build()
    assert reader.warnings == []
    return reader


def theme(reader: Reader, title: str, page: str = PAGE) -> list[list[str]]:
    """The lines of both sides of a computed theme, without the name of the article."""
    sides = reader.page(page).xpath(f"//div[@class='reader-compare']/section[h3='{title}']//div[@class='side']")
    found = [side.xpath(".//li | ./p[not(@class)]") for side in sides]
    return [[" ".join(line.text_content().split()) for line in lines] for lines in found]


THEMES = {
    "Headline": [["“A <headline>”", "In this reader: One"], ["Two"]],
    "First sentence": [["Mayor Ann Lee said it was “fine”."], ["In Port, Bo Marsh asked for a treaty."]],
    "Where and when": [["The Gazette", "Bay News", "1 November 2022"], ["26 May 2023"]],
    "Length": [["22 words, 2 paragraphs, 1 minute"], ["11 words, 1 paragraph, 1 minute"]],
    "Speakers": [["Ann Lee: twice"], ["Bo Marsh: once"]],
    "In quotation marks": [["“fine” – Ann Lee", "“glad” – Ann Lee"], ["“no”"]],
    "Most frequent names": [
        ["Harbour Pact: 2", "Ann Lee: 2", "Bo Marsh: not named", "Council of Port: 1", "Port: not named"],
        ["Harbour Pact: 1", "Ann Lee: not named", "Bo Marsh: 1", "Council of Port: not named", "Port: 1"],
    ],
    "Different words for the same thing": [["Harbour Pact: “the pact”, “Old Pact”"], ["Harbour Pact: “a treaty”"]],
    "Capitals used for governments": [["Port, once: Council of Port"], ["–"]],
    "Only in this article": [["Ann Lee", "Council of Port"], ["Bo Marsh", "Port"]],
}


@pytest.mark.parametrize("title", THEMES)
def test_what_can_be_computed(reader: Reader, title: str) -> None:
    assert theme(reader, title) == THEMES[title]


def test_what_is_written_stands_above_it_theme_by_theme(reader: Reader) -> None:
    titles = reader.texts(PAGE, "//h3")
    assert titles[:3] == ["Of the mayor", "A second theme", "Headline"]
    sides = reader.texts(
        PAGE, "//*[contains(@class, 'compare-theme')][1]//*[contains(@class, 'side-label') or self::em]"
    )
    assert sides == ["The Gazette, 1 Nov 2022", "26 May 2023", "silent"]
    assert reader.page(PAGE).xpath("//h3/a/@href") == ["../glossary/people/ann.html"]


def test_the_heads_of_the_columns_lead_to_the_articles(reader: Reader) -> None:
    heads = reader.page(PAGE).xpath("//div[@class='compare-heads']//a/@href")
    assert heads == ["../corpus/one/article.html", "../corpus/two/article.html"]


def test_a_text_that_may_not_be_shown_is_neither_quoted_nor_counted(reader: Reader) -> None:
    assert theme(reader, "First sentence", "docs/other")[0] == ["The text may not be shown."]
    assert "Speakers" not in reader.page("docs/other").text_content()
    assert "secret" not in reader.page("docs/other").text_content()


def test_a_theme_needs_a_text_for_each_article(tmp_path: Path) -> None:
    page = COMPARE.replace(": That.\n", "")
    reader = make_reader(tmp_path, {**FILES, "docs/compare.md": page})
    reader.build()
    told = [line for line in reader.warnings if "docs/compare.md" in line]
    assert len(told) == 1
    assert "'A second theme\\n\\nThis.' has 1 definitions; write one for each of the two articles" in told[0]


def test_without_columns_it_is_a_list(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES)
    text = (reader.build("text") / "docs" / "compare.txt").read_text(encoding="utf-8")
    for words in ("She speaks.", "Speakers", "Ann Lee: twice", "The Gazette, 1 Nov 2022", "One (The Gazette"):
        assert words in text


@pytest.mark.parametrize("theme_name", ["furo", "alabaster"])
def test_under_another_theme_both_sides_and_the_prereading_page_are_there(tmp_path: Path, theme_name: str) -> None:
    reader = make_reader(tmp_path, FILES)
    reader.build(html_theme=theme_name)
    assert reader.warnings == []
    assert theme(reader, "Speakers") == THEMES["Speakers"]
    assert reader.texts("corpus/one/before", "//h1")[0] == "One"
    assert reader.page("corpus/one/article").xpath("//a[@class='head-before']")


def test_an_edit_of_an_article_writes_the_page_that_compares_it(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES)
    reader.build()
    reader.write({"corpus/two/article.md": str(FILES["corpus/two/article.md"]).replace("asked", "begged")})
    reader.build()
    assert PAGE in reader.written
    assert "docs/other" not in reader.written
