"""Messages from the server to its pages: server-sent events, one way, without a WebSocket."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from typing import Any

#: Seconds between two signs of life, which reveal dead connections.
_ALIVE = 15.0

#: How many events wait for a page that does not take them before the page is dropped.
_WAITING = 100


class Hub:
    """Sends each event to every page that listens."""

    def __init__(self) -> None:
        self._loop: asyncio.AbstractEventLoop | None = None
        self._listeners: set[asyncio.Queue[str | None]] = set()
        self._is_closed = False

    def bind(self) -> None:
        """Use the running event loop for the pages that listen."""
        self._loop = asyncio.get_running_loop()

    def publish(self, name: str, data: dict[str, Any]) -> None:
        """Send an event to all pages; can be called from any thread."""
        self._call(self._send, spelled(name, data))

    def close(self) -> None:
        """End all streams, so that the server can stop; can be called from any thread."""
        self._is_closed = True
        self._call(self._send, None)

    async def listen(self, *first: tuple[str, dict[str, Any]]) -> AsyncIterator[str]:
        """The stream of one page; it begins with the first events."""
        queue: asyncio.Queue[str | None] = asyncio.Queue(_WAITING)
        self._listeners.add(queue)
        try:
            for name, data in first:
                yield spelled(name, data)
            while not self._is_closed:
                try:
                    message = await asyncio.wait_for(queue.get(), _ALIVE)
                except TimeoutError:
                    message = ": alive\n\n"
                if message is None:
                    return
                yield message
        finally:
            self._listeners.discard(queue)

    def _call(self, function: Any, *arguments: Any) -> None:
        if self._loop and not self._loop.is_closed():
            self._loop.call_soon_threadsafe(function, *arguments)

    def _send(self, message: str | None) -> None:
        for queue in list(self._listeners):
            if queue.full():
                # The page gets the present state when it connects again.
                queue.get_nowait()
                message = None
            queue.put_nowait(message)


def spelled(name: str, data: dict[str, Any]) -> str:
    """An event in the form of the stream."""
    return f"event: {name}\ndata: {json.dumps(data, ensure_ascii=False)}\n\n"
