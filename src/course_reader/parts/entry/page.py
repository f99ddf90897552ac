"""What the page of an entry shows besides its prose."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from babel import Locale, UnknownLocaleError
from docutils import nodes

from course_reader.model.dates import Edtf, spell
from course_reader.model.entry import Agreement, Entry, Event, Organisation, Person, Place
from course_reader.model.periods import Period
from course_reader.pages.markup import Html, Linker, a, around_title, as_nodes, box, joined, page_part, span
from course_reader.pages.nodes import part
from course_reader.parts.chapters.page import background_part
from course_reader.parts.map import page as place_map
from course_reader.views.library import Library
from course_reader.views.records import Context, EntryView, Link, MentionedIn
from course_reader.views.sources import SourceView

Row = tuple[str, list[str]]


def add(document: nodes.document, docname: str, view: EntryView, shelf: Library, links: Linker) -> None:
    """Add the head, the facts and the parts to the page of an entry."""
    section = next(document.findall(nodes.section), None)
    entry_id = docname.rsplit("/", 1)[1]
    if section is None or entry_id not in shelf.glossary:
        return
    entry, kind = shelf.glossary[entry_id], shelf.glossary.kind(entry_id)
    kicker = box("p", kind.word.capitalize(), classes=("reader-kicker",))
    gloss = shelf.gloss(entry_id, None)
    lead = " ".join(filter(None, (gloss.role, gloss.text)))
    around_title(section, kicker, box("p", lead, classes=("reader-lead",)))
    where = place_map.inset(shelf, entry_id, links)
    section += as_nodes(*([where] if where else []), *_parts(entry, view, links))


def _parts(entry: Entry, view: EntryView, links: Linker) -> Iterator[Html | part]:
    rows = list(_rows(entry, view))
    if rows:
        yield box("table", box("tbody", *(_row(row) for row in rows)), classes=("reader-facts",))
    if isinstance(entry, Place) and entry.usage:
        yield box("p", span("On the names: ", "usage-label"), entry.usage, classes=("reader-usage",))
    if view.mentioned:
        pages = box("ul", *(_mentioned(item, links) for item in view.mentioned))
        yield page_part("mentioned-in", "Mentioned in", pages, classes=("reader-mentioned", "no-search"))
    if view.background:
        yield background_part(view.background, links)
    if view.see:
        yield _link_part("see-also", "See also", view.see, links)
    if view.sources:
        rows_ = [source_line(source) for source in view.sources]
        yield page_part("sources", "Sources", box("ul", *rows_, classes=("reader-sources",)), classes=("no-search",))
    if entry.as_of:
        yield box("p", f"As of {spell(entry.as_of)}.", classes=("reader-as-of",))


def _link_part(anchor: str, heading: str, items: tuple[Link, ...], links: Linker) -> part:
    rows = [box("li", links.link(item.docname, item.title, item.anchor)) for item in items]
    return page_part(anchor, heading, box("ul", *rows, classes=("reader-see",)), classes=("no-search",))


def source_line(source: SourceView) -> Html:
    """A source as a line of a list."""
    title = a(source.url, source.title) if source.url else source.title
    author = f"{source.author}: " if source.author else ""
    rest = ", ".join(filter(None, (source.publisher if source.publisher != source.author else "", source.date)))
    return box("li", author, title, f", {rest}." if rest else ".")


def _row(row: Row) -> Html:
    name, items = row
    return box("tr", box("th", name, scope="row"), box("td", *items))


def _rows(entry: Entry, view: EntryView) -> Iterator[Row]:
    yield from _name_rows(entry)
    match entry:
        case Person():
            yield from _dates(("Born", entry.born), ("Died", entry.died))
            yield from _list("Offices", [_dated(role.title, role) for role in entry.roles])
        case Place():
            if entry.country:
                yield "Country", [entry.country]
            yield from _list("Status", [_dated(status.text, status) for status in entry.status])
        case Agreement():
            yield from _dates(("Date", entry.date))
            yield from _texts(("Place", entry.place), ("Parties", ", ".join(entry.parties)))
            yield from _list("What it says", list(entry.provisions))
            yield from _texts(("What came of it", entry.outcome), ("Why the articles need it", entry.matters))
        case Organisation():
            yield from _dates(("Founded", entry.founded), ("Dissolved", entry.dissolved))
            yield from _texts(("Members", ", ".join(entry.members)))
            for key, label in (("owner", "Owner"), ("funding", "Funding"), ("status", "Status"), ("naming", "Names")):
                yield from _list(label, [_told(item.text, item) for item in getattr(entry, key)])
        case Event():
            yield from _event(entry)
        case _:
            return


def _event(entry: Event) -> Iterator[Row]:
    if entry.start and entry.end and entry.start != entry.end:
        yield "When", [f"{spell(entry.start)} – {spell(entry.end)}"]
    else:
        yield from _dates(("When", entry.start))
    yield from _texts(("Where", entry.place))
    yield from _list("Victims", [f"{c.figure} (according to {c.claimed_by})" for c in entry.casualties])
    yield from _list("What it is called", [f"{w.text} ({w.by})" for w in entry.wording])


def _name_rows(entry: Entry) -> Iterator[Row]:
    for tag, texts in entry.names.items():
        words = [span(text, lang=tag) for text in texts]
        yield f"In {language(tag)}", [Html(", ".join(words))]
    others = [alias.name for alias in entry.aliases if not alias.metonym and alias.name not in entry.name]
    if others:
        yield "Also written", [", ".join(others)]
    if isinstance(entry, Place):
        yield from _list("Who calls it what", [f"{rival.name}: {rival.used_by}" for rival in entry.rival_names])


@cache
def language(tag: str) -> str:
    """The English name of a language tag; the tag itself if it has none."""
    try:
        return Locale.parse(tag.replace("-", "_")).get_language_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def _dates(*rows: tuple[str, Edtf | None]) -> Iterator[Row]:
    for name, when in rows:
        if when:
            yield name, [spell(when)]


def _texts(*rows: tuple[str, str | None]) -> Iterator[Row]:
    for name, text in rows:
        if text:
            yield name, [text]


def _list(name: str, items: list[str]) -> Iterator[Row]:
    if len(items) == 1:
        yield name, [items[0]]
    elif items:
        yield name, [box("ul", *(box("li", item) for item in items))]


def _dated(text: str, period: Period) -> str:
    when = _when(period)
    return f"{text} ({when})" if when else text


def _told(text: str, period: Period) -> str:
    """A whole sentence with the time in which it is true."""
    when = _when(period)
    return f"{when[:1].upper()}{when[1:]}: {text}" if when else text


def _when(period: Period) -> str:
    start = spell(period.start, short=True) if period.start else ""
    end = spell(period.end, short=True) if period.end else ""
    if start and start == end:
        return start
    if start and end:
        return f"{start} – {end}"
    return f"since {start}" if start else f"until {end}" if end else ""


def _mentioned(item: MentionedIn, links: Linker) -> Html:
    when = f", {item.page.when}" if item.page.when else ""
    head = box("p", links.link(item.page.docname, item.page.title), when, classes=("mentioned-title",))
    if not item.contexts:
        return box("li", head)
    rows = [_context(item, context, links) for context in item.contexts]
    return box("li", head, box("ul", *rows, classes=("contexts",)))


def _context(item: MentionedIn, context: Context, links: Linker) -> Html:
    words = span(joined(context.before, span(context.words, tag="mark"), context.after), "context")
    if not context.number:
        return box("li", words)
    about = f"{item.page.title}, paragraph {context.number}"
    number, page = f"¶ {context.number}", item.page.docname
    return box("li", links.link(page, number, context.anchor, ("context-where",), aria_label=about), " ", words)
