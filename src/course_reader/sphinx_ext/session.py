"""What one run of Sphinx knows besides its environment: settings, glossary, names, sources.

It is made anew for each run and never pickled, so that parallel readers do not send it back and forth.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

import course_reader
from course_reader.model import glossary as glossary_files
from course_reader.model.entry import MODELS, Kind
from course_reader.model.glossary import Cache, EntryFile, Glossary
from course_reader.model.settings import Settings
from course_reader.sphinx_ext.settings import read_settings
from course_reader.text.mention.index import NameIndex
from course_reader.text.mention.names import Name
from course_reader.views.sources import Sources

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_CACHE = "reader-glossary.pickle"

_sessions: WeakKeyDictionary[BuildEnvironment, Session] = WeakKeyDictionary()


@dataclass
class Session:
    """What is read once for a run."""

    app: Sphinx
    settings: Settings
    glossary: Glossary
    #: folded text of the names of each entry, to tell whether a name changed
    names: dict[str, tuple[Name, ...]] = field(default_factory=dict)

    @cached_property
    def index(self) -> NameIndex:
        """The names of all entries, ready for searching."""
        return NameIndex((name for names in self.names.values() for name in names), blockers=self.settings.not_names)

    @cached_property
    def sources(self) -> Sources:
        """The sources of `docs/sources.bib`."""
        return Sources.of(self.app)

    def entry_docname(self, entry_id: str) -> str:
        """The document of an entry that is there."""
        return f"{self.settings.glossary}/{self.glossary.kind(entry_id)}/{entry_id}"


def start(app: Sphinx) -> None:
    """On `builder-inited`: read the glossary."""
    settings, _ = read_settings(app.config)
    folder = Path(app.srcdir, settings.glossary)
    cache = _load_cache(Path(app.doctreedir, _CACHE))
    before = dict(cache)
    glossary = glossary_files.load(folder, Path(app.srcdir), cache)
    if before != cache:
        _save_cache(Path(app.doctreedir, _CACHE), cache)
    names = {file.id: tuple(names_of(file)) for file in glossary}
    _sessions[app.env] = Session(app, settings, glossary, names)


def session(app: Sphinx) -> Session:
    """The session of a run."""
    return _sessions[app.env]


def session_of(env: BuildEnvironment) -> Session:
    """The session of a run, for those who are handed the environment only."""
    return _sessions[env]


def names_of(file: EntryFile) -> list[Name]:
    """Every name by which an entry can be found in a text, each once."""
    entry, fold_case = file.entry, file.kind is Kind.TERMS
    born, died = entry.lifetime()
    first, last = born.first if born else None, died.last if died else None
    found: dict[tuple[str, bool], Name] = {}

    def add(text: str, start: date | None, end: date | None, *, metonym: bool = False, full: bool = False) -> None:
        found.setdefault((text, metonym), Name(text, file.id, str(file.kind), fold_case, metonym, start, end, full))

    add(entry.name, first, last, full=True)
    for texts in entry.names.values():
        for text in texts:
            add(text, first, last, full=True)
    for alias in entry.aliases:
        start = alias.start.first if alias.start else first
        end = alias.end.last if alias.end else last
        full = " " in alias.name or file.kind is not Kind.PEOPLE
        add(alias.name, start, end, metonym=alias.metonym, full=full and not alias.metonym)
    return list(found.values())


def _load_cache(path: Path) -> Cache:
    try:
        with path.open("rb") as file:
            version, cache = pickle.load(file)
        return cache if version == _version() else {}
    except Exception:  # noqa: BLE001 -- a cache that cannot be read is made anew, whatever is wrong with it
        return {}


def _save_cache(path: Path, cache: Cache) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pickle.dump((_version(), dict(cache)), file, pickle.HIGHEST_PROTOCOL)


def _version() -> str:
    """What the cached records depend on: how files are read, and the fields of the models."""
    # Annotations would not do: they print the addresses of functions, which differ from run to run.
    fields = [f"{kind}.{name}" for kind, model in MODELS.items() for name in model.model_fields]
    return f"2 {course_reader.__version__} {' '.join(fields)}"
