"""Addresses on paper: links whose words do not say where they go, with the address of each once in a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, cast

from course_reader.tree.content import Item, walk
from course_reader.tree.records import Block, Heading, Inline, Par, WebLink

#: the heading of a list of links
LINKS = "Links"

_SCHEME = re.compile(r"^(?:https?://(?:www\.)?|mailto:)", re.IGNORECASE)
_NO_WORDS = frozenset({"endref", "cite"})


def shown(address: str) -> str:
    """An address as it is printed.

    >>> shown("https://example.org/"), shown("mailto:ada@example.org")
    ('example.org', 'ada@example.org')
    """
    short = re.sub(r"^(?:https?://|mailto:)", "", address, flags=re.IGNORECASE)
    return short.removesuffix("/") if short.count("/") == 1 else short


def words_of(content: Any) -> str:
    """The words of some content, without its notes."""
    if isinstance(content, str):
        return content
    if isinstance(content, list):
        return "".join(map(words_of, content))
    if content.get("t") == "formula":
        return str(content["tex"])
    return "" if content.get("t") in _NO_WORDS else words_of(content.get("c", []))


def named(content: Any) -> list[Item]:
    """The links in some data whose words are not their address."""
    return [link for link in walk(content) if link.get("t") == "url" and not _says(words_of(link["c"]), link["to"])]


def _says(words: str, address: str) -> bool:
    plain = "".join(words.replace("\u200b", "").replace("\u00ad", "").split())
    return _bare(address) in plain or plain.removesuffix("/") == _bare(address)


def _bare(address: str) -> str:
    return _SCHEME.sub("", address).removesuffix("/")


def link_rows(content: Sequence[Any]) -> list[list[Inline]]:
    """A line for each address of some text: the words that lead to it, and the address."""
    found: dict[str, dict[str, None]] = {}
    for link in named(list(content)):
        found.setdefault(link["to"], {})[" ".join(words_of(link["c"]).split())] = None
    return [
        [*([f"{'; '.join(filter(None, words))}: "] if any(words) else []), WebLink(t="url", to=to, c=[shown(to)])]
        for to, words in found.items()
    ]


def link_list(content: Sequence[Any]) -> list[Block]:
    """The list of links of some text as blocks, with its heading; none if there are no such links."""
    rows = link_rows(content)
    lines: list[Block] = [Par(t="par", n=None, ids=[], c=row) for row in rows]
    return [Heading(t="heading", level=2, ids=[], c=[LINKS]), *lines] if rows else []


def add_addresses(parts: Any, listed: Sequence[Any]) -> None:
    """Put the address after each named link that no list has, such as one in a glossary entry.

    Args:
        parts: All parts of a pack.
        listed: The parts, or pieces of them, whose links are in a list.
    """
    done = {id(link) for link in named(list(listed))}
    for link in named(parts):
        if id(link) not in done:
            link["c"] = cast("list[Inline]", [*link["c"], f" ({shown(link['to'])})"])
