"""Booklets: two pages of a printed pack on each side of a sheet, in the order in which the folded sheets are read."""

from __future__ import annotations

import json
import re
import tempfile
from pathlib import Path

import typst

#: the number of pages, as the engine writes it; a tree of pages has it at its root, where it is greatest
_COUNT = re.compile(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)")

#: a sheet has four pages
_PER_SHEET = 4

_TEMPLATE = """
#let job = json("job.json")
#set document(title: job.title)
#set page(width: 2 * job.width * 1pt, height: job.height * 1pt, margin: 0pt)
#for (number, sides) in job.sides.enumerate() {
  if number > 0 { pagebreak() }
  for (at, n) in sides.enumerate() {
    let page = if n <= job.count { image("pages.pdf", page: n, width: job.width * 1pt) }
    place(top + left, dx: at * job.width * 1pt, page)
  }
}
"""
_BOX = re.compile(rb"/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]")


def sides_of(count: int) -> list[tuple[int, int]]:
    """The pages on the left and right of each side of a sheet; a number above the count is an empty page.

    >>> sides_of(6)
    [(8, 1), (2, 7), (6, 3), (4, 5)]
    """
    whole = -(-count // _PER_SHEET) * _PER_SHEET
    pairs = [(whole - at, at + 1) for at in range(whole // 2)]
    # On the back of a sheet the left page has the lower number.
    return [(high, low) if at % 2 == 0 else (low, high) for at, (high, low) in enumerate(pairs)]


def make_booklet(pack: Path, output: Path, title: str, timestamp: int) -> None:
    """Write the booklet of a printed pack, on sheets of twice the size of its pages.

    Args:
        pack: The printed pack.
        output: The file to write.
        title: The title of the pack.
        timestamp: The time that the file says it was made at.
    """
    data = pack.read_bytes()
    width, height = (float(value) for value in _BOX.search(data).groups())  # type: ignore[union-attr]
    count = max(int(found) for found in _COUNT.findall(data))
    job = {"title": title, "width": width, "height": height, "count": count, "sides": sides_of(count)}
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        (work / "pages.pdf").write_bytes(data)
        (work / "job.json").write_text(json.dumps(job), encoding="utf-8")
        (work / "booklet.typ").write_text(_TEMPLATE, encoding="utf-8")
        made = typst.compile(str(work / "booklet.typ"), format="pdf", timestamp=timestamp)
    output.write_bytes(made)
