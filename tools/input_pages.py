"""Random pages for `input_surfaces.py`: roles, directives, links and front matter, read and written by Sphinx.

Sphinx is started once for each process, on the reader of `edits_reader.py`; each input takes the place of one of its
files. What fails on a page is contained, as in any build. Here it is a fault if our own code has failed, or if nothing
was said with the file.
"""

# ruff: noqa: E501 -- lists of words
from __future__ import annotations

import atexit
import tempfile
import traceback
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from edits_reader import FILES, write
from input_texts import PIECES, damaged, text_of

from course_reader.marks.domain import reader_domain
from course_reader.model.problems import Code, Problem
from course_reader.sphinx_ext import faults, guarded_pages
from course_reader.sphinx_ext.faults import fault
from course_reader.sphinx_ext.run import Run, sphinx_application
from course_reader.sphinx_ext.run_state import forget

#: the documents that an input may replace, without their ending
DOCUMENTS = (
    "docs/plain", "docs/background", "docs/timeline", "docs/map", "docs/compare", "corpus/one/article",
    "corpus/private/four/article", "corpus/packs/first", "glossary/places/borg", "glossary/terms/quay",
)  # fmt: skip
ROLES = (
    "entry", "person", "place", "term", "nolink", "reader:entry", "reader:place", "cite", "cite:p", "cite:t", "footcite",
    "ref", "doc", "download", "term", "index", "abbr", "math", "kbd", "eq", "numref", "any", "sub", "unknown", "envvar",
)  # fmt: skip
DIRECTIVES = (
    "article-list", "entry-list", "reader-compare", "timeline", "place-map", "bibliography", "footbibliography", "toctree",
    "figure", "image", "note", "admonition", "include", "literalinclude", "code-block", "index", "glossary", "table",
    "list-table", "csv-table", "math", "only", "raw", "rubric", "topic", "sidebar", "epigraph", "eval-rst", "contents",
    "parsed-literal", "container", "class", "unknown", "versionadded", "productionlist", "tabularcolumns", "centered",
)  # fmt: skip
OPTIONS = (
    "kind", "from", "to", "places", "article", "extent", "size", "no-second", "all", "cited", "style", "filter", "glob",
    "hidden", "maxdepth", "alt", "width", "class", "name", "lines", "start-after", "header-rows", "widths", "number-lines",
    "caption", "align", "encoding", "file", "url", "numbered", "reversed", "format",
)  # fmt: skip
VALUES = (
    "", "all", "people", "nothing", "2001", "2001-13", "..", "borg", "borg, alna", "one", "private/four", "gone", "1 2 3 4",
    "40 44 41 46", "nan inf 1 2", "-1", "99999999999999999999", "1e9", "50%", "x y", "unsrt", "author % \"Lee\"", "docname(",
    "../../../../etc/passwd", "/etc/passwd", "photo.png", "gone.png", "docs/included.md", "plain", "/docs/plain", "css",
    "javascript:alert(1)", "borg1999", "a b", "borg1999,,pact2003", "*", "<>", "a <b", "text <borg>", "! x", "~x", "latin-1",
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A text for a document."""

    docname: str
    text: str


def page(chance: Random) -> Page:
    """A document with random markup, or one of the reader's own with some damage."""
    # Not a part of what an input takes.
    _started()
    docname = chance.choice(DOCUMENTS)
    own = FILES[f"{docname}.md"]
    assert isinstance(own, str)
    head = own[: own.find("---\n", 4) + 4] if own.startswith("---") else "# A page\n"
    blocks = [_block(chance) for _ in range(chance.randrange(1, 6))]
    text = f"{head}\n" + "\n\n".join(blocks) + "\n" if chance.random() < 0.7 else own
    # Texts of a megabyte are those of other surfaces.
    return Page(docname, (damaged(chance, text) if chance.random() < 0.7 else text)[:20_000])


def _block(chance: Random) -> str:
    match chance.randrange(4):
        case 0:
            return " ".join(chance.choice((_role(chance), text_of(chance, 4))) for _ in range(chance.randrange(1, 6)))
        case 1 | 2:
            return _directive(chance)
        case _:
            return chance.choice(("#", "##", "> ", "- ", "1. ", "| a |\n|---|\n| ")) + " " + text_of(chance, 8)


def _value(chance: Random) -> str:
    return chance.choice(VALUES) if chance.random() < 0.9 else chance.choice(PIECES) * chance.choice((1, 3, 50))


def _role(chance: Random) -> str:
    return f"{{{chance.choice(ROLES)}}}`{_value(chance)}`"


def _directive(chance: Random) -> str:
    fence = chance.choice(("```", "````", ":::"))
    options = [f":{chance.choice(OPTIONS)}: {_value(chance)}" for _ in range(chance.choice((0, 0, 1, 2)))]
    inside = [text_of(chance, 6), _role(chance), "Term\n: One.\n: Two.", "* - a\n  - b", "a,b\n1,2", _value(chance)]
    body = [chance.choice(inside) for _ in range(chance.choice((0, 1, 1, 2)))]
    argument = " ".join(_value(chance) for _ in range(chance.choice((0, 1, 1, 2))))
    return "\n".join([f"{fence}{{{chance.choice(DIRECTIVES)}}} {argument}", *options, "", *body, fence])


@cache
def _started() -> tuple[Path, Run, ExitStack]:
    """A reader in a temporary folder, Sphinx on it, and what closes both."""
    stack = ExitStack()
    root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="pages-")))
    write(root)
    run = stack.enter_context(sphinx_application(root, "html", settings={"reader_audience": "public"}))
    run.build()
    assert run.stopped is None
    return root, run, stack


def stop() -> None:
    """Close Sphinx, if it was started: as long as it is open, no other can be started in this process."""
    if _started.cache_info().currsize:
        _started()[-1].close()
        _started.cache_clear()


atexit.register(stop)


def read(made: Page) -> None:
    """Read, resolve and write a page, and look whether something failed on it.

    Raises:
        Exception: what our own code raised, although it was contained.
    """
    root, run, _ = _started()
    errors: list[BaseException] = []

    def noted(what: str, error: BaseException, *more: Any) -> Problem:
        errors.append(error)
        return fault(what, error, *more)

    app, path = run.app, root / f"{made.docname}.md"
    before = path.read_bytes()
    path.write_bytes(made.text.encode("utf-8", "surrogatepass"))
    run.warnings.clear()
    try:
        with patch.object(guarded_pages, "fault", noted), patch.object(faults, "fault", noted):
            app.env.clear_doc(made.docname)
            app.builder.read_doc(made.docname)
            forget(app)
            doctree = app.env.get_and_resolve_doctree(made.docname, app.builder)
            app.builder.write_doc(made.docname, doctree)
    finally:
        path.write_bytes(before)
    for error in errors:
        if "course_reader" in Path(traceback.extract_tb(error.__traceback__)[-1].filename).parts:
            raise error
    kept = reader_domain(app.env).page(made.docname)
    said = (*kept.problems, *run.warnings)
    # A build for the public keeps nothing of a text that is not public, its problems included.
    assert kept.withheld or not errors or any(p.code is Code.NOT_BUILT and p.path for p in said), (
        f"nothing was said of {errors[0]!r}"
    )
