"""The web application: which address answers what."""

from __future__ import annotations

import asyncio
import contextlib
import html
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from course_reader.authoring import articles, pages
from course_reader.authoring.answers import Asked, RefusedError, asked
from course_reader.authoring.events import Hub
from course_reader.authoring.guard import COOKIE, LOGIN, OURS, Door, Guard, same
from course_reader.authoring.site import Site
from course_reader.authoring.watching import watch
from course_reader.authoring.worker import Worker


@dataclass(frozen=True, slots=True)
class Desk:
    """What the answers are made from."""

    root: Path
    site: Site
    worker: Worker
    hub: Hub
    door: Door

    # --- pages and events

    async def page(self, request: Request) -> Response:
        """A page of the reader, or a file that it loads."""
        return await to_thread.run_sync(pages.answer, request, self.site, self.door.token, self.worker.problems)

    async def asset(self, request: Request) -> Response:
        """A file of the panel."""
        return pages.asset(request.path_params["name"])

    async def events(self, request: Request) -> Response:
        """The stream of events."""
        stream = self.hub.listen({"build": self.worker.number})
        return StreamingResponse(stream, media_type="text/event-stream")

    async def login_page(self, request: Request) -> Response:
        """The form that asks for the login."""
        return pages.login_page()

    async def log_in(self, request: Request) -> Response:
        """Give a cookie to whoever knows the login."""
        given = (await asked(request, _Login)).login
        if self.door.login is None or not same(given, self.door.login):
            # Guessing is hopeless, and this makes it slow too.
            await asyncio.sleep(1)
            raise RefusedError(403, "wrong-login", "this is not the login that the terminal shows")
        response = JSONResponse({})
        response.set_cookie(f"{COOKIE}-{self.door.port}", self.door.login, httponly=True, samesite="strict")
        return response

    # --- reading

    async def article(self, request: Request) -> Response:
        """All that the panel shows of an article."""
        docname = request.query_params.get("docname", "")
        return JSONResponse(await to_thread.run_sync(articles.answer, self.worker.state, self.root, docname))

    async def preview(self, request: Request) -> Response:
        """A note's body as the page will show it."""
        return JSONResponse({"html": f"<p>{html.escape((await asked(request, _Preview)).body)}</p>"})


class _Login(Asked):
    login: str


class _Preview(Asked):
    body: str


def application(desk: Desk) -> Guard:
    """The application behind its guard."""
    routes = [
        Route(f"{OURS}events", desk.events),
        Route(f"{OURS}static/{{name}}", desk.asset),
        Route(f"{OURS}article", desk.article),
        Route(f"{OURS}preview", desk.preview, methods=["POST"]),
        Route(LOGIN, desk.login_page),
        Route(LOGIN, desk.log_in, methods=["POST"]),
        Route(f"{OURS}{{rest:path}}", _nothing, methods=["GET", "POST", "PATCH", "DELETE"]),
        Route("/{path:path}", desk.page),
    ]
    handlers: dict[Any, Callable[..., Any]] = {RefusedError: _refused}
    inner = Starlette(routes=routes, exception_handlers=handlers, lifespan=_lifespan(desk))
    inner.router.redirect_slashes = False
    return Guard(inner, desk.door)


async def _refused(request: Request, error: RefusedError) -> Response:
    return error.response()


async def _nothing(request: Request) -> Response:
    raise RefusedError(404, "not-found", "there is no such address")


def _lifespan(desk: Desk) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def run(app: Starlette) -> AsyncIterator[None]:
        """Watch and build as long as the server runs."""
        desk.hub.bind()
        desk.worker.start()
        watcher = asyncio.create_task(
            watch(desk.root, lambda: desk.worker.state.excluded, desk.worker.request), name="watch"
        )
        try:
            yield
        finally:
            watcher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watcher
            await to_thread.run_sync(desk.worker.stop)

    return run


def new_token() -> str:
    """A secret that cannot be guessed."""
    return secrets.token_urlsafe(24)
