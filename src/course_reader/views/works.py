"""The works that one can cite on a page: the article as it was published, and the text that one reads here."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from course_reader.model.article import Article
from course_reader.model.dates import Edtf, spell
from course_reader.views.at import At

#: what separates the names in a byline; a comma before "Jr." does not
_BETWEEN = re.compile(r"\s*(?:,(?! (?:Jr|Sr|II|III|IV)\b)|;|\b(?i:and)\b|&)\s*")
_BEFORE = re.compile(r"^by\s+", re.IGNORECASE)
#: where somebody wrote, after the name
_WHERE = re.compile(r"\s+in\s+\S.*$")
#: words of bodies; no family has such a name
_BODY = re.compile(
    r"^the\b|\b(?:staff|authors?|news|press|agency|agencies|desk|team|editors?|editorial|reporters?|correspondents?|bureau|service"
    r"|radio|tv|television|media|times|post|ltd|inc|university|institute|ministry|committee|newsroom"
    r"|reuters|afp|tass|dpa|interfax|xinhua|bloomberg)\b",
    re.IGNORECASE,
)
#: a person: up to three given names; then the family's name, with what belongs to it
_PERSON = re.compile(
    r"(\S+(?: \S+){0,2}?) ((?:(?:van|von|der|den|de|del|della|da|dos|du|di|la|le|bin|ibn|al|el|ter|ten|zu) )*[^\s,]+)"
    r"(?:,? ((?:Jr|Sr)\.?|II|III|IV))?"
)


@dataclass(frozen=True, slots=True)
class Author:
    """An author: a person with a family name, or a body."""

    family: str
    #: "" for a body
    given: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """A work, as far as it is known."""

    title: str
    authors: tuple[Author, ...]
    #: the newspaper, or the reader
    container: str
    date: Edtf | None
    address: str
    language: str
    #: the key in a bibliography
    key: str
    #: whether it is a part of the reader, not of a newspaper
    is_part: bool = False
    #: what it was made from, as a sentence; "" for a text that was published nowhere else
    made_from: str = ""


def read_here(at: At) -> Work | None:
    """The text on an article's page; None if the page withholds it."""
    article = at.page.article
    if article is None or not at.library.is_shown(at.page):
        return None
    documents, first = at.library.documents, original(at)
    here = Work(
        title=at.page.title or article.title,
        authors=_authors(article),
        container=documents.project,
        date=article.date,
        address=documents.address(at.docname),
        language=article.language,
        key=_key(documents.project, article.date),
        is_part=True,
    )
    if first is None:
        return here
    verb = "Adapted from" if article.adapted_from else "Reprinted from"
    when = spell(first.date) if first.date else ""
    by = " and ".join(f"{author.given} {author.family}".strip() for author in first.authors)
    said = ", ".join(filter(None, (by, f"“{first.title}”", article.outlet, when)))
    here = replace(here, date=None, key=f"{first.key}-here", made_from=f"{verb} {said}.")
    if not article.adapted_from:
        return here
    return replace(here, authors=_people(documents.author))


def original(at: At) -> Work | None:
    """The article as it was published; None if it was published nowhere else."""
    article = at.page.article
    if article is None:
        return None
    source = article.adapted_from
    address = article.url or (source.url if source else None) or ""
    if at.library.is_shown(at.page) and not (source or article.outlet or article.agency or address):
        return None
    return Work(
        title=(source.title if source else None) or article.title,
        authors=_authors(article),
        container=article.outlet or "",
        date=article.date,
        address=address,
        language=article.language,
        key=_key(article.agency or article.outlet or "article", article.date),
    )


def _authors(article: Article) -> tuple[Author, ...]:
    """The people of the byline, or else the agency."""
    byline = _BEFORE.sub("", (article.byline or "").strip()).rstrip(".")
    known = {text.casefold() for text in (article.agency, article.outlet) if text}
    if not byline or byline.casefold() in known:
        return tuple(Author(text) for text in (byline or article.agency,) if text)
    return _people(byline)


def _people(names: str) -> tuple[Author, ...]:
    family, comma, given = names.partition(", ")
    if comma and " " not in family and not _BODY.search(names) and len(_BETWEEN.split(names)) == 2:
        # One person, family name first: nobody is called by one word alone.
        return (Author(family, _WHERE.sub("", given)),)
    return tuple(_name(_WHERE.sub("", part)) for part in _BETWEEN.split(names) if part)


def _name(text: str) -> Author:
    """A person if the name has two words or more, none of them a body's."""
    found = None if _BODY.search(text) else _PERSON.fullmatch(text)
    if found and text.isupper():
        # A line in capitals, as newspapers set them.
        found = _PERSON.fullmatch(text.title())
    return Author(" ".join(filter(None, (found[2], found[3]))), found[1]) if found else Author(text)


def _key(body: str, date: Edtf | None) -> str:
    words = re.findall(r"[a-z]+", body.lower().removeprefix("the "))
    return (words[0] if words else "article") + (str(date.first.year) if date else "")
