"""Packs: pages that name the articles to print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from course_reader.marks.domain import reader_domain
from course_reader.model.pack import Pack

if TYPE_CHECKING:
    from sphinx.application import Sphinx


@dataclass(frozen=True, slots=True)
class PackPage:
    """A pack and its articles."""

    docname: str
    #: the name of its file, and of what is printed
    name: str
    #: the path of its file as the author knows it
    path: str
    title: str
    record: Pack
    #: documents of articles, in the order of its tables of contents
    articles: tuple[str, ...]


def packs(app: Sphinx) -> list[PackPage]:
    """All packs, by name."""
    env, domain = app.env, reader_domain(app.env)
    found = []
    for docname, page in sorted(domain.pages.items()):
        if page.pack is None:
            continue
        listed = env.toctree_includes.get(docname, [])
        articles = tuple(d for d in listed if d in domain.pages and domain.pages[d].article is not None)
        path = env.doc2path(docname, base=False).as_posix()
        found.append(PackPage(docname, docname.rsplit("/", 1)[1], path, page.title, page.pack, articles))
    return found
