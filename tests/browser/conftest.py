"""A browser, and the built readers it looks at: the shipped one, and one made of hard cases."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, NoReturn

import pytest
from browser.find_browser import installed

sync_api: Any = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

PROJECT = Path(__file__).parents[2]
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
def reader_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped reader; the variable COURSE_READER_SITE names one that is built already."""
    if built := os.environ.get("COURSE_READER_SITE"):
        return Path(built).resolve()
    return build(PROJECT, tmp_path_factory.mktemp("reader") / "html", "-c", "conf")


@pytest.fixture(scope="session")
def hard_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles as unkind to a margin as they can be; they need the theme and nothing else of the tool."""
    return build(Path(__file__).parent / "hard", tmp_path_factory.mktemp("hard") / "html")


def kind_of(page: Path) -> str:
    """What kind of page a file is, as the theme wrote it; the front page and the A–Z pages are kinds here too."""
    text = page.read_text("utf-8")
    kind = re.search(r'class="reader-page" data-kind="(\w+)"', text)
    if kind and kind[1] != "page":
        return kind[1]
    return "az" if "reader-az" in text else "page"


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
    by_kind = pages_of(site)
    glossed = [
        path
        for path in by_kind.get("article", []) + by_kind.get("chapter", [])
        if 'class="glosses' in path.read_text("utf-8")
    ]
    assert glossed, f"no page of {site} has a gloss"
    return glossed


@pytest.fixture(scope="session")
def contexts() -> dict[tuple[str, bool, bool], Any]:
    """Browser contexts by colour scheme, JavaScript and touch; each is made once, since making one takes long."""
    return {}


@pytest.fixture
def open_page(browser: Any, contexts: dict[tuple[str, bool, bool], Any]) -> Iterator[Callable[..., Any]]:
    """Open a file as a reader would, from disk; a page that reports an error fails its test.

    Nothing is remembered from one page to the next unless ``fresh`` asks for a context of its own, which remembers.
    """
    to_close: list[Any] = []
    errors: list[str] = []

    def context_for(scheme: str, js: bool, touch: bool, fresh: bool) -> Any:
        key = (scheme, js, touch)
        if not fresh and key in contexts:
            return contexts[key]
        context = browser.new_context(
            color_scheme=scheme, java_script_enabled=js, has_touch=touch, reduced_motion="reduce"
        )
        if fresh:
            to_close.append(context)
        else:
            context.add_init_script("location.protocol === 'file:' && localStorage.clear()")
            contexts[key] = context
        return context

    def open_it(
        path: Path,
        width: int = 1280,
        scheme: str = "light",
        js: bool = True,
        touch: bool = False,
        query: str = "",
        fresh: bool = False,
    ) -> Any:
        page = context_for(scheme, js, touch, fresh).new_page()
        to_close.insert(0, page)
        page.set_viewport_size({"width": width, "height": 900})
        page.on("pageerror", lambda error: errors.append(f"{path.name}: {error}"))
        page.on("console", lambda line: errors.extend([f"{path.name}: {line.text}"] * (line.type == "error")))
        page.goto(path.as_uri() + query)
        if js:  # otherwise no promise is ever kept
            page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")
        return page

    yield open_it
    for thing in to_close:
        thing.close()
    assert not errors, "\n".join(errors)
