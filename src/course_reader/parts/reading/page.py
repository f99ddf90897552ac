"""The head of an article's page, and the stub that replaces a text that may not be shown."""

from __future__ import annotations

from docutils import nodes

from course_reader.marks.records import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.pages.languages import spoken
from course_reader.pages.markup import Html, Linker, a, around_title, as_nodes, box, joined, page_part, span
from course_reader.pages.text import NOT_SHOWN
from course_reader.parts.about_source.values import origin
from course_reader.parts.prereading import page as prereading
from course_reader.parts.prereading.values import of_article, prereading_docname
from course_reader.parts.reading.values import ReadingView
from course_reader.speech import say
from course_reader.views.at import At
from course_reader.views.records import minutes


def fill(document: nodes.document, view: ReadingView, at: At, links: Linker) -> None:
    """Put the head of an article around its title."""
    section = next(document.findall(nodes.section), None)
    article = at.page.article
    if section is None or article is None:
        return
    ours = spoken(links.builder.config.language or "en", article.language)
    words = say("Article")
    if view.position:
        words = say("Article {number} of {count}", number=view.position[0], count=view.position[1])
    kicker = box("p", words, classes=("reader-kicker",), **ours)
    before = None if links.is_book or not view.shown else links.to(prereading_docname(at.article))
    around_title(section, kicker, joined(_head(at.page, article, view.shown, before, ours), _switch(view, at, links)))
    if links.is_book and view.shown:
        # An e-book has no separate pre-reading pages, and is read from the front.
        _put_before(section, at, links)


def stub(document: nodes.document, view: ReadingView, at: At, links: Linker) -> None:
    """Replace a text that may not be shown by a notice."""
    section = next(document.findall(nodes.section), None)
    article = at.page.article
    if section is None or article is None:
        return
    title = next(iter(section.findall(nodes.title)))
    items: list[str] = [say(NOT_SHOWN)]
    if article.url:
        items += [" ", a(article.url, say("Read the original")), "."]
    section.children = [title]
    document.children = [section]
    section += as_nodes(box("div", box("p", *items), classes=("reader-stub",)))


def _put_before(section: nodes.section, at: At, links: Linker) -> None:
    """Put an article's pre-reading page between its head and its text."""
    body = prereading.body(of_article(at.library, at.docname), links, "h3", words=False)
    place = next(i for i, child in enumerate(section.children) if isinstance(child, nodes.title)) + 2
    section.insert(place, page_part("before", say("Before you read"), body))


def _switch(view: ReadingView, at: At, links: Linker) -> Html:
    """Links to the other texts of an article; each is a page of its own, so that it needs no script."""
    items: list[Html] = []
    for text in view.texts:
        is_here = text.docname == at.docname
        here = span(text.words, tag="strong", aria_current="true", data_level=text.level or "own")
        items += [here if is_here else links.link(text.docname, text.words, data_level=text.level or "own")]
    if not items:
        return Html("")
    parts = [span(say("Text:") + " ", "head-label"), *(part for item in items for part in (Html(" · "), item))]
    return box("nav", parts[0], *parts[2:], classes=("reader-levels",), aria_label=say("Level of the text"))


def _head(page: Page, article: Article, shown: bool, before: str | None, ours: dict[str, str]) -> Html:
    items: list[str] = []
    when = spell(article.date) if article.date else say("Undated")
    items.append(span(", ".join(filter(None, (when, article.dateline))), "head-date"))
    items.append(". " + origin(article) + " ")
    url = article.url or (article.adapted_from.url if article.adapted_from else None)
    if url:
        items += [a(url, say("Read the original"), ("head-original",)), ". "]
    if shown:
        count = minutes(page)
        items.append(say("{count} minutes.", count=count) if count != 1 else say("1 minute."))
    if before:
        items += [" ", a(before, say("Before you read"), ("head-before",)), "."]
    rows = [box("p", *items, classes=("head-source",))]
    headline = article.adapted_from.title if article.adapted_from else None
    if headline and headline != article.title:
        rows.append(
            box("p", span(say("Original headline:") + " ", "head-label"), f"“{headline}”", classes=("head-headline",))
        )
    if article.caption:
        credit = f" ({article.credit})" if article.credit else ""
        rows.append(
            box("p", span(say("Picture:") + " ", "head-label"), article.caption + credit, classes=("head-caption",))
        )
    return box("div", *rows, classes=("reader-head",), **ours)
