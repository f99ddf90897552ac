"""Markdown of notes by any author: plain CommonMark that cannot do anything except display text.

No HTML, no directives, no roles, no external images. There are two barriers: the parser accepts no HTML, and its
output is sanitised with a short list of allowed elements.
"""

from __future__ import annotations

import re
from functools import cache

from docutils import nodes
from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token
from myst_parser.config.main import MdParserConfig
from myst_parser.mdit_to_docutils.base import DocutilsRenderer, make_document

from course_reader.marks.note_links import DEEPEST_PAGE, with_allowed_links
from course_reader.model.addresses import SCHEMES, is_allowed

#: every element that CommonMark produces here
TAGS = {"p", "br", "hr", "em", "strong", "code", "pre", "blockquote", "ul", "ol", "li", "a"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
#: elements removed together with their text
_SWALLOWED = {
    "script", "style", "iframe", "object", "embed", "noscript", "template", "svg", "math", "title", "textarea", "xmp",
    "noembed", "noframes", "select", "head",
}  # fmt: skip
#: nodes that can be nested, and the maximum depth in print
_NESTING = (nodes.block_quote, nodes.bullet_list, nodes.enumerated_list, nodes.emphasis, nodes.strong)
_DEEPEST = 6
#: the parser ignores deeper nesting
_MOST_NESTED = 100
_REL = "noopener noreferrer nofollow"

_TAG = re.compile(r'<([a-z0-9]+)((?: [a-z]+="[^"]*")*)>')
#: a single one of these makes a page of an EPUB unreadable
_NOT_XML = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_VOID = {"br", "hr"}


def note_html(markdown: str) -> str:
    """A note's Markdown as HTML that is also valid XHTML, for a page, an EPUB or a preview.

    Args:
        markdown: CommonMark. HTML in it is shown as typed; an image becomes a link.

    Returns:
        Elements of `TAGS`, with link addresses and no other attributes that have an effect.
    """
    return clean(_parser().render(markdown))


def clean(html: str) -> str:
    """HTML reduced to the elements allowed in a note."""
    # Imported only for pages with notes; print does not need it.
    import nh3

    kept = nh3.clean(
        html, tags=TAGS, clean_content_tags=_SWALLOWED, attributes=_ATTRIBUTES, attribute_filter=_attribute,
        url_schemes=set(SCHEMES), link_rel=_REL, strip_comments=True,
    )  # fmt: skip
    return _NOT_XML.sub("\ufffd", _TAG.sub(_as_xml, kept).replace("&nbsp;", "&#160;"))


def note_nodes(markdown: str) -> list[nodes.Node]:
    """A note's Markdown as nodes, for print."""
    first = _first_document()
    document = nodes.document(first.settings, first.reporter, source="note")
    parser = _with_rules(
        MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED}, renderer_cls=DocutilsRenderer)
    )
    parser.options.update({"document": document, "myst_config": MdParserConfig(commonmark_only=True)})
    parser.render(markdown)
    _flatten(document, 0)
    return list(document.children)


def _flatten(parent: nodes.Element, depth: int) -> None:
    """Unwrap quotations, lists and emphasis that are nested too deeply for print."""
    for child in list(parent.children):
        if not isinstance(child, nodes.Element):
            continue
        nests = isinstance(child, _NESTING)
        _flatten(child, depth + nests)
        if nests and depth >= _DEEPEST:
            items = child.children
            if isinstance(child, (nodes.bullet_list, nodes.enumerated_list)):
                items = [grandchild for item in child.children for grandchild in item.children]
            at = next(i for i, other in enumerate(parent.children) if other is child)
            parent[at : at + 1] = items


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Allow links within the page, within the reader, and to the web; an address must not disguise its host."""
    return value if name != "href" or is_allowed(value, depth=DEEPEST_PAGE) else None


def _as_xml(tag: re.Match[str]) -> str:
    attributes = tag[2].replace("<", "&lt;").replace(">", "&gt;")
    return f"<{tag[1]}{attributes} />" if tag[1] in _VOID else f"<{tag[1]}{attributes}>"


@cache
def _parser() -> MarkdownIt:
    return _with_rules(MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED}))


def _with_rules(parser: MarkdownIt) -> MarkdownIt:
    parser.core.ruler.push("plain", _plain)
    return with_allowed_links(parser)


def _plain(state: StateCore) -> None:
    """Replace headings, which would mix with the page's own, and images, which other hosts would serve, by words."""
    heading = False
    for token in state.tokens:
        if token.type in ("heading_open", "heading_close"):
            heading = token.nesting == 1
            token.type, token.tag = f"paragraph_{'open' if heading else 'close'}", "p"
        elif token.type == "inline" and token.children is not None:
            token.children = _linked(token.children)
            if heading:
                strong = [Token("strong_open", "strong", 1), *token.children, Token("strong_close", "strong", -1)]
                token.children = strong


def _linked(children: list[Token]) -> list[Token]:
    """Replace each image by its words, linked to it; inside a link, only by its words."""
    found: list[Token] = []
    in_link = 0
    for child in children:
        in_link += child.nesting if child.type.startswith("link_") else 0
        if child.type != "image":
            found.append(child)
            continue
        words = Token("text", "", 0, content=child.content or "picture")
        if in_link:
            found.append(words)
            continue
        link = Token("link_open", "a", 1, attrs={"href": str(child.attrs.get("src", ""))})
        found += [link, words, Token("link_close", "a", -1)]
    return found


@cache
def _first_document() -> nodes.document:
    """A document whose settings are shared by all notes: creating them takes longer than parsing a note."""
    document: nodes.document = make_document("note")
    document.reporter.report_level = 4
    # MyST looks at this before it warns, for example of a link that is defined twice.
    document.settings.myst_suppress_warnings = ["myst"]
    return document
