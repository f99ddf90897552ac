"""How the parts of an article's page for a class are spelled: hard words, questions, about this source."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from course_reader.model.article import Article
from course_reader.pages.markup import Html, Linker, a, box, joined, span
from course_reader.views.records import ArticleView, Link, OutletView, WordView


def words(view: ArticleView) -> Html:
    """The hard words as a list of definitions."""
    rows = [row for word in view.words for row in _word(word, view.shown)]
    return box("dl", *rows, classes=("words",))


def _word(word: WordView, shown: bool) -> Iterator[Html]:
    yield box("dt", word.word, *([" ", span(word.part, "word-part")] if word.part else []))
    where = [" ", numbers(word.paragraphs)] if shown and word.paragraphs else []
    yield box("dd", word.means, *where)


def numbers(paragraphs: tuple[tuple[int, str], ...]) -> Html:
    """Numbers of paragraphs that lead to them."""
    found = [a(f"#{anchor}", str(number), aria_label=f"paragraph {number}") for number, anchor in paragraphs]
    return span(joined("¶ ", Html(", ".join(found))), "named-where")


def questions(article: Article, view: ArticleView, links: Linker) -> Iterator[Html]:
    """The questions by group, numbered through."""
    answered = list(zip(article.questions, view.answers, strict=True))
    number = 1
    for group, items in groupby(answered, key=lambda item: item[0].group):
        rows = [box("li", question.text, *_look_up(places, links)) for question, places in items]
        if group:
            yield box("h3", group)
        yield box("ol", *rows, start=str(number) if number > 1 else "")
        number += len(rows)


def _look_up(places: tuple[Link, ...], links: Linker) -> Iterator[Html]:
    if places:
        found = [links.link(place.docname, place.title, place.anchor) for place in places]
        yield joined(" ", span(joined("Look it up: ", Html("; ".join(found)), "."), "look-up"))


def about(article: Article, view: ArticleView, links: Linker, origin: str) -> Iterator[Html]:
    """Who printed the text, as it was on that day, and whose it is.

    Args:
        article: The article.
        view: What its page shows of other files.
        links: Addresses.
        origin: Where the text is from, in a sentence, for outlets without an entry.
    """
    for outlet in view.outlets:
        yield _outlet(outlet, links)
    if not view.outlets:
        yield box("p", origin)
    rights = article.rights
    if rights and rights.terms:
        yield box("p", rights.terms, classes=("rights",))
    if rights and rights.holder:
        yield box("p", f"Rights in the original: {rights.holder}.", classes=("rights",))


def _outlet(outlet: OutletView, links: Linker) -> Html:
    gloss = outlet.gloss
    name = links.link(gloss.docname, gloss.name, classes=("about-name",))
    parts = [box("p", name, ": " + gloss.text)]
    if outlet.rows:
        rows = [row for label, text in outlet.rows for row in (box("dt", label), box("dd", text))]
        parts.append(box("dl", *rows))
    if outlet.changed:
        more = links.link(gloss.docname, f"more on {gloss.name}")
        parts.append(box("p", "Some of this changed after the article: ", more, ".", classes=("reader-hint",)))
    return box("div", *parts, classes=("about-outlet",))
