"""Scores of imports: words of bodies, sentences that are gone, titles."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field

import lxml.html

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"(?<=[.!?…])[\"”»’)]*\s+|\n+")
_SITE = re.compile(r"\s+[|·•–—»:-]\s+[^|·•–—»]{2,60}$")
#: The section or site before a title.
_SECTION = re.compile(r"^\w[\w .'’&]{1,30}\s*[|»]\s+")


@dataclass
class Page:
    """A saved page with what is right about it."""

    kind: str
    name: str
    html: str
    body: str
    #: As the page gives it for sharing.
    title: str = field(init=False)
    #: As it is printed: the only heading of the first level.
    printed: str = field(init=False)

    def __post_init__(self) -> None:
        """Read the title that the page gives for sharing, and the one that it shows."""
        root = lxml.html.fromstring(self.html.encode("utf-8"), parser=lxml.html.HTMLParser(encoding="utf-8"))
        found = root.xpath("//meta[@property='og:title' or @name='og:title']/@content")
        self.title = " ".join(found[0].split()) if found else ""
        shown = [" ".join(one.text_content().split()) for one in root.iter("h1")]
        self.printed = shown[0] if len(shown) == 1 else ""

    def is_title(self, text: str) -> bool:
        """Whether a text is the title in one of these two forms; pages shorten it for sharing."""
        return right_title(text, self.title) or right_title(text, self.printed)


def shared_lines(root: lxml.html.HtmlElement) -> str:
    """The text of an element, a line for each block."""
    for block in root.iter("p", "h1", "h2", "h3", "h4", "li", "blockquote", "div", "tr", "br"):
        block.tail = "\n" + (block.tail or "")
    return "\n".join(line.strip() for line in root.text_content().split("\n") if line.strip())


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Runs of four words."""
    words = _WORD.findall(text.lower())
    return Counter(tuple(words[n : n + 4]) for n in range(max(1, len(words) - 3)))


def body_scores(text: str, gold: str) -> tuple[float, float, float]:
    """Precision, recall and F of a body."""
    got, wanted = shingles(text), shingles(gold)
    both = sum((got & wanted).values())
    precision, recall = both / max(1, sum(got.values())), both / max(1, sum(wanted.values()))
    return precision, recall, 2 * precision * recall / (precision + recall) if both else 0.0


def gone(report: str, gold: str) -> Counter[str]:
    """The number of sentences of seven words or more, and of those that a report does not have."""
    counts: Counter[str] = Counter()
    has = " ".join(_WORD.findall(report.lower()))
    for sentence in _SENTENCE.split(gold):
        words = _WORD.findall(sentence.lower())
        if len(words) >= 7:
            counts["all"] += 1
            counts["gone"] += " ".join(words) not in has
    return counts


def right_title(title: str, gold: str) -> bool:
    """Whether a title is right, without case, punctuation and the name of the site at its end.

    >>> right_title("Pier Repaired", "Pier repaired! | The Bay Times")
    True
    """
    return bool(_forms(title) & _forms(gold))


def _forms(title: str) -> set[str]:
    forms = {title, _SITE.sub("", title), _SECTION.sub("", title)}
    return {words for form in forms if (words := " ".join(_WORD.findall(form.lower())))}
