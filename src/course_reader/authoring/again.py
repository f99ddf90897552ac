"""Preparing Sphinx to build several times in one process, which it does not expect, and to do it quickly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def prepare(app: Sphinx) -> None:
    """Prepare an application for several builds."""
    app.connect("env-purge-doc", _forget)
    app.connect("write-started", _empty_bibliographies)
    _keep_citations(app)


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """On `env-purge-doc`: drop what Sphinx keeps about a document outside its domains and would not drop.

    Otherwise the next build would write a page from the old doctree, show an old table of contents, or fail on the
    index entries of a deleted document.
    """
    for name in ("_pickled_doctree_cache", "_search_index_index_entries"):
        getattr(env, name, {}).pop(docname, None)
    if docname == app.config.root_doc:
        vars(env).pop("master_doctree", None)


def _empty_bibliographies(app: Sphinx, builder: object) -> None:
    """On `write-started`: empty the lists of sources, which are filled again whenever their pages are written."""
    domain: Any = app.env.domains.get("cite")
    for bibliography in domain.bibliographies.values() if domain is not None else ():
        for node in bibliography.citation_nodes.values():
            node.children = []


def _keep_citations(app: Sphinx) -> None:
    """Render the citations again only if they may differ: in each build this takes as long as everything else.

    The bibliography itself cannot change: a new one starts a new application.
    """
    domain: Any = app.env.domains.get("cite")
    if domain is None:
        return
    spell, known = domain.env_updated, None

    def env_updated() -> list[str]:
        nonlocal known
        cited: dict[str, list[Any]] = {}
        for ref in domain.citation_refs:
            cited.setdefault(ref.docname, []).append(ref.targets)
        includes = {docname: list(names) for docname, names in app.env.toctree_includes.items()}
        now = (dict(domain.bibliographies), cited, includes)
        if now != known:
            spell()
            known = now
        return []

    domain.env_updated = env_updated
