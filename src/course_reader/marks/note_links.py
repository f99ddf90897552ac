"""Links in the Markdown of notes: an address that is not allowed leaves only its words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from course_reader.model.addresses import is_allowed

#: the depth of the deepest page that shows notes, an article in a folder below `corpus/private`
DEEPEST_PAGE = 3

_MOST_NESTED = 100
#: without one of these a note has no link
_LINK = re.compile(r"\]|<")


def with_allowed_links(parser: MarkdownIt) -> MarkdownIt:
    """Let a parser turn links with other addresses into their words.

    Its own list of bad schemes is put aside: what it refuses would stay on the page as typed, and nobody would be told.
    """
    parser.validateLink = _any  # type: ignore[method-assign]
    parser.core.ruler.push("allowed_links", _unlink)
    return parser


def refused_addresses(markdown: str) -> tuple[str, ...]:
    """The addresses in a note that are not linked, each once."""
    if not _LINK.search(markdown):
        return ()
    found: dict[str, None] = {}
    for token in _parser().parse(markdown):
        for child in token.children or ():
            address = _address(child)
            if address and not is_allowed(address, depth=DEEPEST_PAGE):
                found[address] = None
    return tuple(found)


def _any(url: str) -> bool:
    return True


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False, "maxNesting": _MOST_NESTED})
    parser.validateLink = _any  # type: ignore[method-assign]
    return parser


def _address(token: Token) -> str:
    key = {"link_open": "href", "image": "src"}.get(token.type, "")
    return str(token.attrs.get(key, "")) if key else ""


def _unlink(state: StateCore) -> None:
    for token in state.tokens:
        if token.type == "inline" and token.children:
            token.children = list(_allowed(token.children))


def _allowed(children: list[Token]) -> Iterator[Token]:
    """The tokens without the beginnings and ends of links that are not allowed."""
    kept: list[bool] = []
    for child in children:
        if child.type == "link_open":
            kept.append(is_allowed(_address(child), depth=DEEPEST_PAGE))
        is_kept = kept[-1] if child.type in ("link_open", "link_close") and kept else True
        if child.type == "link_close" and kept:
            kept.pop()
        if is_kept:
            yield child
