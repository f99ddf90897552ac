"""Every kind of page keeps to its content security policy, from a folder on disk and from a server."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Pages = dict[str, list[Path]]

#: keeps what a page was refused, from before its first line on
LISTEN = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(`${event.effectiveDirective} ${event.blockedURI}`));
"""
IDLE = "document.fonts.ready.then(() => new Promise((done) => requestIdleCallback(done)))"
INLINE = re.compile(
    r"<script(?![^>]*(?:\bsrc=|\btype=\"application/ld\+json\"))[^>]*>|<[^>]+\son\w+\s*=|href=\"javascript:", re.I
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server(reader_site: Path) -> Iterator[str]:
    """The site, served as files."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=str(reader_site))) as running:
        Thread(target=running.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{running.server_address[1]}/"
        running.shutdown()


@pytest.fixture(params=["disk", "server"])
def address(request: pytest.FixtureRequest, reader_site: Path) -> Callable[[Path], str]:
    """The address of a page."""
    if request.param == "disk":
        return Path.as_uri
    base: str = request.getfixturevalue("server")
    return lambda path: base + path.relative_to(reader_site).as_posix()


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    """A tab that notes what pages are refused."""
    context = browser.new_context()
    context.add_init_script(LISTEN)
    tab = context.new_page()
    tab.complaints = []
    tab.on("console", lambda line: tab.complaints.extend([line.text] * (line.type in ("error", "warning"))))
    tab.on("pageerror", lambda error: tab.complaints.append(str(error)))
    yield tab
    context.close()


def test_no_page_has_a_line_of_script_and_all_have_the_policy(reader_site: Path, pages: Pages) -> None:
    assert len(pages) >= 8
    for path in (path for paths in pages.values() for path in paths):
        text = path.read_text("utf-8")
        policy = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)"', text)
        assert policy, path
        assert policy.start() < text.index("<script"), "a policy holds for what comes after it"
        assert "script-src 'self';" in policy[1]
        assert "default-src 'self';" in policy[1]
        assert not INLINE.search(text), path


def test_no_kind_of_page_is_refused_anything(pages: Pages, page: Any, address: Callable[[Path], str]) -> None:
    for kind, paths in pages.items():
        page.goto(address(paths[0]))
        page.evaluate(IDLE)
        assert page.evaluate("refused") == [], kind
        assert page.complaints == [], kind


def test_the_policy_stops_a_script_in_a_page(pages: Pages, page: Any, address: Callable[[Path], str]) -> None:
    page.goto(address(pages["front"][0]))
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "window.ran = true";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("window.ran") is None
    assert page.evaluate("refused") == ["script-src-elem inline"]


def test_colours_and_search_work_under_it(pages: Pages, page: Any, address: Callable[[Path], str]) -> None:
    page.goto(address(pages["article"][0]))
    page.locator("#scheme").select_option("dark")
    assert page.evaluate("document.documentElement.dataset.theme") == "dark"
    page.reload()
    assert page.evaluate("document.documentElement.dataset.theme") == "dark", "kept, and set before the page is drawn"
    page.locator("form.find input").fill("armenia")
    page.locator("form.find input").press("Enter")
    page.wait_for_selector("ul.search li a")
    page.locator("ul.search li a").first.click()
    page.wait_for_function("() => CSS.highlights.get('found')?.size > 0")
    assert page.evaluate("refused") == []
    assert page.complaints == []
