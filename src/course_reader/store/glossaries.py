"""A glossary written as a package: entries, the sources that they cite, the licence, and whose it is."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from course_reader.files.yaml_write import pair
from course_reader.model.glossaries.shared import ENTRIES, MANIFEST, SOURCES
from course_reader.model.glossary import Glossary, read_text
from course_reader.model.problems import Code, Problem
from course_reader.store.readers import FolderTakenError

#: the beginning of a source in a bibliography
_SOURCE = re.compile(r"^@(\w+)\s*\{\s*([^,\s]+)\s*,", re.MULTILINE)
_BRACE = re.compile(r"(?<!\\)[{}]")
_NOT_SOURCES = frozenset(("comment", "preamble", "string"))


@dataclass(frozen=True, slots=True)
class Export:
    """What an exported glossary says of itself."""

    #: of the Python package
    name: str
    title: str
    authors: str
    licence: str
    url: str = ""


@dataclass(slots=True)
class Exported:
    """What was written."""

    entries: int = 0
    sources: int = 0
    files: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def export(
    folder: Path,
    about: Export,
    glossary: Glossary,
    root: Path,
    bibliographies: Iterable[Path],
    licence: Path | None,
) -> Exported:
    """Write a glossary as a package. Drafts and files that cannot be read are left out.

    Args:
        folder: A folder that is empty or does not exist yet.
        about: What it says of itself.
        glossary: The reader's own entries.
        root: The reader's folder.
        bibliographies: The files with the reader's sources.
        licence: A file with the licence, to be copied.

    Raises:
        FolderTakenError: if the folder cannot be used; then no file remains.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise FolderTakenError(f"{folder} is not an empty folder; name a new one, so that nothing is overwritten")
    made = Exported()
    texts = dict(_files(about, glossary, root, bibliographies, licence, made))
    written: list[Path] = []
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            written.append(path)
    except OSError as error:
        for path in written:
            with contextlib.suppress(OSError):
                path.unlink()
        raise FolderTakenError(f"{error.filename} cannot be written: {error.strerror}") from None
    made.files = sorted(texts)
    return made


def _files(
    about: Export,
    glossary: Glossary,
    root: Path,
    bibliographies: Iterable[Path],
    licence: Path | None,
    made: Exported,
) -> Iterator[tuple[str, str]]:
    cited: set[str] = set()
    for file in glossary:
        text = read_text(root / file.path, file.path, made.problems)
        if text is None:
            continue
        made.entries += 1
        cited.update(file.entry.cited())
        yield f"{about.name}/{ENTRIES}/{file.kind}/{file.id}.md", text
    known: set[str] = set()
    sources: list[str] = []
    for path in bibliographies:
        for key, source in _sources(read_text(path, path.name, made.problems) or ""):
            if key in cited and key not in known:
                known.add(key)
                sources.append(source)
    for key in sorted(cited - known):
        message = f"an entry cites {key!r}, which no bibliography has; it is exported without this source"
        made.problems.append(Problem("", 0, Code.DANGLING_SOURCE, message))
    made.sources = len(known)
    yield f"{about.name}/{SOURCES}", "\n\n".join(sources) + "\n"
    yield f"{about.name}/{MANIFEST}", _manifest(about)
    yield f"{about.name}/__init__.py", f'"""{_plain(about.title)}: a glossary for course-reader."""\n'
    yield "pyproject.toml", _project(about)
    yield "README.md", _readme(about, made)
    if licence is not None:
        yield "LICENSE", licence.read_text(encoding="utf-8", errors="replace")


def _sources(text: str) -> Iterator[tuple[str, str]]:
    """The sources of a bibliography with their keys."""
    for found in _SOURCE.finditer(text):
        if found[1].lower() not in _NOT_SOURCES:
            yield found[2], text[found.start() : _end(text, found.end())]


def _end(text: str, at: int) -> int:
    """Where a source ends: at the brace that closes it, one level up."""
    depth = 1
    for sign in _BRACE.finditer(text, at):
        depth += 1 if sign.group() == "{" else -1
        if depth == 0:
            return sign.end()
    return len(text)


def _manifest(about: Export) -> str:
    keys = {"title": about.title, "authors": about.authors, "licence": about.licence, "url": about.url}
    lines = [line for key, value in keys.items() if value for line in pair(key, value, 0)]
    return "\n".join(["# Whose glossary this is. Pages that show its entries name it.", *lines, ""])


def _project(about: Export) -> str:
    return (
        '[build-system]\nrequires = ["hatchling>=1.25"]\nbuild-backend = "hatchling.build"\n\n'
        f'[project]\nname = "{about.name.replace("_", "-")}"\nversion = "1.0"\n'
        f'description = "{_plain(about.title)}: a glossary for course-reader"\nreadme = "README.md"\n\n'
        f'[tool.hatch.build.targets.wheel]\npackages = ["{about.name}"]\n'
    )


def _readme(about: Export, made: Exported) -> str:
    by = f" by {about.authors}" if about.authors else ""
    return (
        f"# {about.title}: glossary\n\n"
        f"{made.entries} entries{by}, with the {made.sources} sources that they cite. Licence: {about.licence}.\n\n"
        "To use them in your own course reader, install this folder with pip and write in `conf/conf.py`:\n\n"
        f"```python\nreader_glossaries = [{about.name!r}]\n```\n"
    )


def _plain(text: str) -> str:
    """A text that ends no string in the files of a package."""
    return " ".join(text.replace("\\", " ").replace('"', "'").split())
