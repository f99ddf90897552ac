"""The search of names: whatever the spelling, the entry comes first and its texts follow, from a folder on disk."""

from __future__ import annotations

import gzip
import json
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import pytest
from browser.find_measures import NAMING, SEARCH, Answer, mistyped
from browser.find_queries import QUERIES

from course_reader.text.search_words import search_words

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


@pytest.fixture
def search(reader_site: Path, open_page: Open) -> Any:
    """The page of the search, from disk."""
    return open_page(reader_site / "search.html")


def test_every_spelling_finds_its_entry_and_every_text_that_names_it(search: Any) -> None:
    rows: list[tuple[str, str, list[str]]] = search.evaluate(NAMING)
    answers: list[Answer] = search.evaluate(SEARCH, [name for name, _, _ in rows])

    assert len(rows) > 500
    pairs = list(zip(rows, answers, strict=True))
    assert [name for (name, entry, _), (entries, _) in pairs if entry not in entries] == []
    assert [name for (name, _, texts), (_, found) in pairs if set(texts) - set(found)] == []
    first = sum(entry == entries[0] for (_, entry, _), (entries, _) in pairs)
    assert first >= len(rows) * 0.986, "names that two entries share have only one first"
    assert all(len(set(entries)) == len(entries) for _, (entries, _) in pairs), "each once"


def test_one_wrong_letter_is_forgiven(search: Any) -> None:
    chance = random.Random(4)
    rows = [(mistyped(name, chance), entry) for name, entry, _ in search.evaluate(NAMING) if len(name) > 3]
    answers: list[Answer] = search.evaluate(SEARCH, [query for query, _ in rows])

    missed = [query for (query, entry), (found, _) in zip(rows, answers, strict=True) if entry not in found[:5]]
    assert len(missed) <= len(rows) * 0.05, missed


def test_a_hundred_forgiving_queries_find_their_entries(search: Any) -> None:
    answers: list[Answer] = search.evaluate(SEARCH, list(QUERIES))

    assert len(QUERIES) >= 100
    found = zip(QUERIES.items(), answers, strict=True)
    missed = [query for (query, entry), (got, _) in found if not any(f"/{entry}." in address for address in got[:4])]
    assert len(missed) <= 2, missed


def test_the_script_and_the_index_agree_about_words(search: Any) -> None:
    texts = [
        "Orbán’s naïve émigré", "O'Neil OʼNeil L’Arménie", "Xankəndi ŞUŞA İrəvan ΝΙΚΟΣ Straße", "Стёпа Երևան և Գյումրի",
        "北京 ไทย नमस्ते محمّد ـ ي", "a\u00adb \u200bc ﬁ ½ x² 'q' --", "\U0001f600 🇦🇲 ǅ ŉ",
    ]  # fmt: skip
    search.evaluate("() => window.readerFind.start()")
    assert search.evaluate("(texts) => texts.map(window.readerFind.words)", texts) == [search_words(t) for t in texts]


def test_a_phrase_a_year_and_several_names_narrow_the_texts(search: Any) -> None:
    said, year, never, both = search.evaluate(
        SEARCH, ["“peace treaty”", "2023", '"treaty peace seven"', "putin pashinyan"]
    )
    assert said[1]
    assert any("2023" in address for address in year[1])
    assert never[1] == []
    assert "people/vladimir-putin" in " ".join(both[0])
    assert both[1]


def test_the_list_is_opened_walked_and_left_by_keys(reader_site: Path, open_page: Open) -> None:
    page = open_page(reader_site / "corpus/sochi-2022/article.html", fresh=True)
    page.keyboard.press("/")
    box = page.get_by_role("combobox", name="Search the reader")
    page.keyboard.type("pashinian")
    options = page.get_by_role("option")
    options.first.wait_for()
    assert box.get_attribute("aria-expanded") == "true"
    assert page.locator(".find-says[role=status]", has_text="results").count() == 1
    assert "Nikol Pashinyan" in options.first.inner_text()

    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == options.first.get_attribute("id")
    page.keyboard.press("ArrowUp")
    assert box.get_attribute("aria-activedescendant") is None
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"

    page.keyboard.type(" ")
    options.first.wait_for()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    page.wait_for_url("**/people/nikol-pashinyan.html*")
    assert page.locator("h1").inner_text().startswith("Nikol Pashinyan")


def test_a_name_that_is_html_is_shown_as_text(search: Any) -> None:
    search.get_by_role("searchbox").fill("<img src=x onerror=alert(1)> putin")
    search.locator("#find-results li a").first.wait_for()
    assert search.locator("#find-results img").count() == 0


def test_filters_are_part_of_the_address(reader_site: Path, open_page: Open) -> None:
    page = open_page(reader_site / "search.html", query="?q=putin&kind=article")
    page.locator("#find-results li a").first.wait_for()
    hrefs = page.locator("#find-results li a").evaluate_all("(links) => links.map((link) => link.href)")
    assert hrefs
    assert all("/corpus/" in href for href in hrefs)
    page.get_by_label("Year").select_option("2023")
    page.locator(".search-summary", has_text="1 text").wait_for()
    page.get_by_label("Kind").select_option("people")
    page.locator(".search-summary", has_text="did not match").wait_for()


def test_a_search_loads_little(reader_site: Path, open_page: Open) -> None:
    page = open_page(reader_site / "corpus/sochi-2022/article.html", fresh=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.keyboard.press("/")
    page.keyboard.type("lachin coridor")
    page.get_by_role("option").first.wait_for()
    files = {Path(unquote(urlsplit(url).path)) for url in asked}
    assert any(file.parent.name == "find" for file in files)
    assert sum(len(gzip.compress(file.read_bytes())) for file in files) < 60_000, json.dumps(sorted(map(str, files)))
