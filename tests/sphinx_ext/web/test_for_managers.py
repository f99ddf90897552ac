"""What Zotero saves of a page, by its own rules for data in the heads of pages."""

from __future__ import annotations

import pytest
from libraries import make_shelf
from readers import article

from course_reader.sphinx_ext.web.for_managers import Meta, for_managers

ONE = "corpus/one/article"
#: the field that Zotero fills from a name; the later ones take precedence
FIELDS = {
    "dc.title": "title", "dc.date": "date", "dc.language": "language", "dc.publisher": "publisher",
    "dc.source": "book", "dcterms.source": "book", "z.extra": "extra",
    "citation_title": "title", "citation_publication_date": "date", "citation_journal_title": "book",
    "citation_book_title": "book", "citation_language": "language", "citation_public_url": "url",
}  # fmt: skip
#: the kind that a name stands for, unless the page names one
KINDS = {"citation_journal_title": "journalArticle", "citation_book_title": "bookSection"}


def saved(rows: Meta) -> dict[str, object]:
    """The item that Zotero makes of the rows: authors by family and given name, for its window."""
    named = dict(rows)
    kinds = [kind for name, kind in KINDS.items() if name in named]
    item: dict[str, object] = {field: named[name] for name, field in FIELDS.items() if name in named}
    item["kind"] = named.get("z.itemType") or (kinds[-1] if kinds else "webpage")
    item["authors"] = [author for name, value in rows if name == "citation_author" for author in _people(value)]
    return item


def _people(value: str) -> list[str]:
    parts = value.split(";")
    by_comma = [part.strip() for part in value.split(",")]
    if len(parts) == 1 and len(by_comma) > 1 and " " in by_comma[0] and " " in by_comma[1]:
        return by_comma
    return [part.strip() for part in parts]


def meta(text: str) -> Meta:
    return for_managers(make_shelf({f"{ONE}.md": text}).at(ONE))


def test_of_a_retold_text_this_text_is_saved_and_the_original_is_its_source() -> None:
    rows = meta(
        article(
            "T.", title="Here", byline="Jo Poe", outlet="Gazette",
            adapted_from="{title: There, url: 'https://example.org/x'}",
        )
    )  # fmt: skip
    assert saved(rows) == {
        "kind": "bookSection", "title": "Here", "book": "A test reader", "language": "en", "authors": [],
        "extra": "Adapted from Jo Poe, “There”, Gazette, 1 November 2022.",
    }  # fmt: skip
    assert dict(rows)["dcterms.isVersionOf"] == "https://example.org/x"


def test_a_text_of_one_s_own_has_its_date() -> None:
    item = saved(meta(article("T.", title="Here", byline="Jo Poe")))
    assert (item["kind"], item["date"], item["authors"]) == ("bookSection", "2022/11/01", ["Poe, Jo"])
    assert "extra" not in item


def test_of_a_page_without_its_text_the_original_is_saved() -> None:
    text = article("T.", title="There", outlet="Gazette", url="https://example.org/x").replace("own", "none")
    item = saved(meta(text))
    assert (item["kind"], item["book"], item["url"]) == ("newspaperArticle", "Gazette", "https://example.org/x")


@pytest.mark.parametrize(
    ("byline", "authors"),
    [
        ("Jo Poe and Ann Lee", ["Poe, Jo", "Lee, Ann"]),
        ("Max J. van der Berg", ["Max J. van der Berg"]),
        ("Bay News Staff", ["Bay News Staff"]),
    ],
)
def test_each_author_is_one(byline: str, authors: list[str]) -> None:
    assert saved(meta(article("T.", byline=byline)))["authors"] == authors


def test_other_pages_say_nothing() -> None:
    shelf = make_shelf({f"{ONE}.md": article("T."), "docs/background.md": "# Background\n\nText.\n"})
    assert for_managers(shelf.at("docs/background")) == []
