"""Connections to the server: how long one may wait for its request, and how many there may be.

Whoever connects and sends nothing, or half a request, costs a file descriptor. Without a limit these run out, and then
nobody is answered, and notes cannot be saved.
"""

from __future__ import annotations

import asyncio
import errno
import sys
import time
from collections.abc import Callable
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

if sys.platform != "win32":
    import resource

#: seconds in which a request has to arrive as a whole, counted from the connection or from its first byte
PATIENCE = 10.0

#: the most connections at the same time; a browser uses six for one reader
_MOST = 500

#: how many connections the kernel holds, and asyncio takes at once, before they are counted
BACKLOG = 64

#: descriptors for everything else: files of a build, the watcher, and connections that are not counted yet
_RESERVED = 256

#: descriptors that are asked for, if the system grants them
_WANTED = 1024

#: seconds between two lines about the same lack
_QUIET = 60.0

_LACKS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM})


class PatientProtocol(H11Protocol):
    """A connection that is closed if its request does not come, or if others need its place more."""

    #: how many connections there may be
    most = _MOST

    #: when it began to wait for a request, and the timer that ends that
    waits_since = 0.0
    _deadline: asyncio.TimerHandle | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether no request is being answered: its end has not come yet, or it has been answered."""
        return self.cycle is None or self.cycle.more_body or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Begin to wait for a request; with too many connections, end the one that has waited longest."""
        super().connection_made(transport)
        self._wait()
        if len(self.connections) > self.most:
            waiting = [one for one in self.connections if isinstance(one, PatientProtocol) and one.is_waiting]
            min(waiting, key=lambda one: one.waits_since, default=self).end()

    def data_received(self, data: bytes) -> None:
        """Take a part of a request."""
        super().data_received(data)
        if not self.is_waiting:
            self._stop_waiting()
        elif self._deadline is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        self._stop_waiting()
        super().connection_lost(exc)

    def end(self) -> None:
        """End the connection at once."""
        self.connections.discard(self)
        self.transport.abort()

    def _wait(self) -> None:
        self.waits_since = self.loop.time()
        self._deadline = self.loop.call_later(PATIENCE, self._give_up)

    def _stop_waiting(self) -> None:
        if self._deadline is not None:
            self._deadline.cancel()
            self._deadline = None

    def _give_up(self) -> None:
        self._deadline = None
        if self.is_waiting:
            self.end()


def protocol() -> type[PatientProtocol]:
    """The protocol for the number of connections that this process can have."""

    class Limited(PatientProtocol):
        most = _affordable()

    return Limited


def _affordable() -> int:
    """How many connections there may be, so that descriptors are left for everything else."""
    if sys.platform == "win32":
        return _MOST
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft < _WANTED:
        wanted = _WANTED if hard == resource.RLIM_INFINITY else min(_WANTED, hard)
        try:
            resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
            soft = wanted
        except (OSError, ValueError):
            pass
    return max(min(_MOST, soft - _RESERVED), soft // 4, 1)


class Lack:
    """Says in one line that descriptors have run out, where asyncio would say it at length, again and again."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._said = float("-inf")

    def __call__(self, loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
        """Handle what asyncio could not."""
        error = context.get("exception")
        if not isinstance(error, OSError) or error.errno not in _LACKS or "socket" not in context:
            loop.default_exception_handler(context)
            return
        now = time.monotonic()
        if now - self._said >= _QUIET:
            self._said = now
            self._say(
                f"The system has no room for more connections ({error.strerror}); pages wait until some are closed."
            )
