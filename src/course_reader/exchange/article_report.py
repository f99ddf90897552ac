"""The report of an import of texts and pages, as data and in lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from course_reader.exchange.articles import Imported, ImportStatus
from course_reader.model.problems import Problem
from course_reader.scrape import report as scrape_report

_SAID: dict[ImportStatus, str] = {
    "written": "written",
    "dry-run": "not written (--dry-run)",
    "unchanged": "already imported; nothing changed",
}


def to_json(articles: Iterable[Imported], problems: Iterable[Problem]) -> dict[str, object]:
    """The answer of `import --json`."""
    return {
        "articles": [
            {"slug": item.slug, "path": item.path, "source": item.source, "status": item.status}
            | scrape_report.to_json(item.scraped)
            | {"similar": [near.to_json() for near in item.similar]}
            for item in articles
        ],
        "problems": [problem.to_json() for problem in problems],
    }


def listing(articles: Iterable[Imported]) -> Iterator[str]:
    """Each file that could be read and what it became, a line for each thing."""
    for item in articles:
        yield f"{item.source} -> {item.path}: {_SAID[item.status]}"
        if item.status != "unchanged":
            yield from (f"  {line}" for line in scrape_report.to_lines(item.scraped))
            yield from (f"  similar   {near}" for near in item.similar)
