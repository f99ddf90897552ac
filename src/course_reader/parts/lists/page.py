"""Lists of articles, of entries and of dates, and the directives that ask for them."""

from __future__ import annotations

from itertools import groupby
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_reader.marks.domain import Asked, CompareAsked, MapAsked, TimelineAsked, reader_domain
from course_reader.model.dates import in_order, parse
from course_reader.model.entry import Kind
from course_reader.pages.markup import Html, Linker, a, as_nodes, box
from course_reader.pages.nodes import listing
from course_reader.parts.compare import page as compare
from course_reader.parts.map import page as place_map
from course_reader.parts.timeline import page as timeline
from course_reader.views.library import Library
from course_reader.views.order import sort_key
from course_reader.views.records import Card, Listed


class ArticleListDirective(SphinxDirective):
    """All articles, oldest first, as cards."""

    def run(self) -> list[nodes.Node]:
        """Leave a place for the list: which articles there are is known only when all are read."""
        return _place(self, "articles")


class TimelineDirective(SphinxDirective):
    """Events, agreements and articles in order of time."""

    option_spec: ClassVar = {
        "kind": lambda text: directives.choice(text, ["all", *timeline.KINDS]),
        "from": parse,
        "to": parse,
    }

    def run(self) -> list[nodes.Node]:
        """Leave a place for the timeline."""
        start, end = self.options.get("from"), self.options.get("to")
        if not in_order(start, end):
            raise self.error(f"the timeline ends ({end}) before it starts ({start})")
        above = reader_domain(self.env).page(self.env.docname).lists
        number = sum(isinstance(of, TimelineAsked) for of in above)
        return _place(self, TimelineAsked(self.options.get("kind", "all"), start, end, number))


class PlaceMapDirective(SphinxDirective):
    """Places on a map; what is written in it is its caption."""

    has_content = True
    option_spec: ClassVar = {
        "places": place_map.ids,
        "article": directives.unchanged_required,
        "extent": place_map.extent,
        "size": lambda text: directives.choice(text, place_map.SIZES),
        "no-second": directives.flag,
    }

    def run(self) -> list[nodes.Node]:
        """Leave a place for the map: what is known of places may change without this page."""
        if "places" in self.options and "article" in self.options:
            raise self.error("a map shows `places` or those of an `article`, not both")
        above = reader_domain(self.env).page(self.env.docname).lists
        asked = MapAsked(
            self.options.get("places", ()),
            self.options.get("article", ""),
            self.options.get("extent"),
            "no-second" not in self.options,
            " ".join(" ".join(self.content).split()),
            self.options.get("size", "full"),
            sum(isinstance(of, MapAsked) for of in above),
            self.lineno,
        )
        return _place(self, asked)


class EntryListDirective(SphinxDirective):
    """The entries of a kind, or all, from A to Z."""

    option_spec: ClassVar = {"kind": lambda text: directives.choice(text, [*Kind, "all"])}

    def run(self) -> list[nodes.Node]:
        """Leave a place for the list."""
        return _place(self, self.options.get("kind", "all"))


def _place(directive: SphinxDirective, of: Asked) -> list[nodes.Node]:
    page = reader_domain(directive.env).page(directive.env.docname)
    page.lists = (*page.lists, of)
    node = listing(of=of)
    directive.set_source_info(node)
    return [node]


def register(app: Sphinx) -> None:
    """Make the directives known."""
    app.add_directive("article-list", ArticleListDirective)
    app.add_directive("entry-list", EntryListDirective)
    app.add_directive("place-map", PlaceMapDirective)
    app.add_directive("timeline", TimelineDirective)


def fill(of: Asked, shelf: Library, links: Linker) -> list[nodes.Node]:
    """What a listing shows."""
    if isinstance(of, TimelineAsked):
        return timeline.fill(of, shelf, links)
    if isinstance(of, CompareAsked):
        return compare.fill(of, shelf, links)
    if isinstance(of, MapAsked):
        return place_map.fill(of, shelf, links)
    if of == "articles":
        cards = [card(item, links) for item in shelf.cards()]
        return as_nodes(box("ol", *cards, classes=("reader-cards",)))
    return as_nodes(_letters(shelf.listed(of), links))


def plain(of: Asked, shelf: Library) -> nodes.Element:
    """The same for a format without links and boxes: a list of titles or names."""
    if isinstance(of, TimelineAsked):
        return timeline.plain(of, shelf)
    if isinstance(of, CompareAsked):
        return compare.plain(of, shelf)
    if isinstance(of, MapAsked):
        return place_map.plain(of, shelf)
    cards = shelf.cards() if of == "articles" else ()
    titles = [f"{card.title} ({card.when})" if card.when else card.title for card in cards]
    titles += [item.name for item in _ordered(shelf.listed(of))] if of != "articles" else []
    rows = [nodes.list_item("", nodes.paragraph("", title)) for title in titles]
    return nodes.bullet_list("", *rows)


def card(card: Card, links: Linker) -> Html:
    """An article in a list: when, where and by whom it was printed, its title, who is in it."""
    about = " · ".join(filter(None, (card.when, card.outlet, f"{card.minutes} min")))
    parts = [
        box("p", about, classes=("card-when",)),
        box("h3", links.link(card.docname, card.title), classes=("card-title",)),
    ]
    if card.people:
        parts.append(box("p", "With ", ", ".join(card.people), classes=("card-people",)))
    return box("li", *parts, classes=("reader-card",))


def _ordered(items: tuple[Listed, ...]) -> list[Listed]:
    return sorted(items, key=lambda item: sort_key(item.sort))


def _letters(items: tuple[Listed, ...], links: Linker) -> Html:
    ordered = _ordered(items)
    groups = [(letter, list(group)) for letter, group in groupby(ordered, key=_letter)]
    jumps = [text for letter, _ in groups for text in (a("#" + _anchor(letter), letter), " ")]
    jump = box("p", *jumps, classes=("reader-letters",))
    sections = [_section(letter, group, links) for letter, group in groups]
    return box("div", *([jump] if len(groups) > 3 else []), *sections, classes=("reader-az",))


def _letter(item: Listed) -> str:
    first = sort_key(item.sort)[0][:1].upper()
    return first if first.isalpha() else "#"


def _anchor(letter: str) -> str:
    return f"letter-{letter.lower()}" if letter.isascii() and letter.isalpha() else f"letter-{ord(letter):x}"


def _section(letter: str, items: list[Listed], links: Linker) -> Html:
    rows = []
    for item in items:
        rows.append(box("dt", links.link(item.docname, item.sort)))
        rows.append(box("dd", item.gloss))
    return box("section", box("h2", letter), box("dl", *rows), classes=("reader-letter",), id=_anchor(letter))
