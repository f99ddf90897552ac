"""One pass of the engine in a process of its own: Typst never frees its cache, and each pass would double it.

Reads a job as JSON from the standard input, answers with JSON on the standard output.
"""

from __future__ import annotations

import json
import sys
from typing import Any

import typst


def run(job: dict[str, Any]) -> dict[str, Any]:
    """Do one pass.

    Args:
        job: `template` (file), `root` (folder the template may read), `inputs` (texts for the template), `fonts`
            (folders), `output` (file, or None to measure only), `timestamp` (seconds since 1970), `ua` (whether
            the file declares PDF/UA-1).

    Returns:
        `notes`: what the template measured; or `error` and `hints`.
    """
    fonts = typst.Fonts(include_system_fonts=False, font_paths=job["fonts"])
    compiler = typst.Compiler(job["template"], root=job["root"], font_paths=fonts, sys_inputs=job["inputs"])
    try:
        if job["output"]:
            standards: Any = ["ua-1"] if job["ua"] else []
            compiler.compile(output=job["output"], format="pdf", pdf_standards=standards, timestamp=job["timestamp"])
        return {"notes": json.loads(compiler.query("<reader-note>", field="value"))}
    except RuntimeError as error:
        # A query fails with a plain error, of which only the sentence is known.
        said = str(getattr(error, "message", error)).removeprefix("failed to compile document: ")
        return {"error": said, "hints": list(getattr(error, "hints", ()))}


if __name__ == "__main__":
    json.dump(run(json.load(sys.stdin)), sys.stdout)
