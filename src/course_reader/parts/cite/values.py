"""Citations of an article, as values."""

from __future__ import annotations

from dataclasses import dataclass

from course_reader.parts.cite.formats import FORMATS
from course_reader.parts.cite.styles import STYLES
from course_reader.views.at import At
from course_reader.views.works import Work, original, read_here

#: name of a style or format, and the citation in it
Rows = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CitedWork:
    """A work in all styles and formats."""

    #: what it is, for readers
    label: str
    styles: Rows
    formats: Rows


@dataclass(frozen=True, slots=True)
class CiteView:
    """The entries for a list of works cited."""

    works: tuple[CitedWork, ...]


def cited(at: At) -> CiteView | None:
    """The citations of an article: of the original, and of this text, as far as there is one and it is shown."""
    works = (("The original", original(at)), ("This text", read_here(at)))
    found = tuple(_cited(label, work) for label, work in works if work)
    return CiteView(found) if found else None


def _cited(label: str, work: Work) -> CitedWork:
    return CitedWork(
        label,
        tuple((name, style(work)) for name, style in STYLES.items()),
        tuple((name, form(work)) for name, form in FORMATS.items()),
    )
