"""From a folder on disk, without a network: pages, search, and how much is loaded."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from browser.conftest import kind_of

pytestmark = pytest.mark.browser

#: What an article page with everything it loads may weigh, compressed, in bytes.
BUDGET = 60_000
#: the same for a chapter, which is as long as ten articles
LONG = 66_000


#: Fonts, and files that scripts load later, have been requested by the time the browser is idle.
IDLE = "document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done)))"


def requests_of(page: Any, path: Path) -> list[str]:
    """The addresses that the browser asked for when it opened the page; data within a page is not asked for."""
    asked: list[str] = []

    def note(request: Any) -> None:
        asked.append(request.url)

    page.on("request", note)
    page.goto(path.as_uri())
    page.evaluate(IDLE)
    page.remove_listener("request", note)
    return [url for url in asked if not url.startswith("data:")]


def test_no_page_asks_for_anything_outside_the_site(
    reader_site: Path, pages: dict[str, list[Path]], open_page: Callable[..., Any]
) -> None:
    page = open_page(pages["front"][0])
    for kind, paths in pages.items():
        strangers = [url for url in requests_of(page, paths[0]) if not url.startswith(reader_site.as_uri())]
        assert strangers == [], kind


def test_every_file_that_a_page_loads_is_there(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    page = open_page(pages["front"][0])
    for paths in pages.values():
        for url in requests_of(page, paths[0]):
            assert Path(unquote(urlsplit(url).path)).is_file(), f"{paths[0]} asks for {url}"


def test_an_article_with_all_it_loads_is_within_the_budget(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    for article in articles:
        files = {Path(unquote(urlsplit(url).path)) for url in requests_of(page, article)}
        weight = sum(len(gzip.compress(file.read_bytes())) for file in files)
        budget = LONG if kind_of(article) == "chapter" else BUDGET
        assert weight <= budget, f"{article} weighs {weight} bytes with {sorted(file.name for file in files)}"


def test_search_finds_pages_from_disk_and_its_links_work(
    pages: dict[str, list[Path]], open_page: Callable[..., Any]
) -> None:
    article = open_page(pages["article"][0])
    heading = article.locator("h1").inner_text()
    word = max(heading.split(), key=len).strip("?!.,:;“”’")
    article.locator("form.find input").fill(word)
    article.locator("form.find input").press("Enter")
    # Results come as the parts of the index do.
    found = article.locator("ul.search li a").filter(has_text=word)
    found.first.click()
    assert word.lower() in article.locator("main").inner_text().lower()


def test_search_says_how_many_pages_it_found_to_those_who_only_hear_it(
    pages: dict[str, list[Path]], open_page: Callable[..., Any]
) -> None:
    page = open_page(pages["search"][0], query="?q=armenia")
    page.wait_for_selector("ul.search li a")
    assert page.get_by_role("status").count() == 1


def test_a_search_that_finds_nothing_says_so(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    page = open_page(pages["search"][0], query="?q=xyzzyqqq")
    page.locator(".search-summary", has_text="did not match any").wait_for()
    assert page.locator("ul.search li").count() == 0


def test_the_words_that_were_searched_for_are_marked_on_the_page(
    pages: dict[str, list[Path]], open_page: Callable[..., Any]
) -> None:
    page = open_page(pages["search"][0], query="?q=armenia", fresh=True)
    page.locator("ul.search li a").first.click()
    page.wait_for_function("() => CSS.highlights.get('found')?.size > 0")
    page.reload()
    assert page.evaluate("CSS.highlights.get('found')?.size") is None


def test_the_header_leads_to_pages_that_exist(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    for paths in pages.values():
        page = open_page(paths[0], js=False)
        targets = page.locator(".top a, .foot .made a").evaluate_all("(links) => links.map((link) => link.href)")
        assert targets
        for target in map(urlsplit, targets):
            assert Path(unquote(target.path)).is_file(), f"{paths[0]} leads to {target.path}"
