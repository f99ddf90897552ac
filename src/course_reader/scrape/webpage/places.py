"""Where the parts of a page are: its headline, what is near it, and the boxes beside the article."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree

from course_reader.scrape.words import words

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_TOKEN = re.compile(r"[a-z]+")
#: Words in the classes of boxes that name other people and days than those of the article.
_ELSEWHERE = words("page_elsewhere")
#: So many elements above the headline may be its byline; a longer text below it is the first paragraph.
_ABOVE, _PARAGRAPH = 25, 140
_DEEPEST = 12


def tokens_of(element: etree._Element) -> tuple[str, ...]:
    """The words in the class and the id of an element: ``entry-authorName`` has three."""
    own = element.attrib
    if not own:
        return ()
    return _tokens(" ".join((own.get("class", ""), own.get("id", ""), own.get("data-testid", ""))))


@lru_cache(maxsize=4096)
def _tokens(said: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(_CAMEL.sub(" ", said).lower()))


@dataclass(frozen=True, slots=True)
class Head:
    """Where the headline of a page is; elements are counted in the order of the page."""

    #: The place of the headline; -1 if there is none.
    top: int
    #: The place of the first paragraph after it; -1 if there is none.
    start: int
    #: The elements around the headline.
    around: frozenset[etree._Element]

    def is_near(self, order: int) -> bool:
        """Whether a place is between a little above the headline and the first paragraph."""
        return self.top >= 0 and self.top - _ABOVE <= order < self.start

    def is_elsewhere(self, element: etree._Element) -> bool:
        """Whether an element is in a box beside the article: related links, comments, menus."""
        for depth, around in enumerate([element, *element.iterancestors()]):
            if around in self.around or depth > _DEEPEST:
                return False
            if around.tag in ("nav", "aside", "footer", "figure", "figcaption", "form"):
                return not (around.tag == "footer" and depth < 4)
            tokens = tokens_of(around)
            if len(tokens) < 30 and not _ELSEWHERE.isdisjoint(tokens):
                return True
            if around.tag == "li" and around.find(".//h3") is not None:
                return True
        return False


def head_of(root: etree._Element) -> Head:
    """The head of a page."""
    top, around = -1, frozenset(root.iter("body", "html"))
    for order, element in enumerate(root.iter()):
        if element.tag == "h1" and top < 0 and len("".join(element.itertext()).split()) > 2:
            top, around = order, frozenset(element.iterancestors())
        elif element.tag == "p" and top >= 0 and len("".join(element.itertext())) > _PARAGRAPH:
            return Head(top, order, around)
    return Head(top, -1, around)
