"""The two works that one can cite: the article as it was published, and the text that one reads here."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.model.article import Article
from course_reader.model.dates import Edtf, spell
from course_reader.views.at import At

#: what separates the names in a byline
_BETWEEN = re.compile(r"\s*(?:,| and | & |;)\s*")


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
    #: what it was made from, as a sentence; "" for an original
    made_from: str = ""

    @property
    def is_original(self) -> bool:
        """Whether it was published elsewhere."""
        return not self.made_from


def original(article: Article) -> Work:
    """The article as it was published."""
    source = article.adapted_from
    return Work(
        title=(source.title if source else None) or article.title,
        authors=_authors(article),
        container=article.outlet or "",
        date=article.date,
        address=article.url or (source.url if source else None) or "",
        language=article.language,
        key=_key(article.agency or article.outlet or "article", article.date),
    )


def own(at: At, article: Article) -> Work:
    """The text in this reader."""
    documents, first = at.library.documents, original(article)
    editor = documents.author
    when = spell(article.date) if article.date else "n.d."
    verb = "Adapted from" if article.adapted_from else "Reprinted from"
    by = article.byline or article.agency
    said = ", ".join(filter(None, (by, f"“{first.title}”", article.outlet, when)))
    return Work(
        title=article.title,
        authors=(Author(editor),) if article.adapted_from and editor else () if article.adapted_from else first.authors,
        container=documents.project,
        date=None,
        address="",
        language=article.language,
        key=f"{first.key}-here",
        made_from=f"{verb} {said}.",
    )


def _authors(article: Article) -> tuple[Author, ...]:
    """The people of the byline, or else the agency."""
    if article.byline:
        return tuple(_name(part) for part in _BETWEEN.split(article.byline.strip().rstrip(".")) if part)
    return (Author(article.agency),) if article.agency else ()


def _name(text: str) -> Author:
    """A person if the name has two to four words; the last is the family name, with what belongs to it."""
    found = re.fullmatch(r"([^\s]+(?: [^\s]+){0,2}?) ((?:(?:van|von|de|der|den|da|di|la|le|bin|al) )*[^\s]+)", text)
    return Author(found[2], found[1]) if found else Author(text)


def _key(body: str, date: Edtf | None) -> str:
    words = re.findall(r"[a-z]+", body.lower().removeprefix("the "))
    return (words[0] if words else "article") + (str(date.first.year) if date else "")
