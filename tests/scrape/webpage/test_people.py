"""The authors that pages show in their elements."""

from __future__ import annotations

import lxml.html
import pytest

from course_reader.scrape.webpage.people import author_of_page, authors_shown, names_in
from course_reader.scrape.webpage.places import head_of

TITLE = "<h1>Ferry to Northport sails again</h1>"
TEXT = f"<p>{'The ferry across the bay sails again after nine years. ' * 4}</p>"


def _page(html: str) -> tuple[str | None, bool, str]:
    root = lxml.html.document_fromstring(f"<html><body>{html}</body></html>")
    shown, sure, unread = author_of_page(root, head_of(root))
    return (None if shown is None else shown.names), sure, unread


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ('<p class="byline">By Lena Marsh</p>', "Lena Marsh"),
        ('<div class="ArticlePage-authorName"><a href="/l">Lena Marsh</a></div>', "Lena Marsh"),
        ('<a rel="author" href="/q">Quill</a>', "Quill"),
        ('<span itemprop="author"><span itemprop="name">Lena Marsh</span> · 12 stories</span>', "Lena Marsh"),
        ('<p class="article__byline">By <a>Lena Marsh</a> and <a>Ada Quill</a></p>', "Lena Marsh and Ada Quill"),
        ('<p class="byline">By LENA MARSH and ADA QUILL, BAY TODAY</p>', "LENA MARSH and ADA QUILL"),
        ('<p class="byline">Lena Marsh, Harbour Correspondent</p>', "Lena Marsh"),
        ('<div class="author vcard"><a class="fn">Lena Marsh</a><p>View all posts</p></div>', "Lena Marsh"),
        ('<span class="submitted-by">By Lena Marsh - 03/02/24 10:04 PM EST</span>', "Lena Marsh"),
        ('<div class="autor">Von Lena Marsh | 2. März 2024</div>', "Lena Marsh"),
        ('<div class="author">王小明</div>', "王小明"),
    ],
)
def test_an_author_near_the_headline_is_sure(byline: str, names: str) -> None:
    assert _page(f"{TITLE}{byline}{TEXT}") == (names, True, "")


@pytest.mark.parametrize(
    "box",
    [
        '<aside><p class="byline">By Ada Quill</p></aside>',
        '<div class="related"><span class="author">Ada Quill</span></div>',
        '<ul><li><h3>Pier repaired</h3><span class="author">Ada Quill</span></li></ul>',
        '<div class="comments"><cite class="author">Ada Quill</cite></div>',
        '<div class="author-bio">Ada Quill has written about boats for twenty years.</div>',
    ],
)
def test_names_in_other_boxes_are_no_authors(box: str) -> None:
    assert _page(f"{TITLE}{TEXT}{box}")[0] is None


def test_a_name_far_below_the_headline_is_not_sure() -> None:
    names, sure, _ = _page(f'{TITLE}{TEXT * 90}<span class="author-line">Ada Quill</span>')
    assert (names, sure) == ("Ada Quill", False)


def test_an_element_that_should_name_the_author_but_does_not_is_reported() -> None:
    assert _page(f'{TITLE}<p class="byline">harbour desk 7</p>{TEXT}') == (None, False, "harbour desk 7")


def test_all_authors_are_listed_in_the_order_of_the_page() -> None:
    root = lxml.html.document_fromstring(
        f'{TITLE}<p class="byline">Lena Marsh</p>{TEXT}<a rel="author" href="/a">Ada Quill</a>'
    )
    found, unread = authors_shown(root, head_of(root))
    assert ([one.names for one in found], [one.strong for one in found]) == (["Lena Marsh", "Ada Quill"], [False, True])
    assert unread == []


@pytest.mark.parametrize(
    ("texts", "names"),
    [
        (["By", "Lena Marsh", "and", "Ada Quill"], "Lena Marsh and Ada Quill"),
        (["By Lena Marsh, Saturday, 2 March 2024 08:05 GMT"], "Lena Marsh"),
        (["E-mail the author"], ""),
        (["Share this"], ""),
        (["3 May 2023"], ""),
        (["By", "Reuters"], "Reuters"),
    ],
)
def test_names_are_read_out_of_the_texts_of_an_element(texts: list[str], names: str) -> None:
    assert names_in(texts, strong=False) == names
