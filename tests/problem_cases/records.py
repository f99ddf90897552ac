"""What a case is, and what several cases need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from readers import entry

from course_reader.model.problems import Code

Files = Mapping[str, str | bytes | Path | None]

ARMENIA = {"glossary/places/armenia.md": entry("Armenia")}
BACKGROUND = {"docs/background.md": "(first-war)=\n# The first war\n\nText.\n"}
SOURCES = {"docs/sources.bib": "@misc{pm-bio, title={A life}}\n"}
BIB = "bibtex_bibfiles = ['docs/sources.bib']"
KINDS = "people, places, agreements, organisations, events, terms"


@dataclass(frozen=True)
class Case:
    """A reader that has one problem of a code."""

    code: Code
    files: Files
    #: what `check` prints of it
    line: str
    conf: str = ""


@dataclass(frozen=True)
class ImportCase:
    """A file that cannot be imported."""

    code: Code
    name: str
    content: bytes
    line: str
    options: tuple[str, ...] = ()
    files: Files = field(default_factory=dict)
