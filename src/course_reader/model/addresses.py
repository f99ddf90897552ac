"""The addresses that pages, e-books and print may link to: one list for every address, whatever file it is in.

An address may begin with `http://` or `https://`, be a `mailto:`, or be a path of the reader. Everything else is
refused, and so is an address that disguises itself as one of these: browsers drop tabs and line breaks, read `\\` as
`/`, and take `//host` for another host.
"""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote, urlsplit

#: the schemes of an address; a path of the reader has none
SCHEMES = frozenset({"http", "https", "mailto"})

#: what to do about an address of the web that was refused
WEB_CURE = "write one that begins with https:// or http://, with a plain host and no blanks"

#: what to do about the address of a link that was refused
CURE = "write https://…, http://…, mailto:… or a path to a file of the reader"

_NAMED = re.compile(r"([A-Za-z][A-Za-z0-9+.\-]*):")
#: never part of an address; a browser would drop or rewrite them
_UNFIT = re.compile(r"[<>\"`\\]")
_MAIL = re.compile(r"mailto:[^\s@:/?#%]+@[^\W_][\w.\-]*(,[^\s@:/?#%]+@[^\W_][\w.\-]*)*(\?[^\s#]*)?", re.I)
_BREAK = re.compile(r"%0[ad]", re.I)
_LABEL = re.compile(r"[^\W_](?:[\w-]*[^\W_])?")
_IPV6 = re.compile(r"\[[0-9A-Fa-f:.]+\]")
#: how a path may not begin: with something like a scheme, or like another host, or at the root of the disk
_OUTSIDE = re.compile(r"[^/?#]*:|/")
#: letters that look like Latin ones; a host does not mix both
_ALIKE = frozenset({"CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"})
#: the path of most links, which needs no closer look
_SIMPLE = re.compile(r"[\w.\-][\w.\-/]*(?:#[^\s<>\"`\\]*)?", re.ASCII)
_ROUNDS = 4
#: no address of a page is longer; a browser refuses longer ones too
_LONGEST = 4_000


def is_allowed(address: str, *, depth: int | None = None) -> bool:
    """Whether a page may link to an address.

    Args:
        address: The address as it is in the file.
        depth: How many folders the page is below the top of the reader; a path may not lead above it. None if the
            page is not known.

    >>> is_allowed("https://example.org/page"), is_allowed("../places/northport.html#top", depth=2)
    (True, True)
    >>> is_allowed("java\\tscript:alert(1)"), is_allowed("//far.example/x"), is_allowed("../../x", depth=1)
    (False, False, False)
    """
    return is_path(address, depth=depth) or is_outer(address)


def is_outer(address: str) -> bool:
    """Whether an address is one of the web or of a mailbox, and complete.

    >>> is_outer("mailto:desk@example.org"), is_outer("corpus/one/article.html")
    (True, False)
    """
    return is_web(address) or (_is_clean(address) and bool(_MAIL.fullmatch(address)) and not _BREAK.search(address))


def is_web(address: str) -> bool:
    """Whether an address is one of a page on the web: `http` or `https`, a host, and nothing that hides the host.

    >>> is_web("https://example.org:8080/a?b=c#d"), is_web("https://example.org@far.example/"), is_web("https:far")
    (True, False, False)
    """
    if not _is_clean(address) or not re.match("https?://", address, re.I):
        return False
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        return False
    host = parts.netloc.removesuffix(f":{port}") if port is not None else parts.netloc
    return bool(_IPV6.fullmatch(host)) or _is_host(host)


def is_path(address: str, *, depth: int | None = None) -> bool:
    """Whether an address is a path of the reader, as a link from one of its pages.

    >>> is_path("images/quay.png"), is_path("#paragraph-3"), is_path("/etc/passwd"), is_path("javascript%3Aalert(1)")
    (True, True, False, False)
    """
    if address.startswith("#") or (depth is None and _SIMPLE.fullmatch(address)):
        return True
    if len(address) > _LONGEST:
        return False
    text = address
    for _ in range(_ROUNDS):
        # What a browser, a server or a person may make of it counts as much as the letters themselves.
        if "\\" in text or any(unicodedata.category(c) in ("Cc", "Cf", "Cs") for c in text):
            return False
        plain = "".join(text.split())
        if _OUTSIDE.match(plain):
            return False
        if depth is not None and _rises_above(plain, depth):
            return False
        text, before = unicodedata.normalize("NFKC", unescape(unquote(text))), text
        if text == before:
            break
    return not re.search(r"[<>\"`]", address)


def _rises_above(path: str, depth: int) -> bool:
    for step in re.split("[?#]", path, maxsplit=1)[0].split("/"):
        depth += -1 if step == ".." else 0 if step in ("", ".") else 1
        if depth < 0:
            return True
    return False


def _is_clean(address: str) -> bool:
    """Whether every character of an address is one that all programs read in the same way."""
    return (
        len(address) <= _LONGEST
        and not _UNFIT.search(address)
        and not any(c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp", "Zs") for c in address)
    )


def _is_host(host: str) -> bool:
    """Whether a host is a name that is what it looks like."""
    if not host or unicodedata.normalize("NFKC", host) != host:
        return False
    labels = host.removesuffix(".").split(".")
    return all(_LABEL.fullmatch(label) and not _is_mixed(label) for label in labels)


def _is_mixed(label: str) -> bool:
    scripts = {unicodedata.name(c, "").partition(" ")[0] for c in label if c.isalpha()}
    return "LATIN" in scripts and bool(scripts & _ALIKE)
