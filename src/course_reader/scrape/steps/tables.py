"""Rows of a table become one block, a table in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.markdown import convert, escape
from course_reader.scrape.records import ArticleBlock

_BAR = expression(r"(?<!\\)\|")
#: What divides the head of a table from its rows.
_DIVIDER = expression(r"[\s|:-]+")


def table_of(draft: Draft, rows: Sequence[Segment]) -> ArticleBlock:
    """One table of some rows, with a question whether it is part of the article; a single row is a paragraph."""
    cells = [_cells(draft, row.text) for row in rows if not _DIVIDER.fullmatch(row.text)]
    first, last = rows[0].first, rows[-1].last
    if len(cells) < 2:
        draft.ask(Fact.TEXT, f"Line {first} is a single table row: is it part of the article?")
        words = convert if draft.markdown else escape
        return ArticleBlock("paragraph", "\n\n".join(words(row.text) for row in rows), first, last)
    draft.ask(Fact.TEXT, f"Lines {first} to {last} are a table: is it part of the article?")
    width = max(len(row) for row in cells)
    lines = [f"| {' | '.join(row + [''] * (width - len(row)))} |" for row in cells]
    return ArticleBlock("table", "\n".join([lines[0], f"|{' --- |' * width}", *lines[1:]]), first, last)


def _cells(draft: Draft, text: str) -> list[str]:
    words = convert if draft.markdown else escape
    inner = text.strip().removeprefix("|").removesuffix("|")
    made = [words(cell.strip().replace("\\|", "|")) if cell.strip() else "" for cell in _BAR.split(inner)]
    return [_BAR.sub(r"\\|", cell) for cell in made]
