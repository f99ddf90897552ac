"""The pictures of annotating in the browser: a copy of the reader is served, and used as an instructor would.

`make pictures` takes them with all others.
"""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from PIL import Image

PROJECT = Path(__file__).parents[2]
IMAGES = Path(__file__).parent / "images"
ARTICLE = "corpus/sochi-2022"

#: What is annotated, and what happens to the text so that a note loses its place.
WORDS = "not everything was agreed"
LOST = ("neither Pashinyan nor Aliyev said anything in public", "neither of the two visitors spoke to the press")

_SELECT = """(words) => {
    const texts = document.createTreeWalker(document.querySelector(".reader-page"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const node = texts.currentNode;
        const at = node.data.indexOf(words);
        if (at < 0 || node.parentElement.closest(".glosses")) continue;
        getSelection().setBaseAndExtent(node, at, node, at + words.length);
        return;
    }
}"""


@contextmanager
def served() -> Iterator[tuple[Path, str]]:
    """A copy of the reader, served: its folder and its address."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in ("conf", "corpus", "docs", "glossary"):
            shutil.copytree(PROJECT / name, root / name, ignore=shutil.ignore_patterns("private", "__pycache__"))
        shutil.copy(PROJECT / "index.md", root)
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        command = [str(Path(sys.executable).with_name("course-reader")), "serve", "--port", str(port)]
        process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        address = f"http://127.0.0.1:{port}/"
        try:
            _wait_for(address, process)
            yield root, address
        finally:
            process.terminate()
            process.wait(20)


def _wait_for(address: str, process: subprocess.Popen[bytes]) -> None:
    while process.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except OSError:
            time.sleep(0.2)
        else:
            return
    sys.exit("course-reader serve ended")


def take(running: Any) -> None:
    """Take them all."""
    with served() as (root, address):
        page = running.new_page(viewport={"width": 1200, "height": 640}, color_scheme="light", reduced_motion="reduce")
        page.goto(f"{address}{ARTICLE}/article.html")
        _write(page)
        _names(page)
        _attach(page, root)
        _phone(running, f"{address}{ARTICLE}/article.html")


def _ready(page: Any) -> None:
    page.locator(".cr-opener").wait_for(state="attached")
    page.evaluate("document.fonts.ready.then(() => new Promise(requestAnimationFrame))")


def _shoot(page: Any, name: str) -> None:
    # Whether a caret is in sight depends on the moment.
    page.add_style_tag(content="* { caret-color: transparent !important }")
    page.screenshot(path=IMAGES / name)
    # A page has few colours; a palette makes the file less than half as large.
    with Image.open(IMAGES / name) as picture:
        picture.convert("RGB").quantize(128).save(IMAGES / name, optimize=True)


def _select(page: Any, words: str) -> None:
    page.evaluate(_SELECT, words)
    page.locator(".cr-choose").wait_for()


def _write(page: Any) -> None:
    _ready(page)
    page.evaluate("document.querySelector('#p1').scrollIntoView(); scrollBy(0, -60)")
    _select(page, WORDS)
    _shoot(page, "annotate-select.png")
    page.get_by_role("button", name="Note", exact=True).click()
    page.get_by_label("Your note").fill("The host says so *himself*, that same evening. **What** was left open?")
    page.get_by_role("radio", name="Question").check()
    page.locator(".cr-preview em").wait_for()
    _shoot(page, "annotate-write.png")
    page.get_by_role("button", name="Save note").click()
    page.locator(".gloss.note", has_text="The host says so").wait_for()
    _ready(page)
    # The new note has a frame for some seconds.
    page.wait_for_timeout(800)
    _shoot(page, "annotate-margin.png")


def _names(page: Any) -> None:
    page.locator("#p8 .mention[data-entry='moscow'], #p9 .mention, #p3 .mention").last.focus()
    page.keyboard.press("Alt+a")
    page.get_by_role("button", name="Is an entry …").click()
    page.locator("[name=entrySearch]").fill("arm")
    page.locator(".cr-suggestions button").first.wait_for()
    _shoot(page, "annotate-name.png")
    page.keyboard.press("Escape")


def _attach(page: Any, root: Path) -> None:
    source = root / ARTICLE / "article.md"
    text = source.read_text(encoding="utf-8")
    if LOST[0] not in text:
        sys.exit(f"the words {LOST[0]!r} are not in the article any more; choose others for the picture")
    source.write_text(text.replace(*LOST), encoding="utf-8")
    below = page.locator(".cr-below")
    below.wait_for()
    _ready(page)
    below.get_by_role("button", name="Choose its new place").first.click()
    page.evaluate("document.querySelector('#p6').scrollIntoView(); scrollBy(0, -40)")
    _select(page, LOST[1])
    _shoot(page, "annotate-attach.png")


def _phone(running: Any, address: str) -> None:
    page = running.new_page(viewport={"width": 390, "height": 720}, color_scheme="light", has_touch=True)
    page.goto(address)
    _ready(page)
    page.evaluate("document.querySelector('#p1').scrollIntoView(); scrollBy(0, -20)")
    _select(page, WORDS)
    page.get_by_role("button", name="Note", exact=True).tap()
    page.get_by_label("Your note").fill("Who says that it was *not* agreed?")
    page.locator(".cr-preview em").wait_for()
    _shoot(page, "annotate-phone.png")
    page.close()
