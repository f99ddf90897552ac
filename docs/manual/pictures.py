"""Take the pictures of this manual again: `make pictures`, after the reader was built with `make reader`.

Pages of the site are photographed in Chromium, pages of packs are drawn by poppler (`pdftoppm`) and laid side by side.
"""

from __future__ import annotations

import base64
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).parents[2]
IMAGES = Path(__file__).parent / "images"
SITE, PACKS = PROJECT / "_build" / "html", PROJECT / "_build" / "pdf"

sys.path.insert(0, str(PROJECT / "tests"))

import pictures_of_notes  # noqa: E402

#: pages beside each other on a grey table
_TABLE = """<!doctype html><style>
body {{ margin: 0; background: #d9d9d6; display: inline-flex; gap: {gap}px; padding: 18px }}
img {{ height: 560px; background: white; box-shadow: 0 1px 4px #0004 }}
</style>{images}"""


@contextmanager
def browser() -> Iterator[Any]:
    """The Chromium that the tests use."""
    from browser.find_browser import installed
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
        yield running
        running.close()


def site(running: Any, name: str, page: str, height: int, width: int = 1100) -> None:
    """A page of the site, from its top."""
    tab = running.new_page(viewport={"width": width, "height": height}, color_scheme="light")
    tab.goto((SITE / page).as_uri())
    tab.wait_for_load_state("networkidle")
    tab.screenshot(path=IMAGES / name)
    tab.close()


def notes(running: Any, name: str) -> None:
    """Two notes and a reply, in an article that is made for the picture."""
    from readers import article, make_reader

    words = "The council signs no lease before spring. The ferries wait, and so do forty families on the quay. "
    layer = """
        layer: {title: Lena's notes, author: Lena Holm}
        notes:
          - {id: n-00000001, quote: signs no lease, paragraph: 1, kind: question,
             body: "Who *signs* then? Look for a second source."}
          - {id: n-00000002, quote: forty families, paragraph: 2, kind: correction,
             body: "Forty-three, by the council's own list."}
          - {id: n-00000003, in_reply_to: n-00000002, by: Oskar Brandt, body: "Four moved away since."}
    """
    with tempfile.TemporaryDirectory() as folder:
        files = {"corpus/a/article.md": article(f"{words}\n\nNobody asks them. {words}", title="The harbour waits")}
        out = make_reader(Path(folder), files | {"corpus/a/notes/lena.yaml": layer}).build()
        tab = running.new_page(viewport={"width": 1100, "height": 860}, color_scheme="light")
        tab.goto((out / "corpus/a/article.html").as_uri())
        tab.wait_for_load_state("networkidle")
        last = tab.locator("#notes").bounding_box()
        tab.screenshot(
            path=IMAGES / name, clip={"x": 0, "y": 60, "width": 1100, "height": last["y"] + last["height"] - 60}
        )
        tab.close()


def pdf_pages(running: Any, name: str, pack: str, numbers: list[int], *, spread: bool = True) -> None:
    """Pages of a pack, counted from 1; the two pages of a spread touch."""
    with tempfile.TemporaryDirectory() as folder:
        for page in numbers:
            at = ["-f", str(page), "-l", str(page), "-r", "80", "-gray", "-png"]
            subprocess.run(
                ["pdftoppm", *at, str(PACKS / f"{pack}.pdf"), f"{folder}/{page:03}"],
                check=True, capture_output=True,
            )  # fmt: skip
        drawn = [base64.b64encode(path.read_bytes()).decode() for path in sorted(Path(folder).glob("*.png"))]
    images = "".join(f'<img src="data:image/png;base64,{data}">' for data in drawn)
    tab = running.new_page(viewport={"width": 1400, "height": 700})
    tab.set_content(_TABLE.format(gap=1 if spread else 14, images=images))
    tab.locator("body").screenshot(path=IMAGES / name)
    tab.close()


def page_of(pack: str, words: str) -> int:
    """The first page of a PDF that contains some words."""
    text = subprocess.run(
        ["pdftotext", "-layout", str(PACKS / f"{pack}.pdf"), "-"], check=True, capture_output=True, text=True
    ).stdout
    return next(number for number, page in enumerate(text.split("\f"), 1) if words in page)


def main() -> None:
    """Take them all."""
    whole = "whole-reader"
    with browser() as running:
        site(running, "article.png", "corpus/moscow-2023/article.html", 760)
        notes(running, "notes.png")
        site(running, "print-site.png", "corpus/packs/whole-reader.html", 560)
        first = page_of(whole, "Reading 1 of 2")
        pdf_pages(running, "print-front.png", whole, [1, page_of(whole, "Contents")], spread=False)
        pdf_pages(running, "print-article.png", whole, [first, first + 1])
        glossary = page_of(whole, "Named on p.")
        pdf_pages(running, "print-back.png", whole, [glossary, glossary + 1])
        pdf_pages(running, "pack.png", whole, [first], spread=False)
        pictures_of_notes.take(running)


if __name__ == "__main__":
    main()
