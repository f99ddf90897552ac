"""The page of an entry."""

from __future__ import annotations

from collections.abc import Iterator

from docutils import nodes

from course_reader.model.dates import spell
from course_reader.model.entry import Place
from course_reader.model.glossaries.origin import Origin
from course_reader.pages.markup import Html, Linker, a, around_title, box, joined, span
from course_reader.parts.entry.facts import table
from course_reader.parts.entry.records import Context, EntryView, MentionedIn
from course_reader.parts.entry.values import mentioned as mentioned_in
from course_reader.speech import say
from course_reader.views.at import At
from course_reader.views.records import Link
from course_reader.views.sources import SourceView

#: how many pages and paragraphs are named at the top
_FIRST, _NUMBERS = 3, 8


def fill(document: nodes.document, view: EntryView | None, at: At, links: Linker) -> None:
    """Put the kind of an entry above its title, and its explanation below."""
    section = next(document.findall(nodes.section), None)
    if section is None or view is None:
        return
    kicker = box("p", say(view.gloss.kind.word).capitalize(), classes=("reader-kicker",))
    lead = " ".join(filter(None, (view.gloss.role, view.gloss.text)))
    below = [box("p", lead, classes=("reader-lead",))]
    if not links.is_book:
        below += _whence(at.once(mentioned_in), links)
    around_title(section, kicker, joined(*below))


def _whence(pages: tuple[MentionedIn, ...], links: Linker) -> Iterator[Html]:
    """For who arrives from outside: which reader this is, and the paragraphs that name the entry."""
    home = links.link(links.builder.config.root_doc, links.builder.config.project)
    yield box("p", say("From the glossary of:") + " ", home, ".", classes=("reader-whence",))
    if pages:
        first = [joined(links.link(p.page.docname, p.page.title), *_numbers(p, links)) for p in pages[:_FIRST]]
        more = len(pages) - len(first)
        rest = joined("; ", a("#mentioned-in", say("{count} more", count=more))) if more else ""
        named = joined(*(part for one in first for part in (Html("; "), one)))[2:]
        yield box("p", span(say("Named in:") + " ", "head-label"), Html(named), rest, ".", classes=("reader-named-in",))


def _numbers(item: MentionedIn, links: Linker) -> Iterator[Html]:
    numbers = dict.fromkeys((c.number, c.anchor) for c in item.contexts if c.number)
    for at, (number, anchor) in enumerate(list(numbers)[:_NUMBERS]):
        about = f"{item.page.title}, paragraph {number}"
        yield joined(" ¶ " if not at else ", ", links.link(item.page.docname, str(number), anchor, aria_label=about))


def facts(view: EntryView, links: Linker) -> Iterator[Html]:
    """The facts of an entry, and a remark on its names."""
    if found := table(view.entry):
        yield found
    if isinstance(view.entry, Place) and view.entry.usage:
        yield box("p", span(say("On the names:") + " ", "usage-label"), view.entry.usage, classes=("reader-usage",))


def mentioned(pages: tuple[MentionedIn, ...], links: Linker) -> Iterator[Html]:
    """The pages that name the entry, with the sentences that name it."""
    yield box("ul", *(_mentioned(item, links) for item in pages))


def see(items: tuple[Link, ...], links: Linker) -> Iterator[Html]:
    """Related entries."""
    yield box("ul", *(box("li", links.link(i.docname, i.title, i.anchor)) for i in items), classes=("reader-see",))


def sources(views: tuple[SourceView, ...], links: Linker) -> Iterator[Html]:
    """The sources of the entry."""
    yield box("ul", *map(source_line, views), classes=("reader-sources",))


def as_of(view: EntryView, links: Linker) -> Iterator[Html]:
    """The day on which the entry was last checked."""
    if view.entry.as_of:
        yield box("p", f"{say('As of')} {spell(view.entry.as_of)}.", classes=("reader-as-of",))


def origin(found: Origin | None, links: Linker) -> Iterator[Html]:
    """Whose entry it is, if another reader's, and its licence."""
    if found:
        title = a(found.url, found.title) if found.url else found.title
        rest = found.credit.removeprefix(found.title)
        yield box("p", say("From the glossary of:") + " ", title, rest, classes=("reader-origin", "reader-as-of"))


def source_line(source: SourceView) -> Html:
    """A source as a line of a list."""
    title = a(source.url, source.title) if source.url else source.title
    author = f"{source.author}: " if source.author else ""
    rest = ", ".join(filter(None, (source.publisher if source.publisher != source.author else "", source.date)))
    return box("li", author, title, f", {rest}." if rest else ".")


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
