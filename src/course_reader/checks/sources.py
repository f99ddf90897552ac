"""What a reader's sources are: grades, kinds, sides, and sites that are not to be used."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from course_reader.checks.editing import place_of
from course_reader.marks.records import Page
from course_reader.model.glossary import read_text
from course_reader.model.near import near
from course_reader.model.problems import Code, Problem
from course_reader.model.records import Record
from course_reader.views.library import Library
from course_reader.views.sources import SourceView

#: the kinds of sources, each with its grade
GRADES = {
    "primary": "A", "scholarly": "A", "reference": "B", "agency": "B", "press": "C", "partisan": "D", "wiki": "D",
}  # fmt: skip
#: the share of A and B that a reader about a dispute should have, and how many scholarly works
AIM, SCHOLARLY = 0.6, 10

#: the file with sites that are not to be used
BLOCKED = "docs/blocked-sources.txt"

_CITED = re.compile(r"\{(?:footcite|cite)(?::\w+)?\}`([^`]+)`")


@dataclass(frozen=True, slots=True)
class GradedSource:
    """One source."""

    key: str
    grade: str
    kind: str
    side: str
    seen: str
    archived: str
    #: how many files cite it
    uses: int
    title: str

    def to_json(self) -> dict[str, Any]:
        """The row as `check --sources --json` prints it."""
        return {name: getattr(self, name) for name in self.__slots__}


def rows(library: Library) -> list[GradedSource]:
    """All sources, the best first."""
    uses = _uses(library)
    found = [
        GradedSource(
            key, GRADES.get(source.kind, "-"), source.kind or "-", source.side, source.accessed, source.archived,
            uses[key], source.title,
        )
        for key, source in library.sources.views.items()
    ]  # fmt: skip
    return sorted(found, key=lambda row: (row.grade == "-", row.grade, row.kind, row.key))


def _uses(library: Library) -> Counter[str]:
    uses: Counter[str] = Counter()
    for file in library.glossary:
        uses.update(set(file.entry.cited()))
    for docname, page in library.pages.items():
        if page.kind == "chapter":
            uses.update({key for keys in cited_in(source_text(library, docname)) for key in keys})
        uses.update(cited_by_keys(page))
    return uses


def cited_by_keys(page: Page) -> set[str]:
    """The sources that the front matter of a page names in the keys of its parts, such as later events."""
    return {key for own in page.own for item in _items(own) for key in getattr(item, "sources", ())}


def _items(record: Record) -> Iterator[Any]:
    for name in type(record).model_fields:
        value = getattr(record, name)
        yield from value if isinstance(value, tuple) else ()


def source_text(library: Library, docname: str) -> str:
    """The text of a document's file."""
    return read_text(library.documents.root / library.documents.path(docname), "", []) or ""


def cited_in(text: str) -> Iterator[tuple[str, ...]]:
    """The keys of each citation in a Markdown text."""
    for found in _CITED.finditer(text):
        yield tuple(key.strip() for key in found[1].split(",") if key.strip())


def blocked_sites(library: Library) -> dict[str, str]:
    """The sites that are not to be used, with the reasons: lines such as `example.org -> a copy of other sites`."""
    path = library.documents.root / BLOCKED
    lines = (read_text(path, BLOCKED, []) or "").splitlines() if path.is_file() else []
    pairs = (line.partition("->") for line in lines if line.strip() and not line.startswith("#"))
    return {host.strip().lower(): reason.strip() for host, _, reason in pairs}


def problems(library: Library) -> Iterator[Problem]:
    """Sources from blocked sites, and sources without a kind where others have one."""
    views = library.sources.views
    graded = any(source.kind for source in views.values())
    blocked = blocked_sites(library)
    for key, source in views.items():
        for host, reason in _blocked(source, blocked):
            message = f"`{key}` is from {host} ({reason}); find the statement elsewhere"
            yield Problem(*place_of(key, library), Code.SOURCE_BLOCKED, message)
        if graded and source.kind not in GRADES:
            hint = near(source.kind, list(GRADES)) if source.kind else ""
            message = f"the kind of `{key}` is {source.kind!r}; write one of {', '.join(GRADES)}{hint}"
            yield Problem(*place_of(key, library), Code.SOURCE_KIND, message)


def _blocked(source: SourceView, blocked: dict[str, str]) -> Iterator[tuple[str, str]]:
    try:
        host = (urlsplit(source.url or source.refused).hostname or "").lower()
    except ValueError:
        return
    for site, reason in blocked.items():
        if host == site or host.endswith(f".{site}"):
            yield site, reason


def table(found: list[GradedSource]) -> Iterator[str]:
    """The sources as lines, and what they come to."""
    yield f"{'grade':5}  {'kind':9}  {'seen':10}  {'uses':>4}  {'side':10}  source"
    for row in found:
        copy = " (archived)" if row.archived else ""
        words = f"{row.grade:5}  {row.kind:9}  {row.seen:10}  {row.uses:>4}  {row.side:10}"
        yield f"{words}  {row.key}: {row.title[:60]}{copy}"
    for name, value in totals(found).items():
        yield f"{name}: {value}"


def totals(found: list[GradedSource]) -> dict[str, str]:
    """What the sources come to, in words."""
    count = max(1, len(found))
    good = sum(row.grade in "AB" for row in found)
    kinds = Counter(row.kind for row in found)
    sides = Counter(row.side for row in found if row.side)
    return {
        "sources": f"{len(found)}: " + ", ".join(f"{kind} {times}" for kind, times in kinds.most_common()),
        "primary, scholarly, reference or agency": f"{good} of {len(found)}, {good / count:.0%} (aim: {AIM:.0%})",
        "scholarly": f"{kinds['scholarly']} (aim: {SCHOLARLY})",
        "viewpoints": ", ".join(f"{side} {times}" for side, times in sides.most_common()) or "none given",
        "without a date of reading": str(sum(not row.seen for row in found)),
        "archived": str(sum(bool(row.archived) for row in found)),
    }
