"""Measure how long a page takes while a crowd holds connections to `course-reader serve` and sends half a request each.

python tools/crowd.py [--crowd 1000] [--pages 300]
"""

from __future__ import annotations

import argparse
import contextlib
import socket
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from authoring.serving import DOCNAME, Served, serving


def half(server: Served) -> socket.socket | None:
    """A connection with half a head; None if the server does not take it."""
    with contextlib.suppress(OSError):
        one = socket.create_connection(("127.0.0.1", server.port), timeout=5)
        one.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        return one
    return None


def times(server: Served, pages: int) -> list[float]:
    """The milliseconds of each page, in order."""
    found = []
    for _ in range(pages):
        start = time.perf_counter()
        assert server.get(f"/{DOCNAME}.html").status == 200
        found.append(1000 * (time.perf_counter() - start))
    return sorted(found)


def shown(name: str, found: list[float]) -> str:
    """The median, the 99th percentile and the longest."""
    middle, late = found[len(found) // 2], found[int(len(found) * 0.99)]
    return f"{name}: median {middle:.1f} ms, p99 {late:.1f} ms, longest {found[-1]:.1f} ms"


def main() -> None:
    """Measure, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--crowd", type=int, default=1000)
    parser.add_argument("--pages", type=int, default=300)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        print(shown("alone", times(server, wanted.pages)))
        crowd = [half(server) for _ in range(wanted.crowd)]
        print(shown(f"with {wanted.crowd} idle connections", times(server, wanted.pages)))
        for one in crowd:
            if one:
                one.close()


if __name__ == "__main__":
    main()
