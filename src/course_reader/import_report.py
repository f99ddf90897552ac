"""What a run of ``course-reader import`` answers: records, JSON, lines for people."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from course_reader.text.scrape import Scraped

Status = Literal["written", "dry-run", "unchanged"]
#: The codes of `problems.Code` that importing can raise.
ProblemCode = Literal["import-unreadable", "import-empty", "import-slug"]


@dataclass(frozen=True, slots=True)
class ImportProblem:
    """Why a file did not become an article, and what to do."""

    code: ProblemCode
    path: str
    line: int
    message: str


@dataclass(frozen=True, slots=True)
class Imported:
    """One file of the run that is, or would be, an article."""

    #: The file as it was named.
    source: str
    slug: str
    #: The article file, relative to the root, with ``/``.
    path: str
    status: Status
    scraped: Scraped


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What a run did, in the order of the files."""

    articles: tuple[Imported, ...] = ()
    problems: tuple[ImportProblem, ...] = ()


def to_json(report: ImportReport) -> dict[str, object]:
    """The answer of ``import --json``."""
    return {
        "articles": [_article_json(item) for item in report.articles],
        "problems": [_problem_json(p) for p in report.problems],
    }


def _article_json(item: Imported) -> dict[str, object]:
    got = item.scraped
    return {
        "slug": item.slug,
        "path": item.path,
        "source": item.source,
        "status": item.status,
        "title": got.title,
        "date": got.date,
        "outlet": got.outlet,
        "agency": got.agency,
        "byline": got.byline,
        "dateline": got.dateline,
        "caption": got.caption,
        "captions": list(got.captions),
        "credit": got.credit,
        "credits": list(got.credits),
        "url": got.url,
        "language": got.language,
        "paragraphs": len(got.paragraphs),
        "blocks": [{"kind": b.kind, "text": b.text, "line": b.line, "last_line": b.last_line} for b in got.blocks],
        "removed": [{"line": r.line, "text": r.text, "reason": r.reason} for r in got.removed],
        "joined": [{"line": j.line, "line2": j.line2, "reason": j.reason} for j in got.joined],
        "found": [{"field": f.field, "value": f.value, "line": f.line, "text": f.text} for f in got.found],
        "unsure": list(dict.fromkeys(u.field for u in got.unsure)),
        "questions": [{"field": u.field, "question": u.question} for u in got.unsure],
        "encoding": got.encoding,
        "notes": list(got.notes),
    }


def _problem_json(problem: ImportProblem) -> dict[str, object]:
    return {"code": problem.code, "path": problem.path, "line": problem.line, "message": problem.message}


_SAID: dict[Status, str] = {
    "written": "written",
    "dry-run": "not written (--dry-run)",
    "unchanged": "already imported; nothing changed",
}


def listing(report: ImportReport) -> list[str]:
    """The report for people, a line each; problems come last."""
    lines: list[str] = []
    for item in report.articles:
        lines.append(f"{item.source} -> {item.path}: {_SAID[item.status]}")
        if item.status != "unchanged":
            lines += [f"  {line}" for line in _details(item.scraped)]
    lines += [f"{problem.path}: {problem.message}" for problem in report.problems]
    return lines


def _details(got: Scraped) -> list[str]:
    lines = []
    for name in ("title", "date", "outlet", "agency", "byline", "dateline", "caption", "credit", "url", "language"):
        value = getattr(got, name)
        if value:
            lines.append(f"{name:<9} {value}")
    headings = len(got.blocks) - len(got.paragraphs)
    lines.append(f"text      {len(got.paragraphs)} paragraph(s), {headings} subheading(s)")
    lines += [f"removed   line {item.line}: {_short(item.text)} ({item.reason})" for item in got.removed]
    lines += [f"joined    lines {item.line} and {item.line2}: {item.reason}" for item in got.joined]
    lines += [f"cleaned   {note}" for note in got.notes]
    lines += [f"unsure    {item.field}: {item.question}" for item in got.unsure]
    return lines


def _short(text: str) -> str:
    return text if len(text) <= 72 else f"{text[:70]} …"
