"""What a page says of itself to reference managers: the text that one reads, with the original as its source.

Zotero takes the kind of a page from `z.itemType`, and a sentence for its field “Extra” from `z.extra`. It takes
`dc.source` for the name of the book that a text is in, so the original is named by `dcterms.isVersionOf`.
"""

from __future__ import annotations

from course_reader.views.at import At
from course_reader.views.works import Author, Work, original, read_here

Meta = list[tuple[str, str]]


def for_managers(at: At) -> Meta:
    """The names and values for the head of an article's page; of a page without the text, those of the original."""
    here, first = read_here(at), original(at)
    work = here or first
    if work is None:
        return []
    day = work.date.text if work.date else ""
    rows = [
        ("z.itemType", "bookSection" if work.is_part else "newspaperArticle"),
        ("z.extra", work.made_from),
        ("citation_title", work.title),
        *(("citation_author", _name(author)) for author in work.authors),
        ("citation_publication_date", day.replace("-", "/")),
        ("citation_book_title" if work.is_part else "citation_journal_title", work.container),
        ("citation_language", work.language),
        ("citation_public_url", work.address),
        ("dc.title", work.title),
        *(("dc.creator", _name(author)) for author in work.authors),
        ("dc.date", day),
        ("dc.language", work.language),
        ("dc.relation.ispartof", work.container),
        ("dcterms.isVersionOf", _known_as(first) if here and first else ""),
    ]
    return [(name, value) for name, value in rows if value]


def _name(author: Author) -> str:
    """Family name first, unless blanks on both sides of the comma would make two people of it for Zotero."""
    if not author.given:
        return author.family
    is_split = " " in author.family and " " in author.given
    return f"{author.given} {author.family}" if is_split else f"{author.family}, {author.given}"


def _known_as(work: Work) -> str:
    return work.address or ", ".join(filter(None, (work.title, work.container, work.date.text if work.date else "")))
