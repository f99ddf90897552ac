"""Running the server: its port, its first build, its messages on the terminal, its end."""

from __future__ import annotations

import asyncio
import errno
import os
import socket
import sys
import time
import webbrowser
from collections.abc import Iterator
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from types import FrameType
from typing import TextIO

import uvicorn
from anyio import to_thread

from course_reader.authoring.app import Endpoints, application, new_token
from course_reader.authoring.connections import BACKLOG, Lack, protocol
from course_reader.authoring.events import Hub
from course_reader.authoring.guard import Door
from course_reader.authoring.kept import BuildOutcome, KeptReader
from course_reader.authoring.watching import files, watched
from course_reader.authoring.worker import Worker
from course_reader.errors import UsageError
from course_reader.model.outputs import PUBLIC, TEACHER, Audience
from course_reader.model.problems import Problem

FIRST_PORT = 8000

#: how many ports are tried if none is asked for
_TRIED = 50

LOOPBACK = "127.0.0.1"


class CannotServeError(UsageError):
    """The server cannot start."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The options of `serve`."""

    #: None: the first free one from 8000 on
    port: int | None = None
    host: str = LOOPBACK
    allow_remote: bool = False
    #: whether a login is asked for on this machine too
    login: bool = False
    open_browser: bool = False
    audience: Audience = "teacher"


def serve(root: Path, wish: Wish, *, out: TextIO = sys.stderr) -> None:
    """Build the reader, serve it and build it again, until it is interrupted.

    Args:
        root: The reader's folder.
        wish: The options.
        out: The stream for its messages.

    Raises:
        CannotServeError: if the address cannot be had.
    """
    is_remote = _check_host(wish)
    sockets = bound(wish.host, wish.port)
    port = sockets[0].getsockname()[1]
    login = new_token() if is_remote or wish.login else None
    door = Door(port, new_token(), login, *_names(wish.host, is_remote))
    hub = Hub()
    terminal = _Terminal(out)
    kept = KeptReader(root, settings={"reader_audience": wish.audience}, progress=out)
    worker = Worker(kept, hub, terminal.outcome)
    try:
        worker.know(file for folder in watched(root, ()) for file in files(folder))
        worker.know(files(root, recursive=False))
        worker.build()
        terminal.start(wish, port, login, is_remote=is_remote)
        endpoints = Endpoints(root, kept.site, worker, hub, door)
        config = uvicorn.Config(
            application(endpoints),
            log_level="error",
            access_log=False,
            server_header=False,
            ws="none",
            http=protocol(),
            backlog=BACKLOG,
            loop="asyncio",
            lifespan="on",
            timeout_graceful_shutdown=2,
        )
        server = _Server(config, hub, Lack(terminal.say))
        if wish.open_browser:
            server.address = f"http://{_shown(wish.host)}:{port}/"
        server.run(sockets=sockets)
    except KeyboardInterrupt:
        pass
    finally:
        for one in sockets:
            one.close()
        kept.close()
    print("Stopped.", file=out)


class _Server(uvicorn.Server):
    """A server that ends the streams of events before it waits for its connections."""

    def __init__(self, config: uvicorn.Config, hub: Hub, lack: Lack) -> None:
        super().__init__(config)
        self.hub = hub
        self.lack = lack
        #: opened in a browser once the server answers
        self.address = ""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then open the browser."""
        asyncio.get_running_loop().set_exception_handler(self.lack)
        await super().startup(sockets)
        if self.address and not self.should_exit and _has_screen():
            await to_thread.run_sync(webbrowser.open, self.address)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        """On Ctrl-C."""
        self.hub.close()
        super().handle_exit(sig, frame)


def _has_screen() -> bool:
    """Whether a browser can open a window; one in the terminal would hide the server's messages."""
    return sys.platform in ("win32", "darwin") or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _check_host(wish: Wish) -> bool:
    """Whether other machines could reach the address."""
    try:
        is_remote = not ip_address(wish.host).is_loopback
    except ValueError:
        raise CannotServeError(
            f"{wish.host!r} is not an IP address; give one of this machine, or leave it out"
        ) from None
    if is_remote and not wish.allow_remote:
        raise CannotServeError(
            f"at {wish.host} other machines could reach the server, which writes into this folder; "
            "if that is what you want, add --allow-remote"
        )
    return is_remote


def _names(host: str, is_remote: bool) -> tuple[frozenset[str], bool]:
    """The names by which the server may be addressed, and whether any IP address is accepted."""
    names = {"127.0.0.1", "localhost", "[::1]", _shown(host)}
    if is_remote:
        names |= {socket.gethostname().lower(), socket.getfqdn().lower()}
    return frozenset(names), is_remote and ip_address(host).is_unspecified


def _shown(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def bound(host: str, port: int | None) -> list[socket.socket]:
    """Sockets on an address; for loopback on IPv4 and IPv6, because `localhost` may be either in a browser.

    Raises:
        CannotServeError: if the port is taken, or the address is not this machine's.
    """
    hosts = [host, "::1"] if host == LOOPBACK and socket.has_ipv6 else [host]
    for tried in [port] if port is not None else range(FIRST_PORT, FIRST_PORT + _TRIED):
        try:
            return list(_bind_all(hosts, tried))
        except OSError as error:
            if error.errno == errno.EADDRNOTAVAIL:
                raise CannotServeError(f"{host} is not an address of this machine") from None
            if error.errno == errno.EACCES:
                raise CannotServeError(f"port {tried} needs special rights; give another one, such as 8000") from None
            if error.errno != errno.EADDRINUSE:
                raise CannotServeError(f"port {tried} cannot be used: {error.strerror}") from None
    if port is not None:
        raise CannotServeError(
            f"port {port} is taken by another program; end that program, give another --port, "
            "or leave --port out and a free one is found"
        )
    raise CannotServeError(f"no port from {FIRST_PORT} to {FIRST_PORT + _TRIED - 1} is free; give one with --port")


def _bind_all(hosts: list[str], port: int) -> Iterator[socket.socket]:
    made: list[socket.socket] = []
    try:
        for host in hosts:
            try:
                one = _bind(host, port)
            except OSError as error:
                # A machine may know IPv6 and have no such address.
                if made and error.errno in (errno.EADDRNOTAVAIL, errno.EAFNOSUPPORT):
                    continue
                raise
            made.append(one)
            port = one.getsockname()[1]
    except OSError:
        for one in made:
            one.close()
        raise
    return iter(made)


def _bind(host: str, port: int) -> socket.socket:
    one = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":
            one.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        elif hasattr(socket, "SO_EXCLUSIVEADDRUSE"):
            # Elsewhere the option that Unix needs would let two programs share a port.
            one.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        if one.family == socket.AF_INET6:
            one.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        one.bind((host, port))
        # From now on browsers wait for the first build instead of being turned away.
        one.listen(BACKLOG)
    except OSError:
        one.close()
        raise
    one.set_inheritable(True)
    return one


class _Terminal:
    """The messages on the terminal."""

    def __init__(self, out: TextIO) -> None:
        self.out = out
        self.problems: frozenset[Problem] = frozenset()
        self.builds = 0

    def start(self, wish: Wish, port: int, login: str | None, *, is_remote: bool) -> None:
        """Say where the reader is, and how to stop."""
        if is_remote:
            self.say(
                "WARNING: other machines can reach this server. What they send and see is not encrypted, and whoever "
                "has the login can write into this folder."
            )
        if wish.audience != PUBLIC:
            whose, more = ("teachers", "answers, ") if wish.audience == TEACHER else ("the class", "")
            self.say(f"This is a build for {whose}: it also shows {more}texts and notes that the public may not see.")
        self.say(f"The reader is at http://{_shown(wish.host)}:{port}/ (Ctrl-C ends)")
        if login:
            self.say(f"Login: {login}")

    def outcome(self, outcome: BuildOutcome) -> None:
        """Report a build; each problem is printed once, until it is gone."""
        now = frozenset(outcome.problems)
        for problem in sorted(now - self.problems):
            self.say(str(problem))
        clock = time.strftime("%H:%M:%S")
        if outcome.failed:
            self.say(f"{clock} The build failed; the pages are still those of the last successful build.")
        elif self.builds or now:
            gone, left = len(self.problems - now), len(now)
            words = [f"{_count(gone)} gone"] if gone else []
            words += [_count(left)] if left else []
            pages = _listed(outcome.docnames) if self.builds else "all pages"
            self.say(f"{clock} Built {pages} in {outcome.seconds:.1f} s" + "".join(f", {w}" for w in words))
        self.problems = now
        self.builds += not outcome.failed

    def say(self, text: str) -> None:
        """Print a line."""
        print(text, file=self.out, flush=True)


def _count(problems: int) -> str:
    return f"{problems} problem{'' if problems == 1 else 's'}"


def _listed(docnames: tuple[str, ...]) -> str:
    if not docnames:
        return "no page"
    return ", ".join(docnames[:3]) + (f" and {len(docnames) - 3} more" if len(docnames) > 3 else "")
