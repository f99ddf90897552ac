"""How bylines, dates and outlets fare: right, asked, missing, wrong in silence; gold is what pages say of themselves.

Saved pages are read without that metadata too, as if the page had none: what its text and its elements show must do.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import dataclass

import lxml.html

from course_reader.scrape import Scraped
from course_reader.scrape.lines import outlets

FIELDS = ("byline", "date", "outlet")
_WORD = re.compile(r"[^\W\d_]+")
_ISO = re.compile(r"\d{4}-\d\d-\d\d")
_ARTICLES = re.compile(r"Article|Posting|Review|Recipe")
#: What is no name, though pages give it as their author.
_NO_AUTHOR = re.compile(r"://|^@|^(?:admin|staff|editor|redaktion|webmaster)\b", re.I)
_SMALL = frozenset(["by", "and", "und", "et", "e", "y", "the", "von", "par", "di", "de", "written", "edited"])


@dataclass(frozen=True)
class Gold:
    """What is right of a page; empty if it does not say."""

    byline: str = ""
    date: str = ""
    outlet: str = ""
    #: Whether it is known to have no author.
    no_byline: bool = False


def gold_of(html: str, expected: str | None) -> Gold:
    """The fields that a page gives in its metadata; *expected* is the set's own file about the page."""
    root = lxml.html.fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    known = json.loads(expected) if expected else {}
    articles = [item for item in _items(root) if _ARTICLES.search(str(item.get("@type")))]
    item = articles[0] if articles else {}
    outlet = known.get("siteName") or _meta(root, "og:site_name") or _names(item.get("publisher"))
    byline = known.get("byline") or _names(item.get("author")) or _meta(root, "author", "byl", "article:author")
    byline = "" if _NO_AUTHOR.search(byline) or _same(byline, outlet) else " ".join(byline.split())
    date = str(item.get("datePublished") or "") or _meta(root, "article:published_time", "datepublished", "pubdate")
    found = _ISO.match(date or str(known.get("publishedTime") or ""))
    return Gold(byline, found[0] if found else "", outlet, bool(known) and known.get("byline") is None)


def _items(root: lxml.html.HtmlElement) -> list[dict[str, object]]:
    found: list[dict[str, object]] = []
    for script in root.xpath("//script[@type='application/ld+json']"):
        try:
            data = json.loads(script.text or "", strict=False)
        except ValueError:
            continue
        listed = data if isinstance(data, list) else data.get("@graph", [data]) if isinstance(data, dict) else []
        found += [one for one in listed if isinstance(one, dict)]
    return found


def _names(value: object) -> str:
    listed = value if isinstance(value, list) else [value]
    names = [str(one.get("name") or "") if isinstance(one, dict) else str(one or "") for one in listed]
    return " and ".join(name for name in names if name)


def _meta(root: lxml.html.HtmlElement, *names: str) -> str:
    for name in names:
        for meta in root.iter("meta"):
            if (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower() == name:
                return (meta.get("content") or "").strip()
    return ""


def without_metadata(html: str) -> str:
    """The page without what it says of itself for machines."""
    root = lxml.html.fromstring(html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
    for element in root.xpath("//meta | //script | //head/title"):
        element.drop_tree()
    return str(lxml.html.tostring(root, encoding="unicode"))


def in_page(html: str) -> str:
    """The text of a page."""
    return " ".join(lxml.html.fromstring(html).itertext())


def _fold(text: str) -> list[str]:
    return [word for word in _WORD.findall(text.casefold()) if word not in _SMALL]


def _same(one: str, other: str) -> bool:
    a, b = _fold(one), _fold(other)
    part = (len(a) > 1 and set(a) <= set(b)) or (len(b) > 1 and set(b) <= set(a))
    return bool(a) and (sorted(a) == sorted(b) or part)


def _same_house(one: str, other: str) -> bool:
    """Whether two names are of one outlet: ``TheHill`` and ``The Hill``, ``WSJ`` and what it is short for."""
    known = outlets.by_name(one), outlets.by_name(other)
    a, b = (re.sub(r"^the|\.\w{2,3}$|\W|magazine$", "", name.casefold().strip()) for name in (one, other))
    return (known[0] is not None and known[0] == known[1]) or (len(a) > 1 and (a in b or b in a))


def in_text(gold: str, text: str, field: str) -> bool:
    """Whether a text has what is right: each word of a name, or the year and the day of a date."""
    if field == "date":
        year, _, day = gold.split("-")
        return year in text and re.search(rf"(?<!\d)0?{int(day)}(?!\d)", text) is not None
    has = f" {' '.join(_fold(text))} "
    return bool(_fold(gold)) and all(f" {word} " in has for word in _fold(gold))


def state_of(got: Scraped, gold: Gold, field: str) -> str:
    """How a field fares."""
    wanted = getattr(gold, field)
    value = getattr(got, field) or ""
    asked = any(item.field == field for item in got.unsure)
    if not wanted:
        if field == "byline" and gold.no_byline and value:
            return "invented, asked" if asked else "invented"
        return ""
    if value and (value == wanted if field == "date" else _same(value, wanted) or _same_house(value, wanted)):
        return "right"
    if asked:
        return "asked"
    return "wrong in silence" if value else "missing in silence"


class Tally:
    """Counts of states by field."""

    def __init__(self) -> None:
        self.counts = {field: Counter[str]() for field in FIELDS}

    def add(self, got: Scraped, gold: Gold, text: str | None = None) -> dict[str, str]:
        """Count one article; of a copy, only what its text has."""
        states = {}
        for field in FIELDS:
            wanted = getattr(gold, field)
            if text is not None and wanted and not in_text(wanted, text, field):
                continue
            states[field] = state_of(got, gold, field)
            if states[field]:
                self.counts[field][states[field]] += 1
        return states

    def rows(self) -> list[str]:
        """A line for each field."""
        rows = []
        for field, counts in self.counts.items():
            known = sum(n for state, n in counts.items() if not state.startswith("invented"))
            shares = ", ".join(f"{state} {n}" for state, n in sorted(counts.items()))
            rows.append(f"  {field:7} {known:4} known, right {100 * counts['right'] / max(1, known):5.1f} %: {shares}")
        return rows
