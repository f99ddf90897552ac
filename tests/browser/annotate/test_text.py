"""The text of an article as the browser reads it from the page, and as the server knows it: one and the same."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from readers import Reader, article, entry, make_reader
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

import course_reader.authoring as authoring
from course_reader.marks.domain import reader_domain
from course_reader.marks.records import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("annotate-text")]

HOST = "http://reader.test/"
STATIC = Path(authoring.__file__).parent / "static"
HARD = Path(__file__).parent / "hard-text.md"
NOTES = """
layer: {title: Notes, audience: public}
notes:
  - {quote: "words 🙂 of", body: A note over an emoji.}
  - {quote: "first", body: A note in a list.}
  - {quote: "straight quotes", body: A note whose place has typographic neighbours.}
"""


@pytest.fixture(scope="module")
def hard(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Page]]:
    """A built reader of hard texts, with and without typographic quotes, and what the build recorded of its pages."""
    root = tmp_path_factory.mktemp("texts")
    reader = make_reader(
        root,
        {
            "glossary/places/armenia.md": entry("Armenia"),
            "corpus/hard/article.md": HARD.read_text("utf-8"),
            "corpus/hard/notes/own.yaml": NOTES,
            "corpus/raw/article.md": article(
                'Words before "it".\n\n<div>Raw HTML.</div>\n\nWords "after it" stand 😀 here.'
            ),
        },
        conf="suppress_warnings = ['myst.header', 'misc.highlighting_failure']",
    )
    return reader.build(), recorded(reader)


def recorded(reader: Reader) -> dict[str, Page]:
    """What the last build knows of each article."""
    out = reader.root / "_build"
    with patch_docutils(reader.root), docutils_namespace():
        app = Sphinx(reader.root, reader.root, out / "html", out / "doctrees", "html", status=None, warning=None)
        pages = reader_domain(app.env).pages
        return {name: pages[name] for name in pages if pages[name].kind == "article"}


@pytest.fixture(scope="module")
def show(browser: Any, hard: tuple[Path, dict[str, Page]]) -> Iterator[Callable[[str], Any]]:
    """Open a page with the module that reads texts, tied to what the server would say of it."""
    site, pages = hard
    context = browser.new_context()
    errors: list[str] = []

    def answer(route: Any) -> None:
        path = route.request.url.removeprefix(HOST)
        file = STATIC / path.removeprefix("_cr/static/") if path.startswith("_cr/") else site / path
        if file.is_file():
            route.fulfill(path=file)
        else:
            route.fulfill(status=404)

    context.route("**/*", answer)

    shown: dict[str, Any] = {}

    def show_it(docname: str) -> Any:
        if docname in shown:
            return shown[docname]
        page = shown[docname] = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(f"{HOST}{docname}.html")
        page.evaluate(
            """async (article) => {
                const { articleRoot, readText } = await import("/_cr/static/read.js");
                const { ArticleText } = await import("/_cr/static/text.js");
                window.shown = readText(articleRoot()).text;
                window.text = new ArticleText(articleRoot(), article);
                window.select = (words, from = 0) => {
                  const at = text.text.indexOf(words, from);
                  return text.toRanges({ start: at, end: at + words.length });
                };
            }""",
            served(pages[docname]),
        )
        return page

    yield show_it
    context.close()
    assert errors == []


def served(page: Page) -> dict[str, Any]:
    """What the server says of an article's text."""
    rows = [{"number": p.number, "anchor": p.anchor, "start": p.start, "end": p.end} for p in page.paragraphs]
    return {"text": page.text, "text_hash": "hash", "paragraphs": rows}


def plain(text: str) -> str:
    """A text before typography, and without the line break that a highlighter takes from the end of code."""
    for old, new in {"“": '"', "”": '"', "’": "'", "—": "---", "–": "--", "…": "...", "\xad": ""}.items():
        text = text.replace(old, new)
    return text.replace("\n\n\n", "\n\n")


def test_the_browser_reads_the_text_map_of_the_document(show: Callable[[str], Any], hard: Any) -> None:
    page = show("corpus/hard/article")
    expected = hard[1]["corpus/hard/article"].text
    assert "line two of it\nline three" in expected and "🙂" in expected
    assert plain(page.evaluate("shown")).split("\n\n") == plain(expected).split("\n\n")
    assert page.evaluate("text.isWhole")


def test_every_word_is_described_as_python_finds_it(show: Callable[[str], Any], hard: Any) -> None:
    page, known = show("corpus/hard/article"), hard[1]["corpus/hard/article"]
    described = page.evaluate(
        """() => [...text.text.matchAll(/[^\\s]+/gu)].map((m) => {
            const span = { start: m.index, end: m.index + m[0].length };
            const back = text.spanAt(text.describe(span).start, text.describe(span).end);
            return { shown: m[0], again: text.text.slice(back.start, back.end), ...text.describe(span) };
        })"""
    )
    assert len(described) > 100
    for word in described:
        start, end = word["start"], word["end"]
        assert known.text[start:end] == word["quote"]
        assert plain(word["quote"]) == plain(word["shown"])
        assert word["again"] == word["shown"].strip("\xad")
        assert word["prefix"] == known.text[max(0, start - 64) : start]
        assert word["suffix"] == known.text[end : end + 64]
        numbers = [p.number for p in known.paragraphs if p.start <= start < p.end]
        assert word["paragraph"] == (numbers[0] if numbers else None)


def test_a_selection_over_glosses_and_footnotes_holds_the_text_alone(show: Callable[[str], Any], hard: Any) -> None:
    page, known = show("corpus/hard/article"), hard[1]["corpus/hard/article"]
    target = page.evaluate(
        """() => {
            const range = new Range();
            range.setStart(select("emphasis over")[0].startContainer, 0);
            const last = select("two of it")[0];
            range.setEnd(last.endContainer, last.endOffset);
            return text.describe(text.fromRange(range));
        }"""
    )
    assert known.text[target["start"] : target["end"]] == target["quote"]
    assert target["quote"].startswith("with emphasis over\ntwo lines, strong")
    assert "a note.\n\nLine one of an address\nline two" in target["quote"]
    assert target["paragraph"] == 1


def test_a_paragraph_is_all_of_its_words_and_nothing_else(show: Callable[[str], Any], hard: Any) -> None:
    page, known = show("corpus/hard/article"), hard[1]["corpus/hard/article"]
    anchors = [p.anchor for p in known.paragraphs]
    targets = page.evaluate(
        "(ids) => ids.map((id) => text.describe(text.spanOf(document.getElementById(id))))", anchors
    )
    assert [(t["start"], t["end"], t["paragraph"]) for t in targets] == [
        (p.start, p.end, p.number) for p in known.paragraphs
    ]


@pytest.mark.parametrize("what", [".gloss", ".para-number", ".footnote", ".headerlink", ".reader-source"])
def test_what_is_not_the_text_cannot_be_selected(show: Callable[[str], Any], what: str) -> None:
    page = show("corpus/hard/article")
    assert page.locator(what).count()
    assert page.evaluate("(what) => text.spanOf(document.querySelector(what))", what) is None


def test_where_page_and_server_differ_the_paragraphs_that_agree_still_have_places(
    show: Callable[[str], Any], hard: Any
) -> None:
    page, known = show("corpus/raw/article"), hard[1]["corpus/raw/article"]
    assert "Raw HTML" not in known.text
    assert not page.evaluate("text.isWhole")
    after = page.evaluate("text.describe(text.fromRange(select('after it” stand 😀')[0]))")
    assert known.text[after["start"] : after["end"]] == after["quote"] == 'after it" stand 😀'
    loose = page.evaluate("text.describe(text.fromRange(select('Raw')[0]))")
    assert "start" not in loose and loose["quote"] == "Raw"


def test_what_was_described_is_found_again_in_an_edited_text(show: Callable[[str], Any], hard: Any) -> None:
    page, known = show("corpus/hard/article"), hard[1]["corpus/hard/article"]
    found = page.evaluate(
        """([article, target]) => {
            const edited = Object.assign(Object.create(Object.getPrototypeOf(text)), text, { hash: "other" });
            const span = edited.find(target);
            return span && text.text.slice(span.start, span.end);
        }""",
        [served(known), {"quote": "second", "prefix": "first\n\n", "suffix": " Armenia", "text_hash": "h", "start": 1}],
    )
    assert found == "second"
    lost = page.evaluate("text.find({quote: 'Armenia', prefix: 'x', suffix: 'y', text_hash: 'h', start: 1})")
    assert lost is None


def test_reading_changes_nothing_in_the_page(show: Callable[[str], Any]) -> None:
    page = show("corpus/hard/article")
    html = page.content()
    page.evaluate("text.describe(text.fromRange(select('First words')[0]))")
    assert page.content() == html
    json.dumps(page.evaluate("text.paragraphs"))


def test_a_selection_covers_whole_characters(show: Callable[[str], Any]) -> None:
    page = show("corpus/hard/article")
    found = page.evaluate(
        """async () => {
            const { ArticleText } = await import("/_cr/static/text.js");
            const section = document.createElement("section");
            section.innerHTML = "<p>A 👨‍👩‍👧 family, caf<b>e</b>\u0301 and 🇦🇲🇦🇿.</p>";
            const own = new ArticleText(section, { text: section.textContent, text_hash: "", paragraphs: [] });
            const texts = own.pieces.map((piece) => piece.node);
            const quote = ([a, from], [b, to]) => {
              const range = new Range();
              range.setStart(texts[a], from);
              range.setEnd(texts[b], to);
              const { start, end } = own.fromRange(range);
              return own.text.slice(start, end);
            };
            return [quote([0, 2], [0, 4]), quote([0, 5], [0, 7]), quote([1, 0], [1, 1]), quote([2, 8], [2, 10])];
        }"""
    )
    assert found == ["👨‍👩‍👧", "👨‍👩‍👧", "e\u0301", "🇦🇲"]
