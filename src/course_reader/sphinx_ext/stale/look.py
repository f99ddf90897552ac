"""The look of pages: what all pages depend on, and the frame of each, as values that decide what is written again."""

from __future__ import annotations

import hashlib
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course_reader.model.version import __version__
from course_reader.sphinx_ext.conf_values import MENUS
from course_reader.sphinx_ext.stale.contents import digest_of_folders

if TYPE_CHECKING:
    from sphinx.application import Sphinx

#: packages that make pages
_MAKERS = ("sphinx", "docutils", "myst-parser", "sphinx-design", "sphinxcontrib-bibtex")

#: settings of Sphinx that name files and folders, relative to that of `conf.py`
_FOLDERS = ("templates_path", "html_static_path", "html_extra_path")
_FILES = ("html_logo", "html_favicon", "html_search_scorer")


def digest(app: Sphinx) -> str:
    """The digest of everything that all pages of a build depend on: settings, theme, static files, programs."""
    info = getattr(app.builder, "build_info", None)
    made_of = [
        __version__,
        *(version(name) for name in _MAKERS),
        getattr(info, "config_hash", ""),
        getattr(info, "tags_hash", ""),
        digest_of_folders(_paths(app)),
        _day(app),
        _indices(app),
    ]
    return hashlib.sha256(repr(made_of).encode("utf-8", "replace")).hexdigest()[:16]


def _paths(app: Sphinx) -> list[Path]:
    config, theme = app.config, getattr(app.builder, "theme", None)
    names = [name for setting in _FOLDERS for name in getattr(config, setting)]
    names += [name for setting in _FILES if (name := getattr(config, setting, None)) and "://" not in name]
    # docutils reads its own settings from here.
    names.append("docutils.conf")
    found = [Path(app.confdir, name) for name in names]
    return [*found, *map(Path, theme.get_theme_dirs())] if theme is not None else found


def _day(app: Sphinx) -> str:
    """The day that pages say they were updated, if they do."""
    from sphinx.util.i18n import format_date

    form = app.config.html_last_updated_fmt
    if form is None:
        return ""
    local = not getattr(app.config, "html_last_updated_use_utc", False)
    return format_date(form or "%b %d, %Y", language=app.config.language, local_time=local)


def _indices(app: Sphinx) -> list[str]:
    """The domains whose indices have something to show: each page links to them."""
    return [domain.name for domain in app.env.domains.sorted() if domain.indices and any(domain.get_objects())]


def frames(app: Sphinx) -> dict[str, object]:
    """The frame of each page: its neighbours, and what the theme shows of the whole reader."""
    env = app.env
    if not hasattr(app.builder, "get_outfilename"):
        return {}
    titles = {docname: title.astext() for docname, title in env.titles.items()}
    relations = env.collect_relations()

    def named(docname: str | None) -> tuple[str, str] | None:
        return (docname, titles.get(docname, "")) if docname else None

    def above(docname: str) -> list[tuple[str, str] | None]:
        found: list[str] = []
        parent = relations[docname][0]
        while parent and parent not in found:
            found.append(parent)
            parent = relations[parent][0] if parent in relations else None
        return [named(name) for name in found]

    tree = whole(app)
    return {
        docname: (*(map(named, relations[docname][1:]) if docname in relations else ()),
                  above(docname) if docname in relations else [], tree)
        for docname in env.found_docs
    }  # fmt: skip


def whole(app: Sphinx) -> object:
    """What the theme shows of all pages: ours, which documents of its menu exist; others, all tables of contents."""
    env, builder = app.env, app.builder
    theme: Any = getattr(builder, "theme", None)
    if theme is None or builder.name == "epub":
        return ()
    if "course_reader" in {Path(folder).name for folder in theme.get_theme_dirs()}:
        menus = [app.config.html_theme_options.get(name, ()) for name in MENUS]
        links = [link for menu in menus for link in menu if isinstance(link, (list, tuple)) and len(link) > 1]
        return [link[1] in env.all_docs for link in links]
    tocs = [(docname, toc.astext()) for docname, toc in sorted(env.tocs.items())]
    digest = hashlib.sha256(repr((tocs, sorted(env.toctree_includes.items()))).encode("utf-8", "replace"))
    return digest.hexdigest()[:16]
