"""The sheet that a permissions office asks for: what a pack copies, from whom, how much, how often."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import TextIO

from course_reader.errors import ReaderError
from course_reader.marks.domain import Page
from course_reader.model.dates import spell
from course_reader.model.problems import Problem
from course_reader.parts.packs.values import PackPage, packs
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import Run, sphinx_run
from course_reader.views.library import library

COLUMNS = (
    "title", "author", "outlet", "date", "pages", "words", "copies", "term", "holder", "status", "expires", "address",
)  # fmt: skip

Row = dict[str, str | int | None]


class NoPackError(ReaderError):
    """There is no such pack; the sentence says which there are."""


def rights_sheet(root: Path, name: str, *, progress: TextIO | None = None) -> tuple[list[Row], list[Problem]]:
    """One row for each article of a pack, in its order. The pack is printed first, so that its pages can be counted.

    Raises:
        NoPackError: if there is no such pack.
    """
    with sphinx_run(root, "typst", out=root / "_build" / "pdf", status=Progress.on(progress)) as run:
        known = {pack.name: pack for pack in packs(run.app)}
        if name not in known:
            raise NoPackError(
                f"there is no pack {name!r}; there are: {', '.join(known) or 'none yet, write corpus/packs/NAME.md'}"
            )
        return _rows(run, known[name]), [p for p in run.warnings if known[name].path == p.path]


def _rows(run: Run, pack: PackPage) -> list[Row]:
    pages = library(run.app).domain.pages
    sheets = _sheets(Path(run.app.outdir), pack.name)
    return [_row(pages[docname], pack, sheets.get(docname)) for docname in pack.articles]


def _row(page: Page, pack: PackPage, sheets: int | None) -> Row:
    article = page.article
    assert article is not None
    rights, source = article.rights, article.adapted_from
    return {
        "title": source.title if source and source.title else page.title,
        "author": article.byline or article.agency,
        "outlet": article.outlet,
        "date": spell(article.date) if article.date else None,
        "pages": sheets,
        "words": page.words,
        "copies": pack.record.copies,
        "term": pack.record.term,
        "holder": rights.holder if rights else None,
        "status": rights.status if rights else None,
        "expires": spell(rights.expires) if rights and rights.expires else None,
        "address": article.url or (source.url if source else None),
    }


def _sheets(outdir: Path, name: str) -> dict[str, int]:
    """How many pages each article takes in the printed pack."""
    try:
        spans: dict[str, list[int]] = json.loads((outdir / ".work" / name / "sheets.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {docname: last - first + 1 for docname, (first, last) in spans.items()}


def as_csv(rows: list[Row]) -> str:
    """The sheet as a table that every office program opens."""
    out = io.StringIO()
    writer = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()
