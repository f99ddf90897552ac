"""What a voice stumbles over when it reads a PDF aloud: rules of PDF/UA-1 that `pdfua` does not check."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cached_property
from typing import Any, NamedTuple

import pikepdf
from tagged import Tagged

#: the tags of PDF 1.7, and two of PDF 2.0 that a role map explains
STANDARD = frozenset(
    re.findall(
        r"\w+",
        """
        Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6
        L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot
        Ruby RB RT RP Warichu WT WP Figure Formula Form Strong Em
        """,
    )
)
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "TOCI": {"TOC"},
}
#: elements that say nothing if they have no words
WORDED = {"P", "LBody", "H1", "H2", "H3", "H4", "H5", "H6", "Link", "TH", "Caption"}
_HEADING = re.compile(r"H([1-6])")
_FILE_NAME = re.compile(r"\S+\.\w{2,4}")


class Element(NamedTuple):
    """An element of the tag tree."""

    tag: str
    parent: str
    #: page that it is on, if it says so
    page: Any
    node: pikepdf.Dictionary


class Voice:
    """One file, element by element."""

    def __init__(self, tagged: Tagged) -> None:
        self.file = tagged.file
        self.tagged = tagged

    @cached_property
    def elements(self) -> list[Element]:
        """All elements in reading order."""
        return list(self._below(self.file.Root["/StructTreeRoot"].get("/K", pikepdf.Array()), "", None))

    def _below(self, kids: Any, parent: str, page: Any) -> Iterator[Element]:
        for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
                tag, on = str(kid["/S"])[1:], kid.get("/Pg", page)
                yield Element(tag, parent, on, kid)
                yield from self._below(kid.get("/K", pikepdf.Array()), tag, on)

    def own(self, element: Element) -> Iterator[tuple[str, Any]]:
        """What an element holds itself: `words` with the place of its content, or `object` with what it refers to."""
        kids = element.node.get("/K", pikepdf.Array())
        for kid in kids.as_list() if isinstance(kids, pikepdf.Array) else [kids]:
            if isinstance(kid, (int, float)):
                yield "words", (element.page.objgen, int(kid))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/MCR":
                yield "words", (kid.get("/Pg", element.page).objgen, int(kid["/MCID"]))
            elif isinstance(kid, pikepdf.Dictionary) and kid.get("/Type") == "/OBJR":
                yield "object", kid["/Obj"]

    def words(self, element: Element) -> str:
        """The words of an element and of all below it."""
        all_of_it = [element, *self._below(element.node.get("/K", pikepdf.Array()), element.tag, element.page)]
        places = (place for one in all_of_it for kind, place in self.own(one) if kind == "words")
        said = (str(one.node[key]) for one in all_of_it for key in ("/Alt", "/ActualText") if key in one.node)
        return "".join((*(self.tagged.words.get(place, "") for place in places), *said)).strip()


def headings(voice: Voice) -> Iterator[str]:
    """The first is of the first level, and none is more than one level below the one before."""
    before = 0
    for element in voice.elements:
        if found := _HEADING.fullmatch(element.tag):
            level = int(found[1])
            if level > before + 1:
                yield f"a heading of level {level} after one of level {before}: {voice.words(element)!r}"
            before = level


def tags(voice: Voice) -> Iterator[str]:
    """Every tag is known, and is where it belongs."""
    roles = voice.file.Root["/StructTreeRoot"].get("/RoleMap", pikepdf.Dictionary())
    for element in voice.elements:
        if element.tag not in STANDARD and f"/{element.tag}" not in roles:
            yield f"an unknown tag: {element.tag}"
        if element.tag in PARENTS and element.parent not in PARENTS[element.tag]:
            yield f"{element.tag} in {element.parent or 'nothing'}"


def silences(voice: Voice) -> Iterator[str]:
    """No element is without words, no picture without a description, and no letter without its meaning."""
    for element in voice.elements:
        if element.tag in WORDED and not voice.words(element):
            yield f"{element.tag} without words"
        if element.tag in ("Figure", "Formula"):
            text = str(element.node.get("/Alt", element.node.get("/ActualText", ""))).strip()
            if not text or _FILE_NAME.fullmatch(text):
                yield f"{element.tag} without a description: {text!r}"
    yield from (f"letters without a meaning: {text!r}" for text in voice.tagged.words.values() if "\ufffd" in text)


def places(voice: Voice) -> Iterator[str]:
    """All words that are not decoration are read, once."""
    read = Counter(place for element in voice.elements for kind, place in voice.own(element) if kind == "words")
    yield from (f"read {count} times: {voice.tagged.words.get(place)!r}" for place, count in read.items() if count > 1)
    words = voice.tagged.words.items()
    yield from (f"never read: {text!r}" for place, text in words if place not in read and text.strip())


def links(voice: Voice) -> Iterator[str]:
    """Every link is read as one, says where it goes, and is reached in the order of reading."""
    read = set()
    for element in voice.elements:
        objects = [one for kind, one in voice.own(element) if kind == "object"]
        read |= {one.objgen for one in objects}
        if element.tag == "Link" and not objects:
            yield f"Link that goes nowhere: {voice.words(element)!r}"
    for page in voice.file.pages:
        annotations = [one for one in page.get("/Annots", pikepdf.Array()).as_list() if one["/Subtype"] == "/Link"]
        if annotations and page.get("/Tabs") != "/S":
            yield f"the links of page {page.label} are not in the order of reading"
        yield from ("a link without a description" for one in annotations if not str(one.get("/Contents", "")).strip())
        yield from ("a link that is not read" for one in annotations if one.objgen not in read)


def notes(voice: Voice) -> Iterator[str]:
    """Every note has an identifier of its own."""
    found = Counter(str(element.node.get("/ID", "")) for element in voice.elements if element.tag == "Note")
    yield from (f"{count} notes with the identifier {name!r}" for name, count in found.items() if not name or count > 1)


def tables(voice: Voice) -> Iterator[str]:
    """Every heading of a table says what it is the heading of."""
    for element in voice.elements:
        if element.tag == "TH":
            known = element.node.get("/A", pikepdf.Array())
            attributes = known.as_list() if isinstance(known, pikepdf.Array) else [known]
            if not any("/Scope" in one for one in attributes if isinstance(one, pikepdf.Dictionary)):
                yield f"a heading of neither row nor column: {voice.words(element)!r}"


RULES: tuple[Callable[[Voice], Iterator[str]], ...] = (headings, tags, silences, places, links, notes, tables)


def stumbles(tagged: Tagged) -> list[str]:
    """Everything that breaks a rule, in words."""
    voice = Voice(tagged)
    return [text for rule in RULES for text in rule(voice)]
