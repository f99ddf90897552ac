"""Connections that send nothing, send half a request or are too many: others are still answered."""

from __future__ import annotations

import asyncio
import resource
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from authoring.serving import Served, serving, stop
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from course_reader.authoring import connections
from course_reader.authoring.connections import Lack, PatientProtocol

#: seconds after which something that should happen is taken for lost
LONG = 60


class Small:
    """A server in a thread of this process."""

    def __init__(self, most: int) -> None:
        self.entered, self.release = threading.Event(), threading.Event()

        class Limited(PatientProtocol):
            pass

        Limited.most = most
        app = Starlette(
            routes=[Route("/", self.page), Route("/slow", self.slow), Route("/echo", self.echo, methods=["POST"])]
        )
        self.server = uvicorn.Server(uvicorn.Config(app, http=Limited, lifespan="off", log_level="error"))
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.thread = threading.Thread(target=lambda: self.server.run([self.listening]))

    async def page(self, request: Request) -> Response:
        """Answer at once."""
        return PlainTextResponse("here")

    async def slow(self, request: Request) -> Response:
        """Answer when the test lets it."""
        self.entered.set()
        await asyncio.to_thread(self.release.wait, LONG)
        return PlainTextResponse("late")

    async def echo(self, request: Request) -> Response:
        """Answer with the body."""
        return Response(await request.body())

    def connect(self, words: bytes = b"") -> socket.socket:
        """Connect, and send something."""
        one = socket.create_connection(self.listening.getsockname(), timeout=LONG)
        one.sendall(words)
        return one


@contextmanager
def running(most: int = 100) -> Iterator[Small]:
    small = Small(most)
    small.thread.start()
    try:
        yield small
    finally:
        small.release.set()
        small.server.should_exit = True
        small.thread.join(LONG)
        small.listening.close()


def rest(one: socket.socket) -> bytes:
    """Everything that comes until the server closes the connection."""
    found = b""
    with closing(one):
        try:
            while data := one.recv(4096):
                found += data
        except ConnectionResetError:
            pass
    return found


GET = b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HTTP/1.1\r\nHost: x\r\n",
        b"POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\nhalf",
        # Half a second request after one that was answered.
        b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET /",
    ],
)
def test_a_request_that_does_not_come_to_its_end_is_given_up(monkeypatch: pytest.MonkeyPatch, sent: bytes) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    with running() as small:
        answered = rest(small.connect(sent))
        assert answered.count(b"here") == sent.count(b"\r\n\r\nGET")
        assert rest(small.connect(GET)).endswith(b"here")


def test_an_answer_that_takes_long_is_not_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "PATIENCE", 0.2)
    with running() as small:
        slow = small.connect(GET.replace(b"/ ", b"/slow ", 1))
        assert small.entered.wait(LONG)
        # This one is given up while the other is being answered.
        assert rest(small.connect(b"GET /")) == b""
        small.release.set()
        assert rest(slow).endswith(b"late")


def test_with_too_many_connections_the_one_that_waits_longest_goes() -> None:
    with running(most=3) as small:
        slow = small.connect(GET.replace(b"/ ", b"/slow ", 1))
        assert small.entered.wait(LONG)
        idle = [small.connect(b"GET /")]
        idle += [small.connect(b"GET /")]
        assert rest(small.connect(GET)).endswith(b"here")
        assert rest(idle[0]) == b""
        small.release.set()
        assert rest(slow).endswith(b"late")
        idle[1].close()


def test_when_all_are_being_answered_a_new_connection_is_refused() -> None:
    with running(most=1) as small:
        slow = small.connect(GET.replace(b"/ ", b"/slow ", 1))
        assert small.entered.wait(LONG)
        assert rest(small.connect(GET)) == b""
        small.release.set()
        assert rest(slow).endswith(b"late")


def test_running_out_of_descriptors_is_one_line_and_ends(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert server.get("/").status == 200
        pid = server.process.pid
        limits = resource.prlimit(pid, resource.RLIMIT_NOFILE)
        highest = max(int(path.name) for path in Path(f"/proc/{pid}/fd").iterdir())
        resource.prlimit(pid, resource.RLIMIT_NOFILE, (highest + 3, limits[1]))
        crowd = [half(server) for _ in range(40)]
        assert server.process.stderr
        said = next(line for line in server.process.stderr if "no room for more connections" in line)
        assert said.count("\n") == 1
        for one in crowd:
            one.close()
        resource.prlimit(pid, resource.RLIMIT_NOFILE, limits)
        assert server.get("/").status == 200
        rest_said = stop(server.process)
    assert "no room" not in rest_said
    assert "Traceback" not in rest_said


def half(server: Served) -> socket.socket:
    """A connection with half a head."""
    one = socket.create_connection(("127.0.0.1", server.port), timeout=LONG)
    one.sendall(b"GET / HTTP/1.1\r\n")
    return one


def test_other_faults_of_the_loop_are_not_hidden() -> None:
    said: list[str] = []
    loop = asyncio.new_event_loop()
    with closing(loop):
        seen: list[Any] = []
        loop.default_exception_handler = seen.append  # type: ignore[method-assign]
        Lack(said.append)(loop, {"message": "a fault", "exception": ValueError("x")})
    assert said == []
    assert [context["message"] for context in seen] == ["a fault"]
