"""The search of a built site: what it finds, what it loads, how long a key takes."""

from __future__ import annotations

import gzip
import random
import tempfile
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import unquote, urlsplit

from ..browser.find_browser import installed
from ..browser.find_measures import NAMING, SEARCH, mistyped
from ..browser.find_queries import QUERIES
from .builds import build
from .made_up import write

#: the milliseconds of each search, key by key, once the first has loaded what it needs
_KEYS = """async (names) => {
    const find = window.readerFind;
    await find.start();
    const taken = [];
    for (const name of names) {
        for (let end = 1; end <= name.length; end++) {
            const start = performance.now();
            await find.search(name.slice(0, end));
            taken.push(performance.now() - start);
        }
    }
    return taken;
}"""
#: the best that can be had: names that two entries share have only one first
FIRST, TYPOS, FORGIVEN, LOADED, KEY = 0.986, 0.95, 98, 60_000, 50.0


def measure(site: Path, sizes: tuple[int, int]) -> bool:
    """Print the table; whether every bar is reached.

    Args:
        site: The pages of the shipped reader.
        sizes: The numbers of articles of the made-up readers that are loaded, and typed into.
    """
    from playwright.sync_api import sync_playwright

    is_fine = True
    with sync_playwright() as playwright, tempfile.TemporaryDirectory(prefix="reader-bench-") as folder:
        browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        for what, figure, is_reached in chain(_found(browser, site), _typed(browser, Path(folder), *sizes)):
            print(f"{what:<58}{figure:>22}  {'' if is_reached else 'MISSED'}", flush=True)
            is_fine &= is_reached
        browser.close()
    return is_fine


def _found(browser: Any, site: Path) -> Iterator[tuple[str, str, bool]]:
    page = browser.new_page()
    page.goto((site / "search.html").as_uri())
    rows = page.evaluate(NAMING)
    answers = page.evaluate(SEARCH, [name for name, _, _ in rows])
    pairs = list(zip(rows, answers, strict=True))
    there = sum(entry in entries for (_, entry, _), (entries, _) in pairs)
    first = sum(entries[:1] == [entry] for (_, entry, _), (entries, _) in pairs)
    due = sum(len(texts) for _, _, texts in rows)
    had = sum(len({*texts} & {*found}) for (_, _, texts), (_, found) in pairs)
    yield "spellings that find their entry", f"{there} of {len(rows)}", there == len(rows)
    yield "  first", f"{first} of {len(rows)}", first >= FIRST * len(rows)
    yield "texts that name the entry, found by each spelling", f"{had} of {due}", had == due
    chance = random.Random(4)
    slips = [(mistyped(name, chance), entry) for name, entry, _ in rows if len(name) > 3]
    answers = page.evaluate(SEARCH, [query for query, _ in slips])
    good = sum(entry in found[:5] for (_, entry), (found, _) in zip(slips, answers, strict=True))
    yield "one wrong letter", f"{good} of {len(slips)} ({good / len(slips):.1%})", good >= TYPOS * len(slips)
    answers = page.evaluate(SEARCH, list(QUERIES))
    found = zip(QUERIES.values(), answers, strict=True)
    good = sum(any(f"/{entry}." in address for address in got[:4]) for entry, (got, _) in found)
    yield "queries that need forgiving", f"{good} of {len(QUERIES)}", good >= FORGIVEN / 100 * len(QUERIES)
    page.close()


def _typed(browser: Any, folder: Path, few: int, many: int) -> Iterator[tuple[str, str, bool]]:
    for size in (few, many):
        reader = folder / str(size)
        entries = max(2 * few, size // 2)
        write(reader, size, entries)
        build(reader)
        [search] = reader.rglob("search.html")
        page = browser.new_page()
        asked: list[Path] = []
        page.on("request", lambda request, asked=asked: asked.append(Path(unquote(urlsplit(request.url).path))))
        page.goto(search.as_uri())
        names = [name for name, _, _ in page.evaluate(NAMING)]
        some = sorted(random.Random(1).sample(names, 30))
        if size == few:
            page.close()
            page = browser.new_page()
            page.on("request", lambda request, asked=asked: asked.append(Path(unquote(urlsplit(request.url).path))))
            asked.clear()
            page.goto(search.as_uri())
            page.evaluate(SEARCH, [some[0][:end] for end in range(1, len(some[0]) + 1)])
            files = {path for path in asked if path.parent.name == "find" or path.name.startswith("find")}
            loaded = sum(len(gzip.compress(path.read_bytes())) for path in files)
            plain = sum(path.stat().st_size for path in files)
            figure = f"{loaded / 1000:.0f} kB ({plain / 1000:.0f} plain)"
            yield f"loaded to type a name, {size} articles, {entries} entries", figure, loaded <= LOADED
        else:
            taken = page.evaluate(_KEYS, some)
            slow = sorted(taken)[int(len(taken) * 0.95)]
            figure = f"{median(taken):.0f}, {slow:.0f} ms"
            yield f"a key, {size} articles, {entries} entries: middle, 95 %", figure, slow < KEY
        page.close()
