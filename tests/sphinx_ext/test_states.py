"""Whatever is cut, empty or missing of what a build keeps: the next build is right."""

from __future__ import annotations

import os
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from readers import Reader, article, entry, make_reader

from course_reader.commands.build import build
from course_reader.model.problems import Code
from course_reader.sphinx_ext.state import lock, seal

FILES = {
    "corpus/one/article.md": article("Ada Quill spoke in Northport.", title="One"),
    "corpus/two/article.md": article("Nobody spoke.", title="Two"),
    "corpus/one/notes/instructor.yaml": (
        "layer: {title: Notes, author: A, audience: public}\nnotes:\n"
        "  - {id: n-00000001, kind: comment, quote: spoke, body: Loudly.}\n"
    ),
    "glossary/people/ada-quill.md": entry("Ada Quill"),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of an output that is not hidden."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Reader:
    """A reader that has been built."""
    reader = make_reader(tmp_path_factory.mktemp("states") / "reader", FILES)
    build(reader.root, ["html"])
    return reader


def kept(reader: Reader) -> Path:
    """The folder of what a build keeps."""
    return reader.root / "_build" / ".doctrees" / "html"


@pytest.fixture(scope="module")
def right(reader: Reader) -> dict[str, bytes]:
    """The pages of a build from nothing."""
    return contents(reader.root / "_build" / "html")


@pytest.mark.parametrize("way", ["cut", "empty", "missing"])
@pytest.mark.parametrize(
    "name",
    ["environment.pickle", "corpus/one/article.doctree", "reader-seal.json", "reader-glossary.pickle"],
)
def test_the_next_build_is_right(reader: Reader, right: dict[str, bytes], name: str, way: str) -> None:
    path = kept(reader) / name
    damage(path, way)
    result = build(reader.root, ["html"])
    assert (result.failed, [str(p) for p in result.problems]) == (False, [])
    assert contents(reader.root / "_build" / "html") == right
    assert path.stat().st_size > 0


def damage(path: Path, way: str) -> None:
    """Damage a file."""
    if way == "missing":
        path.unlink()
    else:
        content = path.read_bytes()
        assert content
        path.write_bytes(content[: len(content) // 2] if way == "cut" else b"")


@pytest.mark.parametrize("way", ["cut", "empty", "missing"])
@pytest.mark.parametrize("fresh", [False, True])
def test_a_damaged_list_of_settings_ends_no_build(
    reader: Reader, right: dict[str, bytes], way: str, fresh: bool
) -> None:
    damage(reader.root / "_build" / "html" / ".buildinfo", way)
    result = build(reader.root, ["html"], fresh=fresh)
    assert (result.failed, result.problems) == (False, [])
    assert contents(reader.root / "_build" / "html") == right


def test_a_build_that_was_ended_early_is_made_anew(
    reader: Reader, right: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = reader.root / "corpus" / "two" / "article.md"
    before = text.read_bytes()
    text.write_bytes(before.replace(b"Nobody", b"Ada Quill"))
    with monkeypatch.context() as patch:
        # As if the process had been killed between reading and writing.
        patch.setattr("sphinx.builders.html.StandaloneHTMLBuilder.write_documents", _killed)
        assert build(reader.root, ["html"]).failed
    assert not (kept(reader) / seal.NAME).exists()
    build(reader.root, ["html"])
    page = (reader.root / "_build/html/glossary/people/ada-quill.html").read_text("utf-8")
    assert "corpus/two/article.html" in page
    text.write_bytes(before)
    build(reader.root, ["html"])
    assert contents(reader.root / "_build" / "html") == right


class _KilledError(Exception):
    """The build ends here."""


def _killed(self: object, docnames: object) -> None:
    raise _KilledError


def test_a_full_disk_is_said_and_the_next_build_is_right(
    reader: Reader, right: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    import resource
    import signal

    old = resource.getrlimit(resource.RLIMIT_FSIZE)
    build(reader.root, ["html"], fresh=True)
    for limit in (0, 700, 2_500, 6_000, 20_000):
        ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, old[1]))
        try:
            result = build(reader.root, ["html"], fresh=True)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, old)
            signal.signal(signal.SIGXFSZ, ignored)
        assert result.failed
        assert any("the reader cannot be built" in p.message for p in result.problems)
        assert build(reader.root, ["html"]).problems == []
        assert contents(reader.root / "_build" / "html") == right, limit


def test_a_second_build_waits_and_then_builds(reader: Reader) -> None:
    held = FileLock(kept(reader) / "reader-build.lock", thread_local=False)
    held.acquire()
    threading.Timer(0.3, held.release).start()
    assert build(reader.root, ["html"]).problems == []
    assert not held.is_locked


def test_a_build_that_never_ends_is_said(reader: Reader, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "PATIENCE", 0.1)
    with FileLock(kept(reader) / "reader-build.lock"):
        result = build(reader.root, ["html"])
    assert result.failed
    assert "another build has been writing into" in result.problems[0].message
    assert build(reader.root, ["html"]).problems == []


# --- what is not a file of the reader


#: what directives may not take in, each at its line
TAKEN = """# Taken in

Before all.

```{include} pipe.txt
```

```{include} linked.md
```

```{include} ../../far/note.yaml
```

```{literalinclude} pipe.txt
```

```{literalinclude} FAR/article.md
```

```{csv-table} A
:file: pipe.txt
```

```{raw} html
:file: FAR/note.yaml
```

```{raw} html
:url: https://news.example.org/leaked
```

```{eval-rst}
.. include:: linked.md
```

After all.
"""


@pytest.fixture
def strange(tmp_path: Path) -> Iterator[Reader]:
    """A reader with links that lead out of it, and with pipes and sockets among its files."""
    far = tmp_path / "far"
    (far / "folder").mkdir(parents=True)
    for name in ("article.md", "folder/article.md", "note.yaml", "ada.md", "a.png", "s.bib"):
        (far / name).write_text("---\ntitle: Leaked words\nname: Leaked words\n---\n\nLeaked words.\n")
    (far / "people").mkdir()
    (far / "people" / "eve.md").write_text(entry("Eve Leaked"))
    files = {
        **FILES,
        "corpus/out/article.md": far / "article.md",
        "corpus/folder": far / "folder",
        "corpus/one/notes/out.yaml": far / "note.yaml",
        "glossary/people/out.md": far / "ada.md",
        "glossary/events": far / "people",
        "docs/picture.png": far / "a.png",
        "docs/page.md": "# A page\n\n![a](picture.png)\n\n![b](pipe.png)\n\n[c](pipe.txt)\n",
        "docs/zero.md": Path("/dev/zero"),
        "corpus/circle": Path("circle"),
        "docs/sources.bib": far / "s.bib",
        "docs/taken.md": TAKEN.replace("FAR", str(far)),
        "docs/linked.md": far / "article.md",
        "static/own.css": "p {}",
        "static/inner/out.css": far / "a.png",
        "static/folder": far / "folder",
        "static/inner/circle": Path(".."),
    }
    conf = "bibtex_bibfiles = ['docs/sources.bib', 'docs/pipe.bib']\nhtml_static_path = html_extra_path = ['static']\n"
    reader = make_reader(tmp_path / "reader", files, conf)
    for name in (
        "corpus/pipe/article.md", "corpus/one/notes/pipe.yaml", "corpus/one/snapshots/t-0123456789abcdef.txt",
        "glossary/people/pipe.md", "docs/pipe.md", "docs/pipe.png", "docs/pipe.txt", "docs/pipe.bib",
        "static/pipe.css",
    ):  # fmt: skip
        (reader.root / name).parent.mkdir(parents=True, exist_ok=True)
        os.mkfifo(reader.root / name)
    with socket.socket(socket.AF_UNIX) as server:
        here = Path.cwd()
        os.chdir(reader.root / "docs")
        try:
            server.bind("socket.md")
        finally:
            os.chdir(here)
        yield reader


def test_links_that_lead_out_and_pipes_are_named_and_not_read(strange: Reader) -> None:
    result = build(strange.root, ["html", "epub"])
    # A text that cannot be read may be a private one: a build for the public makes the rest, and fails.
    assert result.failed
    named = {(p.path, p.code) for p in result.problems}
    for path in ("corpus/out/article.md", "corpus/folder", "corpus/one/notes/out.yaml", "glossary/people/out.md",
                 "glossary/events", "docs/picture.png", "docs/zero.md", "docs/sources.bib", "static/inner/out.css",
                 "static/folder"):  # fmt: skip
        assert (path, Code.LINK_OUT) in named, path
    for path in ("corpus/pipe/article.md", "corpus/one/notes/pipe.yaml", "glossary/people/pipe.md", "docs/pipe.md",
                 "docs/socket.md", "docs/pipe.bib", "static/pipe.css"):  # fmt: skip
        assert (path, Code.NOT_UTF8) in named, path
    assert ("static/inner/circle", Code.LINK_BACK) in named
    assert {(p.path, p.line) for p in result.problems if p.code is Code.BAD_ADDRESS and "taken" not in p.path} == {
        ("docs/page.md", 3),
        ("docs/page.md", 5),
    }
    told = {p.line for p in result.problems if p.path == "docs/taken.md"}
    directives = ("```{include", "```{literal", "```{csv", "```{raw", "..")
    assert told == {number for number, line in enumerate(TAKEN.splitlines(), 1) if line.startswith(directives)}
    taken = (strange.root / "_build/html/docs/taken.html").read_text("utf-8")
    assert "Before all." in taken and "After all." in taken
    assert (strange.root / "_build/html/_static/own.css").is_file() and (strange.root / "_build/html/own.css").is_file()
    pages = contents(strange.root / "_build" / "html")
    assert "corpus/one/article.html" in pages
    assert [name for name, content in pages.items() if b"Leaked" in content or b"leak" in content] == []
