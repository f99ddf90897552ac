"""What is left of a text that the public may not see."""

from __future__ import annotations

import pickle

from docutils import nodes
from libraries import make_shelf, parse
from readers import article, entry

from course_reader.marks.withhold import empty, stub_of

ONE = "corpus/one/article"
SECRET = "quartz"
KEYS = {
    "outlet": "Gazette", "byline": "Jo Poe", "url": "https://example.org/x", "caption": SECRET, "credit": SECRET,
    "dateline": SECRET, "questions": f"[{SECRET}]", "mentions": f"[{{text: {SECRET}, entry: ann}}]",
}  # fmt: skip
FILES = {
    "glossary/people/ann.md": entry("Ann Lee"),
    f"{ONE}.md": article(f"Ann Lee hid the {SECRET}. Ann Lee left.", title="One", **KEYS).replace("own", "none"),
}


def test_title_source_link_and_names_are_left_and_nothing_else() -> None:
    page = make_shelf(FILES).library.pages[ONE]

    assert page.article is not None
    assert (page.title, page.article.outlet, page.article.byline) == ("One", "Gazette", "Jo Poe")
    assert page.article.url == "https://example.org/x"
    assert [mark.entry for mark in page.mentions] == ["ann"]
    assert page.withheld
    assert SECRET not in repr(page)
    assert SECRET.encode() not in pickle.dumps(page)


def test_for_the_class_the_text_is_whole_until_it_is_taken_away() -> None:
    page = make_shelf(FILES, reader_audience="class").library.pages[ONE]

    assert SECRET in page.text
    assert SECRET not in repr(stub_of(page))


def test_the_link_of_a_stub_may_be_that_of_the_report_it_retells() -> None:
    keys = {"adapted_from": f"{{title: {SECRET}, url: 'https://example.org/y'}}"}
    page = make_shelf({f"{ONE}.md": article("T.", **keys).replace("own", "none")}).library.pages[ONE]

    assert page.article is not None
    assert (page.article.url, page.article.adapted_from) == ("https://example.org/y", None)


def test_a_doctree_keeps_its_title_and_no_index_of_its_words() -> None:
    document = parse(f"# One\n\n({SECRET})=\n\n## {SECRET}\n\nText[^{SECRET}].\n\n[^{SECRET}]: {SECRET}\n")
    empty(document, "One *two*")

    assert document.astext() == "One *two*"
    assert SECRET not in document.pformat()
    assert document.document is document
    kept = {
        name: value for name, value in vars(document).items() if name not in ("reporter", "settings", "transformer")
    }
    assert SECRET not in repr(kept)
    [section] = document.findall(nodes.section)
    assert section["ids"]
