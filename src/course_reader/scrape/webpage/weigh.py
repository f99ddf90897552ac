"""Weighs which blocks of a page are the article: two extractors, and what the page itself shows.

Each fact about a block has a weight; a block whose sum is above a limit is kept. The weights were fitted to one half of
a public set of pages, and measured on the other: see `tests/benchmarks/importing.py`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from course_reader.scrape.lines import furniture
from course_reader.scrape.webpage.blocks import Leaf

_WORDS = re.compile(r"\W+")
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
#: In longer articles only whole lines are compared, to keep the time in proportion.
_SEARCHED = 400_000
#: How many characters make a paragraph, a long one, a very long one; and how few make a label.
_PARAGRAPH, _LONG, _VERY_LONG, _SHORT = 60, 80, 200, 25
#: A block with a greater share of link text is nothing else.
_ALL_LINK = 0.9
#: So many blocks above and below are near.
_NEAR = 4
#: Above this sum, a block is part of the article.
_LIMIT = -0.4
#: What each fact about a block is worth; the first is what a block without any fact has.
_START = -4.1
_WEIGHTS: dict[str, float] = {
    "first extractor": 3.8,
    "second extractor": 0.6,
    "both": 1.4,
    "above": 1.0,
    "below": 0.4,
    "near above": 0.3,
    "near below": 1.2,
    "within": 2.1,
    "first extractor, within": -1.3,
    "second extractor, within": 0.5,
    "before": 0.6,
    "after": 0.8,
    "heading": -2.6,
    "heading, within": 0.4,
    "item": -0.7,
    "item, within": -0.5,
    "paragraph": -1.4,
    "other": -1.6,
    "caption": 2.3,
    "long": -0.4,
    "very long": 0.9,
    "short": 1.3,
    "links": -1.2,
    "mostly links": -1.3,
    "outside": -0.6,
    "furniture": -1.4,
    "sentence": 0.3,
    "home": -0.4,
    "quotation, within": 3.0,
    "class": 0.3,
}


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one extractor takes for the article: its lines, folded."""

    lines: frozenset[str]
    whole: str = field(repr=False)

    def has(self, words: str) -> bool:
        """Whether a folded block is in it."""
        if len(words) < 3:
            return False
        return words in self.lines or (len(self.whole) < _SEARCHED and f" {words} " in self.whole)


def opinion_of(text: str) -> Opinion:
    """The opinion of an extractor with this text."""
    lines = [fold(line) for line in text.split("\n") if line.strip()]
    return Opinion(frozenset(lines), f" {' '.join(line for line in lines if line)} ")


def fold(text: str) -> str:
    """A text without case and punctuation."""
    return _WORDS.sub(" ", text).casefold().strip()


def linked(leaf: Leaf) -> float:
    """The share of link text in a block."""
    length = sum(len("".join(link.itertext())) for link in leaf.element.iter("a"))
    return length / max(1, len(leaf.plain))


def keep(leaves: Sequence[Leaf], first: Opinion, second: Opinion) -> None:
    """Keep the blocks that are the article."""
    folded = [fold(leaf.plain) for leaf in leaves]
    page = _Page(leaves, [(first.has(words), second.has(words)) for words in folded])
    for number, leaf in enumerate(leaves):
        leaf.kept = (leaf.tag == "figcaption" or page.is_near(number)) and page.weight(number) > _LIMIT
        if leaf.kept and furniture.match(leaf.plain) is not None:
            leaf.kept = page.weight(number) + _WEIGHTS["furniture"] > _LIMIT
    _keep_tables(leaves)
    _drop_tags(leaves)


def _drop_tags(leaves: Sequence[Leaf]) -> None:
    """Drop a list of links of a word or two below the last sentence: topics, or sections of the site."""
    kept = [leaf for leaf in leaves if leaf.kept]
    while kept and kept[-1].tag == "li" and linked(kept[-1]) > _ALL_LINK and len(kept[-1].plain) <= _SHORT:
        kept.pop().kept = False


def _keep_tables(leaves: Sequence[Leaf]) -> None:
    """Keep tables whole: all rows if there is one that the rest speaks for."""
    tables = {next(leaf.element.iterancestors("table")) for leaf in leaves if leaf.tag == "tr" and leaf.kept}
    for leaf in leaves:
        if leaf.tag == "tr" and next(leaf.element.iterancestors("table")) in tables:
            leaf.kept = True


class _Page:
    """What is known of all blocks of a page."""

    def __init__(self, leaves: Sequence[Leaf], votes: list[tuple[bool, bool]]) -> None:
        self._leaves = leaves
        self._votes = votes
        self._sums = [one + other for one, other in votes]
        sure = [n for n, leaf in enumerate(leaves) if self._sums[n] == 2 and len(leaf.plain) > _PARAGRAPH]
        self._start, self._end = (sure[0], sure[-1]) if sure else (len(leaves), -1)
        self._homes: Counter[etree._Element | None] = Counter()
        self._classes: Counter[str] = Counter()
        for leaf, votes_of in zip(leaves, self._sums, strict=True):
            home = leaf.element.getparent()
            self._homes[home] += votes_of > 0 and len(leaf.plain) > _PARAGRAPH
            self._classes[_class_of(home)] += votes_of == 2

    def is_near(self, number: int) -> bool:
        """Whether an extractor keeps the block or one near it; most blocks of a page are far from all that."""
        around = self._sums[max(0, number - _NEAR) : number + 1 + _NEAR]
        return self._start <= number <= self._end or any(around)

    def weight(self, number: int) -> float:
        """The sum of what the facts about a block are worth."""
        return _START + sum(_WEIGHTS[name] * value for name, value in self.facts(number))

    def facts(self, number: int) -> Iterator[tuple[str, float]]:
        """The facts about one block, each with its measure."""
        leaf, (one, other) = self._leaves[number], self._votes[number]
        within = self._start <= number <= self._end
        yield "first extractor", one
        yield "second extractor", other
        yield "both", one and other
        yield "above", (self._sums[number - 1] / 2 if number else 0)
        yield "below", (self._sums[number + 1] / 2 if number + 1 < len(self._sums) else 0)
        yield "near above", max(self._sums[max(0, number - _NEAR) : number], default=0) / 2
        yield "near below", max(self._sums[number + 1 : number + 1 + _NEAR], default=0) / 2
        yield "within", within
        yield "first extractor, within", one and within
        yield "second extractor, within", other and within
        yield "before", number < self._start
        yield "after", number > self._end
        yield from _form(leaf, within=within)
        home = leaf.element.getparent()
        yield "home", self._homes[home] > 1
        yield "quotation, within", within and not leaf.outside and _is_quoted(leaf)
        kind = _class_of(home)
        yield "class", bool(kind) and self._classes[kind] > 1 and not leaf.outside


def _is_quoted(leaf: Leaf) -> bool:
    """Whether a block is in a quotation, such as a post of a network that the article shows."""
    return leaf.tag == "blockquote" or next(leaf.element.iterancestors("blockquote"), None) is not None


def _class_of(home: etree._Element | None) -> str:
    return "" if home is None else home.get("class") or ""


def _form(leaf: Leaf, *, within: bool) -> Iterator[tuple[str, float]]:
    length, share = len(leaf.plain), linked(leaf)
    if leaf.tag in _HEADINGS:
        yield "heading", 1
        yield "heading, within", within
    elif leaf.tag == "li":
        yield "item", 1
        yield "item, within", within
    elif leaf.tag == "p":
        yield "paragraph", 1
    elif leaf.tag == "figcaption":
        yield "caption", 1
    elif leaf.tag != "blockquote":
        yield "other", 1
    yield "long", length > _LONG
    yield "very long", length > _VERY_LONG
    yield "short", length < _SHORT
    yield "links", min(1, share)
    yield "mostly links", share > 0.5
    yield "outside", leaf.outside
    yield "sentence", leaf.plain[-1:] in '.!?…”"’»'
