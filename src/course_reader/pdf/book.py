"""A pack as one book: its parts in order, each as plain data for the template."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import groupby
from typing import TYPE_CHECKING

from docutils import nodes

from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.model.entry import Kind, Person
from course_reader.model.pack import Pack
from course_reader.pdf.content import Content, Item, language_runs, walk, without_empty_sections
from course_reader.pdf.tree import Tree
from course_reader.sphinx_ext.domain import Marked, Page, PlacedNote
from course_reader.sphinx_ext.glossing import choose
from course_reader.sphinx_ext.library import Library, minutes
from course_reader.sphinx_ext.listings import sort_key
from course_reader.sphinx_ext.margin import note_body
from course_reader.sphinx_ext.nodes import mention, noted

if TYPE_CHECKING:
    from course_reader.sphinx_ext.sources import SourceView

#: A doctree of a document, with everything in it resolved.
Resolve = Callable[[str], nodes.document]

#: what fits above a page
RUNNING_WORDS, RUNNING_LETTERS = 6, 46

_NOTE_WORDS = {"comment": "Comment", "question": "Question", "correction": "Correction", "context": "Context"}


@dataclass
class Book:
    """One pack, taken together."""

    docname: str
    title: str
    pack: Pack
    #: the documents of its articles, in order
    articles: list[str]
    shelf: Library
    resolve: Resolve
    unknown: Callable[[nodes.Node, str], None]
    pictures: dict[str, str] = field(default_factory=dict)
    #: ids of notes and glosses that have to be in print
    expected: list[str] = field(default_factory=list)
    #: articles whose text may not be printed
    withheld: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.glossed: set[str] = set()
        self.labels: set[str] = set()
        self.mentions: dict[str, list[str]] = {}
        known = self.shelf.session.sources.views if "sources" in self.pack.parts else {}
        self.sources = frozenset(known)
        self.cited: dict[str, None] = {}

    def data(self, intro: Content) -> Item:
        """Everything the template is given."""
        makers: dict[str, Callable[[], list[Item]]] = {
            "title": lambda: [self._title(intro)],
            "contents": lambda: [{"t": "contents"}],
            "people": self._people,
            "articles": self._articles,
            "background": self._background,
            "timeline": self._timeline,
            "glossary": self._glossary,
            "sources": self._sources,
            "index": self._index,
            "rights": self._rights,
        }
        wanted = [part for part in self.pack.parts if part in makers]
        # Texts first: glossary, sources and index hold what they name.
        made = {part: makers[part]() for part in sorted(wanted, key=lambda p: p not in ("articles", "background"))}
        parts = [item for part in wanted for item in made[part]]
        self.labels |= {item["label"] for item in walk(parts) if item.get("label")}
        self.labels |= {item["id"] for item in walk(parts) if item.get("t") == "mention"}
        _number_firsts(parts)
        for item in walk(parts):
            if item.get("t") == "cite":
                item |= {"n": self.numbers[item["key"]], "to": f"source:{item['key']}"}
        return {"meta": self._meta(), "parts": parts, "labels": sorted(self.labels)}

    def _meta(self) -> Item:
        config = self.shelf.app.config
        return {
            "title": self.title,
            "running": running(self.title),
            "subtitle": self.pack.subtitle or "",
            "author": self.pack.instructor or config.author or "",
            "keywords": [self.shelf.glossary[entry].name for entry in sorted(self.mentions)][:20],
            "paper": self.pack.paper,
            "sides": self.pack.sides,
            "language": (config.language or "en").split("_")[0],
            "region": "GB",
        }

    # --- parts

    def _title(self, intro: Content) -> Item:
        rows = [row for row in (self.pack.course, self.pack.instructor, self.pack.term) if row]
        return {"t": "title", "c": intro, "rows": rows}

    def _articles(self) -> list[Item]:
        return [self._article(docname, at) for at, docname in enumerate(self.articles, start=1)]

    def _article(self, docname: str, at: int) -> Item:
        page = self.shelf.domain.pages[docname]
        article = page.article
        assert article is not None
        head: Item = {
            "label": docname,
            "title": page.title,
            "running": running(page.title),
            "kicker": f"Reading {at} of {len(self.articles)}",
            "source": _head(article, page),
        }
        if not self._may_print(page):
            self.withheld.append(docname)
            return head | self._stub(page, article)
        content = self._text(docname, page)
        notes = [self._note(note, docname) for note in self._notes(page) if note.block is None]
        return head | {
            "t": "article",
            "caption": self._plain(
                article.caption + (f" ({article.credit})" if article.credit else "") if article.caption else ""
            ),
            "c": content,
            "notes": notes,
            "questions": _questions(article),
            "next": [_date(spell(later.date, short=True), later.text) for later in article.what_happened_next],
            "about": self._about(docname, article),
        }

    def _may_print(self, page: Page) -> bool:
        rights = page.article.rights if page.article else None
        if rights is None:
            return True
        settings = self.shelf.session.settings
        day = self.pack.until.last if self.pack.until else settings.day
        if rights.expired(day):
            return False
        return settings.audience == "class" or rights.permits(day)

    def _stub(self, page: Page, article: Article) -> Item:
        address = article.url or (article.adapted_from.url if article.adapted_from else None)
        words: Content = ["The text of this article is not printed here, because the right to copy it was not given."]
        if address:
            words += [" It can be read at ", {"t": "url", "to": address, "c": [address]}, "."]
        rows = []
        for entry in dict.fromkeys(m.entry for m in self.shelf.known(page)):
            view = self.shelf.gloss(entry, page.day)
            rows.append({"name": view.name, "text": " ".join(filter(None, (view.role, view.text)))})
        return {"t": "stub", "c": words, "rows": rows}

    def _text(self, docname: str, page: Page) -> Content:
        """The text of an article or chapter, with its glosses and notes."""
        document = self.resolve(docname)
        tree = Tree(
            docname, self._glosses(docname, page), {n.id: self._note(n, docname) for n in self._notes(page)},
            unknown=lambda node: self.unknown(node, docname), labels=self.labels, pictures=self.pictures,
            sources=self.sources,
        )  # fmt: skip
        self.expected += [g["id"] for g in tree.glosses.values()]
        self.expected += [tree.notes[n.id]["id"] for n in self._notes(page) if n.block is not None]
        tree.prepare(document, mention, noted)
        for mark in self.shelf.known(page):
            self.mentions.setdefault(mark.entry, []).append(f"{docname}@{mark.group}")
        content = without_empty_sections(tree.blocks(text_children(document), 2))
        self.cited |= dict.fromkeys(item["key"] for item in walk(content) if item.get("t") == "cite")
        return content

    def _glosses(self, docname: str, page: Page) -> dict[int, Item]:
        mentions = self.shelf.known(page)
        if self.pack.gloss == "pack":
            mentions = [m for m in mentions if m.entry not in self.glossed]
        policy = self.shelf.policy(page)
        chosen = choose(mentions, "first" if self.pack.gloss == "pack" else policy)  # type: ignore[arg-type]
        self.glossed |= {g.mention.entry for g in chosen}
        return {g.mention.group: self._gloss(g.mention, docname, page) for g in chosen}

    def _gloss(self, mark: Marked, docname: str, page: Page) -> Item:
        view = self.shelf.gloss(mark.entry, page.day)
        return {
            "id": f"n:{docname}@{mark.group}",
            "kind-class": str(view.kind),
            "kind": view.kind.word,
            "name": view.name,
            "language": "en",
            "role": view.role,
            "text": view.text,
            "to": view.docname,
        }

    def _notes(self, page: Page) -> list[PlacedNote]:
        for_class = self.shelf.session.settings.audience == "class"
        shown = [n for n in page.notes if n.audience == "public" or for_class]
        return [n for n in shown if self.pack.layers is None or n.layer in self.pack.layers]

    def _note(self, note: PlacedNote, docname: str) -> Item:
        body = Tree(docname, unknown=lambda node: self.unknown(node, docname))
        content = body.blocks(note_body(note.body), 3)
        # In a note of a few lines paragraphs are only breaks.
        inline: Content = []
        for index, block in enumerate(content):
            inline += [{"t": "break"}] * bool(index) + (block["c"] if block["t"] == "par" else [block])
        return {"id": f"n:{docname}@{note.id}", "label": _NOTE_WORDS[note.kind], "c": inline, "by": note.layer_title}

    def _about(self, docname: str, article: Article) -> Content:
        rows: Content = []
        for outlet in self.shelf.article(docname).outlets:
            rows.append([{"t": "strong", "c": [outlet.name]}, ". " + outlet.text])
        rights = article.rights
        if rights and rights.terms:
            rows.append([rights.terms])
        address = article.url or (article.adapted_from.url if article.adapted_from else None)
        if address:
            rows.append(["Original: ", {"t": "url", "to": address, "c": [address]}])
        return rows

    def _background(self) -> list[Item]:
        docname = self.shelf.session.settings.background
        page = self.shelf.domain.pages.get(docname)
        if page is None:
            return []
        content = self._text(docname, page)
        for block in content:
            # A chapter is no article: nobody cites its paragraphs by number.
            block |= {"n": None} if block["t"] in ("par", "ul", "ol") else {}
        return [{"t": "chapter", "label": docname, "title": page.title, "running": running(page.title), "c": content}]

    def _people(self) -> list[Item]:
        rows = []
        days = [(self.shelf.domain.pages[d].day, self.shelf.domain.pages[d]) for d in self.articles]
        named = dict.fromkeys(m.entry for _, page in days for m in self.shelf.known(page))
        for entry in sorted(named, key=lambda i: sort_key(self.shelf.glossary[i].sort_key)):
            person = self.shelf.glossary[entry]
            if not isinstance(person, Person):
                continue
            views = [self.shelf.gloss(entry, day) for day, page in days if any(m.entry == entry for m in page.mentions)]
            roles = list(dict.fromkeys(v.role for v in views if v.role))
            text = " ".join([*roles, views[-1].text])
            rows.append({"name": views[0].name, "text": text, "to": views[0].docname})
        if not rows:
            return []
        return [{"t": "people", "title": "People you will meet", "label": "part:people", "rows": rows}]

    def _timeline(self) -> list[Item]:
        rows = []
        for item in self.shelf.dated():
            if item.kind == "article" and item.docname not in self.articles:
                continue
            now = item.kind == "article"
            label = item.docname if now else None
            rows.append(_date(item.when, f"Reading: {item.text}" if now else item.text, label, now=now))
        return [{"t": "timeline", "title": "Timeline", "label": "part:timeline", "rows": rows}] if rows else []

    def _glossary(self) -> list[Item]:
        files = [self.shelf.glossary.files[i] for i in self.mentions]
        kinds = []
        order = {kind: at for at, kind in enumerate(Kind)}
        files.sort(key=lambda f: (order[f.kind], sort_key(f.entry.sort_key)))
        for kind, group in groupby(files, key=lambda f: f.kind):
            entries = [self._entry(file.id) for file in group]
            kinds.append({"title": kind.capitalize(), "entries": entries})
        return [{"t": "glossary", "title": "Glossary", "label": "part:glossary", "kinds": kinds}] if kinds else []

    def _entry(self, entry_id: str) -> Item:
        entry, docname = self.shelf.glossary[entry_id], self.shelf.session.entry_docname(entry_id)
        names = [{"lang": tag, "text": text} for tag, texts in entry.names.items() for text in texts]
        content: Content = []
        if docname in self.shelf.domain.entries:
            document = self.resolve(docname)
            tree = Tree(docname, unknown=lambda node: self.unknown(node, docname), pictures=self.pictures)
            tree.prepare(document, mention, noted)
            content = tree.blocks(text_children(document), 3)
            for item in walk(content):
                # Prose of the glossary is not a place where an entry is met.
                if item.get("t") == "mention":
                    words = item["c"]
                    item.clear()
                    item |= {"t": "plain", "c": words}
        return {
            "label": docname, "name": entry.name, "names": names, "c": content,
            "mentions": self.mentions.get(entry_id, []),
        }  # fmt: skip

    def _sources(self) -> list[Item]:
        keys = dict(self.cited)
        for entry in self.mentions:
            keys |= dict.fromkeys(self.shelf.glossary[entry].cited())
        for docname in self.articles:
            article = self.shelf.domain.pages[docname].article
            keys |= dict.fromkeys(k for later in (article.what_happened_next if article else ()) for k in later.sources)
        views = sorted(self.shelf.session.sources.get(tuple(keys)), key=lambda s: sort_key(f"{s.author} {s.title}"))
        self.numbers = {view.key: at for at, view in enumerate(views, start=1)}
        rows = [
            {"label": f"source:{view.key}", "n": at, "c": source_words(view)} for at, view in enumerate(views, start=1)
        ]
        return [{"t": "sources", "title": "Sources", "label": "part:sources", "rows": rows}] if rows else []

    def _index(self) -> list[Item]:
        rows: list[Item] = []
        for entry_id, places in self.mentions.items():
            entry = self.shelf.glossary[entry_id]
            rows.append({"name": entry.sort_key, "lang": "en", "see": None, "mentions": places})
            rows += [
                {"name": alias.name, "lang": "en", "see": entry.sort_key, "mentions": []}
                for alias in entry.aliases
                if not alias.metonym and alias.name.split()[0] not in entry.name
            ]
        rows.sort(key=lambda row: sort_key(str(row["name"])))
        return [{"t": "index", "title": "Index", "label": "part:index", "rows": rows}] if rows else []

    def _rights(self) -> list[Item]:
        rows: Content = []
        for docname in self.articles:
            page = self.shelf.domain.pages[docname]
            article = page.article
            assert article is not None
            rows.append(_credit(article, page, docname in self.withheld))
        config = self.shelf.app.config
        holder = config.copyright if isinstance(config.copyright, str) else ", ".join(config.copyright or ())
        rows.append([f"{config.project}." + (f" © {holder}." if holder else "")])
        return [{"t": "rights", "title": "Rights and credits", "label": "part:rights", "rows": rows}]

    @staticmethod
    def _plain(text: str) -> Content:
        return list(language_runs(text))


def text_children(document: nodes.document) -> list[nodes.Node]:
    """What stands below the title of a document; footnotes stand behind its section."""
    found: list[nodes.Node] = []
    for child in document.children:
        inner = child.children if isinstance(child, nodes.section) else [child]
        found += [c for c in inner if not isinstance(c, nodes.title)]
    return found


def running(title: str) -> str:
    """A title as it stands above a page: its beginning, if it is long."""
    words = title.split()
    kept = words[:RUNNING_WORDS]
    while len(kept) > 1 and len(" ".join(kept)) > RUNNING_LETTERS:
        kept.pop()
    short = " ".join(kept)[:RUNNING_LETTERS].rstrip(" ,;:–—-")
    return short if len(kept) == len(words) and len(title) <= RUNNING_LETTERS else f"{short} …"


def _number_firsts(parts: list[Item]) -> None:
    """Say of each part of a mention whether it is the first: only that carries the label."""
    seen: set[str] = set()
    for item in walk(parts):
        if item.get("t") == "mention":
            item["first"] = item["id"] not in seen
            seen.add(item["id"])


def _head(article: Article, page: Page) -> Content:
    when = spell(article.date) if article.date else "Without date"
    outlet = " / ".join(filter(None, (article.byline or article.agency, article.outlet)))
    adapted = article.rights is not None and article.rights.status == "adapted"
    count = minutes(page)
    parts = [when, article.dateline, outlet, "adapted for students" if adapted else None, f"{count} min"]
    return [" · ".join(part for part in parts if part)]


def _questions(article: Article) -> list[Item]:
    groups, start = [], 1
    for group, questions in groupby(article.questions, key=lambda q: q.group):
        items = [q.text for q in questions]
        groups.append({"group": group, "start": start, "items": items})
        start += len(items)
    return groups


def _date(when: str, text: str, label: str | None = None, *, now: bool = False) -> Item:
    return {"when": when, "text": text, "label": label, "now": now}


def source_words(source: SourceView) -> Content:
    """A source as a line of a list."""
    author = f"{source.author}: " if source.author else ""
    publisher = source.publisher if source.publisher != source.author else ""
    rest = ", ".join(filter(None, (publisher, source.date)))
    words: Content = [f"{author}{source.title}" + (f", {rest}." if rest else ".")]
    return [*words, " ", {"t": "url", "to": source.url, "c": [source.url]}] if source.url else words


def _credit(article: Article, page: Page, withheld: bool) -> Content:
    rights = article.rights
    source = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    where = ", ".join(filter(None, (article.outlet, spell(article.date) if article.date else None)))
    words = f"“{page.title}”"
    if rights and rights.status == "adapted":
        words += f", adapted from “{source}” ({where})"
    elif where:
        words += f" ({where})"
    if rights and rights.holder:
        words += f". © {rights.holder}"
    if rights and rights.terms and not withheld:
        words += f". {rights.terms}"
    if withheld:
        words += ". Not printed: no permission for this term"
    return [words.rstrip(".") + "."]
