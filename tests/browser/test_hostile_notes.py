"""Notes and their fields as somebody would write them who wants more than to say something: built, and opened."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hostile import ACTS, FAR, HIT, TECHNIQUES, faults, public_list
from lxml import etree
from lxml import html as lxml_html
from readers import Reader, article, entry, make_reader

from course_reader.files.characters import without_hidden
from course_reader.files.yaml_write import inline
from course_reader.model.limits import body_fault

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("hostile-notes")]

SECRET = "the-canary-that-only-stands-in-a-file"
FIELD = f"'\"><img src=x onerror={HIT}></script><script>{HIT}</script>{{raw}}`x` {{{{ y }}}}"
#: what stands in many places of a page; each attempt stands in each
NAME = '"><img src=x onerror=hit()>'


def notes(bodies: list[str], **layer: str) -> str:
    """A layer with a note for each body; the first stand on words of the text."""
    keys = {"audience": "public", **layer}
    lines = ["layer:", *(f"  {key}: {inline(value)}" for key, value in keys.items()), "notes:"]
    for at, body in enumerate(bodies):
        lines += [f"  - id: n-{len(layer)}{at:07x}", f"    body: {inline(body)}"]
        if at < len(TECHNIQUES) and layer:
            lines += [f"    quote: word{at:03d}x", f"    by: {inline(FIELD)}"]
    return "\n".join(lines) + "\n"


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """Every attempt as a note: our own in the margin and the list, the public ones in the list."""
    root = tmp_path_factory.mktemp("hostile")
    text = "\n\n".join(f"Here stands word{at:03d}x and more." for at in range(len(TECHNIQUES)))
    acts = [text.replace("SECRET", name) for text in ACTS.values() for name in ("secret.txt", str(root / "secret.txt"))]
    files = {
        "corpus/one/article.md": article(text, title=inline(FIELD), caption=inline(FIELD)),
        f"corpus/one/notes/{NAME}.yaml": notes(list(TECHNIQUES.values()), title=FIELD, author=FIELD, language=FIELD),
        "corpus/two/article.md": article("A text.", title="Two"),
        "corpus/two/notes/public.yaml": notes(list(public_list())),
        "corpus/three/article.md": article("A text.", title="Three"),
        "corpus/three/notes/acts.yaml": notes(acts),
        "glossary/people/ann.md": entry("Ann", "A gloss."),
        "corpus/three/secret.txt": SECRET,
        "secret.txt": SECRET,
    }
    made = make_reader(root, files)
    made.build()
    hidden = [body for body in (*TECHNIQUES.values(), *public_list(), *acts) if without_hidden(body) != body]
    told = Counter(line.rpartition("[reader.")[2] for line in made.warnings)
    # One attempt has more brackets than a note may have.
    assert (told.pop("hidden-character]"), told.pop("bad-value]")) == (len(hidden), len(public_list()) - SHOWN["two"])
    assert set(told) == {"bad-address]"}
    return made


PAGES = ("one", "two", "three")

#: how many notes each page shows: all but those that are longer than a note may be
SHOWN = {
    "one": len(TECHNIQUES),
    "two": sum(body_fault(body) is None for body in public_list()),
    "three": 2 * len(ACTS),
}


def page_of(reader: Reader, name: str) -> Path:
    return reader.root / "_build/html/corpus" / name / "article.html"


def of_the_page(tree: Any) -> Iterator[str]:
    """What a page may not have, wherever it stands."""
    for element in tree.iter():
        if not isinstance(element.tag, str):
            continue
        name = element.tag.rpartition("}")[2]
        if name in ("iframe", "object", "embed", "math", "base", "noembed", "xmp", "marquee", "video", "img"):
            yield f"the element {name}"
        yield from (f"the attribute {key}" for key in element.attrib if re.match("on|srcdoc", key, re.IGNORECASE))


@pytest.mark.parametrize("name", PAGES)
def test_each_attempt_is_words_on_its_page(reader: Reader, name: str) -> None:
    tree = lxml_html.fromstring(page_of(reader, name).read_text("utf-8"))
    wanted = SHOWN[name]
    assert len(tree.xpath("//li[contains(@class, 'note-row')]")) == wanted
    texts = tree.xpath("//*[@class='note-text']")
    assert len(texts) == wanted
    assert [fault for text in texts for fault in faults(text)] == []
    assert list(of_the_page(tree)) == []
    plain = lxml_html.fromstring((reader.root / "_build/html/genindex.html").read_text("utf-8"))
    scripts = [[e.get("src", e.text) for e in page.iter("script", "link")] for page in (tree, plain)]
    assert len(scripts[0]) <= len(scripts[1]) + 2, "no script or style sheet but those of the theme"


def test_no_file_is_read_and_no_directive_or_role_acts(reader: Reader) -> None:
    """Neither in pages, nor in a book, nor in what a printed pack is made of."""
    out = [reader.root / "_build/html", reader.build("epub", version="1", epub_identifier="x")]
    for path in (p for folder in out for p in folder.rglob("*") if p.is_file() and p.suffix not in (".png", ".epub")):
        assert SECRET.encode() not in path.read_bytes(), path
    tree = lxml_html.fromstring(page_of(reader, "three").read_text("utf-8"))
    assert len(tree.xpath("//h1")) == 1
    texts = tree.xpath("//*[@class='note-text']")
    assert not [link.get("href") for text in texts for link in text.xpath(".//a[contains(@class, 'reference')]")]
    joined = " ".join(text.text_content() for text in texts)
    for word in ("{download}", "{{ env }}", ".. include::", "{raw}", "|today|", ":::{include}"):
        assert word in joined, f"{word} is shown as it was written"


def test_each_attempt_is_words_in_a_book(reader: Reader) -> None:
    out = reader.build("epub", version="1", epub_identifier="x")
    with zipfile.ZipFile(next(out.glob("*.epub"))) as book:
        pages = {name: etree.fromstring(book.read(f"corpus/{name}/article.xhtml")) for name in PAGES}
    for name, tree in pages.items():
        texts = [e for e in tree.iter("{*}div") if e.get("class") == "note-text"]
        assert len(texts) == SHOWN[name]
        assert [fault for text in texts for fault in faults(text)] == []
        assert list(of_the_page(tree)) == []
        assert not list(tree.iter("{*}script"))


#: Attempts of our own, which begin after all others and say when they get through: the others would have by then.
LATE = """
() => Promise.all([
    (tell) => Object.assign(document.createElement("img"), { onerror: tell, src: "no-such-picture" }),
    (tell) => Object.assign(document.createElement("script"), { onerror: tell, src: "no-such-script" }),
    (tell) => Object.assign(document.createElement("link"), { onerror: tell, rel: "stylesheet", href: "no-sheet" }),
    (tell) => Object.assign(document.createElement("iframe"), { onload: tell, srcdoc: "x" }),
    (tell) => Object.assign(document.createElement("details"), { ontoggle: tell, open: true }),
    (tell) => {
        document.head.insertAdjacentHTML("beforeend", "<style>@keyframes late {}</style>");
        return Object.assign(document.createElement("b"), { onanimationstart: tell, style: "animation: late 1ms" });
    },
].map((make) => new Promise((done) => { document.body.append(make(() => done())); })))
    .then(() => new Promise((done) => requestIdleCallback(done)))
"""


def late(page: Any) -> None:
    """Wait until the page has had time for everything that it could do by itself."""
    page.evaluate(LATE)


@pytest.mark.parametrize("name", PAGES)
def test_in_a_browser_nothing_runs_and_nothing_is_asked_for(reader: Reader, browser: Any, name: str) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    seen: list[str] = []
    here = reader.root.as_uri()
    page.on(
        "request",
        lambda request: seen.append(request.url) if not request.url.startswith((here, "data:image")) else None,
    )
    page.on("dialog", lambda dialog: (seen.append(f"dialog {dialog.message}"), dialog.dismiss()))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("popup", lambda popup: seen.append(f"popup {popup.url}"))
    page.add_init_script(
        "for (const name of ['alert', 'confirm', 'prompt', 'print', 'hit'])"
        " window[name] = () => { window.called = name; };"
    )
    page.goto(page_of(reader, name).as_uri())
    # what waits for a hand: everything is touched, focused, hidden and shown again
    page.evaluate(
        """() => {
          for (const box of document.querySelectorAll('.reader-tools input')) { box.click(); box.click(); }
          for (const element of document.querySelectorAll('.note-text, .note-text *, .note-by, .note-by *')) {
            for (const event of ['pointerover', 'focusin', 'error'])
              element.dispatchEvent(new Event(event, { bubbles: true }));
          }
        }"""
    )
    late(page)
    assert seen == []
    assert page.evaluate("[typeof window.hit, window.called ?? null]") == ["function", None]
    assert page.url == page_of(reader, name).as_uri()
    assert page.locator("h1").count() == 1
    context.close()


def test_a_browser_would_have_noticed(browser: Any, tmp_path: Path) -> None:
    """The same attempts without our doors do run and do ask, so that silence means something."""
    path = tmp_path / "open.html"
    path.write_text("<!doctype html><title>x</title>" + "".join(
        f"<div>{TECHNIQUES[name]}</div>" for name in ("picture that fails", "svg", "style sheet", "focus", "script")
    ))  # fmt: skip
    page = browser.new_context().new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(path.as_uri())
    late(page)
    assert page.evaluate("window.hit") >= 4
    assert f"{FAR}.css" in asked
    page.context.close()
