"""A page printed from the browser: text and glosses, and nothing that only works on a screen."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from browser.conftest import missing

pytestmark = pytest.mark.browser

#: The text of an article and of its glosses, element by element, without what only serves the screen, and without who
#: wrote the notes, which is printed once.
PIECES = """
() => [...document.querySelectorAll(".para, .gloss:not(.on-demand) p:not(.note-by)")].map((element) => {
  const copy = element.cloneNode(true);
  copy.querySelectorAll(".para-number, .gloss-back").forEach((part) => part.remove());
  return copy.textContent;
})
"""
#: Parts of the frame that lead somewhere else.
FRAME = ".top, .skip, .neighbours, .reader-tools, .gloss-back, .headerlink, form, .made"


def squeeze(text: str) -> str:
    """The text without white space and hyphens, which a line break may add or take."""
    return "".join(text.split()).replace("-", "").replace("\u00ad", "")


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("js", [True, False], ids=["with-js", "without-js"])
def test_on_paper_stand_the_text_and_the_glosses_of_the_margin(
    articles: list[Path], open_page: Callable[..., Any], width: int, js: bool
) -> None:
    for article in articles:
        page = open_page(article, width=width, js=js)
        page.emulate_media(media="print")
        assert page.locator(".gloss:visible").count() == page.locator(".gloss:not(.on-demand)").count() > 0
        assert page.locator(".para:visible").count() == page.locator(".para").count()


def test_on_paper_stands_no_navigation(pages: dict[str, list[Path]], open_page: Callable[..., Any]) -> None:
    for paths in pages.values():
        page = open_page(paths[0])
        page.emulate_media(media="print")
        assert page.locator(f":is({FRAME}):visible").evaluate_all("(all) => all.map((e) => e.outerHTML)") == []


def test_paper_is_white_in_the_dark_too(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0], scheme="dark")
    page.emulate_media(media="print")
    colours = page.evaluate(
        "[document.documentElement, document.querySelector('.para')].map((e) => getComputedStyle(e))"
        ".map((s, i) => i ? s.color : s.backgroundColor)"
    )
    assert colours == ["rgb(255, 255, 255)", "rgb(0, 0, 0)"]


def test_nothing_is_cut_off_in_the_printed_file(
    articles: list[Path], open_page: Callable[..., Any], tmp_path: Path
) -> None:
    pdftotext = shutil.which("pdftotext")
    if not pdftotext:
        missing("pdftotext (poppler-utils) is not installed")
    for number, article in enumerate(articles):
        page = open_page(article)
        pieces = page.evaluate(PIECES)
        printed = tmp_path / f"{number}.pdf"
        page.pdf(path=str(printed), format="A4")
        run = subprocess.run([pdftotext, "-raw", str(printed), "-"], capture_output=True, check=True)
        text = squeeze(run.stdout.decode("utf-8"))
        lost = [piece for piece in pieces for word in piece.split() if squeeze(word) not in text]
        assert lost == []
        assert "Search" not in run.stdout.decode("utf-8")


def test_the_margin_is_right_again_after_printing(articles: list[Path], open_page: Callable[..., Any]) -> None:
    page = open_page(articles[0])
    tops = "[...document.querySelectorAll('.gloss')].map((g) => Math.round(g.getBoundingClientRect().top))"
    before = page.evaluate(tops)
    page.pdf(format="A4")
    assert page.evaluate(tops) == before
