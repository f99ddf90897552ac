"""The outlet of an article, as it was on that day, and the rights in the text, as values."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from course_reader.marks.records import Page
from course_reader.model.article import Article
from course_reader.model.entry import Organisation
from course_reader.model.periods import DatedText
from course_reader.views.at import At
from course_reader.views.library import Library, once
from course_reader.views.records import GlossView

#: the facts about an outlet: key and label
OUTLET_ROWS = (
    ("owner", "Owner"),
    ("funding", "How it is paid for"),
    ("status", "At the time"),
    ("naming", "Names it uses"),
)

#: "Azatutyun (RFE/RL Armenian Service)": the words in brackets explain the name
_EXPLAINED = re.compile(r"\s*\([^()]*\)\s*$")


@dataclass(frozen=True, slots=True)
class OutletView:
    """An outlet or agency as it was on the day of an article."""

    gloss: GlossView
    #: facts about it: label and text
    rows: tuple[tuple[str, str], ...]
    #: whether any of this changed later
    changed: bool


@dataclass(frozen=True, slots=True)
class OriginView:
    """Facts about the source of an article."""

    outlets: tuple[OutletView, ...]
    #: the origin of the text in a sentence, for outlets without an entry
    origin: str
    terms: str
    holder: str
    #: the address of the original; "" if unknown
    address: str


def source(at: At) -> OriginView | None:
    """Facts about the source of an article."""
    article = at.page.article
    if article is None:
        return None
    rights = article.rights
    address = article.url or (article.adapted_from.url if article.adapted_from else None)
    return OriginView(
        _outlets(at.library, at.page),
        origin(article),
        (rights and rights.terms) or "",
        (rights and rights.holder) or "",
        address or "",
    )


def origin(article: Article) -> str:
    """The origin of a text in a sentence."""
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


@once
def organisations(library: Library) -> dict[str, str]:
    """The ids of organisations by their names in lower case."""
    names: dict[str, str] = {}
    for file in library.glossary:
        if isinstance(file.entry, Organisation):
            for name in (file.entry.name, *(a.name for a in file.entry.aliases if not a.metonym)):
                names.setdefault(name.casefold(), file.id)
    return names


def _outlets(library: Library, page: Page) -> tuple[OutletView, ...]:
    """The agency and the outlet of an article, if they have entries, as they were on its day."""
    article = page.article
    if article is None:
        return ()
    found: dict[str, OutletView] = {}
    for name in filter(None, (article.agency, article.outlet)):
        for form in (name, _EXPLAINED.sub("", name)):
            entry_id = organisations(library).get(form.casefold())
            if entry_id and entry_id not in found:
                found[entry_id] = _outlet(library, entry_id, page.day)
    return tuple(found.values())


def _outlet(library: Library, entry_id: str, day: date | None) -> OutletView:
    entry, at = library.glossary[entry_id], day or date.max
    assert isinstance(entry, Organisation)
    facts = {label: [item.text for item in getattr(entry, key) if item.covers(at)] for key, label in OUTLET_ROWS}
    rows = tuple((label, text) for label, texts in facts.items() for text in texts)
    return OutletView(library.gloss(entry_id, day), rows, any(_begins_after(item, at) for item in _facts(entry)))


def _facts(entry: Organisation) -> Iterable[DatedText]:
    return (item for key, _ in OUTLET_ROWS for item in getattr(entry, key))


def _begins_after(item: DatedText, day: date) -> bool:
    return item.start is not None and item.start.first > day
