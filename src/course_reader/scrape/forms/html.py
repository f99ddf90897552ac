"""Reads a saved web page: two extractors weigh which of its blocks are the article, the page supplies their formatting.

Extractors lose a paragraph now and then, and drop formatting. So they are only asked for their opinion on the blocks of
the page. All blocks that are not kept are reported.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

import lxml.html
from lxml import etree

from course_reader.scrape.decoding import clean
from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Cut, Fact
from course_reader.scrape.forms.form import InputForm, RawInput
from course_reader.scrape.lines import captions, furniture
from course_reader.scrape.lines.segments import Segment, SegmentKind
from course_reader.scrape.lines.shapes import is_header
from course_reader.scrape.lines.taught import oddities
from course_reader.scrape.records import Removed
from course_reader.scrape.webpage.blocks import Leaf, leaves_of
from course_reader.scrape.webpage.meta import read_meta
from course_reader.scrape.webpage.weigh import keep, linked, opinion_of

_HTML = re.compile(
    rb"(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}\?>\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
#: An element of a page, without which a file is none, whatever its name.
_TAG = re.compile(rb"<(?:p|div|br|span|a|b|i|em|strong|h[1-6]|ul|ol|li|table|section|article|main|body|html)\b", re.I)
#: The first line of a mail, or of a page that a browser saved as one.
_HEADER = re.compile(rb"(?:from|to|subject|date|mime-version|content-type|snapshot-content-location|received):\s", re.I)
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
#: Elements that contain sentences.
_TEXT = frozenset(["p", "h1", "h2", "h3", "li", "blockquote", "figcaption", "tr"])
#: What is left out is asked about if it has this share of the length of what is kept.
_EQUAL = 0.3
#: Prose has no greater share of links.
_FEW_LINKS = 0.6
_NUMBERED = re.compile(r"&#(?:x([0-9a-f]+)|([0-9]+));?", re.I)


def read_page(text: str, notes: Sequence[str] = (), encoding: str = "utf-8") -> Draft:
    """A draft with the article's segments, the page's metadata, and a list of the rest."""
    draft = Draft([], markdown=True, notes=list(notes), encoding=encoding)
    text = _NUMBERED.sub(_without_control, text)
    root = _tree(text)
    if root is None:
        return draft
    # Held until the end: lxml makes each element anew for whoever asks, unless somebody holds it.
    elements = list(root.iter())
    read_meta(draft, root, text)
    leaves = leaves_of(root)
    _decide(leaves, text)
    _keep_bodies(leaves)
    _keep_head(leaves)
    _keep_taught(leaves)
    # Whole elements are the keys: lxml makes a new object for an element that nobody holds, so an `id` would not last.
    counts: Counter[etree._Element] = Counter()
    for leaf in leaves:
        if leaf.kept:
            draft.segments.append(_segment(leaf, counts))
        else:
            draft.removed.append(Removed(leaf.line, leaf.plain, Cut.OUTSIDE))
    _ask_about_rest(draft, leaves)
    _settle_title(draft)
    elements.clear()
    return draft


def _without_control(reference: re.Match[str]) -> str:
    """A character reference, or a space if it stands for a control character, which the parser would let through."""
    number = reference[1] or reference[2]
    # More digits than any character has are too large, whatever they are.
    code = int(number, 16 if reference[1] else 10) if len(number) < 20 else -1
    return reference[0] if _is_of_xml(code) else " "


def _is_of_xml(code: int) -> bool:
    """Whether a tree of XML can hold a character."""
    return code in (9, 10, 13) or 0x20 <= code <= 0xD7FF or 0xE000 <= code <= 0xFFFD or 0x10000 <= code <= 0x10FFFF


def _tree(text: str) -> etree._Element | None:
    """The page as plain elements: those of lxml for HTML are looked up one by one, which takes long."""
    parser = etree.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return root if root is not None and root.tag == "html" else None


def _parse(text: str) -> etree._Element | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _first_opinion(text: str) -> str:
    """The text that trafilatura takes for the article; empty if it fails or finds nothing."""
    import trafilatura

    try:
        found = trafilatura.extract(
            text,
            output_format="txt",
            fast=True,
            favor_recall=True,
            include_comments=False,
            include_tables=True,
            deduplicate=False,
        )
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return ""
    return found or ""


def _second_opinion(text: str) -> str:
    """The text that Readability takes for the article; empty if it fails or finds nothing."""
    from trafilatura.readability_lxml import Document

    root = _parse(text)
    if root is None:
        return ""
    try:
        found = lxml.html.fromstring(Document(root).summary())
    except (RecursionError, ValueError, TypeError, AttributeError, IndexError, KeyError, etree.LxmlError):
        return ""
    return "\n".join(found.itertext())


def _decide(leaves: list[Leaf], text: str) -> None:
    """Keep the blocks that two extractors and the page speak for; if none finds anything, all text in the body."""
    first = opinion_of(_first_opinion(text))
    second = opinion_of(_second_opinion(text))
    if first.lines:
        keep(leaves, first, second)
    else:
        for leaf in leaves:
            leaf.kept = leaf.tag in _TEXT and not leaf.outside


def _keep_bodies(leaves: list[Leaf]) -> None:
    """Keep the other bodies of an article in several parts: much prose in containers of the same kind as its own."""
    prose = [leaf for leaf in leaves if leaf.tag == "p" and len(leaf.plain) > 60 and not leaf.outside]
    homes = Counter(leaf.element.getparent() for leaf in prose if leaf.kept)
    homes.pop(None, None)
    kinds = {kind for home, number in homes.items() if number > 1 and (kind := _kind_of(home)) is not None}
    others = [
        leaf
        for leaf in prose
        if not leaf.kept
        and linked(leaf) < _FEW_LINKS
        and (home := leaf.element.getparent()) is not None
        and (homes[home] > 1 or _kind_of(home) in kinds)
        and furniture.match(leaf.plain) is None
    ]
    if sum(len(leaf.plain) for leaf in others) > _EQUAL * sum(len(leaf.plain) for leaf in prose if leaf.kept):
        for leaf in others:
            leaf.kept = True


def _kind_of(home: etree._Element) -> tuple[str, str, str, str] | None:
    """The names and classes of a container and of the one around it; None without any class to tell them by."""
    around = home.getparent()
    kind = (str(home.tag), home.get("class") or "", "", "")
    if around is not None:
        kind = (*kind[:2], str(around.tag), around.get("class") or "")
    return kind if kind[1] or kind[3] else None


def _ask_about_rest(draft: Draft, leaves: list[Leaf]) -> None:
    """Ask if paragraphs like those of the article were left out, and are more than a box would hold."""
    kept = sum(len(leaf.plain) for leaf in leaves if leaf.kept and leaf.tag == "p")
    left = [
        leaf
        for leaf in leaves
        if not leaf.kept and not leaf.outside and leaf.tag == "p" and len(leaf.plain) > 120 and linked(leaf) < 0.3
    ]
    if len(left) > 2 and sum(len(leaf.plain) for leaf in left) > _EQUAL * kept:
        draft.ask(
            Fact.TEXT,
            f"{len(left)} paragraphs were left out (from line {left[0].line}): do they belong to the article?",
        )


def _keep_head(leaves: list[Leaf]) -> None:
    """Keep headline, byline and date above the first paragraph, and captions between paragraphs."""
    kept = [n for n, leaf in enumerate(leaves) if leaf.kept and leaf.tag != "h1" and len(leaf.plain) > 60]
    if not kept:
        return
    first, last = kept[0], kept[-1]
    top = max((n for n, leaf in enumerate(leaves[: first + 1]) if leaf.tag == "h1"), default=first)
    for number, leaf in enumerate(leaves):
        if (
            (number == top and leaf.tag == "h1")
            or (
                top < number < first
                and not leaf.outside
                and is_header(leaf.plain)
                and furniture.match(leaf.plain, in_head=True) is None
            )
            or (top <= number <= last and leaf.tag == "figcaption" and not leaf.outside)
        ):
            leaf.kept = True
        elif leaf.kept and number < top and leaf.tag != "figcaption":
            leaf.kept = captions.looks_like_caption(leaf.plain) or len(leaf.plain) > 200


def _keep_taught(leaves: list[Leaf]) -> None:
    """Keep the lines that an instructor has taught to be titles, authors or days, wherever they are."""
    taught = oddities()
    for leaf in leaves if taught else ():
        text = leaf.plain
        if taught.names_in(text) or taught.day_in(text) is not None or taught.title_in(text):
            leaf.kept = True


def _segment(leaf: Leaf, counts: Counter[etree._Element]) -> Segment:
    kind: SegmentKind = "text"
    level, marker = 0, ""
    lists = [parent for parent in leaf.element.iterancestors() if parent.tag in ("ul", "ol")]
    ancestors = [str(parent.tag) for parent in leaf.element.iterancestors()]
    if leaf.tag in _HEADINGS:
        kind, level = "heading", _HEADINGS[leaf.tag]
    elif leaf.tag == "li" or "li" in ancestors:
        kind = "item"
        marker = "-"
        if lists and lists[0].tag == "ol":
            counts[lists[0]] += 1
            marker = f"{counts[lists[0]]}."
        level = max(0, len(lists) - 1)
    elif leaf.tag == "tr":
        kind = "row"
    elif leaf.tag == "blockquote" or "blockquote" in ancestors:
        kind = "quote"
    text, words = leaf.text, leaf.plain
    if (
        leaf.tag == "figcaption"
        and captions.split_credit(words) is None
        and captions.labelled(words) is None
        and captions.credit_alone(words) is None
    ):
        text, words = f"Image caption: {text}", f"Image caption: {words}"
    return Segment(text, words, leaf.line, leaf.line, gap=True, kind=kind, level=level, marker=marker)


def _settle_title(draft: Draft) -> None:
    """Use the headline of the metadata if the page itself shows none."""
    shown = next((segment for segment in draft.segments if segment.kind == "heading" and segment.level == 1), None)
    known = draft.clues.pop(Fact.TITLE, [])
    if shown is not None or not known:
        return
    segment = Segment(known[0].value, known[0].value, known[0].line, known[0].line, gap=True, kind="heading", level=1)
    draft.segments.insert(0, segment)


def _recognises(source: RawInput) -> bool:
    if _HTML.match(source.start) is not None:
        return True
    named = source.name.endswith((".html", ".htm", ".xhtml"))
    return named and _TAG.search(source.start) is not None and _HEADER.match(source.start) is None


def _read(source: RawInput) -> list[Draft]:
    text, notes = clean(source.text)
    return [read_page(text, (*source.decoded.notes, *notes), source.decoded.encoding)]


FORM = InputForm("a saved web page", _recognises, _read)
