"""Originals that a command is given, with the adapted articles that retell them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course_reader.exchange.originals import OriginalText, pair
from course_reader.marks.records import Page
from course_reader.model.outlets.taught import taught_outlets
from course_reader.text.mention.index import Settled
from course_reader.text.prose.voices import Speaker
from course_reader.views.library import Library, slug_of


@dataclass(frozen=True, slots=True)
class Retold:
    """An adapted article and its original."""

    slug: str
    docname: str
    page: Page
    original: OriginalText
    #: the mentions in the original's text, as the glossary and the article's own decisions name them
    names: tuple[Speaker, ...]


def paired(library: Library, given: Sequence[str], *, names_only: bool = False) -> Iterator[Retold]:
    """The articles whose originals are given.

    Args:
        library: The reader.
        given: `SLUG=FILE`, or files.
        names_only: Whether the article's decisions on words that are not names are left aside.

    Raises:
        OriginalError: if a file cannot be read, or its article is not known.
    """
    pages = {slug_of(docname): (docname, page) for docname, page in library.articles}
    sources = {
        slug: (page.article.adapted_from.title or "", page.article.adapted_from.url or "")
        for slug, (_, page) in pages.items()
        if page.article and page.article.adapted_from
    }
    for slug, original in pair(given, sources, taught_outlets(library.session.settings.outlets)).items():
        docname, page = pages[slug]
        yield Retold(slug, docname, page, original, tuple(_names(library, page, original, names_only)))


def _names(library: Library, page: Page, original: OriginalText, names_only: bool) -> Iterator[Speaker]:
    """The mentions in an original. Decisions on words that only the article has are left out."""
    article = page.article
    assert article is not None
    settled = [
        Settled(line.text, line.entry if line.entry in library.glossary else None, line.paragraph, line.occurrence)
        for line in article.mentions
        if line.text[:1].isupper() or not names_only
    ]
    paragraphs = [(part.start, part.end, part.number) for part in original.paragraphs]
    found = library.session.index.find(
        original.text, date=page.day, paragraphs=paragraphs, settled=settled, language=article.language
    )
    for mention in found.mentions:
        if mention.entry in library.glossary:
            yield Speaker(mention.entry, str(library.glossary.kind(mention.entry)), mention.start, mention.end)
