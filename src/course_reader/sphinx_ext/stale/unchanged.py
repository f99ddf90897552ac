"""A build for which nothing has changed: no page is computed, and no file is written.

What pages show is a function of the sources, the settings and the programs. If all of these are as in the last build,
and its files are as it left them, then so would be every page.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.marks.domain import reader_domain
from course_reader.model.outputs import WORK, folder_for
from course_reader.sphinx_ext.run_state import parts_of, session
from course_reader.sphinx_ext.stale import contents

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: builders whose output is their pages, each by itself
_PAGES = ("html", "dirhtml")

_READ, _RESTS = "reader_has_read", "reader_rests"


def install(app: Sphinx) -> None:
    """On `builder-inited`: let the builder write nothing where there is nothing to write."""
    if app.builder.name not in _PAGES:
        return
    write, finish = app.builder.write, app.builder.finish

    @wraps(write)
    def write_some(docnames: Any, updated: Any, method: str = "update") -> None:
        # Whoever asks for all pages gets them.
        app.__dict__[_RESTS] = rests(app) and method == "update" and docnames is not None
        if not rests(app):
            write(docnames, updated, method)  # type: ignore[arg-type]

    @wraps(finish)
    def finish_some() -> None:
        if not rests(app):
            finish()

    app.builder.write = write_some  # type: ignore[method-assign, misc, assignment]
    app.builder.finish = finish_some  # type: ignore[method-assign]


def note_read(app: Sphinx, env: BuildEnvironment, docnames: Sequence[str]) -> None:
    """On `env-before-read-docs`: remember whether anything is read."""
    app.__dict__[_READ] = bool(docnames)
    app.__dict__[_RESTS] = False


def has_read(app: Sphinx) -> bool:
    """Whether this build has read a document."""
    return bool(app.__dict__.get(_READ, True))


def rest(app: Sphinx) -> None:
    """From here on this build writes nothing, unless all pages are asked for."""
    app.__dict__[_RESTS] = app.builder.name in _PAGES


def rests(app: Sphinx) -> bool:
    """Whether this build writes nothing."""
    return bool(app.__dict__.get(_RESTS))


def digest(app: Sphinx, look: str) -> str:
    """The digest of everything that pages are made of, given that of their look."""
    run = session(app)
    made_of = (
        look,
        parts_of(app).code,
        repr(run.settings),
        str(run.settings.day),
        sorted(app.env.found_docs),
        list(_settings(app)),
        list(_files(app)),
        list(_printed(app)),
    )
    return hashlib.sha256(repr(made_of).encode("utf-8", "replace")).hexdigest()[:16]


def _settings(app: Sphinx) -> Iterator[tuple[str, str]]:
    for value in app.config:
        yield value.name, repr(_ordered(value.value))


def _ordered(value: Any) -> Any:
    """A value in which the order of sets is the same in each run."""
    if isinstance(value, (set, frozenset)):
        return sorted(map(repr, value))
    if isinstance(value, dict):
        return [(key, _ordered(inner)) for key, inner in value.items()]
    return [_ordered(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def _files(app: Sphinx) -> Iterator[tuple[str, str]]:
    """All sources, those of documents as they were read."""
    known: dict[str, str] = reader_domain(app.env).data.get(contents.KEPT, {})
    yield from sorted(known.items())
    others = [file.path for file in session(app).glossary]
    others += [str(Path(app.confdir, name)) for name in getattr(app.config, "bibtex_bibfiles", None) or ()]
    for path in sorted(str(Path(app.srcdir, path)) for path in others):
        if path not in known:
            yield path, contents.digest(path)


def _printed(app: Sphinx) -> Iterator[tuple[str, int, int]]:
    """The printed packs, which pages offer."""
    settings = session(app).settings
    folder = Path(app.srcdir, folder_for(settings.packs, settings.audience))
    for path in sorted([*folder.glob("*.pdf"), *folder.glob(f"{WORK}/*/printed.json")]):
        status = path.stat()
        yield path.name, status.st_size, status.st_mtime_ns
