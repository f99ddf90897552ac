"""Glossaries of other readers: where they are. Whose they are is read from a file beside them."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course_reader.model.glossaries.origin import Origin
from course_reader.model.settings import Settings

#: the file by which a glossary says whose it is
MANIFEST = "glossary.yaml"
ENTRIES, SOURCES = "glossary", "sources.bib"
#: where a reader that was not exported has its sources
_READERS_SOURCES = Path("docs", SOURCES)


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
    if not (home / MANIFEST).is_file():
        return Origin(home.name)
    # Commands that only look for the folder do not wait for the models.
    from course_reader.model.glossaries.manifest import origin_in

    return origin_in(home / MANIFEST, name)


def shared(settings: Settings, root: Path) -> Iterator[SharedGlossary]:
    """The glossaries that a reader's settings name and that are there."""
    for name in settings.glossaries:
        found = find(name, root)
        if isinstance(found, SharedGlossary):
            yield found
