"""Serving the reader's pages, with the panel, and with a policy for scripts."""

from __future__ import annotations

import hashlib
import html
import mimetypes
import re
from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from course_reader.authoring.site import Site
from course_reader.model.problems import Problem
from course_reader.theme.policy import POLICY, as_text

STATIC = Path(__file__).parent / "static"

_TYPES = {".js": "text/javascript", ".css": "text/css"}

#: the files of the panel, by name, with their types; no others are served
ASSETS = {
    path.relative_to(STATIC).as_posix(): _TYPES[path.suffix] for path in STATIC.rglob("*") if path.suffix in _TYPES
}

#: what a page of the reader may load, besides the scripts given by their hashes: as in built pages, or less
_POLICY = POLICY | {
    "default-src": "'none'",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<code>.*?)</script>", re.I | re.S)
_HEAD_END = re.compile(r"</head\s*>", re.I)

#: Pages that templates make without any text of an author.
_BARE_PAGES = ("/search.html", "/genindex.html")


def policy(page: str, site: Site) -> str:
    """The content security policy of a page.

    Scripts of the theme may run; those in the text may not, because a text may come from anywhere and the page
    contains the token. Our own theme has no lines of script in its pages. Other themes have; those in the head, or on
    a page without text, are theirs.
    """
    head = page[: _end_of_head(page)]
    bare = ((site.read(address) or b"").decode("utf-8", "replace") for address in _BARE_PAGES)
    allowed = dict.fromkeys(code for text in (head, *bare) for code in _inline(text))
    hashes = "".join(f" 'sha256-{b64encode(hashlib.sha256(c.encode()).digest()).decode()}'" for c in allowed)
    return as_text(_POLICY | {"script-src": POLICY["script-src"] + hashes})


def _inline(page: str) -> Iterator[str]:
    for script in _SCRIPT.finditer(page):
        if not re.search(r"\bsrc\s*=", script["attributes"], re.I):
            yield script["code"]


def _end_of_head(page: str) -> int:
    found = _HEAD_END.search(page)
    return found.start() if found else 0


def with_panel(page: str, token: str, docname: str) -> str:
    """A page with the panel's files, the token, the name of its document, and a digest by which to know the page."""
    version = hashlib.sha256(page.encode()).hexdigest()
    added = (
        f'<meta name="cr-token" content="{html.escape(token)}">'
        f'<meta name="cr-docname" content="{html.escape(docname)}">'
        f'<meta name="cr-page-version" content="{version}">'
        '<link rel="stylesheet" href="/_cr/static/annotate.css">'
        '<script defer src="/_cr/static/annotate.js"></script>\n'
    )
    at = _end_of_head(page)
    return page[:at] + added + page[at:]


def answer(request: Request, site: Site, token: str, problems: tuple[Problem, ...]) -> Response:
    """The page or other file of the reader that was requested."""
    address = request.scope["path"]
    content = site.read(address)
    if content is None and f"{address}/" in site.files:
        return RedirectResponse(quote(f"{address}/"), 308)
    if content is None and not site.files:
        return _waiting(token, problems)
    status = 200 if content is not None else 404
    name = address if not address.endswith("/") else f"{address}index.html"
    if content is None:
        name, content = (
            "/404.html",
            site.read("/404.html") or b"<title>Not found</title><p>This page does not exist.</p>",
        )
    if not name.endswith((".html", ".htm")):
        return Response(content, media_type=media_type(name))
    page = content.decode("utf-8", "replace")
    docname = name.removeprefix("/").removesuffix(".html")
    headers = {"content-security-policy": policy(page, site)}
    return HTMLResponse(with_panel(page, token, docname), status, headers)


def media_type(name: str) -> str:
    """The type by a file's name; unknown ones get a type that no browser runs or shows."""
    kind, encoding = mimetypes.guess_type(name)
    return kind if kind and not encoding else "application/octet-stream"


def asset(name: str) -> Response:
    """One of the files of the panel."""
    kind = ASSETS.get(name)
    if kind is None:
        return Response(b"", 404)
    return Response((STATIC / name).read_bytes(), media_type=kind)


_OWN_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


def own_page(title: str, body: str, *, script: str, token: str = "", status: int = 200) -> Response:
    """A page of the server itself; `body` is HTML, `title` text."""
    page = (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(title)}</title>'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="cr-token" content="{html.escape(token)}">'
        '<link rel="stylesheet" href="/_cr/static/plain.css">'
        f'<script defer src="/_cr/static/{script}"></script></head>'
        f"<body><main><h1>{html.escape(title)}</h1>{body}</main></body></html>"
    )
    return HTMLResponse(page, status, {"content-security-policy": _OWN_POLICY})


def _waiting(token: str, problems: tuple[Problem, ...]) -> Response:
    """The page that is shown until a build has succeeded."""
    items = "".join(f"<li>{html.escape(str(problem))}</li>" for problem in problems)
    body = f"<p>Correct the problems; this page then turns into the reader by itself.</p><ul>{items}</ul>"
    return own_page("The reader could not be built yet", body, script="live.js", token=token, status=503)


def login_page() -> Response:
    """The form for the login that the terminal shows."""
    body = (
        '<form id="login"><p><label for="key">The login that the terminal shows</label></p>'
        '<p><input id="key" type="password" autocomplete="current-password" required> <button>Log in</button></p>'
        '<p id="answer" role="status"></p></form>'
    )
    return own_page("Log in", body, script="login.js")
