"""Lists of articles and of entries on pages, and their directives."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import groupby
from typing import ClassVar

from docutils import nodes
from docutils.parsers.rst import directives
from sphinx.application import Sphinx
from sphinx.util.docutils import SphinxDirective

from course_reader.model.entry import Kind
from course_reader.pages.listing import leave_place
from course_reader.pages.markup import Html, Linker, a, as_nodes, box, span
from course_reader.parts.lists.values import ArticlesAsked, Card, EntriesAsked, Listed
from course_reader.speech import say
from course_reader.views.at import At
from course_reader.views.order import sort_key


class ArticleListDirective(SphinxDirective):
    """All articles, oldest first, as cards or on a line of time."""

    option_spec: ClassVar = {"line": directives.flag}

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder: the list is complete only when all articles are read."""
        return leave_place(self, ArticlesAsked("line" in self.options))


class EntryListDirective(SphinxDirective):
    """The entries of a kind, or all, from A to Z."""

    option_spec: ClassVar = {"kind": lambda text: directives.choice(text, [*Kind, "all"])}

    def run(self) -> list[nodes.Node]:
        """Leave a placeholder for the list."""
        return leave_place(self, EntriesAsked(self.options.get("kind", "all")))


def setup(app: Sphinx) -> None:
    """Register the directives."""
    app.add_directive("article-list", ArticleListDirective)
    app.add_directive("entry-list", EntryListDirective)


def fill_articles(found: tuple[Card, ...], asked: ArticlesAsked, at: At, links: Linker) -> list[nodes.Node]:
    """The articles as cards, or on a line of time."""
    return as_nodes(_line(found, links) if asked.line else cards(found, links))


def fill_entries(found: tuple[Listed, ...], asked: EntriesAsked, at: At, links: Linker) -> list[nodes.Node]:
    """The entries by letter."""
    return as_nodes(_letters(found, links))


def plain_articles(found: tuple[Card, ...], asked: ArticlesAsked) -> nodes.Element:
    """The articles for a format without links and boxes."""
    return _plain(f"{card.title} ({card.when})" if card.when else card.title for card in found)


def plain_entries(found: tuple[Listed, ...], asked: EntriesAsked) -> nodes.Element:
    """The entries for a format without links and boxes."""
    return _plain(item.name for item in _ordered(found))


def _plain(titles: Iterable[str]) -> nodes.Element:
    return nodes.bullet_list("", *(nodes.list_item("", nodes.paragraph("", title)) for title in titles))


def cards(found: Iterable[Card], links: Linker) -> Html:
    """Articles as a list of cards."""
    return box("ol", *(_card(card, links) for card in found), classes=("reader-cards",))


def _line(found: Iterable[Card], links: Linker) -> Html:
    """Articles by year on a line, one line of text each."""
    rows, year = [], ""
    for card in found:
        is_new, year = card.year != year, card.year
        about = " · ".join(filter(None, (card.outlet, f"{card.minutes} min" if card.minutes else None)))
        parts = [span(card.when, "card-when"), " ", links.link(card.docname, card.title), " ", span(about, "card-by")]
        rows.append(box("li", *parts, classes=("line-year",) if is_new else (), data_year=card.year if is_new else ""))
    return box("ol", *rows, classes=("reader-line",))


def _card(card: Card, links: Linker) -> Html:
    """An article in a list: date, outlet and reading time, title, people."""
    about = " · ".join(filter(None, (card.when, card.outlet, f"{card.minutes} min" if card.minutes else None)))
    parts = [
        box("p", about, classes=("card-when",)),
        box("h3", links.link(card.docname, card.title), classes=("card-title",)),
    ]
    if card.people:
        parts.append(box("p", say("With:") + " ", ", ".join(card.people), classes=("card-people",)))
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
