"""What pages show of each other, as values: computed after reading, from the domain and the glossary.

The same values make the pages and tell which pages are stale, so that the two cannot disagree.
"""

from __future__ import annotations

import bisect
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from course_reader.marks.domain import (
    Asked,
    CompareAsked,
    MapAsked,
    Marked,
    Page,
    PlacedNote,
    TimelineAsked,
    reader_domain,
)
from course_reader.model.article import Rights
from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Kind, Organisation, Person, happened
from course_reader.parts.compare import values as comparison
from course_reader.parts.for_class import values as for_class
from course_reader.parts.map import values as atlas
from course_reader.sphinx_ext.session import Session, session
from course_reader.views import chronology
from course_reader.views.contexts import contexts_of
from course_reader.views.glossing import choose
from course_reader.views.records import (
    ArticleView,
    Card,
    EntryView,
    GlossView,
    Happening,
    Link,
    Listed,
    MentionedIn,
    Named,
    Needed,
    PackView,
    SectionView,
    TimeItem,
    minutes,
)

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class Library:
    """Views of all pages; made once all documents are read."""

    def __init__(self, app: Sphinx) -> None:
        self.app = app
        self.session: Session = session(app)
        self.domain = reader_domain(app.env)
        self.glossary = self.session.glossary
        self._glosses: dict[tuple[str, date], GlossView] = {}
        self._article_views: dict[str, ArticleView] = {}
        self._entry_views: dict[str, EntryView] = {}

    @cached_property
    def articles(self) -> list[tuple[str, Page]]:
        """The articles in order of time, oldest first."""
        pages = [(name, page) for name, page in self.domain.pages.items() if page.article is not None]
        return sorted(pages, key=lambda item: (item[1].day or date.max, item[0]))

    @cached_property
    def _position(self) -> dict[str, int]:
        return {docname: index for index, (docname, _) in enumerate(self.articles)}

    @cached_property
    def _named_in(self) -> dict[str, list[tuple[str, Page]]]:
        """Entry → the pages that name it: articles in order of time, then chapters."""
        found: dict[str, list[tuple[str, Page]]] = {}
        chapters = sorted((n, p) for n, p in self.domain.pages.items() if p.kind == "chapter")
        for docname, page in [*self.articles, *chapters]:
            for entry in dict.fromkeys(m.entry for m in page.mentions):
                found.setdefault(entry, []).append((docname, page))
        return found

    @cached_property
    def dated_items(self) -> list[tuple[date, int, str, TimeItem]]:
        """Everything that has a date, in order."""
        items: list[tuple[date, int, str, TimeItem]] = []
        for file in self.glossary:
            when = happened(file.entry)
            docname = self.session.entry_docname(file.id)
            if when and self.has_page(docname):
                item = TimeItem(spell(when, short=True), file.entry.name, docname, "event")
                items.append((when.first, 0, file.id, item))
        for docname, page in self.articles:
            if page.article and page.article.date:
                item = TimeItem(spell(page.article.date, short=True), page.title, docname, "article")
                items.append((page.article.date.first, 1, docname, item))
        return sorted(items, key=lambda i: i[:3])

    def named(self) -> frozenset[str]:
        """The entries that at least one article or chapter names."""
        return frozenset(self._named_in)

    def dated(self) -> list[TimeItem]:
        """Events, agreements and articles that have a date, in order of time."""
        return [item for *_, item in self.dated_items]

    def has_page(self, docname: str) -> bool:
        """Whether there is a page of an entry under this name."""
        return docname in self.domain.entries

    def article_docname(self, slug: str) -> str:
        """The document of the article in a folder, whether it is there or not."""
        return f"{self.session.settings.corpus}/{slug}/article"

    def is_shown(self, page: Page) -> bool:
        """Whether the text of an article may be shown to the audience of this build."""
        rights = page.article.rights if page.article else None
        settings = self.session.settings
        return rights is None or settings.audience == "class" or rights.permits(settings.day)

    def rights_expired(self, page: Page) -> Rights | None:
        """The rights of an article, if its permission has run out."""
        rights = page.article.rights if page.article else None
        return rights if rights and rights.expired(self.session.settings.day) else None

    def gloss(self, entry_id: str, day: date | None) -> GlossView:
        """The gloss of an entry on a day; without a day, the latest."""
        entry, day = self.glossary[entry_id], day or date.max
        view = self._glosses.get((entry_id, day))
        if view is None:
            view = self._glosses[entry_id, day] = GlossView(
                entry_id,
                self.glossary.kind(entry_id),
                entry.name_at(day),
                entry.role_at(day) or "",
                entry.gloss_at(day) or "",
                self.session.entry_docname(entry_id),
            )
        return view

    def policy(self, page: Page) -> str:
        """How often entries are glossed on a page."""
        return page.gloss or self.session.settings.gloss

    def known(self, page: Page) -> list[Marked]:
        """The mentions whose entry is still there."""
        return [m for m in page.mentions if m.entry in self.glossary]

    def article(self, docname: str) -> ArticleView:
        """What the page of an article or chapter shows."""
        # To tell what is stale, then to write the page: each view is asked for several times.
        view = self._article_views.get(docname)
        if view is None:
            view = self._article_views[docname] = self._article(docname)
        return view

    def _article(self, docname: str) -> ArticleView:
        page = self.domain.pages[docname]
        mentions = self.known(page)
        glossed = choose(mentions, self.policy(page))  # type: ignore[arg-type]
        at = self._position.get(docname, -1)
        article = page.article
        keys = [key for later in article.what_happened_next for key in later.sources] if article else []
        return ArticleView(
            glossed=tuple((g, self.gloss(g.mention.entry, page.day)) for g in glossed),
            links=self._links(mentions),
            position=at + 1,
            of=len(self.articles) if at >= 0 else 0,
            previous=self._neighbour(at - 1) if at > 0 else None,
            following=self._neighbour(at + 1) if at >= 0 else None,
            timeline=self._timeline(docname, page),
            outlets=for_class.outlets(self, page),
            words=for_class.words(article, page) if article else (),
            answers=for_class.answers(self, article, page.day) if article else (),
            sources=self.session.sources.get(tuple(dict.fromkeys(keys))),
            background=self._background(article.background if article else ()),
            named=self._named(page, mentions) if article else (),
            notes=self._notes(page),
            shown=self.is_shown(page),
        )

    def _notes(self, page: Page) -> tuple[PlacedNote, ...]:
        for_class = self.session.settings.audience == "class"
        return tuple(note for note in page.notes if note.audience == "public" or for_class)

    def _named(self, page: Page, mentions: list[Marked]) -> tuple[Named, ...]:
        """The entries of a page in the order of their first mention."""
        where: dict[str, dict[int, str]] = {}
        for mark in mentions:
            numbers = where.setdefault(mark.entry, {})
            at = page.paragraph_at(mark.start)
            if at:
                numbers.setdefault(at.number, at.anchor)
        return tuple(Named(self.gloss(entry, page.day), tuple(at.items())) for entry, at in where.items())

    def _background(self, anchors: tuple[str, ...]) -> tuple[SectionView, ...]:
        """Sections of the background chapter."""
        labels = self.app.env.domains.standard_domain.labels
        found = [(labels[anchor], anchor) for anchor in anchors if anchor in labels]
        return tuple(self._section(docname, label, title, anchor) for (docname, label, title), anchor in found)

    def _section(self, docname: str, label: str, title: str, anchor: str) -> SectionView:
        page = self.domain.pages.get(docname)
        told = next((section for section in page.sections if section.anchor == anchor), None) if page else None
        return SectionView(docname, label, title, (told and told.years) or "", (told and told.short) or "")

    def sections(self, docname: str) -> tuple[SectionView, ...]:
        """The sections of a chapter that its front matter tells of."""
        return self._background(tuple(section.anchor for section in self.domain.pages[docname].sections))

    @cached_property
    def _needing(self) -> dict[str, tuple[list[Link], list[Link]]]:
        """Anchor → the articles, in order of time, and the entries, by name, that lead to it."""
        found: dict[str, tuple[list[Link], list[Link]]] = {}
        for docname, page in self.articles:
            for anchor in page.article.background if page.article else ():
                found.setdefault(anchor, ([], []))[0].append(Link(docname, page.title, _when(page)))
        for file in sorted(self.glossary, key=lambda f: f.entry.sort_key.casefold()):
            if self.has_page(docname := self.session.entry_docname(file.id)):
                for anchor in file.entry.background:
                    found.setdefault(anchor, ([], []))[1].append(Link(docname, file.entry.name))
        return found

    def needed(self, docname: str) -> tuple[Needed, ...]:
        """Who leads to the sections of a chapter; those that nobody needs are left out."""
        labels = self.app.env.domains.standard_domain.labels
        return tuple(
            Needed(labels[anchor][1], tuple(articles), tuple(entries))
            for anchor, (articles, entries) in self._needing.items()
            if anchor in labels and labels[anchor][0] == docname
        )

    def _links(self, mentions: list[Marked]) -> tuple[tuple[str, str, Kind], ...]:
        ids = sorted({m.entry for m in mentions})
        return tuple((i, self.session.entry_docname(i), self.glossary.kind(i)) for i in ids)

    def _neighbour(self, at: int) -> Link | None:
        if at >= len(self.articles):
            return None
        docname, page = self.articles[at]
        return Link(docname, page.title, _when(page))

    def _timeline(self, docname: str, page: Page) -> tuple[TimeItem, ...]:
        if page.article is None or page.article.date is None:
            return ()
        settings, dated = self.session.settings, self.dated_items
        here = bisect.bisect_left(dated, (page.article.date.first, 1, docname), key=lambda i: i[:3])
        before = [i[3] for i in dated[max(0, here - settings.time_before) : here]]
        own = TimeItem(spell(page.article.date, short=True), "This article", None, "now")
        after = [i[3] for i in dated[here + 1 : here + 1 + settings.time_after]]
        return (*before, own, *after)

    @cached_property
    def organisations(self) -> dict[str, str]:
        """The ids of organisations by their names in small letters."""
        names: dict[str, str] = {}
        for file in self.glossary:
            if isinstance(file.entry, Organisation):
                for name in (file.entry.name, *(a.name for a in file.entry.aliases if not a.metonym)):
                    names.setdefault(name.casefold(), file.id)
        return names

    def entry(self, docname: str) -> EntryView:
        """What the page of an entry shows."""
        view = self._entry_views.get(docname)
        if view is None:
            view = self._entry_views[docname] = self._entry(docname)
        return view

    def _entry(self, docname: str) -> EntryView:
        entry_id = docname.rsplit("/", 1)[1]
        if entry_id not in self.glossary:
            return EntryView((), (), (), (), ())
        entry = self.glossary[entry_id]
        mentioned = tuple(self._mentioned(entry_id, name, page) for name, page in self._named_in.get(entry_id, ()))
        see = tuple(Link(self.session.entry_docname(i), self.glossary[i].name) for i in entry.see if i in self.glossary)
        sources = self.session.sources.get(entry.cited())
        links = self._links(self.known(self.domain.page(docname)))
        return EntryView(mentioned, self._background(entry.background), see, sources, links)

    def _mentioned(self, entry_id: str, docname: str, page: Page) -> MentionedIn:
        marks = [m for m in page.mentions if m.entry == entry_id]
        contexts = contexts_of(page, marks) if self.is_shown(page) else ()
        return MentionedIn(Link(docname, page.title, _when(page)), contexts, len(marks))

    def cards(self) -> tuple[Card, ...]:
        """All articles, oldest first."""
        return tuple(self._card(docname, page) for docname, page in self.articles)

    def _card(self, docname: str, page: Page) -> Card:
        article = page.article
        assert article is not None
        named = dict.fromkeys(m.entry for m in self.known(page))
        people = tuple(self.glossary[i].name for i in named if isinstance(self.glossary[i], Person))
        outlet = " / ".join(filter(None, (article.agency, article.outlet)))
        return Card(docname, page.title, _when(page), outlet, people[:4], minutes(page))

    def pack(self, docname: str) -> PackView:
        """What the page of a pack shows: its articles in order, and how large its printed file is."""
        listed = self.app.env.toctree_includes.get(docname, [])
        pages = [(name, self.domain.pages[name]) for name in listed if name in self.domain.pages]
        name = docname.rsplit("/", 1)[1]
        path = Path(self.app.srcdir, self.session.settings.packs, f"{name}.pdf")
        size = path.stat().st_size if path.is_file() else 0
        return PackView(name, tuple(self._card(name, page) for name, page in pages if page.article), size)

    def listed(self, kind: str) -> tuple[Listed, ...]:
        """The entries of a kind, or all, as an A–Z list shows them."""
        files = [
            f for f in self.glossary if kind in ("all", f.kind) and self.has_page(self.session.entry_docname(f.id))
        ]
        return tuple(
            Listed(self.session.entry_docname(f.id), f.entry.sort_key, f.entry.name, self._short(f.id)) for f in files
        )

    def _short(self, entry_id: str) -> str:
        view = self.gloss(entry_id, None)
        return " ".join(filter(None, (view.role, view.text)))

    def _list(self, of: Asked) -> object:
        if isinstance(of, CompareAsked):
            return comparison.compare(self, of)
        if isinstance(of, TimelineAsked):
            return self.timeline(of)
        if isinstance(of, MapAsked):
            return (atlas.maps(self, of), self.session.settings.map_note)
        return self.cards() if of == "articles" else self.listed(of)

    def timeline(self, asked: TimelineAsked) -> tuple[Happening, ...]:
        """Events, agreements and articles that have a date, in order of time, as a timeline shows them."""
        return chronology.rows(self, asked)

    def shows(self, docname: str) -> object:
        """Everything that a page shows of other files; a page is stale when this has changed."""
        page = self.domain.pages.get(docname)
        if page is None:
            return None
        lists = tuple(self._list(of) for of in page.lists)
        if page.kind == "entry":
            entry_id = docname.rsplit("/", 1)[1]
            return (self.entry(docname), lists, entry_id in self.glossary)
        if page.kind == "chapter":
            return (self.article(docname), lists, self.needed(docname))
        if page.kind == "article":
            return (self.article(docname), lists)
        if page.kind == "pack":
            return self.pack(docname)
        return lists


def _when(page: Page) -> str:
    when: Edtf | None = page.article.date if page.article else None
    return spell(when) if when else ""


_KEY = "reader_library"


def library(app: Sphinx) -> Library:
    """The library of a run, made when it is first needed after reading."""
    current = app.__dict__.get(_KEY)
    if not isinstance(current, Library):
        current = app.__dict__[_KEY] = Library(app)
    return current


def forget(app: Sphinx) -> None:
    """Drop the library, because documents were read."""
    app.__dict__.pop(_KEY, None)
