"""A server as its users start it, in a process of its own, and a client that says exactly what it is told to."""

from __future__ import annotations

import hashlib
import http.client
import itertools
import json
import os
import re
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

from readers import article, entry, make_reader

BODY = """
    The treaty was signed in Prague. Yerevan accused Baku. The mayor of Yerevan spoke of Yerevan.

    Nobody else spoke in Tbilisi that day.
"""
NOTES = textwrap.dedent("""
    # The editors wrote these.
    layer: {title: Instructor's notes, author: The editors, audience: public}
    notes:
      - id: n-00000001
        quote: The treaty was signed
        body: First.
      # About the mayor.
      - id: n-00000002
        quote: The mayor of Yerevan
        body: "*Second* <script>alert(1)</script>"
""").lstrip()
DOCNAME = "corpus/prague/article"
#: the ids of new notes, each another one
_IDS = itertools.count(0x10000000)
#: an entry that no article names
MARK = "glossary/places/gyumri"
#: signs of life without an event, each after 15 seconds, after which no event is expected any more
SIGNS = 8
FILES: Mapping[str, str | bytes | Path | None] = {
    "corpus/prague/article.md": article(BODY, title="Talks in Prague"),
    "corpus/prague/notes/instructor.yaml": NOTES,
    "glossary/places/yerevan.md": entry("Yerevan", "The capital of Armenia."),
    "glossary/places/baku.md": entry("Baku", "The capital of Azerbaijan."),
    "glossary/places/tbilisi.md": entry("Tbilisi", "The capital of Georgia."),
    f"{MARK}.md": entry("Gyumri", "Only tests name it."),
    "glossary/organisations/armenian-government.md": entry("Armenian government", "It sits in Yerevan."),
}
LAYER = "corpus/prague/notes/instructor.yaml"


def new_id() -> str:
    """The id of a new note, which the page chooses."""
    return f"n-{next(_IDS):08x}"


@dataclass(frozen=True, slots=True)
class Answer:
    """What the server said."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def json(self) -> Any:
        """The body as data."""
        return json.loads(self.body)


def events(port: int) -> Iterator[tuple[str, Any]]:
    """The events of the server at a port; each build that begins after this call is among them."""
    told = _told(port)
    return chain([next(told)], told)


def _told(port: int) -> Iterator[tuple[str, Any]]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    connection.request("GET", "/_cr/events")
    try:
        name, silent = "", 0
        for line in connection.getresponse():
            kind, _, value = line.decode().strip().partition(": ")
            if kind == "event":
                name, silent = value, 0
            elif kind == "data":
                yield name, json.loads(value)
            elif value == "alive":
                silent += 1
                assert silent < SIGNS, "the server lives and has nothing to tell: what is waited for never happened"
    finally:
        connection.close()


@dataclass
class Served:
    """A running server."""

    root: Path
    port: int
    process: subprocess.Popen[str]
    #: how often a build was asked for
    marks: int = 0

    @property
    def origin(self) -> str:
        """Its address, as a browser names it."""
        return f"http://127.0.0.1:{self.port}"

    def ask(self, method: str, path: str, body: Any = None, headers: Mapping[str, str | None] | None = None) -> Answer:
        """Send a request with these headers; None takes one out that is sent otherwise.

        The server answers a request whose head is wrong before it has read the rest, and closes the connection. What is
        sent nevertheless would then reset it, and the answer be lost, so nothing follows a head that a test spoilt.
        """
        data = body if isinstance(body, bytes) or body is None else json.dumps(body).encode()
        sent = {"Host": f"127.0.0.1:{self.port}", **({"Content-Length": str(len(data))} if data is not None else {})}
        sent = {k: v for k, v in {**sent, **(headers or {})}.items() if v is not None}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                connection.putheader(name, value)
            is_spoilt = bool({"Content-Length", "Transfer-Encoding"} & (headers or {}).keys())
            connection.endheaders(None if is_spoilt else data)
            response = connection.getresponse()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, response.read())
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Answer:
        """Read something."""
        return self.ask("GET", path, headers=headers)

    def token(self) -> str:
        """The token of a page, as the panel finds it."""
        found = re.search(r'<meta name="cr-token" content="([^"]+)">', self.get("/").body.decode())
        assert found
        return found[1]

    def send(self, method: str, path: str, body: Any, etag: str | None = None, **headers: str | None) -> Answer:
        """Write something as the panel does; headers named here replace the panel's."""
        usual = {
            "Origin": self.origin,
            "Sec-Fetch-Site": "same-origin",
            "Content-Type": "application/json",
            "X-CR-Token": self.token(),
            "If-Match": etag,
        }
        return self.ask(method, path, body, {**usual, **{k.replace("_", "-"): v for k, v in headers.items()}})

    def article(self) -> Any:
        """What the panel is told of the article."""
        return self.get(f"/_cr/article?docname={DOCNAME}").json

    def layer(self, name: str = "instructor") -> Any:
        """A layer of the article."""
        return next(layer for layer in self.article()["layers"] if layer["name"] == name)

    def wait_for(self, path: str, words: str, *, gone: bool = False) -> str:
        """The page, once it holds some words, or holds them no more."""
        self.until(lambda: (words in self.get(path).body.decode()) != gone, f"{path}: {words!r} (gone: {gone})")
        return self.get(path).body.decode()

    def events(self) -> Iterator[tuple[str, Any]]:
        """The events from now on: name and data of each. The first one is `hello`, and nothing after it is missed."""
        return events(self.port)

    def marked(self) -> int:
        """Ask for a build, wait for it and return its number; everything that was saved before is built by then."""
        self.marks += 1
        stream = self.events()
        self.save(f"{MARK}.md", entry("Gyumri", f"Only tests name it, {self.marks} times."))
        return next(data["build"] for name, data in stream if name == "built" and MARK in data["docnames"])

    def save(self, path: str, text: str) -> None:
        """Save a file as an editor does that writes beside and renames: nobody sees a part of it."""
        target = self.root / path
        beside = target.with_name(f".{target.name}.swp")
        beside.write_text(text, encoding="utf-8")
        beside.replace(target)

    def until(self, holds: Callable[[], bool], what: str = "what was expected") -> None:
        """Wait for the build after which something holds, if it does not hold already."""
        stream = self.events()
        if not holds():
            assert any(name == "built" and holds() for name, _ in stream), f"{what} never happened"

    def files(self) -> dict[str, str]:
        """A hash of each file that is not made by building."""
        paths = (p for p in self.root.rglob("*") if p.is_file() and "_build" not in p.parts)
        return {p.relative_to(self.root).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest() for p in paths}


@contextmanager
def serving(root: Path, *options: str, files: Mapping[str, str | bytes | Path | None] = FILES) -> Iterator[Served]:
    """Write a reader, serve it, and end the server."""
    make_reader(root, files)
    process = start(root, *options)
    try:
        yield Served(root, port_of(process), process)
    finally:
        stop(process)


def start(root: Path, *options: str) -> subprocess.Popen[str]:
    """Start a server."""
    command = [sys.executable, "-m", "course_reader.cli", "--root", str(root), "serve", *(options or ("--port", "0"))]
    return subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, encoding="utf-8", env={**os.environ, "BROWSER": "true"}
    )


def port_of(process: subprocess.Popen[str]) -> int:
    """The port that a server prints, once it is there."""
    assert process.stderr
    said = []
    for line in process.stderr:
        said.append(line)
        if found := re.search(r"The reader is at http://[^/]+:(\d+)/", line):
            return int(found[1])
    raise AssertionError("".join(said))


def stop(process: subprocess.Popen[str]) -> str:
    """End a server as Ctrl-C does; what it said since it started."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
    try:
        return process.communicate(timeout=60)[1]
    except subprocess.TimeoutExpired:
        process.kill()
        process.communicate()
        raise
