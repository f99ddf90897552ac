"""The web application: addresses and their answers."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from anyio import to_thread
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import Route

from course_reader.authoring import articles, entries, pages, proposals
from course_reader.authoring.answers import RefusedError, RequestBody, asked, if_match, is_first, refused
from course_reader.authoring.events import Hub
from course_reader.authoring.guard import COOKIE, LOGIN, OURS, Door, Guard, same
from course_reader.authoring.mentions import Decider, Said, TakenBack
from course_reader.authoring.moving import MovedNote, move
from course_reader.authoring.notes import ChangedNote, GoneNote, NewNote, NoteWriter
from course_reader.authoring.site import Site
from course_reader.authoring.watching import watch
from course_reader.authoring.words import meanings
from course_reader.authoring.words.hard_words import ExplainedWord, TakenBackWord, WordWriter
from course_reader.authoring.worker import Worker
from course_reader.model.limits import body_fault
from course_reader.pages.safe_markdown import note_html
from course_reader.store.errors import StoreError


@dataclass(slots=True)
class Endpoints:
    """The answers to all requests, and what they are made from."""

    root: Path
    site: Site
    worker: Worker
    hub: Hub
    door: Door
    notes: NoteWriter = field(init=False)
    decider: Decider = field(init=False)
    hard_words: WordWriter = field(init=False)

    def __post_init__(self) -> None:
        self.notes = NoteWriter(self.root)
        self.decider = Decider(self.root)
        self.hard_words = WordWriter(self.root, self.decider.steps)

    # --- pages and events

    async def page(self, request: Request) -> Response:
        """A page of the reader, or a file that the page loads."""
        return await to_thread.run_sync(pages.answer, request, self.site, self.door.token, self.worker.problems)

    async def asset(self, request: Request) -> Response:
        """A file of the panel."""
        return pages.asset(request.path_params["name"])

    async def events(self, request: Request) -> Response:
        """The stream of events."""
        first: list[tuple[str, dict[str, Any]]] = [("hello", {"build": self.worker.number})]
        if self.worker.failed:
            # Pages that are opened later have to know it too.
            first.append(("failed", {"problems": [problem.to_json() for problem in self.worker.problems]}))
        return StreamingResponse(self.hub.listen(*first), media_type="text/event-stream")

    async def login_page(self, request: Request) -> Response:
        """The form for the login."""
        return pages.login_page()

    async def log_in(self, request: Request) -> Response:
        """Set the cookie, if the login is right."""
        given = (await asked(request, _Login)).login
        if self.door.login is None or not same(given, self.door.login):
            # Guessing is hopeless; this makes it slow as well.
            await asyncio.sleep(1)
            raise RefusedError(403, "wrong-login", "this is not the login that the terminal shows")
        response = JSONResponse({})
        response.set_cookie(f"{COOKIE}-{self.door.port}", self.door.login, httponly=True, samesite="strict")
        return response

    # --- reading

    async def article(self, request: Request) -> Response:
        """Everything that the panel shows about an article."""
        docname = request.query_params.get("docname", "")
        return JSONResponse(await to_thread.run_sync(articles.answer, self.worker.state, self.root, docname))

    async def preview(self, request: Request) -> Response:
        """A note's body as the page will show it."""
        body = (await asked(request, _Preview)).body
        if wrong := body_fault(body):
            raise RefusedError(422, "bad-value", f"the note is too long: {wrong}")
        return JSONResponse({"html": await to_thread.run_sync(note_html, body)})

    async def find_entries(self, request: Request) -> Response:
        """Entries that match a name."""
        return JSONResponse(entries.search(self.worker.state, request.query_params.get("q", "")[:200]))

    async def meanings(self, request: Request) -> Response:
        """The entries that some words could name."""
        docname, *place = (request.query_params.get(key, "") for key in ("docname", "start", "end"))
        if not all(number.isdecimal() for number in place):
            raise RefusedError(400, "bad-request", "say where the words begin and end, as numbers")
        start, end = map(int, place)
        return JSONResponse(await to_thread.run_sync(meanings.answer, self.worker.state, docname, start, end))

    # --- writing: each written file is built at once, and not again when the watcher sees it

    async def add_note(self, request: Request) -> Response:
        """Create a note, or restore one."""
        new = await asked(request, NewNote)
        return await self._written(201, self.notes.add, self.worker.state, new, is_first(request))

    async def change_note(self, request: Request) -> Response:
        """Change a note."""
        etag, note_id = if_match(request), request.path_params["id"]
        change = await asked(request, ChangedNote)
        return await self._written(200, self.notes.change, self.worker.state, note_id, change, etag)

    async def remove_note(self, request: Request) -> Response:
        """Delete a note."""
        etag, note_id = if_match(request), request.path_params["id"]
        gone = await asked(request, GoneNote)
        return await self._written(200, self.notes.remove, self.worker.state, note_id, gone, etag)

    async def move_note(self, request: Request) -> Response:
        """Move a note to another set of notes."""
        etag, note_id = if_match(request), request.path_params["id"]
        moved = await asked(request, MovedNote)
        return await self._written(200, move, self.notes, self.worker.state, note_id, moved, etag, is_first(request))

    async def say(self, request: Request) -> Response:
        """Decide which entry some words name, or that they name none."""
        etag = if_match(request)
        return await self._written(200, self.decider.say, self.worker.state, await asked(request, Said), etag)

    async def take_back(self, request: Request) -> Response:
        """Take back what was decided about some words."""
        return await self._written(200, self.decider.take_back, self.worker.state, await asked(request, TakenBack))

    async def add_word(self, request: Request) -> Response:
        """Write the meaning of a hard word."""
        return await self._written(200, self.hard_words.add, self.worker.state, await asked(request, ExplainedWord))

    async def take_word_back(self, request: Request) -> Response:
        """Take a hard word back."""
        said = await asked(request, TakenBackWord)
        return await self._written(200, self.hard_words.take_back, self.worker.state, said)

    async def begin_entry(self, request: Request) -> Response:
        """Create an entry to be completed."""
        new = await asked(request, entries.NewEntry)
        return await self._written(201, entries.begin, self.worker.state, self.root, new)

    async def proposals(self, request: Request) -> Response:
        """Names and terms without an entry."""
        return JSONResponse(await to_thread.run_sync(proposals.answer, self.worker.state, self.root))

    async def decide(self, request: Request) -> Response:
        """Make an entry of a proposal, or a name of an entry, or refuse it."""
        said = await asked(request, proposals.Decision)
        return await self._written(200, proposals.decide, self.worker.state, self.root, said)

    async def _written(
        self, status: int, write: Callable[..., tuple[dict[str, Any], list[Path]]], *arguments: Any
    ) -> Response:
        with self.worker.writing():
            answer, files = await to_thread.run_sync(write, *arguments)
        self.worker.request(files)
        return JSONResponse(answer, status)


class _Login(RequestBody):
    login: str


class _Preview(RequestBody):
    body: str


def application(endpoints: Endpoints) -> Guard:
    """The application, protected by its guard."""
    routes = [
        Route(f"{OURS}events", endpoints.events),
        Route(f"{OURS}static/{{name:path}}", endpoints.asset),
        Route(f"{OURS}article", endpoints.article),
        Route(f"{OURS}preview", endpoints.preview, methods=["POST"]),
        Route(f"{OURS}notes", endpoints.add_note, methods=["POST"]),
        Route(f"{OURS}notes/{{id}}", endpoints.change_note, methods=["PATCH"]),
        Route(f"{OURS}notes/{{id}}", endpoints.remove_note, methods=["DELETE"]),
        Route(f"{OURS}notes/{{id}}/move", endpoints.move_note, methods=["POST"]),
        Route(f"{OURS}mentions", endpoints.say, methods=["POST"]),
        Route(f"{OURS}mentions/undo", endpoints.take_back, methods=["POST"]),
        Route(f"{OURS}words", endpoints.add_word, methods=["POST"]),
        Route(f"{OURS}words/undo", endpoints.take_word_back, methods=["POST"]),
        Route(f"{OURS}meanings", endpoints.meanings),
        Route(f"{OURS}entries", endpoints.find_entries),
        Route(f"{OURS}entries", endpoints.begin_entry, methods=["POST"]),
        Route(f"{OURS}proposals", endpoints.proposals),
        Route(f"{OURS}proposals", endpoints.decide, methods=["POST"]),
        Route(LOGIN, endpoints.login_page),
        Route(LOGIN, endpoints.log_in, methods=["POST"]),
        Route(f"{OURS}{{rest:path}}", _nothing, methods=["GET", "POST", "PATCH", "DELETE"]),
        Route("/{path:path}", endpoints.page),
    ]
    handlers: dict[Any, Callable[..., Any]] = {
        RefusedError: _refused,
        StoreError: _not_stored,
        HTTPException: _wrong_method,
    }
    inner = Starlette(routes=routes, exception_handlers=handlers, lifespan=_lifespan(endpoints))
    inner.router.redirect_slashes = False
    return Guard(inner, endpoints.door)


async def _refused(request: Request, error: RefusedError) -> Response:
    return error.response()


async def _not_stored(request: Request, error: StoreError) -> Response:
    return refused(error).response()


async def _wrong_method(request: Request, error: HTTPException) -> Response:
    return RefusedError(error.status_code, "method", f"{request.method} is not answered at this address").response()


async def _nothing(request: Request) -> Response:
    raise RefusedError(404, "not-found", "this address does not exist")


def _lifespan(endpoints: Endpoints) -> Callable[[Starlette], contextlib.AbstractAsyncContextManager[None]]:
    @contextlib.asynccontextmanager
    async def run(app: Starlette) -> AsyncIterator[None]:
        """Watch and build while the server runs."""
        endpoints.hub.bind()
        endpoints.worker.start()
        watcher = asyncio.create_task(
            watch(endpoints.root, lambda: endpoints.worker.state.excluded, endpoints.worker.request), name="watch"
        )
        try:
            yield
        finally:
            watcher.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await watcher
            await to_thread.run_sync(endpoints.worker.stop)

    return run


def new_token() -> str:
    """A secret that cannot be guessed."""
    return secrets.token_urlsafe(24)
