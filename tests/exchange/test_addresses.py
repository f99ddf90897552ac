"""Addresses that mean the same page are the same; others are not."""

from __future__ import annotations

import pytest

from course_reader.exchange.addresses import AddressBook, normalised

NEWS = "https://news.example/2022/11/01/talks/"


@pytest.mark.parametrize(
    "other",
    [
        "http://news.example/2022/11/01/talks",
        "https://www.news.example/2022/11/01/talks/#comments",
        "HTTPS://News.Example:443/2022/11/01/talks/?utm_source=x&utm_medium=mail&fbclid=1",
        " https://news.example/2022/11/01/t%61lks/ ",
    ],
)
def test_what_does_not_matter_is_left_out(other: str) -> None:
    assert normalised(other) == normalised(NEWS)


@pytest.mark.parametrize(
    "other",
    [
        "https://news.example/2022/11/01/talks/2",
        "https://news.example/2022/11/01/talks/?page=2",
        "https://news.example:8443/2022/11/01/talks/",
        "https://other.example/2022/11/01/talks/",
        "https://news.example/2022/11/01/Talks/",
        "urn:x:talks",
        "https://[::1",
        "",
    ],
)
def test_what_matters_is_compared(other: str) -> None:
    assert normalised(other) != normalised(NEWS)


def test_parameters_are_compared_in_any_order() -> None:
    assert normalised("https://a.example/?b=2&a=1&gclid=7") == normalised("http://a.example?a=1&b=2")


@pytest.fixture
def book() -> AddressBook:
    book = AddressBook()
    book.add("talks", [NEWS])
    book.add("retold", [NEWS, "https://reader.example/corpus/retold/article.html"])
    book.add_page("talks", "corpus/talks/article")
    book.add_page("retold", "corpus/retold/article")
    return book


@pytest.mark.parametrize(
    ("address", "slugs"),
    [
        (NEWS, ["talks", "retold"]),
        ("https://reader.example/corpus/retold/article.html#p3", ["retold"]),
        ("urn:x-course-reader:talks", ["talks"]),
        ("http://127.0.0.1:8000/corpus/talks/article.html", ["talks"]),
        ("http://localhost/x/corpus/talks/article.html?y=1", ["talks"]),
        ("file:///home/lena/reader/_build/html/corpus/retold/article.html", ["retold"]),
        ("https://elsewhere.example/corpus/talks/article.html", []),
        ("http://127.0.0.1:8000/xcorpus/talks/article.html", []),
        ("http://[::1", []),
        ("not an address", []),
    ],
)
def test_an_address_names_its_articles(book: AddressBook, address: str, slugs: list[str]) -> None:
    assert book.find(address) == slugs
