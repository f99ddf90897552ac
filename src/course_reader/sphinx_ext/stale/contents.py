"""The contents of source files, which decide what is read again; their times decide nothing.

Sphinx compares times: it misses a file that was restored with an old time, or saved twice within the clock's grain.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator, Mapping, Set
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.files.regular import is_regular
from course_reader.marks.domain import reader_domain

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: key of the digests in the domain's data
KEPT = "contents"
#: key of the digests taken before anything is read
_TAKEN = "reader_contents"


def digest(path: str | Path) -> str:
    """The digest of a file; empty if it cannot be read."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()[:24] if is_regular(Path(path)) else ""
    except OSError:
        return ""


def digest_of_folders(folders: Iterable[str | Path]) -> str:
    """The digest of all files below some folders or at some paths, with their names."""
    found = hashlib.sha256()
    for folder in map(Path, folders):
        for path in _files(folder):
            found.update(f"{path.relative_to(folder)} {digest(path)}\n".encode("utf-8", "surrogateescape"))
    return found.hexdigest()[:24]


def _files(folder: Path) -> Iterator[Path]:
    if folder.is_file():
        yield folder
    for above, inner, names in os.walk(folder):
        inner.sort()
        yield from (Path(above, name) for name in sorted(names))


def outdated(
    app: Sphinx, env: BuildEnvironment, added: Set[str], changed: Set[str], removed: Set[str]
) -> Iterable[str]:
    """On `env-get-outdated`: the documents whose files, or files that they depend on, have other contents."""
    before = _kept(env)
    # Taken before anything is read: a file that is saved meanwhile is read again in the next build.
    taken: dict[str, str] = {}
    found = {docname for docname in sorted(env.found_docs) if not _is_same(_sources(env, docname), before, taken)}
    app.__dict__[_TAKEN] = taken
    for docname in added | removed if before else ():
        found |= {other for other in env.found_docs - found if _names(env, other, docname)}
    return found


def _names(env: BuildEnvironment, docname: str, other: str) -> bool:
    """Whether a document's source names another document, in a list or a link; Sphinx forgets those it did not find."""
    folder, _, name = other.rpartition("/")
    is_below = not folder or docname.startswith(f"{folder}/")
    wanted = (name if is_below else "/".join(other.split("/")[-2:])).encode()
    return any(wanted in _content(path) for path in _sources(env, docname) if path.endswith((".md", ".rst", ".txt")))


def _content(path: str) -> bytes:
    try:
        return Path(path).read_bytes() if is_regular(Path(path)) else b""
    except OSError:
        return b""


def _is_same(paths: Iterable[str], before: Mapping[str, str], taken: dict[str, str]) -> bool:
    for path in paths:
        if path not in taken:
            taken[path] = digest(path)
    return all(before.get(path) == taken[path] for path in paths)


def _sources(env: BuildEnvironment, docname: str) -> list[str]:
    """The files that a document is made of."""
    return [str(env.doc2path(docname)), *(str(Path(env.srcdir, p)) for p in env.dependencies.get(docname, ()))]


def keep(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-updated`, when all documents are read: keep the contents that they were read with."""
    taken: dict[str, str] = app.__dict__.pop(_TAKEN, {})
    paths = {path for docname in env.found_docs for path in _sources(env, docname)}
    reader_domain(env).data[KEPT] = {path: taken.get(path) or digest(path) for path in sorted(paths)}


def _kept(env: BuildEnvironment) -> Mapping[str, str]:
    found: dict[str, str] = reader_domain(env).data.get(KEPT, {})
    return found
