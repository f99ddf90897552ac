"""Glossaries of other readers: found by a path or as an installed package, and read behind the reader's own."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, MutableMapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from course_reader.files.yaml_lines import YamlError
from course_reader.files.yaml_lines import load as load_yaml
from course_reader.model.entry import Entry
from course_reader.model.glossaries.origin import Origin
from course_reader.model.glossary import Cache, EntryFile, Glossary, load, read_text
from course_reader.model.problems import Problem
from course_reader.model.records import Record, WebAddress, build
from course_reader.model.settings import Settings

#: the file by which a glossary says whose it is
MANIFEST = "glossary.yaml"
ENTRIES, SOURCES = "glossary", "sources.bib"
#: where a reader that was not exported has its sources
_READERS_SOURCES = Path("docs", SOURCES)


class Manifest(Record):
    """What a shared glossary says of itself."""

    title: str
    authors: str = ""
    licence: str = ""
    url: WebAddress = ""
    #: the day of the export
    date: str = ""


@dataclass(frozen=True, slots=True)
class SharedGlossary:
    """A glossary of another reader."""

    #: its folder
    home: Path
    origin: Origin
    #: its bibliography, if it has one
    sources: Path | None

    @property
    def entries(self) -> Path:
        """The folder with the folders of the kinds."""
        return self.home / ENTRIES


def find(name: str, root: Path) -> SharedGlossary | str:
    """A shared glossary, or what is wrong with its name.

    Args:
        name: A path relative to the reader's folder, or the name of an installed package.
        root: The reader's folder.
    """
    home = _home(name, root)
    if home is None:
        return f"{name!r} is neither a folder nor an installed package; correct it, or install the package"
    if not (home / ENTRIES).is_dir():
        return (
            f"{name!r} holds no glossary: it has no folder {ENTRIES}; name one made by `course-reader glossary export`"
        )
    origin = _origin(home, name)
    if isinstance(origin, str):
        return origin
    sources = next((home / path for path in (SOURCES, _READERS_SOURCES) if (home / path).is_file()), None)
    return SharedGlossary(home, origin, sources)


def _home(name: str, root: Path) -> Path | None:
    """The folder that a name means: one on disk, the package in it, or an installed package."""
    folder = root / name
    if folder.is_dir():
        # An exported folder holds the package beside its pyproject.toml.
        inner = [path.parent for path in sorted(folder.glob(f"*/{MANIFEST}"))]
        return folder.resolve() if (folder / ENTRIES).is_dir() or not inner else inner[0].resolve()
    if not name.isidentifier():
        return None
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError):
        return None
    places = list(spec.submodule_search_locations or ()) if spec else []
    return Path(places[0]).resolve() if places else None


def _origin(home: Path, name: str) -> Origin | str:
    path = home / MANIFEST
    if not path.is_file():
        return Origin(home.name)
    found: list[Problem] = []
    try:
        text = read_text(path, MANIFEST, found)
        manifest = build(Manifest, load_yaml(text or ""), MANIFEST, found) if text is not None else None
    except YamlError as error:
        return f"{MANIFEST} of {name!r} cannot be read: line {error.line}: {error.message}"
    if manifest is None or found:
        return f"{MANIFEST} of {name!r}: {found[0].message if found else 'it is empty; export the glossary again'}"
    return Origin(manifest.title, manifest.authors, manifest.licence, manifest.url)


def shared(settings: Settings, root: Path) -> Iterator[SharedGlossary]:
    """The glossaries that a reader's settings name and that are there."""
    for name in settings.glossaries:
        found = find(name, root)
        if isinstance(found, SharedGlossary):
            yield found


def load_all(settings: Settings, root: Path, caches: MutableMapping[str, Cache] | None = None) -> Glossary:
    """The reader's own entries, and behind them those of other readers that it uses.

    An own entry, or a draft of one, takes the place of another reader's with the same id. Of the entries of other
    readers drafts are left out, and so are links to what this reader does not have.

    Args:
        settings: The reader's settings.
        root: The reader's folder.
        caches: What was read before, by the place of the glossary; it is updated.
    """
    caches = {} if caches is None else caches
    glossary = load(root / settings.glossary, root, caches.setdefault("", {}))
    own = {*glossary.files, *glossary.drafts, *glossary.unread}
    for other in shared(settings, root):
        lent = load(other.entries, other.home, caches.setdefault(str(other.home), {}))
        for file in lent:
            if file.id not in own and file.id not in glossary.files:
                glossary.files[file.id] = replace(file, path=(other.home / file.path).as_posix(), origin=other.origin)
    for entry_id, file in glossary.files.items():
        if file.origin:
            glossary.files[entry_id] = replace(file, entry=_here(file.entry, glossary))
    return glossary


def _here(entry: Entry, glossary: Glossary) -> Entry:
    """An entry without links into the reader that it comes from."""
    changes: dict[str, Any] = {"background": (), "see": tuple(one for one in entry.see if one in glossary)}
    return entry.model_copy(update=changes)


def lent_files(glossary: Glossary) -> dict[str, EntryFile]:
    """The entries of other readers, by id."""
    return {file.id: file for file in glossary if file.origin}
