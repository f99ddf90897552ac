"""Words of a text that a part explains below it: in the text they are links to their explanation."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from docutils import nodes

from course_reader.marks.nodes import mention
from course_reader.marks.text_map import build, wrap
from course_reader.pages.nodes import word_link


@dataclass(frozen=True, slots=True)
class TextLink:
    """A stretch of a text, and the id of what it leads to on the same page."""

    start: int
    end: int
    anchor: str


#: finds such stretches in a text
FindLinks = Callable[[str], Iterable[TextLink]]


def link_words(document: nodes.document, find: FindLinks) -> None:
    """Link words of a text to their explanations; words in names, links, headings and code stay as they are."""
    text_map = build(document)
    names = [(s.start, s.end) for s in text_map.segments if _is_in_name(s.node)]
    taken = [*names, *text_map.skip]
    found, done = [], 0
    for link in sorted(find(text_map.text), key=lambda link: (link.start, -link.end)):
        if link.start < done or any(link.start < end and start < link.end for start, end in taken):
            continue
        found.append((link.start, link.end, word_link("", refid=link.anchor)))
        done = link.end
    wrap(text_map, found)


def _is_in_name(node: nodes.Text) -> bool:
    above: nodes.Element | None = node.parent
    while above is not None and not isinstance(above, mention):
        above = above.parent
    return above is not None
