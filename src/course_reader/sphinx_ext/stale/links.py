"""What links show of the pages that they lead to: titles, anchors, labels of sources.

Sphinx fills links in when it writes a page, but does not write a page again when the target of a link has changed. So
each document's links are kept by name, and what these names stand for is part of the page's digest.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from sphinx import addnodes

from course_reader.marks.domain import Labels, reader_domain

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

#: attributes of a link that name its target
_NAMING = ("reftarget", "reftargetid")


def collect(app: Sphinx, document: nodes.document) -> None:
    """On `doctree-read`: keep the names of a document's links, and its labels."""
    env, docname = app.env, app.env.docname
    domain = reader_domain(env)
    names = {name for node in document.findall(addnodes.pending_xref) for name in _names(node, docname)}
    domain.links[docname] = frozenset(names)
    domain.labels[docname] = _own_labels(document, docname, env)


def _names(node: addnodes.pending_xref, docname: str) -> Iterator[str]:
    """Everything that the target of a link may be known by; too many names only cost time."""
    folder = posixpath.dirname(node.get("refdoc") or docname)
    for attribute in _NAMING:
        target = node.get(attribute)
        if not isinstance(target, str):
            continue
        path, _, anchor = target.partition("#")
        for name in filter(None, (target, path, anchor)):
            yield from (name, name.casefold())
        # Documents are named from the folder of the document, or from the root.
        yield posixpath.normpath(posixpath.join("/", folder, path)).removeprefix("/").removesuffix(".md")
        yield path.removeprefix("/").removesuffix(".md")


def _own_labels(document: nodes.document, docname: str, env: BuildEnvironment) -> Labels:
    standard = env.domains.standard_domain
    return {
        f"{kind}:{name}": found
        for kind, labels in (("labels", standard.labels), ("anonlabels", standard.anonlabels))
        for name in document.nametypes
        if (found := labels.get(name)) and found[0] == docname
    }


def settle_labels(env: BuildEnvironment) -> None:
    """Give each label to the last document that defines it, as if all had just been read one after the other.

    Sphinx gives it to the one that was read last, and forgets it when that one loses it, even if another has it too.
    """
    standard = env.domains.standard_domain
    for _, labels in sorted(reader_domain(env).labels.items()):
        for key, found in labels.items():
            kind, _, name = key.partition(":")
            getattr(standard, kind)[name] = found


def targets(env: BuildEnvironment) -> dict[str, list[object]]:
    """What each name stands for: everything that a link may show of it."""
    found: dict[str, list[object]] = {}

    def add(name: str, value: object) -> None:
        for key in {name, name.casefold()}:
            found.setdefault(key, []).append(value)

    for docname in sorted(env.found_docs & env.titles.keys()):
        numbers = env.toc_secnumbers.get(docname), env.toc_fignumbers.get(docname)
        slugs = env.metadata.get(docname, {}).get("myst_slugs")
        add(docname, ("document", env.titles[docname].astext(), slugs, numbers))
    standard = env.domains.standard_domain
    for kind, labels in (("label", standard.labels), ("anonymous", standard.anonlabels)):
        for name in sorted(labels):
            add(name, (kind, *map(str, labels[name])))
    for domain in env.domains.sorted():
        for name, *others in sorted(map(_plain, domain.get_objects())):
            add(name, (domain.name, *others))
    for citation in _citations(env):
        add(citation.key, _cited(citation))
    return found


def bibliographies(env: BuildEnvironment) -> dict[str, list[object]]:
    """The sources in the lists of each document, which depend on what other documents cite."""
    found: dict[str, list[object]] = {}
    for citation in _citations(env):
        found.setdefault(citation.bibliography_key.docname, []).append(_cited(citation))
    return found


def _plain(row: tuple[Any, ...]) -> tuple[str, ...]:
    return tuple(map(str, row))


def _citations(env: BuildEnvironment) -> list[Any]:
    domain: Any = env.domains.get("cite")
    return list(domain.citations) if domain is not None else []


def _cited(citation: Any) -> tuple[str, ...]:
    """A source as pages show it: its label, its place in a list, and the fields that some styles show."""
    entry, place = citation.entry, citation.bibliography_key
    return (
        citation.citation_id,
        repr(place),
        citation.formatted_entry.label,
        repr((entry.type, entry.fields, entry.persons)),
    )


def shown(docname: str, env: BuildEnvironment, known: Mapping[str, list[object]]) -> list[object]:
    """What the links of a document show."""
    return [(name, known[name]) for name in sorted(reader_domain(env).links.get(docname, ())) if name in known]
