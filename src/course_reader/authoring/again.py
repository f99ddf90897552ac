"""Making Sphinx fit to build a second time in one process, which it does not expect, and quick at it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment


def prepare(app: Sphinx) -> None:
    """Make an application ready to build again and again."""
    app.connect("env-purge-doc", _forget)
    _keep_citations(app)


def _forget(app: Sphinx, env: BuildEnvironment, docname: str) -> None:
    """On `env-purge-doc`: drop what Sphinx keeps of a document beside its domains, and does not drop by itself.

    In the next build it would write a page from the old doctree, show a table of contents as it was, or stumble over
    index entries of a document that is gone.
    """
    for name in ("_pickled_doctree_cache", "_search_index_index_entries"):
        getattr(env, name, {}).pop(docname, None)
    if docname == app.config.root_doc:
        vars(env).pop("master_doctree", None)


def _keep_citations(app: Sphinx) -> None:
    """Spell the citations again only if they may differ: in each build that takes as long as all the rest.

    The bibliography itself cannot change: a new one makes a new application.
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
