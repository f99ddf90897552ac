"""`pack`: the contents of a pack, and the list that a permissions office asks for."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from course_reader.commands.build import folder_of, settings_of
from course_reader.commands.command import Command, exit_code, json_argument, print_json, print_problems, progress_of
from course_reader.errors import UsageError
from course_reader.model.dates import spell
from course_reader.model.outputs import WORK, doctree_folder, name_for

if TYPE_CHECKING:
    from course_reader.marks.records import Page
    from course_reader.model.problems import Problem
    from course_reader.sphinx_ext.run import Run
    from course_reader.views.packs import PackPage

COLUMNS = (
    "title", "author", "outlet", "date", "pages", "words", "copies", "term", "holder", "status", "expires", "address",
)  # fmt: skip

Row = dict[str, str | int | None]


class NoPackError(UsageError):
    """The pack does not exist; the message names those that do."""


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `pack`."""
    parser.add_argument("name", metavar="NAME", help="a pack: the name of its file in the folder packs/ of the corpus")
    parser.add_argument("--rights", action="store_true", help="print the permissions list, as CSV")
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Show the pack."""
    rows, problems = permissions(root, options.name.removesuffix(".md"), progress=progress_of(options))
    print_problems(problems)
    if options.json:
        print_json({"pack": options.name, "articles": rows})
    elif options.rights:
        print(as_csv(rows), end="")
    else:
        for row in rows:
            pages = f"{row['pages']} pages" if row["pages"] else "not printed"
            print(f"{row['title']} ({row['outlet'] or 'own text'}, {row['date']}): {row['words']} words, {pages}")
    return exit_code(problems)


def permissions(root: Path, name: str, *, progress: TextIO | None = None) -> tuple[list[Row], list[Problem]]:
    """One row for each article of a pack, in its order. The pack is printed first, so that its pages can be counted.

    Raises:
        NoPackError: if the pack does not exist.
    """
    from course_reader.sphinx_ext.problems import of_settings
    from course_reader.sphinx_ext.progress import Progress
    from course_reader.sphinx_ext.run import sphinx_run
    from course_reader.sphinx_ext.run_state import library_of
    from course_reader.views.packs import packs

    audience = settings_of(root).audience
    out, doctrees = folder_of(root, "pdf", audience), doctree_folder(root, "typst", audience)
    with sphinx_run(root, "typst", out=out, doctrees=doctrees, status=Progress.on(progress)) as run:
        library = library_of(run.app)
        known = {pack.name: pack for pack in packs(library)}
        if name not in known:
            there = ", ".join(known) or f"none yet, write {library.settings.corpus}/packs/NAME.md"
            raise NoPackError(f"there is no pack {name!r}; there are: {there}")
        problems = [p for p in run.warnings if known[name].path == p.path]
        return _rows(run, known[name]), [*of_settings(run.app), *problems]


def _rows(run: Run, pack: PackPage) -> list[Row]:
    from course_reader.sphinx_ext.run_state import library_of
    from course_reader.views.packs import printings

    library = library_of(run.app)
    pages = library.pages
    name = next((one.printed_name for one in printings(library) if one.docname == pack.docname), pack.name)
    printed = _page_counts(Path(run.app.outdir), name_for(name, library.settings.audience))
    return [_row(pages[docname], pack, printed.get(docname)) for docname in pack.articles]


def _row(page: Page, pack: PackPage, printed: int | None) -> Row:
    article = page.article
    assert article is not None
    rights, source = article.rights, article.adapted_from
    return {
        "title": source.title if source and source.title else page.title,
        "author": article.byline or article.agency,
        "outlet": article.outlet,
        "date": spell(article.date) if article.date else None,
        "pages": printed,
        "words": page.words,
        "copies": pack.record.copies,
        "term": pack.record.term,
        "holder": rights.holder if rights else None,
        "status": rights.status if rights else None,
        "expires": spell(rights.expires) if rights and rights.expires else None,
        "address": article.url or (source.url if source else None),
    }


def _page_counts(outdir: Path, name: str) -> dict[str, int]:
    """How many pages each article takes in the printed pack."""
    try:
        spans: dict[str, list[int]] = json.loads((outdir / WORK / name / "sheets.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {docname: last - first + 1 for docname, (first, last) in spans.items()}


def as_csv(rows: list[Row]) -> str:
    """The list as a table that every office program opens."""
    import csv
    import io

    out = io.StringIO()
    writer: Any = csv.DictWriter(out, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


COMMAND = Command("pack", "Show a pack's contents; export its permissions list.", arguments, run)
