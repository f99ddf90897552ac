"""One pass of the engine in a separate process: Typst never frees its cache, and each pass would double it.

Reads a job as a line of JSON from standard input and answers with a line of JSON, its measurements, on standard
output. To have the pass printed, the caller sends a second line with the name of the file.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import typst

Answer = dict[str, Any]


def main() -> None:
    """Measure, wait, and print on request."""
    job = json.loads(sys.stdin.readline())
    fonts = typst.Fonts(include_system_fonts=False, font_paths=job["fonts"])
    compiler = typst.Compiler(job["template"], root=job["root"], font_paths=fonts, sys_inputs=job["inputs"])
    _answer(lambda: {"measured": json.loads(compiler.query("<measured>", field="value", one=True))})
    if output := sys.stdin.readline():
        _answer(lambda: _print(compiler, json.loads(output), job))


def _print(compiler: typst.Compiler, output: str, job: dict[str, Any]) -> Answer:
    _, warnings = compiler.compile_with_warnings(
        output=output, format="pdf", pdf_standards=["ua-1"], timestamp=job["timestamp"]
    )
    return {"settled": not any("did not converge" in warning.message for warning in warnings)}


def _answer(work: Callable[[], Answer]) -> None:
    """Send the result, or `error` and `hints`."""
    try:
        found = work()
    except RuntimeError as error:
        # A query fails with a plain error that has only a message.
        message = str(getattr(error, "message", error)).removeprefix("failed to compile document: ")
        found = {"error": message, "hints": list(getattr(error, "hints", ()))}
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
