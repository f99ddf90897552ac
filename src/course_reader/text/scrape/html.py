"""A saved web page: trafilatura says which words are the article, the page says how they are set.

The extractor loses a paragraph now and then and drops formatting; so its text only decides, and what is kept
is read from the page itself. A paragraph that stands among kept ones is kept too. Everything else is reported.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

import lxml.html
import trafilatura
from lxml import etree

from course_reader.text.scrape import captions, furniture
from course_reader.text.scrape.draft import Draft
from course_reader.text.scrape.lines import Decoded, clean
from course_reader.text.scrape.markdown import plain, squeeze
from course_reader.text.scrape.page_meta import read_meta
from course_reader.text.scrape.pieces import Piece, PieceKind
from course_reader.text.scrape.records import Removed
from course_reader.text.scrape.shapes import is_header
from course_reader.text.scrape.words import words

_BLOCKS = words("html_blocks")
_SILENT = words("html_silent")
_OUTSIDE = frozenset(["nav", "aside", "footer", "form"])
_HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
#: Elements that hold sentences.
_TEXT = frozenset(["p", "h1", "h2", "h3", "li", "blockquote", "figcaption"])
#: In a longer article only whole lines are compared, so that time stays in proportion.
_SEARCHED = 400_000
#: Deeper markup inside a paragraph is no markup.
_DEEPEST = 60
_LITERAL = re.compile(r"([\\`*_\[\]<>#])")
_WORDS = re.compile(r"\W+")


@dataclass(slots=True)
class _Leaf:
    """A block of the page that holds words and no other block."""

    element: etree._Element
    tag: str
    text: str
    plain: str
    line: int
    outside: bool
    kept: bool = False


def read_page(decoded: Decoded) -> tuple[Draft, Decoded]:
    """A draft with the article's pieces, what the page says of itself, and what was left out."""
    text, notes = clean(decoded.text)
    draft = Draft([], markdown=True, notes=[*decoded.notes, *notes])
    root = _parse(text)
    if root is None:
        return draft, decoded
    read_meta(draft, root, text)
    leaves = _leaves(root)
    _decide(leaves, _article_words(text))
    _keep_siblings(leaves)
    _keep_head(leaves)
    depth: Counter[str] = Counter()
    for leaf in leaves:
        if leaf.kept:
            draft.pieces.append(_piece(leaf, depth))
        else:
            draft.removed.append(Removed(leaf.line, leaf.plain, "outside the article"))
    _settle_title(draft)
    return draft, decoded


def _parse(text: str) -> etree._Element | None:
    parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
    try:
        return lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError):
        return None


def _article_words(text: str) -> list[str]:
    """The lines of the extractor's text, folded; empty when it finds no article, or fails over a strange page."""
    try:
        found = trafilatura.extract(
            text, output_format="txt", favor_recall=True, include_comments=False, include_tables=True, deduplicate=False
        )
    except (RecursionError, ValueError, TypeError, AttributeError, etree.LxmlError):
        return []
    return [_fold(line) for line in (found or "").split("\n") if line.strip()]


def _fold(text: str) -> str:
    return _WORDS.sub(" ", text).casefold().strip()


def _leaves(root: etree._Element) -> list[_Leaf]:
    """Blocks in the order of the page; text beside blocks becomes a block of its own."""
    leaves: list[_Leaf] = []
    body = root.find("body")
    if body is not None:
        _walk(body, leaves, outside=False)
    return leaves


def _walk(start: etree._Element, leaves: list[_Leaf], *, outside: bool) -> None:
    """Depth first without recursion, so that no page is too deep."""
    stack: list[tuple[etree._Element, bool]] = [(start, outside)]
    while stack:
        element, out = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        if not tag or tag in _SILENT or _hidden(element):
            continue
        out = out or tag in _OUTSIDE
        if not _has_blocks(element):
            leaves.extend(_split(element, tag, out))
            continue
        stack.extend((child, out) for child in reversed(_groups(element)))


def _groups(element: etree._Element) -> list[etree._Element]:
    """Children; runs of words and inline elements between blocks are wrapped."""
    groups: list[etree._Element] = []
    wrapper: etree._Element | None = None

    def inline() -> etree._Element:
        nonlocal wrapper
        if wrapper is None:
            wrapper = etree.Element("p" if element.tag not in ("li", "blockquote", "figcaption") else str(element.tag))
            wrapper.set("data-line", str(element.sourceline or 1))
            groups.append(wrapper)
        return wrapper

    if (element.text or "").strip():
        inline().text = element.text
    for child in list(element):
        tail = child.tail or ""
        if isinstance(child.tag, str) and (child.tag in _BLOCKS or _has_blocks(child)):
            wrapper = None
            groups.append(child)
            if tail.strip():
                inline().text = tail
        elif isinstance(child.tag, str) and child.tag not in _SILENT:
            target = inline()
            target.append(child)
        elif tail.strip():
            target = inline()
            if len(target):
                target[-1].tail = (target[-1].tail or "") + tail
            else:
                target.text = (target.text or "") + tail
    return groups


def _has_blocks(element: etree._Element) -> bool:
    return any(isinstance(child.tag, str) and child.tag in _BLOCKS for child in element.iterdescendants())


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return (
        "display:none" in style
        or element.get("hidden") is not None
        or (element.get("aria-hidden") == "true" and not len(element))
    )


def _split(element: etree._Element, tag: str, outside: bool) -> list[_Leaf]:
    """One leaf, or several where double line breaks part paragraphs."""
    line = int(element.get("data-line") or element.sourceline or 1)
    marked = _inline(element)
    parts = re.split(r"\x00(?:\s*\x00)+", marked) if tag not in ("li", "h1", "h2", "h3") else [marked]
    leaves = []
    for part in parts:
        text = squeeze(part.replace("\x00", " "))
        words = plain(text)
        if words:
            leaves.append(_Leaf(element, tag, text, words, line, outside))
    return leaves


def _inline(element: etree._Element, depth: int = 0) -> str:
    """Inline markup as Markdown; a NUL stands for a line break."""
    if depth > _DEEPEST:
        return _LITERAL.sub(r"\\\1", "".join(element.itertext()))
    parts: list[str] = [_LITERAL.sub(r"\\\1", element.text or "")]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "br":
            parts.append("\x00")
        elif tag and tag not in _SILENT and not _hidden(child):
            parts.append(_marked(tag, child, depth))
        parts.append(_LITERAL.sub(r"\\\1", child.tail or ""))
    return "".join(parts)


def _marked(tag: str, child: etree._Element, depth: int) -> str:
    inner = _inline(child, depth + 1)
    core = inner.strip()
    if not core or "\x00" in core:
        return inner
    lead, trail = inner[: len(inner) - len(inner.lstrip())], inner[len(inner.rstrip()) :]
    href = child.get("href") or ""
    if tag in ("strong", "b") and "*" not in core:
        core = f"**{core}**"
    elif tag in ("em", "i", "cite") and "*" not in core:
        core = f"*{core}*"
    elif (
        tag == "a" and href.startswith(("http://", "https://")) and not re.search(r"[\s<>()]", href) and "[" not in core
    ):
        core = f"[{core}]({href})"
    return f"{lead}{core}{trail}"


def _decide(leaves: list[_Leaf], article: list[str]) -> None:
    """Keep what the extractor kept; where it found nothing, whatever stands in the page's body as text."""
    lines = set(article)
    whole = f" {' '.join(article)} "
    for leaf in leaves:
        words = _fold(leaf.plain)
        if not article:
            leaf.kept = leaf.tag in _TEXT and not leaf.outside
        elif len(words) > 2 and (words in lines or (len(whole) < _SEARCHED and f" {words} " in whole)):
            leaf.kept = not (leaf.outside and len(words) < 60)


def _keep_siblings(leaves: list[_Leaf]) -> None:
    """A sentence in the element that holds the kept paragraphs belongs to them."""
    homes = Counter(
        leaf.element.getparent() for leaf in leaves if leaf.kept and leaf.tag == "p" and len(leaf.plain) > 60
    )
    for leaf in leaves:
        if leaf.kept or leaf.outside or homes[leaf.element.getparent()] < 2:
            continue
        if leaf.tag in ("p", "blockquote", *_HEADINGS) and _linked(leaf) < 0.6 and furniture.match(leaf.plain) is None:
            leaf.kept = True


def _linked(leaf: _Leaf) -> float:
    """The share of a block that is link."""
    linked = sum(len("".join(link.itertext())) for link in leaf.element.iter("a"))
    return linked / max(1, len(leaf.plain))


def _keep_head(leaves: list[_Leaf]) -> None:
    """Headline, byline and day above the first paragraph; captions between paragraphs."""
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


def _piece(leaf: _Leaf, depth: Counter[str]) -> Piece:
    kind: PieceKind = "text"
    level, marker = 0, ""
    ancestors = [str(parent.tag) for parent in leaf.element.iterancestors()]
    if leaf.tag in _HEADINGS:
        kind, level = "heading", _HEADINGS[leaf.tag]
    elif leaf.tag == "li" or "li" in ancestors:
        kind = "item"
        ordered = next((tag for tag in ancestors if tag in ("ul", "ol")), "ul") == "ol"
        parent = leaf.element.getparent()
        key = str(id(parent))
        depth[key] += 1
        marker = f"{depth[key]}." if ordered else "-"
        level = max(0, sum(tag in ("ul", "ol") for tag in ancestors) - 1)
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
    return Piece(text, words, leaf.line, leaf.line, gap=True, kind=kind, level=level, marker=marker)


def _settle_title(draft: Draft) -> None:
    """The headline on the page wins over the one in the page's head, when they are much the same."""
    shown = next((piece for piece in draft.pieces if piece.kind == "heading" and piece.level == 1), None)
    told = draft.clues.pop("title", [])
    if shown is not None or not told:
        return
    piece = Piece(told[0].value, told[0].value, told[0].line, told[0].line, gap=True, kind="heading", level=1)
    draft.pieces.insert(0, piece)
