"""The authors that a page shows: elements whose class, `rel` or `itemprop` says that they name the author."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import bylines, dates, furniture, outlets
from course_reader.scrape.markdown import squeeze
from course_reader.scrape.webpage.places import Head, tokens_of
from course_reader.scrape.words import words

#: The beginnings of words in a class that name the author, and words that do.
_STARTS = ("author", "byline", "auteur", "autor", "contrib", "blogger", "bloger", "journalist", "columnist", "redakt")
_MEAN = frozenset(["writer", "reporter", "by", "submitted", "vcard", "hcard", "verfasser", "avtor", "yazar"])
#: Elements with these words in their class tell about the author rather than name one.
_ABOUT = frozenset(
    ["bio", "avatar", "image", "img", "photo", "picture", "social", "desc", "description", "about", "icon", "tagline"]
)
#: Longer texts tell about the author.
_LONGEST = 220
_MOST = 6
_NEVER = frozenset(["meta", "link", "script", "style", "body", "html", "form"])
#: Classes of the elements that hold the name alone.
_NAMES = frozenset(["name", "fn", "vcard"])
#: So many elements after the headline the byline of a page may be, even below a first paragraph.
_CLOSE = 80
_SMALL = words("byline")
_LEAD = expression(
    r"(?:(?:written|posted|published|reported|submitted|story|words|text|analysis|opinion|review|article) )?by\b:?\s*|"
    r"(?:von|par|di|por|av|door|autore?n?|auteurs?|authors?|автор|текст|yazar)\b\s*:?\s*",
    re.I,
)
_END = expression(
    r"\s*(?:[|·•–—]|\s-(?:\s|$)|(?<!\w)(?:updated|published|posted|last modified|on|at)\b|@|\().*$", re.I | re.S
)
#: Words for links beside a name.
_LINK = expression(
    r"(?:view|see|all|more|read|follow|e-?mail|contact|about|biography|bio|profile|posts|archive|website|show)\b.*|"
    r".*\b(?:posts|articles|stories|profile|archive|author|topics|policy|name|advertising|share)",
    re.I,
)
_WEEKDAY = expression(r",?\s*(?<!\w)(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?,?\s*$", re.I)
_CLOCK = expression(r"\d\d?[:.]\d\d")
_AND = expression(r"\s*(?:,|&|\band\b|\bund\b|\bet\b|\by\b|\bи\b)\s*")
_JOINTS = expression(r"[\s,&;]*(?:and|und|et|e|y|i|и|with|,|&|;)?[\s,&;]*", re.I)


@dataclass(frozen=True, slots=True)
class ShownAuthor:
    """An author as a page shows it."""

    names: str
    line: int
    #: Whether the element itself is one that names authors (`rel`, `itemprop`), rather than one that speaks of them.
    strong: bool
    #: The place of the element in the page.
    order: int


def authors_shown(root: etree._Element, head: Head) -> tuple[list[ShownAuthor], list[str]]:
    """The authors in the order of the page, and texts of elements that should name one but could not be read."""
    found: list[ShownAuthor] = []
    unread: list[str] = []
    done: set[etree._Element] = set()
    for order, element in enumerate(root.iter()):
        if not isinstance(element.tag, str) or element.tag in _NEVER:
            continue
        strong = _is_strong(element)
        if not strong and not _says_author(element):
            continue
        if not done.isdisjoint(element.iterancestors()) or head.is_elsewhere(element):
            continue
        texts = _texts_of_names(element)
        if sum(map(len, texts)) > _LONGEST:
            # A byline may go on with what is said about its author.
            texts = texts[:2] if any(token.startswith("byline") for token in tokens_of(element)) else []
        if not texts:
            continue
        names = names_in(texts, strong=strong or not _NAMES.isdisjoint(tokens_of(element)))
        if names:
            done.add(element)
            found.append(ShownAuthor(names, element.sourceline or 1, strong, order))
        elif strong or len(texts) < 4:
            unread.append(squeeze(" ".join(texts)))
    return found, unread


def author_of_page(root: etree._Element, head: Head) -> tuple[ShownAuthor | None, bool, str]:
    """The author that a page shows, whether that is sure, and else a text that may name one.

    An author between the headline and the first paragraphs is sure, and a marked one that is the only one on the page.
    """
    found, unread = authors_shown(root, head)
    if not found:
        return None, False, next((text for text in unread if re.search(r"[^\W\d_]{3}", text)), "")
    near = next((one for one in found if head.is_near(one.order)), None)
    if near is not None:
        return near, True, ""
    below = [one for one in found if one.order >= head.top] or found
    several = len({one.names.casefold() for one in below}) > 1
    close = head.top >= 0 and below[0].order - head.top < _CLOSE
    return below[0], close or (below[0].strong and not several), ""


def _is_strong(element: etree._Element) -> bool:
    said = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".lower().split()
    return "author" in said or "creator" in said


def _says_author(element: etree._Element) -> bool:
    tokens = tokens_of(element)
    if not tokens or len(tokens) > 120 or not _ABOUT.isdisjoint(tokens):
        return False
    return any(token.startswith(_STARTS) or token in _MEAN for token in tokens)


def _texts_of_names(element: etree._Element) -> list[str]:
    """The texts of an element, or of the elements in it that hold names alone."""
    inner = [
        one
        for one in element.iterdescendants()
        if isinstance(one.tag, str)
        and one.tag not in ("input", "label")
        and (one.get("itemprop") == "name" or one.get("rel") == "author" or not _NAMES.isdisjoint(tokens_of(one)))
    ]
    whole = list(_texts(element))
    if not inner:
        return whole
    texts = [text for one in inner for text in _texts(one)]
    led = [text for text in whole[:1] if _LEAD.match(text)]
    return [*led, *texts] if texts else whole


def _texts(element: etree._Element) -> Iterator[str]:
    """The separate texts of an element, without those of hidden and silent ones."""
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript", "svg", "button", "img"):
        return
    style = (element.get("style") or "").replace(" ", "")
    if "display:none" in style or element.get("hidden") is not None:
        return
    if text := squeeze(element.text or ""):
        yield text
    for child in element:
        yield from _texts(child)
        if text := squeeze(child.tail or ""):
            yield text


def names_in(texts: list[str], *, strong: bool) -> str:
    """The names in the texts of one element, joined; empty if there are none.

    >>> names_in(["By", "Jane Doe", "Staff Writer", "3 May 2023"], strong=False)
    'Jane Doe'
    >>> names_in(["By Jane Doe and John Roe, May 3, 2023 09:30 GMT"], strong=False)
    'Jane Doe and John Roe'
    """
    names: list[str] = []
    led = False
    for text in texts:
        rest = _LEAD.sub("", text, count=1) if _LEAD.match(text) else text
        led = led or rest != text
        rest = _shorn(rest)
        if not rest or _JOINTS.fullmatch(rest) is not None:
            continue
        name = _as_names(rest, first=not names, loose=led or strong)
        if name and name.casefold() not in [known.casefold() for known in names]:
            names.append(name)
        elif not name and names:
            break
        if len(names) == _MOST:
            break
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)


def _shorn(text: str) -> str:
    """A text without the day, the time and all else that follows a name."""
    days = dates.find_dates(text)
    if days:
        text = text[: days[0].start]
    clock = _CLOCK.search(text)
    if clock is not None:
        text = text[: clock.start()]
    text = _END.sub("", text)
    return _WEEKDAY.sub("", text).strip(" ,.;:|-–—")


def _as_names(text: str, *, first: bool, loose: bool) -> str:
    """A text if it names people, or an outlet; words of other form only at the first place of a sure element."""
    if len(text) > 120 or any(char.isdigit() for char in text) or "://" in text or _LINK.fullmatch(text):
        return ""
    if outlets.by_name(text) is not None:
        return text if first else ""
    head, *others = text.split(",")
    text = ",".join([head, *(part for part in others if not bylines.is_role(part.strip()))])
    if bylines.is_role(text) or furniture.match(text, in_head=True) is not None:
        return ""
    who = _without_houses(bylines.people(text).byline or "")
    parts = [part for part in _AND.split(who) if part]
    if parts and all(bylines.is_person(_plain_case(part)) or _is_unspaced(part) for part in parts):
        return who
    if not first or not loose or not text[:1].isupper() or text.endswith((".", "!", "?")):
        return ""
    return text if len(text.split()) <= 4 and text.casefold() not in _SMALL else ""


def _without_houses(names: str) -> str:
    """Names without a last one in capitals, which is an outlet's: ``Jane Doe and John Roe, BAY TODAY``."""
    rest, _, last = names.rpartition(", ")
    return rest if rest and last.isupper() and not rest.isupper() else names


def _plain_case(name: str) -> str:
    return name.title() if name.isupper() or name.islower() else name


def _is_unspaced(name: str) -> bool:
    """A name in a script without capitals or without spaces."""
    return 1 < len(name) <= 12 and not name.isascii() and name.upper() == name.lower()
