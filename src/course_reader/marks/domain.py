"""What is known across documents: who is named where, and what each page shows of the others.

Everything is keyed by document name: clearing is one `pop`, merging one loop. What can be derived from it is
computed when it is needed (`course_reader.views.library`), never stored or merged.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.domains import Domain, ObjType
from sphinx.util.nodes import make_refnode

from course_reader.marks.roles import ROLES
from course_reader.model.article import Article, GlossPolicy, Section
from course_reader.model.dates import Edtf
from course_reader.model.entry import Kind
from course_reader.model.pack import Pack
from course_reader.model.problems import Problem
from course_reader.text.mention.index import OpenName

if TYPE_CHECKING:
    from sphinx.addnodes import pending_xref
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment


def sheet_docname(docname: str) -> str:
    """Where what is read before an article or a pack stands; no file is written for it."""
    folder, _, name = docname.rpartition("/")
    return f"{folder}/before" if name == "article" else f"{docname}-before"


@dataclass(frozen=True, slots=True)
class Marked:
    """One mention in a document; `start` and `end` count code points of the page's text."""

    entry: str
    start: int
    end: int
    #: number of the mention in its document, from 0
    group: int
    #: number of the block that the mention stands in, from 0
    block: int
    #: number of the section, from 0
    section: int


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph of a document."""

    number: int
    anchor: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph of running text, numbered or not; `start` and `end` count code points of the page's text."""

    start: int
    end: int
    line: int
    #: whether a source is cited in it, or in the paragraph that leads in the list it belongs to
    cited: bool
    #: the anchor of its section; "" above the first
    section: str


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note as it is shown: where it stands and what it says."""

    id: str
    layer: str
    layer_title: str
    by: str | None
    audience: str
    kind: str
    body: str
    language: str
    #: block that it stands beside; None for a note on the whole article and for a reply
    block: int | None
    #: the words that it is about, in code points of the page's text; None as for `block`
    span: tuple[int, int] | None
    #: the note that it answers
    in_reply_to: str | None


@dataclass(frozen=True, slots=True)
class TimelineAsked:
    """What a page asks of a timeline."""

    #: events, agreements or all
    kind: str = "all"
    #: only what touches the time between these two; None is open
    start: Edtf | None = None
    end: Edtf | None = None
    #: how many timelines stand above it on its page
    number: int = 0


@dataclass(frozen=True, slots=True)
class MapAsked:
    """What a page asks of a map."""

    #: ids of entries; empty for all places that have coordinates
    places: tuple[str, ...] = ()
    #: whose places, by the name of its folder; "" for none, `all` for a map of each
    article: str = ""
    #: south, west, north, east in degrees; None to find it from the places
    extent: tuple[float, float, float, float] | None = None
    #: whether places far from the others get a second map
    second: bool = True
    caption: str = ""
    #: full, text or small
    size: str = "full"
    #: how many maps stand above it on its page
    number: int = 0
    line: int = 0


@dataclass(frozen=True, slots=True)
class CompareAsked:
    """Two articles that a page compares, by the names of their folders."""

    slugs: tuple[str, str]
    #: the line of the directive
    line: int = 0
    #: only their titles, as the heads of the columns
    heads: bool = False


#: what a listing lists: "articles", a kind, a stretch of time, places, or two articles side by side
Asked = str | TimelineAsked | MapAsked | CompareAsked


@dataclass(slots=True)
class Page:
    """What one document gives to the others."""

    kind: str
    title: str
    #: the day that glosses are chosen for
    day: date | None = None
    gloss: GlossPolicy | None = None
    article: Article | None = None
    pack: Pack | None = None
    #: of a chapter: what its front matter says of its sections
    sections: tuple[Section, ...] = ()
    text: str = ""
    paragraphs: tuple[Paragraph, ...] = ()
    prose: tuple[Prose, ...] = ()
    mentions: tuple[Marked, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    #: files of notes, by path and the mark of their content
    note_files: tuple[str, ...] = ()
    #: what its listings list
    lists: tuple[Asked, ...] = ()
    #: names that were found but not linked
    unlinked: tuple[OpenName, ...] = ()
    #: stretches that are not searched for names
    skip: tuple[tuple[int, int], ...] = ()
    words: int = 0
    problems: list[Problem] = field(default_factory=list)

    def paragraph_at(self, offset: int) -> Paragraph | None:
        """The numbered paragraph that holds a character; paragraphs are in order and do not overlap."""
        at = bisect_right(self.paragraphs, offset, key=lambda p: p.start) - 1
        return self.paragraphs[at] if at >= 0 and offset < self.paragraphs[at].end else None


class ReaderDomain(Domain):
    """Entries as objects, and the pages by document name."""

    name = "reader"
    label = "Course reader"
    object_types: ClassVar = {kind.word: ObjType(kind.word, kind.word, "entry") for kind in Kind}
    roles: ClassVar = ROLES
    initial_data: ClassVar = {"pages": {}, "entries": {}}
    #: 2: pages know their prose; 3: and their sections
    data_version = 3

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

    def page(self, docname: str) -> Page:
        """The page of a document; made if it is new."""
        return self.pages.setdefault(docname, Page("page", ""))

    def add_problems(self, docname: str, problems: Iterable[Problem]) -> None:
        """Keep what is wrong with a document until it is read again."""
        found = list(problems)
        if found:
            self.page(docname).problems.extend(p for p in found if p not in self.page(docname).problems)

    def clear_doc(self, docname: str) -> None:
        """Forget a document."""
        self.pages.pop(docname, None)
        self.entries.pop(docname, None)

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what a parallel reader found."""
        for key in ("pages", "entries"):
            for docname in docnames:
                if docname in otherdata[key]:
                    self.data[key][docname] = otherdata[key][docname]

    def find(self, entry_id: str) -> tuple[str, Kind, str] | None:
        """The document, kind and name of an entry."""
        for kind in Kind:
            docname = f"{self.env.config.reader_glossary}/{kind}/{entry_id}"
            if docname in self.entries:
                return docname, kind, self.entries[docname][2]
        return None

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
        """Turn a role into a link to its entry, or to the sheet of an article or pack."""
        if typ == "sheet":
            return self._sheet(fromdocname, builder, target, node, contnode)
        found = self.find(target)
        if found is None or (typ != "entry" and found[1].word != typ):
            return None
        docname, kind, name = found
        if not node.get("refexplicit"):
            contnode.clear()
            contnode += nodes.Text(name)
        contnode["classes"] += ["mention", str(kind)]
        return make_refnode(builder, fromdocname, docname, "", contnode, name)

    def _sheet(
        self, fromdocname: str, builder: Builder, target: str, node: pending_xref, contnode: nodes.Element
    ) -> nodes.reference | None:
        """A link to what is read before an article or a pack; where that has no page, to the article or pack."""
        corpus = self.env.config.reader_corpus
        places = [f"{corpus}/{target}/article", f"{corpus}/packs/{target}"]
        docname = next((place for place in places if place in self.pages), None)
        if docname is None:
            return None
        if not node.get("refexplicit"):
            contnode.clear()
            contnode += nodes.Text(self.pages[docname].title)
        has_page = builder.format == "html" and builder.name != "epub"
        return make_refnode(builder, fromdocname, sheet_docname(docname) if has_page else docname, "", contnode)

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
