"""The guard: every request is checked here before anything else looks at it.

The server writes files and knows texts that are not public, and any web page open in the same browser can send
requests to it. The manual's page on the threat model says which check prevents which attack.
"""

from __future__ import annotations

import hmac
import json
from dataclasses import dataclass
from ipaddress import ip_address
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Message, Receive, Scope, Send

#: the largest request, in bytes
MAX_BODY = 64 * 1024

#: our own addresses begin with this; all others are pages of the reader
OURS = "/_cr/"

READING = frozenset({"GET", "HEAD"})
WRITING = frozenset({"POST", "PATCH", "DELETE"})

#: sent with every answer; a page's own policy replaces the first
HEADERS = {
    "content-security-policy": "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "x-content-type-options": "nosniff",
    "cross-origin-resource-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a request is not answered."""

    status: int
    code: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Door:
    """The conditions that a request must meet.

    Attributes:
        port: The port that the server listens on.
        token: Random for each start; part of the pages that we serve, and of requests that change something.
        login: The secret that a person has to enter once; None if no login is needed.
        hosts: Names by which the server may be addressed, without the port.
        any_address: Whether any IP address is accepted too. A name that was redirected to our address is still a
            name, so this does not allow DNS rebinding.
    """

    port: int
    token: str
    login: str | None = None
    hosts: frozenset[str] = frozenset({"127.0.0.1", "localhost", "[::1]"})
    any_address: bool = False

    def knows(self, host: str) -> bool:
        """Whether a `Host` header names this server."""
        suffix = f":{self.port}"
        if host.endswith(suffix):
            name = host.removesuffix(suffix)
        elif self.port == 80:
            name = host
        else:
            return False
        return name.lower() in self.hosts or (self.any_address and _is_address(name))


def _is_address(name: str) -> bool:
    try:
        ip_address(name[1:-1] if name.startswith("[") and name.endswith("]") else name)
    except ValueError:
        return False
    return True


#: the paths that are open without a login, to log in
LOGIN = "/_cr/login"
_WITHOUT_LOGIN = frozenset({LOGIN, "/_cr/static/login.js", "/_cr/static/plain.css"})
COOKIE = "cr-login"


class Guard:
    """A pure ASGI middleware: it looks at the raw request, before any library interprets it."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse, or pass on."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":
            # WebSockets are not used here; refusing one before it is accepted answers with 403.
            await send({"type": "websocket.close", "code": 1008})
            return
        send = _with_headers(send)
        refusal = refusal_of(scope, self.door)
        if refusal:
            await _refuse(refusal, scope, send)
            return
        await self.app(scope, receive, send)


def refusal_of(scope: Scope, door: Door) -> Refusal | None:
    """The reason why a request is refused, the first that applies; None if it is let in."""
    headers = _Headers(scope)
    for check in (_host, _method, _origin, _fetch_site, _logged_in):
        refusal = check(scope, headers, door)
        if refusal:
            return refusal
    if scope["method"] in WRITING:
        return _writing(scope, headers, door)
    return None


class _Headers:
    """Headers as they came; none of our pages sends a header twice."""

    def __init__(self, scope: Scope) -> None:
        self._all: dict[str, list[str]] = {}
        for name, value in scope["headers"]:
            self._all.setdefault(name.decode("latin-1").lower(), []).append(value.decode("latin-1").strip())

    def all(self, name: str) -> list[str]:
        """Every value of a header."""
        return self._all.get(name, [])

    def one(self, name: str) -> str | None:
        """The value of a header that came once; None if it is missing or came more than once."""
        values = self.all(name)
        return values[0] if len(values) == 1 else None


def _host(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    host = headers.one("host")
    if host is None or not door.knows(host):
        return Refusal(421, "wrong-host", "this server does not have that name; open the address that it printed")
    if not scope["path"].startswith("/"):
        return Refusal(400, "bad-request", "the address is not a path")
    return None


def _method(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    method = scope["method"]
    if method not in READING and not (method in WRITING and scope["path"].startswith(OURS)):
        return Refusal(405, "method", f"{method} is not answered here")
    if headers.all("upgrade"):
        return Refusal(400, "bad-request", "the protocol is not changed here")
    return None


def _origin(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    origins = headers.all("origin")
    if not origins and scope["method"] in READING:
        return None
    if origins != [f"http://{headers.one('host')}"]:
        return Refusal(403, "wrong-origin", "the request does not come from a page of this server")
    return None


def _fetch_site(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    """Other ports of this machine are the same *site*, and another *origin*."""
    sites = headers.all("sec-fetch-site")
    if not sites or sites == ["same-origin"]:
        return None
    # A person may type an address or follow a link to a page; no other page may embed or read ours.
    is_opened = headers.one("sec-fetch-mode") == "navigate" and headers.one("sec-fetch-dest") == "document"
    is_page = not scope["path"].startswith(OURS) or scope["path"] == LOGIN
    if len(sites) == 1 and is_page and scope["method"] in READING and (is_opened or sites == ["none"]):
        return None
    return Refusal(403, "wrong-site", "the request does not come from a page of this server")


def _logged_in(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    if door.login is None or scope["path"] in _WITHOUT_LOGIN:
        return None
    given = [
        value
        for header in headers.all("cookie")
        for name, _, value in (part.strip().partition("=") for part in header.split(";"))
        if name == f"{COOKIE}-{door.port}"
    ]
    if any(same(value, door.login) for value in given):
        return None
    return Refusal(401, "login", "log in first")


def _writing(scope: Scope, headers: _Headers, door: Door) -> Refusal | None:
    """The conditions for a request that changes something."""
    kind = (headers.one("content-type") or "").partition(";")[0].strip().lower()
    if kind != "application/json":
        # No form and no simple request can send this: a browser would ask first, and gets no answer.
        return Refusal(415, "not-json", "send application/json")
    length = headers.one("content-length")
    if length is None or not (length.isascii() and length.isdigit()) or headers.all("transfer-encoding"):
        return Refusal(411, "no-length", "say how long the request is")
    if len(length) > 9 or int(length) > MAX_BODY:
        return Refusal(413, "too-large", f"a request may have {MAX_BODY} bytes; shorten the note")
    if scope["path"] != LOGIN and not same(headers.one("x-cr-token") or "", door.token):
        return Refusal(403, "wrong-token", "the page is older than the server; reload it")
    return None


def same(given: str, wanted: str) -> bool:
    """Whether two secrets are equal, compared in constant time."""
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _with_headers(send: Send) -> Send:
    """Add our headers to every answer."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = list(message.get("headers", []))
            there = {name.lower() for name, _ in headers}
            headers += [(k.encode(), v.encode()) for k, v in HEADERS.items() if k.encode() not in there]
            message = {**message, "headers": headers}
        await send(message)

    return sending


async def _refuse(refusal: Refusal, scope: Scope, send: Send) -> None:
    body = json.dumps({"error": refusal.sentence, "code": refusal.code}).encode()
    headers = [(b"content-type", b"application/json"), (b"content-length", str(len(body)).encode())]
    status = refusal.status
    if refusal.code == "login" and not scope["path"].startswith(OURS):
        status = 303
        headers.append((b"location", LOGIN.encode()))
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b"" if scope["method"] == "HEAD" else body})
