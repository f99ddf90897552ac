"""Data shared across documents: who is named where, and what pages show of each other.

Everything is keyed by document name: clearing is one `pop`, merging one loop. Values derived from it are
computed when it is needed (`course_reader.views.library`), never stored or merged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from course_reader.marks.records import Page
from course_reader.marks.roles import ROLES
from course_reader.model.entry import Kind
from course_reader.model.problems import Problem

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


#: label → what Sphinx keeps of it: document, anchor, and the title if it has one
Labels = dict[str, tuple[str, ...]]


class ReaderDomain(Domain):
    """Entries as objects, and the pages by document name."""

    name = "reader"
    label = "Course reader"
    object_types: ClassVar = {kind.word: ObjType(kind.word, kind.word, "entry") for kind in Kind}
    roles: ClassVar = ROLES
    initial_data: ClassVar = {"pages": {}, "entries": {}, "links": {}, "labels": {}}
    #: 2: pages know their prose; 3: and their sections; 4: links and labels of every document
    data_version = 6

    @property
    def pages(self) -> dict[str, Page]:
        """The pages by document name."""
        pages: dict[str, Page] = self.data["pages"]
        return pages

    @property
    def entries(self) -> dict[str, tuple[str, Kind, str]]:
        """Entries that have a document: document name → id, kind, name."""
        entries: dict[str, tuple[str, Kind, str]] = self.data["entries"]
        return entries

    @property
    def links(self) -> dict[str, frozenset[str]]:
        """Document name → whatever its links may be called: names of documents, labels and objects."""
        links: dict[str, frozenset[str]] = self.data["links"]
        return links

    @property
    def labels(self) -> dict[str, Labels]:
        """Document name → the labels that it defines, even if another document defines them too."""
        labels: dict[str, Labels] = self.data["labels"]
        return labels

    def page(self, docname: str) -> Page:
        """The page of a document; created if it is new."""
        return self.pages.setdefault(docname, Page("page", ""))

    def add_problems(self, docname: str, problems: Iterable[Problem]) -> None:
        """Keep a document's problems until it is read again."""
        found = list(problems)
        if found:
            self.page(docname).problems.extend(p for p in found if p not in self.page(docname).problems)

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        for key in self.initial_data:
            self.data[key].pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over the data that a parallel reader found."""
        for key in self.initial_data:
            for docname in docnames:
                if docname in otherdata[key]:
                    self.data[key][docname] = otherdata[key][docname]

    def find(self, entry_id: str) -> tuple[str, Kind, str] | None:
        """The document, kind and name of an entry."""
        found = {kind: (doc, kind, name) for doc, (known, kind, name) in self.entries.items() if known == entry_id}
        return next((found[kind] for kind in Kind if kind in found), None)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> nodes.reference | None:
        """Turn a role into a link to its entry."""
        found = self.find(target)
        if found is None or (typ != "entry" and found[1].word != typ):
            return None
        docname, kind, name = found
        if not node.get("refexplicit"):
            contnode.clear()
            contnode += nodes.Text(name)
        contnode["classes"] += ["mention", str(kind)]
        return make_refnode(builder, fromdocname, docname, "", contnode, name)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: nodes.Element,
    ) -> list[tuple[str, nodes.reference]]:
        """Find an entry for `{any}`."""
        found = self.find(target)
        if found is None:
            return []
        ref = make_refnode(builder, fromdocname, found[0], "", contnode, found[2])
        return [(f"reader:{found[1].word}", ref)]

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """The entries, for `objects.inv` and the search."""
        for docname, (entry_id, kind, name) in sorted(self.entries.items()):
            yield entry_id, name, kind.word, docname, "", 1


def reader_domain(env: BuildEnvironment) -> ReaderDomain:
    """The domain of an environment."""
    domain = env.domains["reader"]
    assert isinstance(domain, ReaderDomain)
    return domain
