"""One word for one thing: all prose keeps to the terms in the manual's table (`docs/manual/index.md`)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from course_reader.files.front_matter import read
from course_reader.files.yaml_lines import load

PROJECT = Path(__file__).parent.parent
TERMS = "docs/manual/index.md"

#: texts about the reader's subject, not about the tool, and a list of words that such texts use
SUBJECT = (
    *("corpus/", "glossary/", "docs/background.md", "docs/timeline.md", "docs/map.md", "docs/compare.md"),
    "src/course_reader/text/mention/cues.py",
)
#: where the annotations of other tools are imported and exported
OTHER_TOOLS = ("docs/manual/exchange.md", "src/course_reader/exchange/", "src/course_reader/commands/notes/")

#: word → phrases in which it has another meaning
ALLOWED = {
    "sheet": r"sheets? of (?:paper|A4)|style ?sheets?",
    "annotation": r"(?:imported|file of) annotations|annotation (?:text|reference)",
}
#: words that have another meaning in texts about the subject: names are spelled, and courts hear complaints
FREE_IN_SUBJECT = {"spell", "complaint"}


class Prose(NamedTuple):
    """A stretch of prose."""

    path: str
    line: int
    text: str


@cache
def terms() -> dict[str, tuple[str, ...]]:
    """Term → the words that are not used for it."""
    text = (PROJECT / TERMS).read_text(encoding="utf-8").partition("## Terms")[2]
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line[:1] == "|"]
    return {row[0]: tuple(filter(None, row[2].split(", "))) for row in rows[2:]}


@cache
def avoided() -> tuple[str, ...]:
    """All words that are not used."""
    return tuple(word for words in terms().values() for word in words)


def wrong(prose: Prose) -> list[str]:
    """The words in some prose that are not used."""
    return [word for word in avoided() if _has(word, prose)]


def _has(word: str, prose: Prose) -> bool:
    if word in FREE_IN_SUBJECT and prose.path.startswith(SUBJECT):
        return False
    if word == "annotation" and (prose.path.startswith(OTHER_TOOLS) or re.search("W3C|Hypothesis", prose.text)):
        return False
    text = re.sub(ALLOWED[word], "", prose.text, flags=re.IGNORECASE) if word in ALLOWED else prose.text
    return re.search(rf"\b{word}(?:s|ed|t)?\b", text, re.IGNORECASE) is not None


# --- prose of each kind of file


def _blank(found: re.Match[str]) -> str:
    """The line breaks of code that is left out, so that line numbers stay the same."""
    return "\n" * found.group().count("\n")


def markdown(path: str, text: str) -> Iterator[Prose]:
    """The sections of a Markdown file without code, and the values of its front matter."""
    front = read(text)
    yield from (Prose(path, 1, value) for value in _values(front.document.value))
    body = "\n" * front.body_line + front.body
    # Only the content of directives is prose, not their names and options.
    body = re.sub(r"(?ms)^([`~]{3,})(?!\{).*?^\1[`~]*$", _blank, body)
    body = re.sub(r"(?m)^ *(?:[`~:]{3,}.*|:[\w-]+:.*)$", "", body)
    body = re.sub(r"`[^`]*`|\]\([^)]*\)|\b\w+(?:\.\w+)+", _blank, body)
    line = 1
    for section in re.split(r"(?m)^(?=#)", body):
        if not (path == TERMS and section.startswith("## Terms")):
            yield Prose(path, line, section)
        line += section.count("\n")


def _values(value: object) -> Iterator[str]:
    """Every text in YAML, without keys."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from _values(item)
    elif isinstance(value, list):
        for item in value:
            yield from _values(item)


def python(path: str, text: str) -> Iterator[Prose]:
    """The texts in Python code that consist of several words: messages, help, headings, settings."""
    tree = ast.parse(text)
    skipped: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)):
            first = node.body[0] if node.body else None
            # Docstrings are read by developers, as code is.
            if isinstance(first, ast.Expr):
                skipped.add(id(first.value))
        elif isinstance(node, ast.JoinedStr):
            parts = [part for part in node.values if isinstance(part, ast.Constant)]
            skipped |= set(map(id, parts))
            yield from _words(path, node.lineno, "…".join(str(part.value) for part in parts))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in skipped:
            yield from _words(path, node.lineno, node.value)


_JAVASCRIPT = re.compile(
    r"/\*.*?\*/|(?<![:\\\"'`])//[^\n]*"
    r"|(?P<text>\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)",
    re.DOTALL,
)  # fmt: skip


def javascript(path: str, text: str) -> Iterator[Prose]:
    """The texts in JavaScript that consist of several words."""
    for found in _JAVASCRIPT.finditer(text):
        words = re.sub(r"\$\{[^}]*\}|\[data-[^\]]*\]", "…", found["text"] or "").strip("\"'`")
        yield from _words(path, text.count("\n", 0, found.start()) + 1, words)


def template(path: str, text: str) -> Iterator[Prose]:
    """The texts of a Jinja template, translated or not."""
    text = re.sub(r"(?s)\{#.*?#\}", _blank, text)
    for found in re.finditer(r"(?:_|say)\('([^']*)'\)|>([^<>{}]+)<", text):
        yield from _words(path, text.count("\n", 0, found.start()) + 1, found[1] or found[2])


def typst(path: str, text: str) -> Iterator[Prose]:
    """The texts in Typst code: strings and content in brackets."""
    text = re.sub(r"(?m)//.*$", "", text)
    for found in re.finditer(r"\[([^\[\]]*)\]|\"([^\"]*)\"", text):
        yield from _words(path, text.count("\n", 0, found.start()) + 1, found[1] or found[2] or "")


def makefile(path: str, text: str) -> Iterator[Prose]:
    """What a Makefile or a batch file prints."""
    for number, line in enumerate(text.split("\n"), start=1):
        for words in re.findall(r"\becho (.*)", line):
            yield Prose(path, number, words)


def notes(path: str, text: str) -> Iterator[Prose]:
    """The texts of a file of notes, without their quotes."""
    for value in _values(load(text).value):
        yield Prose(path, 1, value)


def _words(path: str, line: int, text: str) -> Iterator[Prose]:
    prose = re.sub(r"`[^`]*`", "", text)
    if " " in prose.strip():
        yield Prose(path, line, prose)


KINDS = {
    ".md": markdown,
    ".py": python,
    ".js": javascript,
    ".html": template,
    ".typ": typst,
    ".yaml": notes,
    ".bat": makefile,
}


#: folders without such prose, or made by tools, or not part of the project
_LEFT_OUT = {"tests", "tools", "_build", "private", "snapshots", "node_modules", "dist"}


@cache
def sources() -> tuple[str, ...]:
    """The files whose prose readers, instructors and authors see."""
    return tuple(sorted(path.relative_to(PROJECT).as_posix() for path in _files(PROJECT) if _is_seen(path)))


def _files(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name.startswith(".") or path.name in _LEFT_OUT:
            continue
        if path.is_dir():
            yield from _files(path)
        else:
            yield path


def _is_seen(path: Path) -> bool:
    if path.suffix == ".yaml":
        return path.parent.name == "notes"
    if path.suffix == ".py":
        return path.is_relative_to(PROJECT / "src") or path.is_relative_to(PROJECT / "conf")
    return path.name == "Makefile" or path.suffix in KINDS


def prose_of(names: Iterable[str]) -> Iterator[Prose]:
    """The prose of some files."""
    for name in names:
        path = PROJECT / name
        yield from KINDS.get(path.suffix, makefile)(name, path.read_text(encoding="utf-8"))


# --- tests


def test_the_table_is_one_list() -> None:
    assert {"article", "paragraph number", "entry", "mention", "gloss", "note", "set of notes"} <= terms().keys()
    assert {"background chapter", "pack", "problem", "pre-reading page", "hard word", "part"} <= terms().keys()
    assert len(avoided()) == len(set(avoided())) > 10
    assert set(avoided()) & terms().keys() == set()


@pytest.mark.parametrize(
    "folder", ["docs", "corpus", "glossary", "src", "conf", "README.md", "index.md", "Makefile", "make.bat"]
)
def test_prose_uses_the_terms(folder: str) -> None:
    names = [name for name in sources() if name == folder or name.startswith(f"{folder}/")]
    assert names
    found = [(p.path, p.line, word, _near(word, p.text)) for p in prose_of(names) for word in wrong(p)]
    assert found == []


def _near(word: str, text: str) -> str:
    at = text.lower().index(word)
    return " ".join(text[max(at - 40, 0) : at + 40].split())


def test_there_is_much_prose_of_every_kind() -> None:
    count = dict.fromkeys((*KINDS, ""), 0)
    for prose in prose_of(sources()):
        count[Path(prose.path).suffix] += len(prose.text.split())
    assert min(count.values()) > 50
    assert count[".md"] > 30_000
    assert count[".py"] > 5_000


@pytest.mark.parametrize(
    ("read_prose", "text", "word"),
    [
        (markdown, "# A page\n\nIt is a sheet.\n", "sheet"),
        (markdown, "---\ntitle: The sheet\n---\n\nText.\n", "sheet"),
        (markdown, "# A page\n\nAn annotation.\n", "annotation"),
        (python, 'raise E(f"the layer {name} is not there")\n', "layer"),
        (python, 'a = b("one layer") + 1\n', "layer"),
        (javascript, "show(`the layer ${name}`); // a remark\n", "layer"),
        (template, "<p>{{ _('A sheet to read') }}</p>", "sheet"),
        (template, "<p>A sheet to read</p>", "sheet"),
        (typst, "heading(level: 2)[A sheet to read]", "sheet"),
        (makefile, '\t@echo "make all    all sheets"\n', "sheet"),
        (notes, "layer: {title: My sheet, audience: public}\nnotes: [{body: Why?}]\n", "sheet"),
    ],
)
def test_a_wrong_word_is_found(read_prose: object, text: str, word: str) -> None:
    assert callable(read_prose)
    assert [found for prose in read_prose("README.md", text) for found in wrong(prose)] == [word]


@pytest.mark.parametrize(
    ("read_prose", "text"),
    [
        (markdown, "# A page\n\nA sheet of paper, `layer`.\n\n```yaml\nlayer: x\n```\n"),
        (markdown, "---\nlayers: [mine]\n---\n\nA stylesheet, [here](the-sheet.md).\n"),
        (markdown, "# A page\n\nAn annotation.\n\nIt is made with Hypothesis.\n"),
        (python, '"""A sheet and a layer."""\nlayer = {"layer": "sheet-date"}  # the layer of a sheet\n'),
        (javascript, "// the layer of it\nfind('[data-layer] .note'); /* a sheet of it */\n"),
        (template, "{# A sheet of it #}<p data-layer='a b'>One page</p>"),
        (typst, "// a sheet of it\n#let sheet = 1"),
        (notes, "layer: {title: Mine, audience: public}\nnotes: [{body: Why?}]\n"),
    ],
)
def test_code_and_other_meanings_are_not(read_prose: object, text: str) -> None:
    assert callable(read_prose)
    assert [found for prose in read_prose("README.md", text) for found in wrong(prose)] == []
