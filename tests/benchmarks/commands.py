"""What commands without Sphinx cost, beside what they cannot do without: processor time of several calls in turns."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import course_reader
from course_reader.commands.new import create

SOURCE = Path(course_reader.__file__).parent.parent
TEXT = """Island Ferry Returns After Eleven Years

By Tomas Brandt

14 March 2021

The ferry between Estvik and the outer islands sailed on Sunday for the first time in eleven years.
"""
SENTENCE = "The ferry between Estvik and the outer islands sailed on Sunday for the first time in eleven years. "
PAGE = f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Island ferry returns after eleven years</title></head>
<body><nav><a href="/">Home</a></nav><main><article><h1>Island ferry returns after eleven years</h1>
{"".join(f"<p>{number}. {SENTENCE * 2}</p>" for number in range(20))}
</article></main></body></html>
"""
CALL = ("-c", "import sys; from course_reader.cli import main; sys.exit(main())")

#: what is asked, what it is measured against, and the most that it may cost of that
BARS = (
    ("import --dry-run of a text", ("--root", "reader", "import", "--dry-run", "text.txt"), (*CALL, "--help"), 5.0),
    (
        "import --dry-run of a page",
        ("--root", "reader", "import", "--dry-run", "page.html"),
        ("-c", "import trafilatura, lxml.html"),
        1.5,
    ),
)


def measure(repeats: int = 12) -> bool:
    """Print each ratio beside its bar.

    Args:
        repeats: How often each is called; the least counts, because other programs only ever add to it.

    Returns:
        Whether all are within their bars.
    """
    with tempfile.TemporaryDirectory(prefix="reader-bench-") as name:
        folder = Path(name)
        create(folder / "reader")
        (folder / "text.txt").write_text(TEXT, encoding="utf-8")
        (folder / "page.html").write_text(PAGE, encoding="utf-8")
        within = True
        for title, argv, beside, most in BARS:
            asked, base = [], []
            for _ in range(repeats):
                asked.append(_cost(folder, (*CALL, *argv)))
                base.append(_cost(folder, beside))
            ratio = min(asked) / min(base)
            within = within and ratio <= most
            print(f"{title:30} {min(asked):6.3f} s, {ratio:4.2f} × {min(base):.3f} s (at most {most})")
        return within


def _cost(folder: Path, argv: Sequence[str]) -> float:
    """The processor time of a call of Python, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    # As for a person: modules are compiled once and kept.
    environment = {"PYTHONPYCACHEPREFIX": str(folder / "compiled"), "PYTHONPATH": str(SOURCE)}
    subprocess.run([sys.executable, *argv], cwd=folder, env=environment, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
