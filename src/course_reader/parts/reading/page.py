"""The head of an article's page, and the parts below its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from docutils import nodes

from course_reader.marks.domain import Page
from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.model.entry import Kind
from course_reader.pages.margin import spell_list
from course_reader.pages.markup import Html, Linker, a, around_title, as_nodes, box, joined, page_part, span
from course_reader.pages.nodes import part
from course_reader.parts.chapters.page import background_part
from course_reader.parts.for_class import page as class_parts
from course_reader.parts.prereading import page as sheet_pages
from course_reader.parts.prereading.values import SheetView, article_sheet
from course_reader.views.library import Library
from course_reader.views.records import ArticleView, Named, TimeItem, minutes
from course_reader.views.sources import SourceView
from course_reader.views.threads import threads


def add(document: nodes.document, page: Page, view: ArticleView, shelf: Library, links: Linker) -> None:
    """Add the head and the parts to the page of an article."""
    section = next(document.findall(nodes.section), None)
    article = page.article
    if section is None or article is None:
        return
    kicker = box("p", f"Article {view.position} of {view.of}", classes=("reader-kicker",))
    sheet = article_sheet(shelf, links.docname)
    is_book = links.builder.name == "epub"
    around_title(section, kicker, _head(page, article, view, None if is_book else links.to(sheet.docname)))
    if is_book:
        # A book holds no pages beside its own, and is read from the front.
        _put_sheet(section, sheet, links)
    for item in _parts(page, article, view, shelf, links):
        section += item


def stub(document: nodes.document, page: Page) -> None:
    """Put a notice in the place of a text that may not be shown."""
    section = next(document.findall(nodes.section), None)
    if section is None or page.article is None:
        return
    title = next(iter(section.findall(nodes.title)))
    items: list[str] = ["The text of this article is not shown here, because the right to publish it was not given."]
    if page.article.url:
        items += [" You can ", a(page.article.url, "read it where it was published"), "."]
    section.children = [title]
    document.children = [section]
    section += as_nodes(box("div", box("p", *items), classes=("reader-stub",)))


def _put_sheet(section: nodes.section, sheet: SheetView, links: Linker) -> None:
    """Put what is read before an article between its head and its text."""
    found = page_part("before", "Before you read", sheet_pages.body(sheet, links, "h3", words=False))
    head = next(i for i, child in enumerate(section.children) if isinstance(child, nodes.title)) + 2
    section.insert(head, found)


def _head(page: Page, article: Article, view: ArticleView, before: str | None) -> Html:
    items: list[str] = []
    when = spell(article.date) if article.date else "Without date"
    items.append(span(", ".join(filter(None, (when, article.dateline))), "head-date"))
    items.append(". " + origin(article) + " ")
    url = article.url or (article.adapted_from.url if article.adapted_from else None)
    if url:
        items += [a(url, "Read the original", ("head-original",)), ". "]
    if view.shown:
        count = minutes(page)
        items.append(f"{count} minute{'s' if count != 1 else ''}.")
    if before:
        items += [" ", a(before, "Before you read", ("head-before",)), "."]
    rows = [box("p", *items, classes=("head-source",))]
    if article.caption:
        credit = f" ({article.credit})" if article.credit else ""
        rows.append(box("p", span("Picture: ", "head-label"), article.caption + credit, classes=("head-caption",)))
    return box("div", *rows, classes=("reader-head",))


def origin(article: Article) -> str:
    """Where the text is from, in a sentence."""
    adapted = article.rights is not None and article.rights.status == "adapted"
    author = article.byline or article.agency
    author = re.sub(r"^by\s+", "", author, flags=re.IGNORECASE) if author else None
    outlet = article.outlet if article.outlet != author else None
    if not author and not outlet:
        return "Adapted for students." if adapted else "Source not given."
    by = f"by {author}" if author else ""
    via = f"in {outlet}" if outlet else ""
    where = " ".join(filter(None, (by, via)))
    return f"Adapted for students from a report {where}." if adapted else where[0].upper() + where[1:] + "."


def _parts(page: Page, article: Article, view: ArticleView, shelf: Library, links: Linker) -> Iterator[part]:
    if view.words:
        yield page_part("words", "Hard words", class_parts.words(view), classes=("reader-words",))
    noted = threads(view.notes) if view.shown else []
    if noted:
        rows = spell_list(noted, page, shelf.app.config.language)
        yield page_part("notes", "Notes on this article", *rows, classes=("reader-notes",))
    if view.named:
        yield page_part(
            "named-here", "Who and what is named here", *_named(view, links), classes=("reader-named", "no-search")
        )
    if len(view.timeline) > 1:
        items = [_time(item, links) for item in view.timeline]
        timeline = box("ol", *items, classes=("reader-timeline",))
        yield page_part("in-time", "Where this article stands in time", timeline, classes=("reader-time", "no-search"))
    if article.what_happened_next:
        yield _next(article, view)
    if article.questions:
        yield page_part(
            "questions", "Questions", *class_parts.questions(article, view, links), classes=("reader-questions",)
        )
    if view.background:
        yield background_part(view.background, links)
    about = class_parts.about(article, view, links, origin(article))
    yield page_part("about-this-source", "About this source", *about, classes=("reader-source",))
    yield page_part("cite-this-article", "Cite this article", *_cite(article, shelf), classes=("reader-cite",))


def _named(view: ArticleView, links: Linker) -> Iterator[Html]:
    order = {kind: index for index, kind in enumerate(Kind)}
    for kind, group in groupby(sorted(view.named, key=lambda n: order[n.gloss.kind]), key=lambda n: n.gloss.kind):
        rows = [_named_row(named, view.shown, links) for named in group]
        yield box("h3", kind.capitalize())
        yield box("ul", *rows, classes=("named", str(kind)))


def _named_row(named: Named, shown: bool, links: Linker) -> Html:
    items: list[str] = [links.link(named.gloss.docname, named.gloss.name)]
    if not shown:
        items += [" ", span(" ".join(filter(None, (named.gloss.role, named.gloss.text))), "named-gloss")]
    elif named.paragraphs:
        items.append(" ")
        items.append(class_parts.numbers(named.paragraphs))
    return box("li", *items)


def _time(item: TimeItem, links: Linker) -> Html:
    text = links.link(item.docname, item.text) if item.docname else item.text
    return box("li", span(item.when, "when"), " ", span(text, "what"), classes=(item.kind,))


def _next(article: Article, view: ArticleView) -> part:
    known = {source.key: source for source in view.sources}
    rows = []
    for later in article.what_happened_next:
        sources = [known[key] for key in later.sources if key in known]
        cited = span(_sources(sources), "what-source") if sources else ""
        what = span(joined(later.text, cited), "what")
        rows.append(box("li", span(spell(later.date, short=True), "when"), " ", what))
    body = box("ol", *rows, classes=("reader-timeline",))
    warning = box("p", "The article could not know this.", classes=("reader-hint",))
    return page_part("what-happened-next", "What happened next", warning, body, classes=("reader-next",))


def _sources(sources: list[SourceView]) -> Html:
    items: list[str] = []
    for source in sources:
        name = source.publisher or source.author or source.title
        items += ["; ", a(source.url, name) if source.url else name]
    return joined(" (", *items[1:], ")")


def _cite(article: Article, shelf: Library) -> Iterator[Html]:
    config = shelf.app.config
    when = spell(article.date) if article.date else "n.d."
    original = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    author = article.byline or article.agency
    url = article.url or (article.adapted_from.url if article.adapted_from else None) or ""
    published = ", ".join(filter(None, (article.outlet, when)))
    text = " ".join(filter(None, (f"{author}." if author else None, f"“{original}.”", f"{published}.", url)))
    if article.adapted_from:
        yield box("p", span("The original: ", "cite-label"), text)
        own = f"“{article.title}.” Adapted in {config.project}, after {author or article.outlet}, {when}."
        yield box("p", span("This text: ", "cite-label"), own)
    else:
        yield box("p", text)
    pre = box("pre", span(_bibtex(article, original, author, url), tag="code"))
    yield box("details", box("summary", "BibTeX"), pre)


def _bibtex(article: Article, title: str, author: str | None, url: str) -> str:
    words = re.findall(r"[a-z]+", (article.agency or article.outlet or "article").lower().removeprefix("the "))
    key = (words[0] if words else "article") + (str(article.date.first.year) if article.date else "")
    date = article.date.text if article.date else ""
    rows = {"title": f"{{{title}}}", "author": f"{{{author}}}" if author else "", "journal": article.outlet or ""}
    rows |= {"date": date, "url": url, "langid": article.language}
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows.items() if value)
    return f"@article{{{key},\n{fields}\n}}"
