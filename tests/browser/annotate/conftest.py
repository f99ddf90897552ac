"""A reader that is served as its instructors serve it, and pages of it in a browser."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from authoring.serving import events, port_of, start
from readers import article, entry, make_reader

TEXT = """
The talks 🙂 in Sochi ended late on *Monday*, and the two leaders from
Yerevan and Baku spoke of "very useful" hours.

A second paragraph, with Armenia in it, says that nothing was signed. The wording
had been prepared by experts.

Third: the next meeting is to be held in Brussels, said Ilham Aliyev to reporters.
"""

NOTES = """\
# Written by hand; comments stay where they are.
layer:
  title: Lena's notes
  author: Lena Holm
notes:
  - id: n-00000001
    quote: nothing was signed   # the point of it
    kind: question
    body: Who says so?
  - id: n-00000002
    quote: the next meeting
    kind: context
    tags: [dates]
    body: It was held **later**.
"""

ORPHANS = """\
layer: {title: Old notes, author: Oskar, audience: public}
notes:
  - id: n-0000000f
    quote: the wording had been prepared by many experts
    prefix: "says that nothing was signed. "
    suffix: ". Third: the next meeting"
    kind: comment
    body: A note whose words were edited.
  - id: n-0000000e
    quote: words that never stood in this article anywhere
    prefix: nothing like it
    suffix: at all
    kind: correction
    body: A note without a place.
"""

#: Each test has an article of its own, so that all can share one server.
SLUGS = [f"a{number:02}" for number in range(1, 61)]


@dataclass
class Served:
    """A reader that is served."""

    root: Path
    port: int

    @property
    def url(self) -> str:
        """The address of its front page."""
        return f"http://127.0.0.1:{self.port}/"

    def save(self, path: str, text: str) -> None:
        """Save a file, and wait until the server has built its page."""
        built = events(self.port)
        (self.root / path).write_text(text, "utf-8")
        docname = path.removesuffix(".md")
        assert any(name == "built" and docname in data["docnames"] for name, data in built), f"{path} is not built"

    def notes(self, slug: str, layer: str = "lena") -> Path:
        """The file of a layer of an article."""
        return self.root / "corpus" / slug / "notes" / f"{layer}.yaml"

    def text(self, slug: str, layer: str = "lena") -> str:
        """What is in the file of a layer."""
        return self.notes(slug, layer).read_text("utf-8")

    def address(self, slug: str) -> str:
        """The address of an article."""
        return f"{self.url}corpus/{slug}/article.html"


def files() -> dict[str, str]:
    """The reader's files."""
    found = {
        "glossary/places/armenia.md": entry("Armenia", "Country in the South Caucasus."),
        "glossary/places/brussels.md": entry("Brussels", "Capital of Belgium."),
        "glossary/places/baku.md": entry("Baku", "Capital of Azerbaijan."),
        "glossary/people/ilham-aliyev.md": entry("Ilham Aliyev", "President of Azerbaijan."),
    }
    # New entries are looked for in all articles: this one alone has their names.
    found["corpus/fresh/article.md"] = article(TEXT.replace("Yerevan", "Tbilisi").replace("leaders", "guests"))
    for slug in SLUGS:
        found[f"corpus/{slug}/article.md"] = article(TEXT, title=f"Talks in Sochi, {slug}")
        found[f"corpus/{slug}/notes/lena.yaml"] = NOTES
    return found


#: milliseconds after which something that should come at once is taken for lost, however busy the machine is
PATIENCE = 120_000


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The reader, served by the command."""
    root = tmp_path_factory.mktemp("served")
    make_reader(root, files())
    process = start(root)
    try:
        port = port_of(process)
        # It says a line for each build: somebody has to take them, or it would wait for that in the end.
        Thread(target=lambda: list(process.stderr or ()), daemon=True).start()
        yield Served(root, port)
    finally:
        process.terminate()
        process.wait(60)
    shutil.rmtree(root / "_build", ignore_errors=True)


@pytest.fixture(scope="session")
def slugs() -> Iterator[str]:
    """Articles that no test has touched yet."""
    return iter(SLUGS)


@pytest.fixture
def slug(slugs: Iterator[str]) -> str:
    """The article of this test."""
    return next(slugs)


#: The page lists in `heard` the events that it received from the server.
HEARD = """
window.heard = [];
window.EventSource = class extends EventSource {
    constructor(...values) {
        super(...values);
        for (const name of ["hello", "built", "failed"]) this.addEventListener(name, () => window.heard.push(name));
    }
};
"""


#: Somebody who has said before who is writing: into Lena's notes. Nobody else is known.
OWN = """
if (!localStorage.getItem("cr:choices")) localStorage.setItem("cr:choices", JSON.stringify({
    own: { name: "lena", title: "Lena's notes", author: "Lena Holm", audience: "class", language: "en" },
}));
"""


@pytest.fixture
def visit(browser: Any, served: Served) -> Iterator[Callable[..., Any]]:
    """Open an article of the served reader; a page that reports an error fails its test; a refused request is none."""
    contexts: list[Any] = []
    errors: list[str] = []

    def open_it(slug: str, width: int = 1280, *, known: bool = True, **options: Any) -> Any:
        options = {"viewport": {"width": width, "height": 860}, "reduced_motion": "reduce", **options}
        context = browser.new_context(**options)
        context.set_default_timeout(PATIENCE)
        context.add_init_script(HEARD + OWN if known else HEARD)
        contexts.append(context)
        page = context.new_page()
        watch(page, errors)
        # A tab behind another is drawn once a second, and moves of the mouse wait for that.
        page.bring_to_front()
        page.goto(served.address(slug))
        page.wait_for_selector(".cr-opener", state="attached")
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert errors == []


def watch(page: Any, errors: list[str]) -> None:
    """Collect what a page complains about."""
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda line: errors.extend([line.text] * is_fault(line)))


def is_fault(line: Any) -> bool:
    """Whether a line of the console tells of a fault; that a request was refused is none."""
    return line.type == "error" and "Failed to load resource" not in line.text


SELECT = """
async (words) => {
    const texts = document.createTreeWalker(document.querySelector(".para").closest("section"), NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const at = texts.currentNode.data.indexOf(words);
        if (at < 0 || texts.currentNode.parentElement.closest(".glosses")) continue;
        const range = new Range();
        range.setStart(texts.currentNode, at);
        range.setEnd(texts.currentNode, at + words.length);
        getSelection().removeAllRanges();
        getSelection().addRange(range);
        const box = range.getBoundingClientRect();
        return [box.left, box.top + box.height / 2, box.right];
    }
}
"""


def select(page: Any, words: str) -> None:
    """Select words of the article, as the browser would tell of it after a mouse or a finger has done so."""
    assert page.evaluate(SELECT, words), f"{words} is not on the page"
    page.locator(".cr-choose").wait_for()


def drag(page: Any, words: str) -> None:
    """Select words with the mouse."""
    left, middle, right = page.evaluate(SELECT, words)
    page.evaluate("getSelection().removeAllRanges()")
    page.mouse.move(left + 0.5, middle)
    page.mouse.down()
    page.mouse.move((left + right) / 2, middle, steps=3)
    page.mouse.move(right, middle)
    # A move that is not drawn before the button is released selects nothing.
    page.wait_for_function("(words) => String(getSelection()) === words", arg=words)
    page.mouse.up()
    page.locator(".cr-choose").wait_for()
