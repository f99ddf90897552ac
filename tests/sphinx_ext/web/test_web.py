"""What programs are told of a site: its pages, its new articles, what each page is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from readers import Reader, article, entry, make_reader

BASE = 'html_baseurl = "https://school.example/reader"\nauthor = "Ann Lee"\n'
FILES: dict[str, str | bytes | Path | None] = {
    "corpus/own/article.md": article("Bo Marsh left <b>Port</b>.", date="2024-03-02", outlet="A & B"),
    "corpus/retold/article.md": article(
        "Bo Marsh stayed.", date="2024-05-01", title="Retold </script>", url="https://news.example/1", byline="Jo Poe",
        adapted_from="{title: The original}",
    ).replace("own", "adapted"),
    "corpus/closed/article.md": article("Secret.", date="2024-06-01", title="Closed").replace("own", "none"),
    "glossary/people/bo.md": entry("Bo Marsh", gloss="A sailor.", names="{hy: [Բո]}"),
}  # fmt: skip


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("web"), FILES, BASE)
    reader.build()
    assert reader.warnings == []
    return reader


def data(reader: Reader, docname: str) -> Any:
    [script] = reader.page(docname).xpath("//script[@type='application/ld+json']")
    return json.loads(script.text)


def test_the_sitemap_names_every_page_and_robots_names_the_sitemap(reader: Reader) -> None:
    out = reader.root / "_build/html"
    pages = etree.parse(out / "sitemap.xml").xpath("//*[local-name()='loc']/text()")
    assert "https://school.example/reader/corpus/own/article.html" in pages
    assert all((out / page.removeprefix("https://school.example/reader/")).is_file() for page in pages)
    assert (out / "robots.txt").read_text().endswith("Sitemap: https://school.example/reader/sitemap.xml\n")


def test_the_feed_has_what_the_public_may_read_newest_first(reader: Reader) -> None:
    feed = etree.parse(reader.root / "_build/html/feed.xml")
    assert feed.xpath("//*[local-name()='entry']/*[local-name()='title']/text()") == ["Retold </script>", "An article"]
    assert feed.xpath("string(/*/*[local-name()='updated'])") == "2024-05-01T00:00:00Z"
    links = reader.page("index").xpath("//link[@type='application/atom+xml']/@href")
    assert links == ["https://school.example/reader/feed.xml"]


def test_an_article_names_what_it_is_based_on(reader: Reader) -> None:
    retold = data(reader, "corpus/retold/article")
    assert (retold["@type"], retold["headline"]) == ("Article", "Retold </script>")
    assert retold["author"] == {"@type": "Person", "name": "Ann Lee"}
    assert "datePublished" not in retold
    source = retold["isBasedOn"]
    assert (source["headline"], source["url"]) == ("The original", "https://news.example/1")
    assert (source["author"]["name"], source["datePublished"]) == ("Jo Poe", "2024-05-01")
    own = data(reader, "corpus/own/article")
    assert "isBasedOn" not in own
    assert own["mentions"] == [{"@type": "DefinedTerm", "name": "Bo Marsh", "termCode": "bo"}]


def test_a_closed_text_says_nothing_of_what_is_in_it(reader: Reader) -> None:
    assert "mentions" not in data(reader, "corpus/closed/article")


def test_an_entry_is_a_term(reader: Reader) -> None:
    term = data(reader, "glossary/people/bo")
    assert (term["@type"], term["name"], term["description"]) == ("DefinedTerm", "Bo Marsh", "A sailor.")
    assert term["alternateName"] == ["Բո"]


def test_previews_of_links_have_title_address_and_source(reader: Reader) -> None:
    page = reader.page("corpus/own/article")
    found = {m.get("property"): m.get("content") for m in page.xpath("//meta[@property]")}
    assert (found["og:title"], found["og:type"]) == ("An article", "article")
    assert found["og:url"] == "https://school.example/reader/corpus/own/article.html"
    assert found["og:description"] == "Reprinted from “An article”, A & B, 2 March 2024."


def test_for_the_class_search_engines_stay_away(tmp_path: Path) -> None:
    reader = make_reader(tmp_path, FILES, BASE)
    out = reader.build()
    assert (out / "feed.xml").is_file()
    reader.build(reader_audience="class")
    assert (out / "robots.txt").read_text() == "User-agent: *\nDisallow: /\n"
    assert not (out / "feed.xml").exists()
    assert not (out / "sitemap.xml").exists()
    page = reader.page("corpus/own/article")
    assert page.xpath("//script[@type='application/ld+json'] | //meta[@property]") == []
    assert "noindex" in str(page.xpath("//meta[@name='robots']/@content"))


def test_a_file_of_the_author_takes_precedence(tmp_path: Path) -> None:
    own = 'html_extra_path = ["extra"]\n'
    reader = make_reader(tmp_path, {**FILES, "extra/robots.txt": "User-agent: *\nDisallow: /x\n"}, BASE + own)
    out = reader.build()
    assert (out / "robots.txt").read_text() == "User-agent: *\nDisallow: /x\n"
    assert (out / "sitemap.xml").is_file()
