"""The tag tree of a PDF as a voice reads it: element by element, with the words of each.

`pdfinfo -struct-text` gives the same, but reads the page anew for every element: a minute for forty pages.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pikepdf

#: page and number of a piece of marked content
Place = tuple[tuple[int, int], int]

_CHARS = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")
_RANGES = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>")


class Tagged:
    """Reads one file."""

    def __init__(self, file: pikepdf.Pdf) -> None:
        self.file = file
        self.words: dict[Place, str] = {}
        #: languages that pieces of text carry
        self.languages: set[str] = set()
        for page in file.pages:
            self._read(page)

    def events(self) -> Iterator[tuple[str, str]]:
        """Each element as its tag without text, each of its pieces of text without a tag."""
        todo: list[tuple[Any, Any]] = [(self.file.Root["/StructTreeRoot"], None)]
        while todo:
            node, page = todo.pop()
            if isinstance(node, (int, float)):
                yield "", self.words.get((page, int(node)), "")
            elif isinstance(node, pikepdf.Array):
                todo += [(kid, page) for kid in reversed(list(node.as_list()))]
            elif isinstance(node, pikepdf.Dictionary):
                page = node["/Pg"].objgen if "/Pg" in node else page
                if node.get("/Type") == "/MCR":
                    yield "", self.words.get((page, int(node["/MCID"])), "")
                elif node.get("/Type") != "/OBJR":
                    if "/S" in node:
                        yield str(node["/S"])[1:], ""
                    todo.append((node.get("/K", pikepdf.Array()), page))

    def _read(self, page: pikepdf.Page) -> None:
        fonts = {str(name): _letters(font) for name, font in page.resources.get("/Font", {}).items()}
        letters: dict[int, str] = {}
        # The number of the content that a piece is in, and what it stands for if it says so itself.
        stack: list[tuple[int | None, bool]] = []
        for instruction in pikepdf.parse_content_stream(page):
            operator, operands = str(instruction.operator), instruction.operands
            number, silent = stack[-1] if stack else (None, False)
            if operator == "BMC":
                stack.append((number, silent or str(operands[0]) == "/Artifact"))
            elif operator == "BDC":
                known: Any = operands[1]
                inner = number
                if isinstance(known, pikepdf.Dictionary):
                    inner = int(known["/MCID"]) if "/MCID" in known else number
                    if "/Lang" in known:
                        self.languages.add(str(known["/Lang"]))
                    if "/ActualText" in known and not silent:
                        self._add(page, inner, str(known["/ActualText"]))
                        silent = True
                stack.append((inner, silent or str(operands[0]) == "/Artifact"))
            elif operator == "EMC":
                stack.pop()
            elif operator == "Tf":
                letters = fonts[str(operands[0])]
            elif operator in ("TJ", "Tj") and not silent:
                shown: Any = operands[0].as_list() if operator == "TJ" else [operands[0]]
                codes = b"".join(bytes(piece) for piece in shown if isinstance(piece, pikepdf.String))
                pairs = zip(codes[::2], codes[1::2], strict=True)
                self._add(page, number, "".join(letters.get(256 * high + low, "\ufffd") for high, low in pairs))

    def _add(self, page: pikepdf.Page, number: int | None, text: str) -> None:
        if number is not None:
            number_of_page: Any = page.objgen
            place: Place = (number_of_page, number)
            self.words[place] = self.words.get(place, "") + text


@cache
def _map(stream: bytes) -> dict[int, str]:
    found: dict[int, str] = {}
    for kind, table in re.findall(rb"begin(bfchar|bfrange)(.*?)endbf", stream, re.DOTALL):
        if kind == b"bfchar":
            found |= {int(code, 16): _text(text) for code, text in _CHARS.findall(table)}
        else:
            for first, last, text in _RANGES.findall(table):
                start = _text(text)
                for code in range(int(first, 16), int(last, 16) + 1):
                    found[code] = start[:-1] + chr(ord(start[-1]) + code - int(first, 16))
    return found


def _letters(font: Any) -> dict[int, str]:
    return _map(font["/ToUnicode"].read_bytes()) if "/ToUnicode" in font else {}


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be")
