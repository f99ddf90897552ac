"""A browser, and the built readers it looks at: the shipped one, and one made of hard cases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

import pytest
from browser.find_browser import installed

sync_api: Any = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

Pages = dict[str, list[Path]]


def missing(what: str) -> NoReturn:
    """Skip on a developer's machine, fail where the tests have to be complete."""
    if os.environ.get("CI"):
        pytest.fail(f"{what}, and CI is set")
    pytest.skip(what)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium: named by the variable CHROMIUM, found on the path, or the one that playwright installed."""
    found = installed()
    with sync_api.sync_playwright() as playwright:
        try:
            running = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"])
        except sync_api.Error as error:
            missing(f"no Chromium starts: {error.message.splitlines()[0]}")
        yield running
        running.close()


def build(source: Path, target: Path, *options: str) -> Path:
    """Build a reader as its users do, by a command."""
    command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", *options, str(source), str(target)]
    run = subprocess.run(command, cwd=source, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return target


@pytest.fixture(scope="session")
def reader_site(request: pytest.FixtureRequest) -> Path:
    """The shipped reader; the variable COURSE_READER_SITE names one that is built already."""
    if built := os.environ.get("COURSE_READER_SITE"):
        return Path(built).resolve()
    site: Path = request.getfixturevalue("shipped_site")
    return site


@pytest.fixture(scope="session")
def hard_site(once: Callable[..., Path]) -> Path:
    """Articles as unkind to a margin as they can be; they need the theme and nothing else of the tool."""
    return once("hard", lambda folder: build(Path(__file__).parent / "hard", folder / "html")) / "html"


def kind_of(page: Path) -> str:
    """What kind of page a file is, as the theme wrote it; the front page and the A–Z pages are kinds here too."""
    text = page.read_text("utf-8")
    kind = re.search(r'class="reader-page" data-kind="(\w+)"', text)
    if kind and kind[1] != "page":
        return kind[1]
    return "az" if "reader-az" in text else "page"


@cache
def pages_of(site: Path) -> Pages:
    """The pages of a site by kind: front, article, entry, chapter, az, search, 404, index, page."""
    special = {"index.html": "front", "search.html": "search", "404.html": "404", "genindex.html": "index"}
    pages: Pages = {}
    for path in sorted(site.rglob("*.html")):
        name = path.relative_to(site).as_posix()
        if not name.startswith("_"):
            pages.setdefault(special.get(name) or kind_of(path), []).append(path)
    return pages


@pytest.fixture(scope="session")
def pages(reader_site: Path) -> Pages:
    """The pages of the shipped reader, by kind."""
    return pages_of(reader_site)


@pytest.fixture(params=["shipped", "hard"])
def articles(request: pytest.FixtureRequest) -> list[Path]:
    """The pages with glosses, of the shipped reader and of the one made of hard cases."""
    site: Path = request.getfixturevalue("reader_site" if request.param == "shipped" else "hard_site")
    glossed = glossed_pages(site)
    assert glossed, f"no page of {site} has a gloss"
    return glossed


@cache
def glossed_pages(site: Path) -> list[Path]:
    """The articles and chapters of a site that have glosses."""
    by_kind = pages_of(site)
    pages = by_kind.get("article", []) + by_kind.get("chapter", [])
    return [path for path in pages if 'class="glosses' in path.read_text("utf-8")]


class Tabs:
    """Tabs of a browser by colour scheme, JavaScript and touch; each is used again, since a new one takes long."""

    def __init__(self, browser: Any) -> None:
        self.browser = browser
        self.contexts: dict[tuple[str, bool, bool], Any] = {}
        self.idle: dict[tuple[str, bool, bool], list[Any]] = {}

    def context(self, scheme: str, js: bool, touch: bool) -> Any:
        """A new context."""
        return self.browser.new_context(
            color_scheme=scheme, java_script_enabled=js, has_touch=touch, reduced_motion="reduce"
        )

    def take(self, key: tuple[str, bool, bool]) -> Any:
        """A tab that shows nothing and remembers nothing."""
        if tabs := self.idle.get(key):
            return tabs.pop()
        if key not in self.contexts:
            self.contexts[key] = self.context(*key)
            self.contexts[key].add_init_script("location.protocol === 'file:' && localStorage.clear()")
        return self.contexts[key].new_page()

    def give_back(self, key: tuple[str, bool, bool], tab: Any) -> None:
        """Take the traces of a test off a tab."""
        if tab.url.startswith("file:"):
            tab.evaluate("sessionStorage.clear()")
        tab.unroute_all()
        tab.emulate_media(media="null")
        tab.mouse.move(0, 0)
        tab.goto("about:blank")
        self.idle.setdefault(key, []).append(tab)


@pytest.fixture(scope="session")
def tabs(browser: Any) -> Tabs:
    """The tabs that all tests share."""
    return Tabs(browser)


@pytest.fixture
def open_page(tabs: Tabs) -> Iterator[Callable[..., Any]]:
    """Open a file as a reader would, from disk; a page that reports an error fails its test.

    Nothing is remembered from one page to the next unless ``fresh`` asks for a context of its own, which remembers.
    """
    to_close: list[Any] = []
    taken: list[tuple[tuple[str, bool, bool], Any]] = []
    errors: list[str] = []

    def tab_for(key: tuple[str, bool, bool], fresh: bool) -> Any:
        if not fresh:
            taken.append((key, tabs.take(key)))
            return taken[-1][1]
        to_close.append(tabs.context(*key))
        return to_close[-1].new_page()

    def on_error(error: Any) -> None:
        errors.append(str(error))

    def on_console(line: Any) -> None:
        errors.extend([line.text] * (line.type == "error"))

    def open_it(
        path: Path,
        width: int = 1280,
        scheme: str = "light",
        js: bool = True,
        touch: bool = False,
        query: str = "",
        fresh: bool = False,
    ) -> Any:
        page = tab_for((scheme, js, touch), fresh)
        page.set_viewport_size({"width": width, "height": 900})
        page.on("pageerror", on_error)
        page.on("console", on_console)
        page.bring_to_front()  # a tab behind another one is drawn once a second
        page.goto(path.as_uri() + query)
        if js:  # otherwise no promise is ever kept
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return page

    yield open_it
    for context in to_close:
        context.close()
    for key, tab in taken:
        tabs.give_back(key, tab)
        tab.remove_listener("pageerror", on_error)
        tab.remove_listener("console", on_console)
    assert not errors, "\n".join(errors)


def kept(page: Any) -> str:
    """What this page has stored, once a page that is loaded after it finds that too.

    A browser hands over a little later what a page stores, so that the very next page may miss it on a busy machine.
    """
    stored: str = page.evaluate("JSON.stringify(localStorage)")
    others = [tab for tab in page.context.pages if tab != page]
    other = others[0] if others else page.context.new_page()
    # It stays open: what one tab of a site knows is not read anew for the next.
    for _ in range(50):
        other.goto(page.url)
        if other.evaluate("JSON.stringify(localStorage)") == stored:
            return stored
    raise AssertionError(f"the browser does not keep {stored}")
