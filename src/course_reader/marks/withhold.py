"""Taking a text away that the public may not see: what is left of its data, and of its doctree, is what a stub shows.

A build for the public does this as soon as a text is read. Nothing that is written later, on whatever page and in
whatever format, can then hold a word of it.
"""

from __future__ import annotations

from docutils import nodes
from docutils.utils import new_document
from sphinx.environment import BuildEnvironment

from course_reader.marks.domain import ReaderDomain
from course_reader.marks.records import Marked, Page
from course_reader.model.article import Article, Rights
from course_reader.model.problems import Code

#: problems that concern what a stub shows; the others quote the text, or what is written on it
_CONCERNING = frozenset(
    {Code.AUDIENCE_UNCLEAR, Code.YAML, Code.NOT_UTF8, Code.MISSING_KEY, Code.UNKNOWN_KEY, Code.CLOSED_FILE}
)


def stub_of(page: Page) -> Page:
    """What is left of a text that may not be shown: title, source, link, and who and what is named."""
    named = dict.fromkeys(mark.entry for mark in page.mentions)
    return Page(
        kind=page.kind,
        title=page.title,
        day=page.day,
        article=_article(page.article) if page.article else None,
        access=page.access,
        withheld=True,
        whole=page.whole,
        mentions=tuple(Marked(entry, 0, 0, at, 0, 0) for at, entry in enumerate(named)),
        note_files=page.note_files,
        level=page.level,
        problems=[p for p in page.problems if p.code in _CONCERNING or p == page.access.unclear],
    )


def _article(article: Article) -> Article:
    kept = {"title", "date", "outlet", "agency", "byline", "language", "url"}
    url = article.url or (article.adapted_from.url if article.adapted_from else None)
    values = {name: getattr(article, name) for name in kept} | {"url": url}
    rights = Rights(status=article.rights.status, expires=article.rights.expires) if article.rights else None
    return Article.model_construct(_fields_set={*kept, "rights"}, **values, rights=rights)


def empty(document: nodes.document, title: str) -> None:
    """Take everything out of a doctree but its title.

    A document also keeps indexes of its anchors, footnotes and references, which hold words of the text.
    """
    fresh = new_document(document.get("source") or "", document.settings)
    for name, value in vars(fresh).items():
        # These lead to the run, or to the fresh document itself.
        if name not in ("reporter", "settings", "transformer", "document", "_document"):
            setattr(document, name, value)
    section = nodes.section(names=[nodes.fully_normalize_name(title)])
    section += nodes.title(title, "", nodes.Text(title))
    document += section
    document.note_implicit_target(section, section)


def forget(env: BuildEnvironment, docname: str) -> None:
    """Take out of an environment what parsing a document has left there: labels, terms, citations, references.

    Domains and extensions forget a document in the same way before they read it again.
    """
    metadata = dict(env.metadata.get(docname, {}))
    for domain in env.domains.sorted():
        if not isinstance(domain, ReaderDomain):
            domain.clear_doc(docname)
    env.events.emit("env-purge-doc", env, docname)
    env.included.pop(docname, None)
    env.metadata[docname].update(metadata)
