"""Packs for tests: printed with real Sphinx and the real engine, read back from the PDF."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

import pikepdf
import pytest
from lxml import etree
from readers import Reader, make_reader
from tagged import Tagged

Files = Mapping[str, str | bytes | None]

#: 1 mm in points
MM = 72 / 25.4


def pack(*articles: str, title: str = "A pack", body: str = "A few words.", **keys: str) -> str:
    """A pack's file; articles by the names of their folders."""
    front = "".join(f"{key}: {value}\n" for key, value in keys.items())
    tree = "\n".join(f"../{name}/article" for name in articles)
    return f"---\ntitle: {title}\n{front}---\n\n{body}\n\n```{{toctree}}\n{tree}\n```\n"


def print_reader(root: Path, files: Files, conf: str = "", **settings: Any) -> tuple[Reader, Path]:
    """A reader with these files, and the folder with its printed packs."""
    reader = make_reader(root, files, conf)
    index = (
        (root / "index.md").read_text(encoding="utf-8").replace("corpus/*/article", "corpus/*/article\ncorpus/packs/*")
    )
    reader.write({"index.md": index})
    return reader, reader.build("typst", **settings)


class Word(NamedTuple):
    """A word and its box on the paper, in points from the top left."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


def tool(name: str) -> str:
    """A program of poppler; where it is missing the test is skipped, in CI it fails."""
    path = shutil.which(name)
    if path is None:
        reason = f"{name} is not installed (on Debian: apt-get install poppler-utils)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return path


@dataclass
class Pdf:
    """A printed pack, read back."""

    path: Path

    def _run(self, name: str, *options: str) -> str:
        command = [tool(name), *options]
        return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout

    @cached_property
    def info(self) -> dict[str, str]:
        """What `pdfinfo` says."""
        lines = self._run("pdfinfo", str(self.path)).splitlines()
        return {key: value.strip() for key, _, value in (line.partition(":") for line in lines)}

    @cached_property
    def pages(self) -> list[list[Word]]:
        """The words of every page, as `pdftotext` finds them."""
        tree = etree.fromstring(self._run("pdftotext", "-bbox", str(self.path), "-").encode())
        sides = ("xMin", "yMin", "xMax", "yMax")
        return [
            [
                Word("".join(word.itertext()), *(float(word.get(side) or 0) for side in sides))
                for word in page.iter("{*}word")
            ]
            for page in tree.iter("{*}page")
        ]

    @cached_property
    def texts(self) -> list[str]:
        """The words of every page in the order in which they are painted, white space folded."""
        text = self._run("pdftotext", "-raw", str(self.path), "-")
        return [fold(page) for page in text.split("\f")[:-1]]

    @cached_property
    def text(self) -> str:
        """All words, notes at the place of their mention, as a voice reads them."""
        return fold("".join(text if not tag else "" if tag in _INLINE else " " for tag, text in self.tags))

    @cached_property
    def fonts(self) -> list[list[str]]:
        """The rows that `pdffonts` prints, as columns from the right: object, id, unicode, subset, embedded."""
        return [line.split()[::-1] for line in self._run("pdffonts", str(self.path)).splitlines()[2:]]

    @cached_property
    def file(self) -> pikepdf.Pdf:
        """The file itself."""
        return pikepdf.Pdf.open(self.path)

    @cached_property
    def labels(self) -> list[str]:
        """The label of every page."""
        return [str(page.label) for page in self.file.pages]

    @cached_property
    def tagged(self) -> Tagged:
        """The words of the tag tree."""
        return Tagged(self.file)

    @cached_property
    def tags(self) -> list[tuple[str, str]]:
        """Tag and text of every piece of the tag tree in reading order; a tag without own text has an empty one."""
        return list(self.tagged.events())

    def count(self, tag: str) -> int:
        """How many elements of the tag tree have this tag."""
        return sum(1 for found, _ in self.tags if found == tag)

    @cached_property
    def bookmarks(self) -> list[tuple[int, str, int]]:
        """Level, title and page (from 0) of every bookmark."""
        with self.file.open_outline() as outline:
            return list(_bookmarks(self.file, outline.root, 1))

    def elements(self) -> Iterator[Any]:
        """The elements of the tag tree in reading order."""
        todo: list[Any] = [self.file.Root["/StructTreeRoot"]]
        while todo:
            element = todo.pop()
            if isinstance(element, pikepdf.Array):
                todo.extend(reversed(list(element.as_list())))
            elif isinstance(element, pikepdf.Dictionary):
                yield element
                todo.append(element.get("/K", pikepdf.Array()))

    def size(self, page: int = 0) -> tuple[float, float]:
        """Width and height of the paper in points; a page from 0 may be turned."""
        box: Any = self.file.pages[page].mediabox
        _, _, width, height = (float(value) for value in box)
        return width, height

    def overlaps(self) -> list[str]:
        """Pairs of words of which one covers the other."""
        found = []
        for number, words in enumerate(self.pages, start=1):
            ordered = sorted(words, key=lambda w: w.top)
            for at, one in enumerate(ordered):
                for other in ordered[at + 1 :]:
                    if other.top >= one.bottom:
                        break
                    if _cover(one, other):
                        found.append(f"page {number}: {one.text!r} and {other.text!r}")
        return found

    def near_edge(self, distance: float = 5 * MM) -> list[str]:
        """Words nearer to the edge of the paper than that."""
        sizes = [self.size(page) for page in range(len(self.pages))]
        return [
            f"page {number}: {word.text!r}"
            for number, (words, (width, height)) in enumerate(zip(self.pages, sizes, strict=True), start=1)
            for word in words
            if min(word.left, word.top, width - word.right, height - word.bottom) < distance
        ]


@dataclass
class Shipped:
    """The shipped reader, and the folder with its packs."""

    reader: Reader
    out: Path

    def pdf(self, name: str) -> Pdf:
        return self.pdfs[name]

    def __post_init__(self) -> None:
        self.pdfs = {path.stem: Pdf(path) for path in self.out.glob("*.pdf")}


def fold(text: str) -> str:
    """White space as single blanks, soft hyphens and hyphens at the ends of lines taken out."""
    return " ".join(re.sub(r"\u00ad\n?|-\n|\u200b|\u2060", "", text).split())


def _cover(one: Word, other: Word) -> bool:
    """Whether two boxes share more than the air above and below letters."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.8 and down > 0.5 * min(one.bottom - one.top, other.bottom - other.top)


#: tags inside a line
_INLINE = {"Span", "Link", "Lbl", "Note", "Em", "Strong", "Code", "Quote", "Reference", "Annot"}


def _bookmarks(file: pikepdf.Pdf, items: list[pikepdf.OutlineItem], level: int) -> Iterator[tuple[int, str, int]]:
    pages = {page.objgen: number for number, page in enumerate(file.pages)}
    for item in items:
        destination: Any = item.destination
        yield level, item.title, pages.get(destination[0].objgen, -1) if destination is not None else -1
        yield from _bookmarks(file, item.children, level + 1)


def tree_of(out: Path, name: str) -> Any:
    """The data that a pack was printed from."""
    return json.loads((out / ".work" / name / "tree.json").read_text(encoding="utf-8"))


def notes_of(data: Any) -> Iterator[dict[str, Any]]:
    """Every gloss and note that was decided, in the order of the text: those of inner words come first."""
    if isinstance(data, list):
        for item in data:
            yield from notes_of(item)
    elif isinstance(data, dict):
        for key, value in data.items():
            if key not in ("note", "notes"):
                yield from notes_of(value)
        if data.get("t") == "mention" and data.get("note"):
            yield data["note"]
        if data.get("t") == "noted":
            yield from data["notes"]


def prereading_pages(out: Path, name: str) -> dict[str, list[int]]:
    """The first and the last page of each pre-reading page of a pack, by its label."""
    found = json.loads((out / ".work" / name / "sheets.json").read_text(encoding="utf-8"))
    return {label: numbers for label, numbers in found.items() if label.startswith("before:")}
