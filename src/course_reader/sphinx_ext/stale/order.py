"""The order of what Sphinx has collected: as in a build from nothing, whatever was read before, by how many processes.

Sphinx keeps most things in the order in which it has read them. Some of that shows in pages: names of pictures, numbers
of sources, the order of index entries.
"""

from __future__ import annotations

from collections.abc import MutableMapping
from typing import TYPE_CHECKING, Any

from course_reader.sphinx_ext.stale import links

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: what the environment keeps for each document
_BY_DOCUMENT = (
    *("titles", "longtitles", "tocs", "toc_num_entries", "toc_secnumbers", "toc_fignumbers"),
    *("toctree_includes", "metadata", "included"),
)


def settle(app: Sphinx, env: BuildEnvironment) -> None:
    """On `env-updated`, before all others: put everything into the order of the documents' names."""
    for name in _BY_DOCUMENT:
        _sort(getattr(env, name))
    for domain in env.domains.sorted():
        for value in domain.data.values():
            if isinstance(value, dict):
                _sort(value)
    _settle_citations(env)
    _settle_pictures(env)
    links.settle_labels(env)


def _sort(values: MutableMapping[Any, Any]) -> None:
    items = list(values.items())
    ordered = sorted(items, key=lambda item: repr(item[0]))
    if [key for key, _ in items] != [key for key, _ in ordered]:
        values.clear()
        values.update(ordered)


def _settle_citations(env: BuildEnvironment) -> None:
    """The first citations in a document decide the numbers, and stay in their order."""
    domain: Any = env.domains.get("cite")
    if domain is not None:
        domain.citation_refs.sort(key=lambda ref: ref.docname)


def _settle_pictures(env: BuildEnvironment) -> None:
    """Pictures with one file name are numbered in the order of their paths."""
    settled = type(env.images)()
    for path in sorted(env.images):
        for docname in sorted(env.images[path][0]):
            settled.add_file(docname, path)
    env.images = settled


def pictures(env: BuildEnvironment) -> dict[str, list[tuple[str, str]]]:
    """The pictures of each document: their paths, and their names in the output."""
    found: dict[str, list[tuple[str, str]]] = {}
    for path, (docnames, name) in sorted(env.images.items()):
        for docname in docnames:
            found.setdefault(docname, []).append((str(path), name))
    return found
