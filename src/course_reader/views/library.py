"""The reader as values: its articles, its glossary, and the data that its pages show of each other.

Computed once all documents are read. Pages are made from these values, and the same values decide which pages are
stale, so the two cannot disagree.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property, wraps
from typing import Any, TypeVar

from course_reader.marks.records import Marked, Page, PlacedNote
from course_reader.marks.session import Session
from course_reader.marks.withhold import stub_of
from course_reader.model.article import Rights
from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Entry, Kind, happened
from course_reader.model.level import Level
from course_reader.model.outputs import includes
from course_reader.views.documents import Documents
from course_reader.views.glossing import Glossed, choose
from course_reader.views.needs import facts_of
from course_reader.views.ranking import rank
from course_reader.views.records import GlossView, Link, TextView
from course_reader.views.senses import gloss_in_place
from course_reader.views.sources import Sources

V = TypeVar("V")


class Library:
    """The data of all pages; it favours no page, and nothing calls back into it."""

    def __init__(
        self,
        pages: Mapping[str, Page],
        entries: Mapping[str, tuple[str, Kind, str]],
        session: Session,
        documents: Documents,
        sources: Sources,
    ) -> None:
        self.pages = pages
        #: entries that have a document: document → id, kind, name
        self.entries = entries
        self.session = session
        self.settings = session.settings
        self.glossary = session.glossary
        self.documents = documents
        self.sources = sources
        self._glosses: dict[tuple[str, date], GlossView] = {}
        self._texts: dict[str, TextView] = {}
        #: values that are computed only once, although both staleness and pages need them
        self._kept: dict[Any, Any] = {}

    @cached_property
    def articles(self) -> list[tuple[str, Page]]:
        """The articles in chronological order."""
        pages = [(name, page) for name, page in self.pages.items() if page.kind == "article"]
        return sorted(pages, key=lambda item: (item[1].day or date.max, item[0]))

    @cached_property
    def levels(self) -> dict[str, dict[str, str]]:
        """Article → its texts at other levels: level → document, from easy to hard."""
        found: dict[str, dict[str, str]] = {}
        for docname, page in sorted(self.pages.items(), key=lambda item: item[1].level):
            article = article_of(docname, page)
            if page.level and article in self.pages:
                found.setdefault(article, {})[page.level] = docname
        return found

    @cached_property
    def named_in(self) -> dict[str, list[tuple[str, Page]]]:
        """Entry → the pages that name it: articles in chronological order, then chapters."""
        found: dict[str, list[tuple[str, Page]]] = {}
        chapters = sorted((n, p) for n, p in self.pages.items() if p.kind == "chapter")
        for docname, page in [*self.articles, *chapters]:
            for entry in dict.fromkeys(m.entry for m in page.mentions):
                found.setdefault(entry, []).append((docname, page))
        return found

    @cached_property
    def slugs(self) -> list[str]:
        """The folders of the articles in chronological order."""
        return [slug_of(docname) for docname, _ in self.articles]

    def has_page(self, docname: str) -> bool:
        """Whether an entry has a page under this name."""
        return docname in self.entries

    def entry_docname(self, entry_id: str) -> str:
        """The document of an existing entry."""
        return self.session.entry_docname(entry_id)

    def article_docname(self, slug: str) -> str:
        """The document of the article in a folder, whether it exists or not."""
        return f"{self.settings.corpus}/{slug}/article"

    def is_shown(self, page: Page) -> bool:
        """Whether the text of an article may be shown to the audience of this build."""
        if page.withheld:
            return False
        return not self.settings.is_public or page.access.is_public(self.settings.day)

    def rights_expired(self, page: Page) -> Rights | None:
        """The rights of an article, if its permission has expired."""
        rights = page.article.rights if page.article else None
        return rights if rights and rights.expired(self.settings.day) else None

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
                self.entry_docname(entry_id),
                *_when(entry, day),
                disputed=str(entry.disputed or ""),
            )
        return view

    def gloss_here(self, page: Page, mark: Marked) -> GlossView:
        """The gloss of a mention: of its entry on the day of the page, in the sense that it has here."""
        entry, view = self.glossary[mark.entry], self.gloss(mark.entry, page.day)
        return gloss_in_place(view, entry, page, mark, self.glossary)

    def policy(self, page: Page) -> str:
        """How often entries are glossed on a page."""
        return page.gloss or self.settings.gloss

    def known(self, page: Page) -> list[Marked]:
        """The mentions whose entry still exists."""
        return [m for m in page.mentions if m.entry in self.glossary]

    def text(self, docname: str) -> TextView:
        """The links, glosses and notes in and beside the text of a document."""
        # Each view is requested several times: to find stale pages, then to write them.
        view = self._texts.get(docname)
        if view is None:
            view = self._texts[docname] = self._text(self.pages[docname])
        return view

    def _text(self, page: Page) -> TextView:
        mentions = self.known(page)
        glossed = choose(mentions, self.policy(page)) if page.kind != "entry" else []  # type: ignore[arg-type]
        ids = sorted({m.entry for m in mentions})
        return TextView(
            glossed=tuple(self.ranked(page, glossed)),
            links=tuple((i, self.entry_docname(i), self.glossary.kind(i)) for i in ids),
            notes=self.notes(page),
            shown=self.is_shown(page),
            margin=self.settings.shown,
        )

    def ranked(
        self, page: Page, glossed: Iterable[Glossed], explained: Collection[str] = ()
    ) -> list[tuple[Glossed, GlossView]]:
        """Glosses of a page, each with the decision on how prominent it is.

        Args:
            page: An article or a chapter.
            glossed: Its glosses in the order of its text.
            explained: Entries that an earlier text of the same pack has in its margin.
        """
        views = [(chosen, self.gloss_here(page, chosen.mention)) for chosen in glossed]
        facts = facts_of(page, self.known(page), views, self.glossary, explained)
        level = Level[page.level] if page.level else self.settings.reading_level
        decided = rank(facts, page.words, level)
        return [(replace(g, ranked=ranked), view) for (g, view), ranked in zip(views, decided, strict=True)]

    def notes(self, page: Page) -> tuple[PlacedNote, ...]:
        """The notes on a page that this audience may see."""
        return tuple(note for note in page.notes if includes(self.settings.audience, note.audience))

    def once(self, function: Callable[..., V], *arguments: Any) -> V:
        """Call a pure function only once with these arguments, and keep its value with this library."""
        key = (function, arguments)
        if key not in self._kept:
            self._kept[key] = function(*arguments)
        value: V = self._kept[key]
        return value

    def withholding(self, docnames: Collection[str]) -> Library:
        """The same reader, in which some texts may not be shown."""
        if not docnames:
            return self
        pages = {name: stub_of(page) if name in docnames else page for name, page in self.pages.items()}
        return Library(pages, self.entries, self.session, self.documents, self.sources)

    def at_level(self, level: str | None) -> Library:
        """The same reader, in which articles have their text at a level, where there is one."""
        found = {article: texts[level] for article, texts in self.levels.items() if level in texts}
        if not found:
            return self
        pages = dict(self.pages) | {name: replace(self.pages[text], kind="article") for name, text in found.items()}
        return Library(pages, self.entries, self.session, self.documents, self.sources)

    def link(self, docname: str) -> Link:
        """A link to an article or chapter, with its date."""
        page = self.pages[docname]
        return Link(docname, page.title, when_printed(page))


def _when(entry: Entry, day: date) -> tuple[str, str, str]:
    """The days of an event or agreement, if it had happened or begun on a day, and the same in words."""
    when = happened(entry)
    if when is None or when.first > day:
        return "", "", ""
    end: Edtf | None = getattr(entry, "end", None)
    last = max(when.last, end.last) if end else when.last
    words = spell(when, short=True)
    return str(when.first), str(min(last, day)), words if end is None else f"from {words}"


def when_printed(page: Page) -> str:
    """The date of an article in words; "" if there is none."""
    when = page.article.date if page.article else None
    return spell(when) if when else ""


def article_of(docname: str, page: Page) -> str:
    """The document of the article that a text belongs to: the text itself, unless it is one at another level."""
    return docname.rpartition("/")[0] + "/article" if page.level else docname


def slug_of(docname: str) -> str:
    """The folder of an article, by its document."""
    folders = docname.split("/")
    return folders[-2] if len(folders) > 1 else docname


def once(function: Callable[[Library], V]) -> Callable[[Library], V]:
    """Compute a value of the whole reader once for each library."""

    @wraps(function)
    def kept(library: Library) -> V:
        return library.once(function, library)

    return kept
