"""What `check` and `mentions` answer: a reading of the whole reader, without writing pages."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TextIO

from sphinx.application import Sphinx

from course_reader.checks import consistency, levels
from course_reader.checks.levels import Measured
from course_reader.errors import ReaderError
from course_reader.marks.domain import Page, reader_domain
from course_reader.model.problems import Code, Problem, Severity
from course_reader.sphinx_ext.progress import Progress
from course_reader.sphinx_ext.run import CannotBuildError, Run, sphinx_run
from course_reader.sphinx_ext.session import session
from course_reader.text.mention.unknown import unknown_names
from course_reader.views.library import library


class NoArticleError(ReaderError):
    """There is no such article; the sentence says which there are."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a reading of the whole reader found."""

    #: in the order of files and lines
    problems: list[Problem]
    #: how hard its texts are
    levels: list[Measured] = field(default_factory=list)


def check(root: Path, *, progress: TextIO | None = None) -> list[Problem]:
    """Every problem of a reader, in the order of files and lines."""
    return checked(root, progress=progress).problems


def checked(root: Path, *, progress: TextIO | None = None) -> Checked:
    """Every problem of a reader, and how hard its texts are."""
    out, status = root / "_build" / "check", Progress.on(progress)
    try:
        # Warnings of Sphinx come only while a file is read, so everything is read.
        with sphinx_run(root, "dummy", out=out, fresh=True, status=status) as run:
            return _all(run)
    except CannotBuildError as error:
        return Checked([error.problem])


def _all(run: Run) -> Checked:
    found = {*consistency.problems(run.app, questions=True), *run.warnings}
    return Checked(sorted(found), [] if run.stopped else list(levels.measured(library(run.app))))


def summary(problems: list[Problem], *, review: bool) -> str:
    """One line that counts them."""
    counts = {s: sum(p.severity is s for p in problems) for s in Severity}
    if not problems or (counts[Severity.HINT] == len(problems) and not review):
        hints = counts[Severity.HINT]
        return "No problems." + (f" {hints} questions for the editor: course-reader check --review" if hints else "")
    parts = [f"{count} {severity}{'s' if count != 1 else ''}" for severity, count in counts.items() if count]
    return ", ".join(parts) + "."


#: what an editor asks: counted even where there is nothing to ask
EDITING = (
    Code.NO_SOURCE,
    Code.NO_AS_OF,
    Code.SOURCE_ADDRESS,
    Code.LOADED_WORD,
    Code.CONTRADICTION,
    Code.NO_SECTION,
    Code.PROSE_LENGTH,
    Code.GLOSS_LONG,
    Code.GLOSS_REPEATS,
    Code.READING_LEVEL,
)


def counts(problems: list[Problem]) -> dict[str, int]:
    """How many problems there are of each code: all rules of editing, and every other code that was found."""
    found = Counter(problem.code for problem in problems)
    return {str(code): found[code] for code in Code if code in EDITING or found[code]}


def editing_line(problems: list[Problem]) -> str:
    """One line that says what the rules of editing found."""
    found = counts(problems)
    return "Editing: " + ", ".join(f"{code} {found[code]}" for code in EDITING) + "."


def mentions(root: Path, article: str, *, progress: TextIO | None = None) -> dict[str, Any]:
    """Who and what an article names.

    Raises:
        NoArticleError: if there is no such article.
        CannotBuildError: if the reader cannot be read.
    """
    with sphinx_run(root, "dummy", out=root / "_build" / "check", status=Progress.on(progress)) as run:
        if run.stopped:
            raise CannotBuildError(run.stopped)
        docname = docname_of(run.app, root, article)
        page = reader_domain(run.app.env).pages[docname]
        return _answer(run.app, docname, page)


def docname_of(app: Sphinx, root: Path, article: str) -> str:
    """The document of an article, named by its slug, folder or file.

    Raises:
        NoArticleError: if there is none.
    """
    pages = reader_domain(app.env).pages
    articles = {name: page for name, page in pages.items() if page.article is not None}
    given = Path(article)
    path = given if given.is_absolute() else (Path.cwd() / given)
    wanted = {article, article.removesuffix(".md")}
    if path.exists() and path.resolve().is_relative_to(root):
        shown = path.resolve().relative_to(root)
        wanted |= {(shown / "article").as_posix(), shown.with_suffix("").as_posix()}
    for docname in articles:
        if docname in wanted or docname.split("/")[-2] in wanted:
            return docname
    known = ", ".join(sorted(name.split("/")[-2] for name in articles)) or "none yet"
    raise NoArticleError(f"there is no article {article!r}; there are: {known}")


def _answer(app: Sphinx, docname: str, page: Page) -> dict[str, Any]:
    shelf, run = library(app), session(app)
    glossed = {g.mention.group for g, _ in shelf.article(docname).glossed}
    rows = [
        {
            "entry": m.entry,
            "kind": str(run.glossary.kind(m.entry)),
            "text": page.text[m.start : m.end],
            "paragraph": _paragraph(page, m.start),
            "start": m.start,
            "end": m.end,
            "glossed": m.group in glossed,
        }
        for m in shelf.known(page)
    ]
    found = [(m.start, m.end) for m in page.mentions] + [(u.start, u.end) for u in page.unlinked]
    return {
        "article": docname.split("/")[-2],
        "mentions": rows,
        "ambiguous": [
            {"text": u.text, "paragraph": _paragraph(page, u.start), "start": u.start, "end": u.end,
             "entries": list(u.entries), "reason": u.reason}
            for u in page.unlinked
        ],
        "unknown": [
            {"text": u.text, "count": u.count, "paragraph": _paragraph(page, u.first_start), "start": u.first_start}
            for u in unknown_names(page.text, found, page.skip)
        ],
    }  # fmt: skip


def _paragraph(page: Page, offset: int) -> int | None:
    paragraph = page.paragraph_at(offset)
    return paragraph.number if paragraph else None


def mentions_lines(answer: dict[str, Any]) -> list[str]:
    """The answer for people."""
    lines = [f"{answer['article']}: {len(answer['mentions'])} mentions"]
    for row in answer["mentions"]:
        mark = "gloss" if row["glossed"] else "     "
        lines.append(f"  ¶{row['paragraph'] or '-':<3} {mark} {row['text']} → {row['kind']}/{row['entry']}")
    if answer["ambiguous"]:
        lines.append("Not linked, because it is not sure who is meant:")
        lines += [
            f"  ¶{r['paragraph'] or '-':<3} {r['text']}: {' or '.join(r['entries'])}" for r in answer["ambiguous"]
        ]
    if answer["unknown"]:
        lines.append("Named, but without an entry:")
        lines += [f"  ¶{r['paragraph'] or '-':<3} {r['text']} ({r['count']}×)" for r in answer["unknown"]]
    return lines
