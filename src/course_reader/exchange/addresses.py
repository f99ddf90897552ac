"""Finding the article for an address; differences that do not matter are ignored."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import parse_qsl, quote, unquote, urlencode, urlsplit

from course_reader.text.fold import fold

#: prefix of the name of an article that has no address on the web
OWN_SCHEME = "urn:x-course-reader:"

#: parameters that say where a visitor came from and nothing about the page
_TRACKING = re.compile(
    r"(utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|igshid|mc_[ce]id|_ga|_gl|ref|ref_src|ref_url|"
    r"cmpid|campaign_id|cmp|ocid|ns_\w+|at_\w+|_hs\w+|hs\w+|mkt_tok|ito|smid|share|sh|s_cid|__twitter_impression)",
    re.I,
)
_AUTHOR = re.compile(r"\s*\([^()]*\)\s*$")
_PORTS = {"http": 80, "https": 443}
_LOOPBACK = {"localhost", "127.0.0.1", "::1"}


def normalised(address: str) -> str:
    """An address in the form in which it is compared: without scheme, `www.`, final slash, fragment and tracking.

    >>> normalised("https://www.news.example/talks/?utm_source=mail&id=7#top")
    '//news.example/talks?id=7'
    """
    try:
        parts = urlsplit(address.strip())
        port = parts.port
    except ValueError:
        return address.strip()
    scheme, host = parts.scheme.lower(), (parts.hostname or "").lower()
    if scheme not in _PORTS or not host:
        return address.strip().partition("#")[0]
    host = host.removeprefix("www.").rstrip(".")
    if port and port != _PORTS[scheme]:
        host = f"{host}:{port}"
    path = quote(unquote(parts.path), safe="/:@!$&'()*+,;=~-._").rstrip("/")
    kept = sorted(
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not _TRACKING.fullmatch(key)
    )
    return f"//{host}{path}" + (f"?{urlencode(kept)}" if kept else "")


def _plain(title: str) -> str:
    return " ".join(fold(title).text.split()).casefold()


class AddressBook:
    """The addresses of all articles.

    >>> book = AddressBook()
    >>> book.add("harbour-2024", ["https://news.example/talks"])
    >>> book.find("http://www.news.example/talks/")
    ['harbour-2024']
    """

    def __init__(self) -> None:
        self._slugs: dict[str, list[str]] = {}
        self._pages: dict[str, str] = {}
        self._titles: dict[str, list[str]] = {}

    def add(self, slug: str, addresses: Iterable[str]) -> None:
        """Record the addresses of an article; if two articles share an address, the first added comes first."""
        for address in (*addresses, OWN_SCHEME + slug):
            found = self._slugs.setdefault(normalised(address), [])
            if slug not in found:
                found.append(slug)

    def add_page(self, slug: str, docname: str) -> None:
        """Record the document name of an article, so that its page is recognised in a folder or on a local server."""
        self._pages[docname] = slug

    def add_title(self, slug: str, title: str) -> None:
        """Record a title of an article, for tools that give no address."""
        found = self._titles.setdefault(_plain(title), [])
        if slug not in found:
            found.append(slug)

    def titled(self, title: str) -> list[str]:
        """The article with a title, if it is one alone; an author in brackets after the title is ignored.

        >>> book = AddressBook()
        >>> book.add_title("harbour-2024", "Two towns")
        >>> book.titled("Two Towns (Gazette)")
        ['harbour-2024']
        """
        for words in (title, _AUTHOR.sub("", title)):
            found = self._titles.get(_plain(words), []) if words.strip() else []
            if len(found) == 1:
                return list(found)
        return []

    def find(self, address: str) -> list[str]:
        """The articles with an address; usually one or none."""
        found = self._slugs.get(normalised(address))
        return list(found) if found else self._local(address)

    def _local(self, address: str) -> list[str]:
        try:
            parts = urlsplit(address)
            local = parts.scheme.lower() == "file" or (parts.hostname or "") in _LOOPBACK
        except ValueError:
            return []
        if not local:
            return []
        path = unquote(parts.path).rstrip("/").removesuffix("/index.html").removesuffix(".html")
        return [slug for docname, slug in self._pages.items() if path.endswith(f"/{docname}")]
