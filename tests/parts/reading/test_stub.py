"""What may not be shown is not shown: not on its page, not in the search, not on the pages of others."""

from __future__ import annotations

import pytest
from readers import Reader, article, entry, make_reader

SECRET = "quartz"


def text(status: str, **keys: str) -> str:
    body = f"Ann Lee hid the {SECRET}."
    return article(body, **keys).replace("{status: own}", status)


FILES = {
    "glossary/people/ann.md": entry("Ann Lee", "An engineer."),
    "corpus/private/none/article.md": text("{status: none}", title="Without", url="https://example.org/x"),
    "corpus/old/article.md": text("{status: licensed, expires: 2024-06-30}", title="Expired"),
}
PAGES = ["corpus/private/none/article", "corpus/old/article"]


@pytest.fixture(scope="module")
def public(tmp_path_factory) -> Reader:
    reader = make_reader(tmp_path_factory.mktemp("public"), FILES)
    reader.build(reader_today="2024-09-01", html_copy_source=True)
    return reader


@pytest.mark.parametrize("page", PAGES)
def test_the_page_is_a_stub_with_a_link_and_what_is_named(public, page):
    assert len(public.page(page).xpath("//*[@class='reader-stub']")) == 1
    assert "Ann Lee An engineer." in public.texts(page, "//*[@id='named-here']//li")


def test_the_stub_leads_to_the_original(public):
    assert "https://example.org/x" in public.page(PAGES[0]).xpath("//*[@class='reader-stub']//a/@href")


def test_no_file_of_the_site_holds_a_word_of_the_text(public):
    files = [p for p in (public.root / "_build" / "html").rglob("*") if p.is_file()]

    assert [p for p in files if SECRET.encode() in p.read_bytes()] == []


def test_an_expired_permission_is_reported(public):
    assert any("the permission expired on 30 June 2024" in w for w in public.warnings)


def test_before_it_expires_the_text_is_shown(tmp_path):
    reader = make_reader(tmp_path, FILES)
    reader.build(reader_today="2024-06-30")

    assert SECRET in " ".join(reader.texts("corpus/old/article", "//p[@id='p1']"))
    assert reader.warnings == []


def test_for_the_class_everything_is_shown(tmp_path):
    reader = make_reader(tmp_path, FILES)
    reader.build(reader_today="2024-09-01", reader_audience="class")

    for page in PAGES:
        assert SECRET in " ".join(reader.texts(page, "//p[@id='p1']"))


def test_notes_for_the_class_are_not_in_a_public_build(tmp_path):
    layer = "layer: {title: Hints, audience: class}\nnotes: [{quote: went, body: A secret hint.}]\n"
    files = {"corpus/one/article.md": article("Ann went."), "corpus/one/notes/hints.yaml": layer}
    reader = make_reader(tmp_path, files)

    reader.build()
    assert "secret hint" not in " ".join(reader.texts("corpus/one/article", "//body"))
    assert not reader.page("corpus/one/article").xpath("//*[@class='noted']")

    reader.build(reader_audience="class")
    assert "secret hint" in " ".join(reader.texts("corpus/one/article", "//aside"))
