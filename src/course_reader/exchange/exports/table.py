"""Tables (CSV): a row for each annotation. Which column means what is told by its heading."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from course_reader.exchange import bodies
from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming, LayerInfo

_DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Dialect:
    """The headings of one tool's tables, in small letters."""

    tool: str
    #: a table with all of these is from this tool
    marks: frozenset[str]
    quote: str
    body: tuple[str, ...] = ()
    address: str = ""
    title: str = ""
    by: tuple[str, ...] = ()
    created: str = ""
    tags: tuple[str, ...] = ()
    group: str = ""
    #: headings of ids: its own, and that of what it answers
    ids: tuple[str, str] = ("", "")


_DIALECTS = (
    Dialect(
        "Hypothesis",
        frozenset({"url", "quote", "comment", "group"}),
        *("quote", ("comment",), "url"),
        by=("author",),
        created="created at",
        tags=("tags",),
        group="group",
    ),
    Dialect(
        "Hypothesis",
        frozenset({"url", "quote", "body", "group"}),
        *("quote", ("body",), "url"),
        by=("user",),
        created="creation date",
        tags=("tags",),
        group="group",
    ),
    Dialect(
        "Readwise",
        frozenset({"highlight", "book title"}),
        *("highlight", ("note",), "url", "book title"),
        created="highlighted at",
        tags=("tags",),
    ),
    Dialect(
        "Diigo",
        frozenset({"url", "annotations"}),
        *("annotations", ("description", "comments"), "url", "title"),
        created="created_at",
        tags=("tags",),
    ),
    Dialect(
        "Perusall",
        frozenset({"submission", "range"}),
        *("range", ("submission",)),
        by=("first name", "last name"),
        created="timestamp",
        ids=("discussion id", "parent comment id"),
    ),
)
#: headings of tables that are of no known tool, the likeliest first
_QUOTES = ("quote", "highlight", "highlighted text", "exact", "selected text", "marked text", "passage")
_BODIES = ("comment", "note", "body", "annotation", "remark", "text")
_ADDRESSES = ("url", "uri", "address", "link", "source")
_TITLES = ("title", "article", "document", "page title", "book title", "book")
_AUTHORS = ("by", "user", "author", "name", "creator", "annotator")
_TIMES = ("created", "created at", "created_at", "date", "timestamp", "time")
_TAGS = ("tags", "tag", "labels")

_MARKED = re.compile(r"(?:^|\n)\s*Highlights?:\s*", re.I)


def read(text: str) -> list[Incoming] | None:
    """The annotations of a table; None if it is not one, or has no column of marked words.

    >>> rows = read("URL,Group,Quote,Comment\\nhttps://news.example/,Public,forty years,Who counts?\\n")
    >>> rows[0].places[0].quote, rows[0].body
    ('forty years', 'Who counts?')
    """
    rows = list(_rows(text))
    if not rows:
        return None
    dialect = _dialect(rows[0][1])
    if dialect is None:
        return None
    return [one for number, row in rows for one in _annotations(number, row, dialect)]


def headings(text: str) -> list[str]:
    """The headings of a table, for a message; empty if the text is not one."""
    rows = list(_rows(text))
    return list(rows[0][1]) if rows else []


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each row with its line, by the headings of its columns."""
    first = text.lstrip("\n").partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    if delimiter not in first:
        return
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    names: list[str] = []
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if not names:
                names = [cell.strip().lower() for cell in cells]
                continue
            yield reader.line_num, dict(zip(names, (cell.strip() for cell in cells), strict=False))
    except csv.Error:
        return


def _dialect(row: dict[str, str]) -> Dialect | None:
    names = set(row)
    for dialect in _DIALECTS:
        if dialect.marks <= names:
            return dialect

    def first(candidates: tuple[str, ...]) -> str:
        return next((name for name in candidates if name in names), "")

    quote = first(_QUOTES)
    if not quote:
        return None
    return Dialect(
        "Table",
        frozenset(),
        quote,
        (first(_BODIES),),
        first(_ADDRESSES),
        first(_TITLES),
        (first(_AUTHORS),),
        first(_TIMES),
        (first(_TAGS),),
    )


def _annotations(number: int, row: dict[str, str], dialect: Dialect) -> Iterator[Incoming]:
    used = {dialect.quote, *dialect.body, dialect.address, dialect.title, *dialect.by, dialect.created, *dialect.tags}
    quotes = [row.get(dialect.quote, "")]
    if _MARKED.search(quotes[0]):
        quotes = [part.strip() for part in _MARKED.split(quotes[0]) if part.strip()]
    body = "\n\n".join(filter(None, (row.get(name, "") for name in dialect.body)))
    if not any(quotes) and not body:
        return
    own, parent = (row.get(name, "") if name else "" for name in dialect.ids)
    for place, quote in enumerate(quotes):
        mark = Highlight(
            where=f"line {number}",
            quote=quote,
            body=body if place == 0 else "",
            address=row.get(dialect.address, ""),
            title=row.get(dialect.title, ""),
            by=" ".join(filter(None, (row.get(name, "") for name in dialect.by))),
            created=row.get(dialect.created, ""),
            tags=tuple(tag for name in dialect.tags for tag in re.split(r"[,;]", row.get(name, ""))),
            kept={key: value for key, value in row.items() if key and key not in used},
            id=f"{dialect.tool.lower()}:{own}" if own and not place else "",
            parents=(f"{dialect.tool.lower()}:{parent}",) if parent else (),
        )
        yield incoming(mark, "table", _layer(dialect, row))


def _layer(dialect: Dialect, row: dict[str, str]) -> LayerInfo:
    if not dialect.group:
        return layer_of(dialect.tool)
    group = bodies.line(row.get(dialect.group, ""))
    public = group.lower() == "public"
    return layer_of(dialect.tool, group="" if public else group, audience="public" if public else "class")
