"""Errors in code that works on one page: each becomes a problem, and everything else is done."""

from __future__ import annotations

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from sphinx.errors import ExtensionError

from course_reader.model.problems import Code, Problem, shown_path
from course_reader.model.reader import conf_file
from course_reader.pages.reports import report

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: the folder of marks of pages that could not be written in full, beside the doctrees
_MARKS = "reader-unfinished"


def causes(error: BaseException) -> Iterator[BaseException]:
    """An exception, and those that it was made from."""
    seen: list[BaseException] = []
    found: BaseException | None = error
    while found is not None and found not in seen:
        yield found
        seen.append(found)
        original = found.orig_exc if isinstance(found, ExtensionError) else None
        found = original or found.__cause__ or found.__context__


def place_in_own_code(error: BaseException, root: Path) -> tuple[Path, int] | None:
    """The last line of Python code of the reader that an error comes from; None if it comes from elsewhere."""
    folder = conf_file(root).parent
    for cause in causes(error):
        for frame in reversed(traceback.extract_tb(cause.__traceback__)):
            path = Path(frame.filename)
            if path.is_relative_to(folder) and path.suffix == ".py" and "site-packages" not in path.parts:
                return path, frame.lineno or 1
    return None


def fault(what: str, error: BaseException, root: Path, path: str, line: int = 0) -> Problem:
    """The problem that something on a page failed.

    Args:
        what: What failed, as the beginning of a sentence.
        error: The exception.
        root: The reader's folder.
        path: The file of the page, relative to that folder.
        line: The line in it, or 0.
    """
    why = f"{type(error).__name__}: {' '.join(str(error).split()):.300}"
    own = place_in_own_code(error, root)
    if own is not None:
        shown = shown_path(own[0], root)
        return Problem(shown, own[1], Code.NOT_BUILT, f"{what} failed ({why}); correct this line")
    return Problem(path, line, Code.NOT_BUILT, f"{what} failed ({why}); correct it, or take it out")


@contextmanager
def contained(app: Sphinx, docname: str, what: str) -> Iterator[None]:
    """Turn an exception while a page is written into a problem; the page is written again in the next build."""
    try:
        yield
    except Exception as error:  # noqa: BLE001 -- whatever fails on one page, the others are written
        path = app.env.doc2path(docname, base=False).as_posix() if docname in app.env.found_docs else ""
        report(fault(what, error, Path(app.srcdir), path), Path(app.srcdir))
        mark_unfinished(app, docname)


def mark_unfinished(app: Sphinx, docname: str) -> None:
    """Note that a page could not be written in full. A file, because pages are written in several processes."""
    folder = Path(app.doctreedir, _MARKS)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{app.builder.name} {quote(docname, safe='')}").touch()


def unfinished(app: Sphinx) -> set[str]:
    """The pages that this builder could not write in full in its last run; their marks are taken away."""
    found, start = set(), f"{app.builder.name} "
    for mark in Path(app.doctreedir, _MARKS).glob(f"{app.builder.name} *"):
        found.add(unquote(mark.name.removeprefix(start)))
        mark.unlink(missing_ok=True)
    return found
