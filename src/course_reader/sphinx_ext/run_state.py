"""The state of a run of Sphinx: its session, its parts, its library. Created for each run, never pickled."""

from __future__ import annotations

import pickle
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, ref

from course_reader.maps import kept as pictures
from course_reader.marks.domain import reader_domain
from course_reader.marks.session import Session, names_in
from course_reader.model.entry import MODELS
from course_reader.model.glossaries.borrowed import lent_files, load_all
from course_reader.model.glossary import Cache
from course_reader.model.version import __version__
from course_reader.parts.registry import Parts
from course_reader.sphinx_ext.glossaries import borrowed
from course_reader.sphinx_ext.settings import read_settings
from course_reader.sphinx_ext.sources import sources_of
from course_reader.sphinx_ext.web.addresses import address_of
from course_reader.views.documents import Documents
from course_reader.views.library import Library

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

_CACHE = "reader-glossary.pickle"
#: the folder of pictures of maps
MAPS = "maps"
_PARTS, _LIBRARY = "reader_parts", "reader_library"
#: what Sphinx takes for an author where nobody is named
_NO_AUTHOR = "Author name not set"

_sessions: WeakKeyDictionary[BuildEnvironment, Session] = WeakKeyDictionary()
_apps: WeakKeyDictionary[BuildEnvironment, ref[Sphinx]] = WeakKeyDictionary()


def keep_parts(app: Sphinx, parts: Parts) -> None:
    """Keep the parts of the reader at hand."""
    app.__dict__[_PARTS] = parts


def parts_of(app: Sphinx) -> Parts:
    """The parts of the reader."""
    parts: Parts = app.__dict__[_PARTS]
    return parts


def start(app: Sphinx) -> None:
    """On `builder-inited`: read the glossary."""
    parts = parts_of(app)
    settings, _ = read_settings(app.config, parts.settings)
    caches = _load_caches(Path(app.doctreedir, _CACHE))
    before = {place: dict(cache) for place, cache in caches.items()}
    glossary = load_all(settings, Path(app.srcdir), caches)
    if before != caches:
        _save_caches(Path(app.doctreedir, _CACHE), caches)
    names = names_in(glossary)
    borrowed.lend(app, {f"{settings.glossary}/{f.kind}/{f.id}": Path(f.path) for f in lent_files(glossary).values()})
    pictures.keep_in(Path(app.doctreedir, MAPS))
    _apps[app.env] = ref(app)
    _sessions[app.env] = Session(
        Path(app.srcdir), settings, glossary, names, parts.articles, parts.packs, app.builder.name == "dummy"
    )


def tidy(app: Sphinx, error: Exception | None) -> None:
    """On `build-finished`: let what is kept not grow for ever."""
    pictures.tidy(Path(app.doctreedir, MAPS))


def session(app: Sphinx) -> Session:
    """The session of a run."""
    return _sessions[app.env]


def session_of(env: BuildEnvironment) -> Session:
    """The session of a run, for callers that have only the environment."""
    return _sessions[env]


def app_of(env: BuildEnvironment) -> Sphinx:
    """The application of a run, for callers that have only the environment."""
    app = _apps[env]()
    assert app is not None
    return app


def library_of(app: Sphinx) -> Library:
    """The library of a run, created when it is first needed after reading."""
    current = app.__dict__.get(_LIBRARY)
    if not isinstance(current, Library):
        domain = reader_domain(app.env)
        current = Library(domain.pages, domain.entries, session(app), _documents(app), sources_of(app))
        app.__dict__[_LIBRARY] = current
    return current


def forget(app: Sphinx) -> None:
    """Drop the library, because documents have been read."""
    app.__dict__.pop(_LIBRARY, None)


def _documents(app: Sphinx) -> Documents:
    env, config = app.env, app.config
    holder = config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright or ())
    return Documents(
        root=Path(app.srcdir),
        names=env.found_docs,
        title=lambda docname: env.titles[docname].astext(),
        path=lambda docname: env.doc2path(docname, base=False).as_posix(),
        address=lambda docname: address_of(app, docname),
        labels=env.domains.standard_domain.labels,
        listed=env.toctree_includes,
        bibliographies=tuple(Path(app.confdir, name) for name in getattr(config, "bibtex_bibfiles", None) or ()),
        project=config.project,
        author="" if config.author == _NO_AUTHOR else config.author,
        copyright=holder,
        language=config.language or "en",
    )


def _load_caches(path: Path) -> dict[str, Cache]:
    try:
        with path.open("rb") as file:
            version, caches = pickle.load(file)
        return caches if version == _version() else {}
    except Exception:  # noqa: BLE001 -- an unreadable cache is rebuilt, whatever the reason
        return {}


def _save_caches(path: Path, caches: dict[str, Cache]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        pickle.dump((_version(), caches), file, pickle.HIGHEST_PROTOCOL)


def _version() -> str:
    """The version of the cached records: it changes with the reading of files and the fields of the models."""
    # Type annotations do not help: they contain addresses of functions, which differ from run to run.
    fields = [f"{kind}.{name}" for kind, model in MODELS.items() for name in model.model_fields]
    return f"6 {__version__} {' '.join(fields)}"
