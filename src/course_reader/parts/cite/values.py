"""Citations of an article, as values."""

from __future__ import annotations

import re
from dataclasses import dataclass

from course_reader.model.article import Article
from course_reader.model.dates import spell
from course_reader.views.at import At


@dataclass(frozen=True, slots=True)
class CiteView:
    """The entries for a list of works cited."""

    #: the article as it was published
    original: str
    #: its text in this reader, if it was adapted; "" if not
    own: str
    bibtex: str


#: what BibTeX takes for commands and brackets
_BIBTEX = str.maketrans(
    {sign: f"\\{sign}" for sign in "&%$#_"}
    | {"{": r"{\textbraceleft}", "}": r"{\textbraceright}", "\\": r"{\textbackslash}"}
)


def cited(at: At) -> CiteView | None:
    """The citations of an article."""
    article = at.page.article
    if article is None:
        return None
    when = spell(article.date) if article.date else "n.d."
    original = article.adapted_from.title if article.adapted_from and article.adapted_from.title else article.title
    author = article.byline or article.agency
    url = article.url or (article.adapted_from.url if article.adapted_from else None) or ""
    published = ", ".join(filter(None, (article.outlet, when)))
    text = " ".join(
        filter(None, (f"{author.rstrip('.')}." if author else None, f"“{original}.”", f"{published}.", url))
    )
    project = at.library.documents.project
    own = f"“{article.title}.” Adapted in {project}, after {author or article.outlet}, {when}."
    return CiteView(text, own if article.adapted_from else "", _bibtex(article, original, author, url))


def _bibtex(article: Article, title: str, author: str | None, url: str) -> str:
    words = re.findall(r"[a-z]+", (article.agency or article.outlet or "article").lower().removeprefix("the "))
    key = (words[0] if words else "article") + (str(article.date.first.year) if article.date else "")
    date = article.date.text if article.date else ""
    title, author, outlet = (text.translate(_BIBTEX) for text in (title, author or "", article.outlet or ""))
    rows = {"title": f"{{{title}}}", "author": f"{{{author}}}" if author else "", "journal": outlet}
    rows |= {"date": date, "url": url, "langid": article.language}
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in rows.items() if value)
    return f"@article{{{key},\n{fields}\n}}"
