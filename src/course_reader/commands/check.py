"""`check`: every problem of a reader, with file and line; nothing is written."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from course_reader.commands.command import FINE, PROBLEMS, Command, json_argument, print_json, progress_of
from course_reader.model.problems import EDITING, Code, Problem, Severity
from course_reader.model.public.openness import Closed, Openness

if TYPE_CHECKING:
    from course_reader.checks.balance import LedgerRow
    from course_reader.checks.levels import LevelRow
    from course_reader.checks.margin import TextGlosses
    from course_reader.checks.sources import GradedSource


def arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of `check`."""
    parser.add_argument("--review", action="store_true", help="also list questions for the editor")
    parser.add_argument("--levels", action="store_true", help="show how hard each text is to read (A1 to C2)")
    parser.add_argument("--sources", action="store_true", help="show all sources with their grades (A to D)")
    parser.add_argument("--balance", action="store_true", help="show people, statements, sources and victims by side")
    parser.add_argument("--margin", action="store_true", help="show which glosses are in the margin, and why")
    parser.add_argument(
        "--upgrade",
        action="store_true",
        help="first bring files of an earlier version up to date, and say how",
    )
    parser.add_argument(
        "--adapted",
        metavar="ORIGINAL",
        nargs="+",
        help="compare adapted articles with their originals (FILE, or SLUG=FILE); nothing else is checked",
    )
    json_argument(parser)


def run(options: argparse.Namespace, root: Path) -> int:
    """Check the reader."""
    if options.adapted:
        from course_reader.commands.adapted import run as run_adapted

        return run_adapted(options, root)
    upgraded = _upgraded(options, root)
    answer = checked(root, progress=progress_of(options))
    problems = answer.problems
    shown = [p for p in problems if options.review or p.severity is not Severity.HINT]
    if options.json:
        data: dict[str, object] = {"problems": [p.to_json() for p in shown], "counts": counts(problems)}
        if options.levels:
            data["levels"] = [row.to_json() for row in answer.levels]
        if options.sources:
            data["sources"] = [row.to_json() for row in answer.sources]
        if options.balance:
            data["balance"] = [row.to_json() for row in answer.ledger]
        if options.margin:
            data["margin"] = [row.to_json() for row in answer.margin]
        if options.upgrade:
            data["upgraded"] = upgraded
        data["public"] = answer.public.to_json()
        print_json(data)
    else:
        for line in _lines(options, answer, shown):
            print(line)
    return PROBLEMS if any(p.severity is not Severity.HINT for p in problems) else FINE


def _upgraded(options: argparse.Namespace, root: Path) -> list[str]:
    """What was brought up to date, one line each; printed at once, unless the answer is data."""
    if not options.upgrade:
        return []
    from course_reader.commands.upgrade import upgrade

    lines = []
    for line in upgrade(root):
        lines.append(line)
        if not options.json:
            print(line)
    return lines


def _lines(options: argparse.Namespace, answer: Checked, shown: list[Problem]) -> Iterator[str]:
    yield from map(str, shown)
    yield from answer.public.lines()
    if drafts := sum(problem.code is Code.DRAFT for problem in answer.problems):
        entries = "draft of an entry" if drafts == 1 else "drafts of entries"
        yield f"{drafts} {entries}, which no page shows: course-reader check --review"
    if options.review:
        yield editing_line(answer.problems)
    if options.levels:
        from course_reader.checks.levels import table

        yield from table(answer.levels)
    if options.sources:
        from course_reader.checks import sources

        yield from sources.table(answer.sources)
    if options.balance:
        from course_reader.checks import balance

        yield from balance.table(answer.ledger, answer.one_sided)
    if options.margin:
        from course_reader.checks import margin

        yield from margin.table(answer.margin)
    yield summary(answer.problems, review=options.review)


@dataclass(frozen=True, slots=True)
class Checked:
    """The result of reading the whole reader."""

    #: in the order of files and lines
    problems: list[Problem]
    #: how hard its texts are
    levels: list[LevelRow] = field(default_factory=list)
    #: what a build for the public shows
    public: Openness = field(default_factory=Openness)
    #: what its sources are
    sources: list[GradedSource] = field(default_factory=list)
    #: people, statements, sources and victims by side
    ledger: list[LedgerRow] = field(default_factory=list)
    #: citations in chapters on the press of one side alone, and all
    one_sided: tuple[int, int] = (0, 0)
    #: the glosses of each text, with the reasons for and against each
    margin: list[TextGlosses] = field(default_factory=list)


def check(root: Path, *, progress: TextIO | None = None) -> list[Problem]:
    """Every problem of a reader, in the order of files and lines."""
    return checked(root, progress=progress).problems


def checked(root: Path, *, progress: TextIO | None = None) -> Checked:
    """Every problem of a reader, and how hard its texts are."""
    from course_reader.checks import balance, levels, margin, sources
    from course_reader.checks.openness import openness
    from course_reader.sphinx_ext.problems import problems as problems_of
    from course_reader.sphinx_ext.progress import Progress
    from course_reader.sphinx_ext.public.left_out import left_out
    from course_reader.sphinx_ext.run import CannotBuildError, sphinx_run
    from course_reader.sphinx_ext.run_state import library_of, session

    out, status = root / "_build" / "check", Progress.on(progress, is_build=False)
    try:
        # Sphinx warns about a file only while it reads it, so everything is read.
        with sphinx_run(root, "dummy", out=out, fresh=True, status=status) as run:
            found = {*problems_of(run.app, questions=True), *run.warnings}
            if run.stopped:
                return Checked(sorted(found))
            library, app = library_of(run.app), run.app
            withheld = [Closed(item.path, item.reason) for item in left_out(app.env, session(app))]
            public, measured = openness(library, withheld), list(levels.measured(library))
            return Checked(
                sorted(found), measured, public, sources.rows(library), balance.ledger(library),
                balance.one_sided(library), list(margin.glosses(library)),
            )  # fmt: skip
    except CannotBuildError as error:
        return Checked([error.problem])


def summary(problems: list[Problem], *, review: bool) -> str:
    """One line that counts the problems."""
    found = {s: sum(p.severity is s for p in problems) for s in Severity}
    if not problems or (found[Severity.HINT] == len(problems) and not review):
        hints = found[Severity.HINT]
        return "No problems." + (f" {hints} questions for the editor: course-reader check --review" if hints else "")
    parts = [f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in found.items() if count]
    return ", ".join(parts) + "."


def counts(problems: list[Problem]) -> dict[str, int]:
    """How many problems there are of each code: every code of editing, and any other that was found."""
    found = Counter(problem.code for problem in problems)
    return {str(code): found[code] for code in Code if code in EDITING or found[code]}


def editing_line(problems: list[Problem]) -> str:
    """One line that counts the questions of an editor."""
    found = counts(problems)
    return "Editing: " + ", ".join(f"{code} {found[code]}" for code in EDITING) + "."


COMMAND = Command("check", "List everything that is wrong, with file and line.", arguments, run)
