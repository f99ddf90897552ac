"""Reads the metadata of a web page: JSON-LD, meta elements, and the comment that browsers add on saving."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from lxml import etree

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact, Where
from course_reader.scrape.lines import bylines, dates, outlets
from course_reader.scrape.lines.addresses import clean_url
from course_reader.scrape.lines.segments import Segment
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.webpage.days import day_of_page
from course_reader.scrape.webpage.people import author_of_page
from course_reader.scrape.webpage.places import Head, head_of

_SAVED = re.compile(r"<!--\s*saved from url=\(\d{1,6}\)(\S{8,2000})\s*-->")
_ARTICLE_TYPES = frozenset(
    [
        "NewsArticle",
        "Article",
        "ReportageNewsArticle",
        "BlogPosting",
        "AnalysisNewsArticle",
        "LiveBlogPosting",
        "WebPage",
        "OpinionNewsArticle",
    ]
)
_META = {
    Fact.TITLE: "og:title twitter:title dc.title headline",
    Fact.DATE: "article:published_time og:article:published_time datepublished date dc.date dc.date.issued pubdate"
    " publishdate publish_date publication_date parsely-pub-date sailthru.date article.published",
    Fact.OUTLET: "og:site_name application-name dc.publisher publisher",
    Fact.BYLINE: "dc.creator author article:author byl parsely-author sailthru.author twitter:creator",
    Fact.URL: "og:url twitter:url",
}
_JSON = (
    ("headline", Fact.TITLE),
    ("datePublished", Fact.DATE),
    ("dateModified", Fact.UPDATED),
    ("url", Fact.URL),
)
_UPDATED = ("article:modified_time", "og:updated_time", "datemodified", "last-modified")


def read_meta(draft: Draft, root: etree._Element, text: str) -> None:
    """PrintedRecord the clues of the page's head, the most reliable first."""
    metas = _metas(root)
    for item in _json_ld(root):
        _from_json(draft, item)
    for field, names in _META.items():
        for name in names.split():
            if name in metas and not draft.clues.get(field):
                _note(draft, field, *metas[name])
    head = head_of(root)
    _from_elements(draft, root, head)
    if not draft.clues.get(Fact.DATE):
        _from_time(draft, root, head)
    for name in _UPDATED:
        if name in metas:
            _note(draft, Fact.UPDATED, *metas[name])
    _addresses(draft, root, text)
    if not draft.clues.get(Fact.TITLE):
        title = root.findtext("head/title")
        if title and squeeze(title):
            _note(draft, Fact.TITLE, squeeze(title), 1)
    tag = (root.get("lang") or root.get("{http://www.w3.org/XML/1998/namespace}lang") or "").split("-")[0].lower()
    if re.fullmatch(r"[a-z]{2,3}", tag):
        _note(draft, Fact.LANGUAGE, tag, 1)


def _metas(root: etree._Element) -> dict[str, tuple[str, int]]:
    metas: dict[str, tuple[str, int]] = {}
    for meta in root.iter("meta"):
        names = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        content = squeeze(meta.get("content") or "")
        for name in names.split() if content else ():
            metas.setdefault(name.replace("dc:", "dc."), (content, meta.sourceline or 1))
    return metas


def _json_ld(root: etree._Element) -> Iterator[dict[str, object]]:
    for script in root.iter("script"):
        if (script.get("type") or "").lower() != "application/ld+json":
            continue
        try:
            data = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for item in graph if isinstance(graph, list) else ():
            kinds = item.get("@type") if isinstance(item, dict) else None
            if isinstance(item, dict) and _ARTICLE_TYPES & set(kinds if isinstance(kinds, list) else [str(kinds)]):
                yield item


def _from_json(draft: Draft, item: dict[str, object]) -> None:
    for key, field in _JSON:
        value = item.get(key)
        if isinstance(value, str) and value and not draft.clues.get(field):
            _note(draft, field, squeeze(value), 1)
    authors = item.get("author")
    listed = authors if isinstance(authors, list) else [authors]
    names = [
        squeeze(str(a.get("name", "")) if isinstance(a, dict) else a if isinstance(a, str) else "") for a in listed
    ]
    names = [name for name in names if name]
    if names and not draft.clues.get(Fact.BYLINE):
        _note(draft, Fact.BYLINE, " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names), 1)
    publisher = item.get("publisher")
    house = squeeze(str(publisher.get("name") or "")) if isinstance(publisher, dict) else ""
    known = outlets.by_name(house)
    if house and known is not None and known.agency:
        segment = Segment(house, house, 1, 1, gap=False)
        draft.clue(Fact.AGENCY, known.name, segment, Where.METADATA)
    elif house and not draft.clues.get(Fact.OUTLET):
        _note(draft, Fact.OUTLET, house, 1)


def _note(draft: Draft, field: Fact, value: str, line: int) -> None:
    segment = Segment(value, value, line, line, gap=False)
    where = Where.METADATA
    if field in (Fact.DATE, Fact.UPDATED):
        found = dates.find_dates(value)
        if found and found[0].iso:
            draft.clue(field, found[0].iso, segment, where, day=found[0])
    elif field == Fact.BYLINE:
        _author(draft, value, segment, where)
    elif field == Fact.OUTLET:
        outlet = outlets.by_name(value)
        draft.clue(Fact.OUTLET, outlet.name if outlet else value, segment, where)
    elif field == Fact.URL:
        if value.startswith(("http://", "https://")):
            draft.clue(Fact.URL, clean_url(value), segment, where)
    elif field == Fact.LANGUAGE:
        draft.clue(Fact.LANGUAGE, value, segment, where)
    else:
        draft.clue(field, value, segment, where)


def _author(draft: Draft, value: str, segment: Segment, where: Where) -> None:
    if "://" in value or value.startswith("@"):
        return
    who = bylines.parse(value) or bylines.people(value)
    for name, outlet in ((Fact.AGENCY, who.agency), (Fact.OUTLET, who.outlet)):
        if outlet is not None:
            draft.clue(name, outlet.name, segment, where)
    if who.byline and (who.outlet is None or outlets.by_name(who.byline) is None):
        draft.clue(Fact.BYLINE, who.byline, segment, where)


def _from_elements(draft: Draft, root: etree._Element, head: Head) -> None:
    """Note the author that the page shows, unless its metadata has a name; a text that may name one is asked about."""
    known = draft.clues.get(Fact.BYLINE, [])
    if any(not _is_handle(clue.value) for clue in known):
        return
    shown, sure, unread = author_of_page(root, head)
    if shown is not None:
        draft.clues[Fact.BYLINE] = []
        segment = Segment(shown.names, shown.names, shown.line, shown.line, gap=False)
        _author(draft, shown.names, segment, Where.MARKED)
        if not sure:
            draft.ask(Fact.BYLINE, f"Is “{shown.names}” (line {shown.line}), far from the headline, the author?")
    elif unread and not known:
        draft.ask(Fact.BYLINE, f"Who wrote the article? The page marks “{unread[:80]}” as its author.")


def _is_handle(name: str) -> bool:
    """A name for signing in, rather than one that is printed: ``jdoe-2``, ``admin``."""
    return " " not in name and (name.islower() or any(char.isdigit() or char in "_-" for char in name))


def _from_time(draft: Draft, root: etree._Element, head: Head) -> None:
    """Note the day that the page shows."""
    shown, sure = day_of_page(root, head)
    if shown is not None:
        segment = Segment(shown.text, shown.text, shown.line, shown.line, gap=False)
        where = Where.TIME if shown.exact else Where.PUBLISHED
        draft.clue(Fact.DATE, shown.day.iso or "", segment, where, sure=sure, day=shown.day)


def _addresses(draft: Draft, root: etree._Element, text: str) -> None:
    for link in root.iter("link"):
        if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith("http"):
            value = clean_url(link.get("href") or "")
            draft.clues[Fact.URL] = [c for c in draft.clues.get(Fact.URL, []) if c.value == value]
            _note(draft, Fact.URL, value, link.sourceline or 1)
            return
    saved = _SAVED.search(text[:8000])
    if saved is not None and not draft.clues.get(Fact.URL):
        _note(draft, Fact.URL, saved.group(1), 1)
