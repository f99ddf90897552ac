"""The transforms that Sphinx runs on each document: mark it when it is read, fill it when it is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, ClassVar

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms import SphinxTransform
from sphinx.transforms.post_transforms import SphinxPostTransform
from sphinx.util import docname_join

from course_reader.marks.domain import reader_domain
from course_reader.marks.front import PageKind, front_of, page_kind
from course_reader.marks.marking import Marking
from course_reader.marks.nodes import listing, mention, noted
from course_reader.marks.text_map import unwrap
from course_reader.marks.withhold import forget
from course_reader.pages.languages import spoken
from course_reader.pages.markup import Linker, a, as_nodes, box, page_part
from course_reader.pages.nodes import aside, part
from course_reader.pages.safe_links import SafeLinks, drop_dead_links
from course_reader.pages.text import NOT_SHOWN, fill_text
from course_reader.pages.text_links import link_words
from course_reader.parts.part import Below
from course_reader.parts.registry import Parts
from course_reader.speech import say
from course_reader.sphinx_ext.faults import contained
from course_reader.sphinx_ext.run_state import app_of, library_of, parts_of, session, session_of
from course_reader.views.at import At

#: from how many parts on the space below a text has a table of contents
_WITH_CONTENTS = 3


class MarkPage(SphinxTransform):
    """Mark a document. Marks hold ids only; their content is decided when pages are written.

    720: MyST's last transform runs at 700 and Sphinx's smart quotes at 750, so ids are final and the text is still
    as its author typed it.
    """

    default_priority: ClassVar[int] = 720

    def apply(self, **kwargs: object) -> None:
        """Mark one document."""
        front = front_of(self.env)
        if front is None or front.kind is PageKind.PAGE:
            return
        if front.kind is PageKind.PACK:
            page = reader_domain(self.env).page(self.env.docname)
            page.kind, page.pack, page.own = str(front.kind), front.pack, front.own
            page.title = next((t.astext() for t in self.document.findall(nodes.title)), self.env.docname)
            return
        Marking(self.document, self.env.docname, front, session_of(self.env), self.env).run()
        if reader_domain(self.env).page(self.env.docname).withheld:
            forget(self.env, self.env.docname)


class SettleLinks(SphinxTransform):
    """Check the addresses of a document before anything is made of it.

    Just before `MarkPage`, which maps the text that remains.
    """

    default_priority: ClassVar[int] = MarkPage.default_priority - 1

    def apply(self, **kwargs: object) -> None:
        """Check one document."""
        docname = self.env.docname
        path = self.env.doc2path(docname, base=False).as_posix()
        links = SafeLinks(docname, path, Path(self.env.srcdir))
        reader_domain(self.env).add_problems(docname, links.settle(self.document))


class DropDeadLinks(SphinxPostTransform):
    """Check the links that were made for writing, in every format.

    900: all references have been resolved; the transforms of Sphinx end before.
    """

    default_priority: ClassVar[int] = 900

    def run(self, **kwargs: object) -> None:
        """Check one page."""
        if app_of(self.env).builder.format != "typst":
            drop_dead_links(self.document, self.env.docname.count("/"))


class LinkToArticle(SphinxPostTransform):
    """Let links to a text at another level lead to its article where the build leaves that text out.

    7: MyST resolves references at 9, Sphinx at 10.
    """

    default_priority: ClassVar[int] = 7

    def run(self, **kwargs: object) -> None:
        """Change the links of one page."""
        settings = session(app_of(self.env)).settings
        for node in self.document.findall(addnodes.pending_xref):
            if node["reftype"] not in ("myst", "doc"):
                continue
            docname = docname_join(node.get("refdoc", self.env.docname), node["reftarget"]).removeprefix("/")
            docname = docname.removesuffix(".md")
            article = docname.rpartition("/")[0] + "/article"
            is_left_out = docname not in self.env.all_docs and article in self.env.all_docs
            if is_left_out and page_kind(docname, settings) is PageKind.LEVEL:
                node["reftarget"] = f"/{article}"
                if node["reftype"] == "myst":
                    node["reftarget"], node["refdomain"], node["reftargetid"] = article, "doc", None


class FillPage(SphinxPostTransform):
    """Fill a page: its marks, its listings, and the content around and below its text.

    8: Sphinx resolves references at 10, including those added here.
    """

    default_priority: ClassVar[int] = 8
    formats = ("html",)

    def run(self, **kwargs: object) -> None:
        """Fill one page."""
        docname, app = self.env.docname, app_of(self.env)
        if docname in reader_domain(self.env).pages:
            at, links = At(library_of(app), docname), Linker(app.builder, docname)
            fill(self.document, at, links, parts_of(app), lambda what: contained(app, docname, what))


class PlainPage(SphinxPostTransform):
    """For formats without our nodes: marks become plain words, listings become lists.

    8, like `FillPage`, whose place it takes.
    """

    default_priority: ClassVar[int] = 8

    def is_supported(self) -> bool:
        """Whether the format is one that is not filled."""
        return app_of(self.env).builder.format not in ("html", "typst")

    def run(self, **kwargs: object) -> None:
        """Leave only nodes that every builder supports."""
        app = app_of(self.env)
        library, parts = library_of(app), parts_of(app)
        for node in list(self.document.findall(listing)):
            place = parts.listing(node["of"])
            node.replace_self(place.plain(library.once(place.values, library, node["of"]), node["of"]))
        page = library.pages.get(self.env.docname)
        section = next(self.document.findall(nodes.section), None)
        if page and section is not None and not library.is_shown(page):
            section += nodes.paragraph("", NOT_SHOWN)
        unwrap(self.document, (mention, noted))


def fill(
    document: nodes.document,
    at: At,
    links: Linker,
    parts: Parts,
    contained: Callable[[str], AbstractContextManager[None]],
) -> None:
    """Fill a page: its listings, its text, and the content around and below it.

    `contained` turns an exception in one part into a problem, so that the others are shown.
    """
    library, page = at.library, at.page
    for node in list(document.findall(listing)):
        found: list[nodes.Node] = []
        with contained("a list on this page"):
            place = parts.listing(node["of"])
            found = place.page(library.once(place.values, library, node["of"]), node["of"], at, links)
        node.replace_self(found)
    owner = parts.page_of(page.kind)
    if owner is None:
        return
    value, is_hidden = at.once(owner.values), owner.stub is not None and not library.is_shown(page)
    if owner.stub is not None and is_hidden:
        owner.stub(document, value, at, links)
    elif page.pack is None:
        if page.article is not None and not links.is_book:
            for each in parts:
                if each.in_text:
                    with contained("words of this text"):
                        link_words(document, each.in_text(at))
        fill_text(document, library.text(at.docname), links, has_numbers=bool(page.paragraphs))
    owner.fill(document, value, at, links)
    section = next(document.findall(nodes.section), None)
    if section is not None:
        _put_all_below(section, parts.below(page.kind), at, links, contained)
    if page.article is not None:
        ours = spoken(links.builder.config.language or "en", page.article.language)
        for beside in [*document.findall(aside), *document.findall(part)] if ours else ():
            beside["spoken"] = ours


def _put_all_below(
    section: nodes.section,
    parts: Iterable[Below[Any]],
    at: At,
    links: Linker,
    contained: Callable[[str], AbstractContextManager[None]],
) -> None:
    """Put the parts of a page below its text; those of an article have a small table of contents beside them."""
    found: list[nodes.Node] = []
    headings: list[tuple[str, str]] = []
    for below in parts:
        with contained(f"“{below.heading or below.anchor or 'a part'}” on this page"):
            nodes_below = _below(below, at, links)
            found += nodes_below
            headings += [(below.anchor, below.heading)] if nodes_below and below.heading else []
    if at.page.article is None or links.is_book or len(headings) < _WITH_CONTENTS:
        section += found
        return
    items = [box("li", a(f"#{anchor}", say(heading))) for anchor, heading in headings]
    contents = box("nav", box("ul", *items), classes=("reader-contents", "no-search"), aria_label=say("After the text"))
    section += nodes.container("", *as_nodes(contents), *found, classes=["reader-after"])


def _below(below: Below[Any], at: At, links: Linker) -> list[nodes.Node]:
    value = at.once(below.values)
    if not value:
        return []
    content = below.page(value, links)
    if not below.heading:
        return as_nodes(*content)
    closed = below.closed and not links.is_book
    return [page_part(below.anchor, say(below.heading), *content, classes=below.classes, closed=closed)]
