"""HTML that an author wrote into a text, reduced to what shows words and pictures.

It is read tag by tag and written anew, not parsed as a whole: Markdown hands over single tags, whose other halves are
elsewhere in the document.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape, unescape

from course_reader.model.addresses import is_allowed, is_path

#: elements that stay
_TAGS = frozenset(
    [
        "a",
        "abbr",
        "address",
        "article",
        "aside",
        "audio",
        "b",
        "bdi",
        "bdo",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "col",
        "colgroup",
        "data",
        "dd",
        "del",
        "details",
        "dfn",
        "div",
        "dl",
        "dt",
        "em",
        "figcaption",
        "figure",
        "footer",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hgroup",
        "hr",
        "i",
        "img",
        "input",
        "ins",
        "kbd",
        "li",
        "main",
        "mark",
        "nav",
        "ol",
        "p",
        "picture",
        "pre",
        "q",
        "rp",
        "rt",
        "ruby",
        "s",
        "samp",
        "section",
        "small",
        "source",
        "span",
        "strong",
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "track",
        "u",
        "ul",
        "var",
        "video",
        "wbr",
        "svg",
        "g",
        "path",
        "circle",
        "ellipse",
        "rect",
        "line",
        "polyline",
        "polygon",
        "text",
        "tspan",
    ]
)
_VOID = frozenset({"br", "col", "hr", "img", "input", "source", "track", "wbr"})
#: elements of SVG that may close themselves
_SHAPES = frozenset({"path", "circle", "ellipse", "rect", "line", "polyline", "polygon"})
#: elements that are removed together with what is in them
_SWALLOWED = "script|style|iframe|object|noembed|noframes|noscript|template|textarea|title|xmp|math|select|applet"

_ATTRIBUTES = frozenset(
    [
        "abbr",
        "align",
        "alt",
        "checked",
        "class",
        "colspan",
        "controls",
        "datetime",
        "dir",
        "disabled",
        "headers",
        "height",
        "hidden",
        "id",
        "kind",
        "lang",
        "loop",
        "muted",
        "open",
        "preload",
        "reversed",
        "role",
        "rowspan",
        "scope",
        "span",
        "srclang",
        "start",
        "style",
        "tabindex",
        "title",
        "translate",
        "type",
        "valign",
        "value",
        "version",
        "viewbox",
        "width",
        "cite",
        "cx",
        "cy",
        "d",
        "dx",
        "dy",
        "fill",
        "fill-opacity",
        "fill-rule",
        "points",
        "preserveaspectratio",
        "r",
        "rx",
        "ry",
        "stroke",
        "stroke-linecap",
        "stroke-linejoin",
        "stroke-opacity",
        "stroke-width",
        "text-anchor",
        "transform",
        "x",
        "x1",
        "x2",
        "xmlns",
        "y",
        "y1",
        "y2",
    ]
)
#: attributes of SVG whose capitals count in an e-book
_CAPITALS = {"viewbox": "viewBox", "preserveaspectratio": "preserveAspectRatio"}
_EXPANDED = re.compile(r"(?:aria|data)-[a-z0-9\-]+")
#: styles that load something, or hide what they do
_STYLE = re.compile(
    r"url|image|import|expression|behaviou?r|binding|attr|[\\@<&]|/\*|position\s*:\s*(fixed|sticky)", re.I
)

_WHOLE = re.compile(rf"<({_SWALLOWED})\b[^<>]*>.*?(?:</\1\s*>|$)", re.I | re.S)
#: a tag is bounded, so that no input takes time that grows with its square
_PIECE = re.compile(
    r"<!--.*?(?:-->|$)|<[!?][^>]*(?:>|$)"
    r"|<(?P<end>/?)(?P<tag>[a-zA-Z](?>[^\s/<>\"']*))(?P<attributes>"
    r"(?>(?:[^\"'<>]+|\"[^\"]{0,9000}\"|'[^']{0,9000}'){0,100}))>"
    r"|(?P<text>[^<]+|<)",
    re.S,
)
_ATTRIBUTE = re.compile(r"(?P<name>[^\s=/>\"'<]+)(?:\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^\s\"'>]+))?", re.S)
#: the box of a list of tasks, which nobody can tick
_BOX = re.compile(r"(?=.*\bdisabled\b)(?=.*\btype=[\"']?checkbox\b)", re.S | re.I)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def clean_markup(html: str, depth: int) -> tuple[str, tuple[str, ...]]:
    """Reduce HTML to elements and attributes that show something.

    Args:
        html: HTML, which may begin or end in the middle of an element.
        depth: How many folders the page is below the top of the reader.

    Returns:
        The HTML, and what was left out, worded for a message, each once.

    >>> clean_markup('<a href="javascript:x" onclick="y">z</a>', 0)
    ('<a>z</a>', ("the address 'javascript:x'", 'the attribute onclick'))
    """
    dropped: dict[str, None] = {}

    def swallow(found: re.Match[str]) -> str:
        dropped[f"the element {found[1].lower()}"] = None
        return ""

    text = _WHOLE.sub(swallow, _CONTROL.sub("", html))
    return "".join(_piece(found, depth, dropped.setdefault) for found in _PIECE.finditer(text)), tuple(dropped)


_Note = Callable[[str], object]


def _piece(found: re.Match[str], depth: int, drop: _Note) -> str:
    if found["text"]:
        return "&lt;" if found["text"] == "<" else found["text"].replace(">", "&gt;")
    if not found["tag"]:
        return ""
    tag = found["tag"].lower()
    if tag not in _TAGS or (tag == "input" and not _BOX.match(found["attributes"])):
        drop(f"the element {tag[:40]}")
        return ""
    if found["end"]:
        return "" if tag in _VOID else f"</{tag}>"
    kept = "".join(_kept(tag, found["attributes"], depth, drop))
    is_closed = tag in _VOID or (tag in _SHAPES and found["attributes"].endswith("/"))
    return f"<{tag}{kept} />" if is_closed else f"<{tag}{kept}>"


def _kept(tag: str, attributes: str, depth: int, drop: _Note) -> Iterable[str]:
    seen: set[str] = set()
    for found in _ATTRIBUTE.finditer(attributes):
        name, value = found["name"].lower(), unescape((found["value"] or "").strip("\"'"))
        if name in seen:
            continue
        seen.add(name)
        if name in ("href", "src", "poster", "cite"):
            # What a page loads is one of its own files; only a link may lead to another host.
            is_fit = is_allowed(value, depth=depth) if name in ("href", "cite") else is_path(value, depth=depth)
            if not is_fit:
                drop(f"the address {value[:80]!r}")
                continue
        elif name == "style" and _STYLE.search(value):
            drop("a style that loads or covers something")
            continue
        elif name not in _ATTRIBUTES and not _EXPANDED.fullmatch(name):
            drop(f"the attribute {name[:40]}")
            continue
        yield f' {_CAPITALS.get(name, name)}="{escape(value)}"'
