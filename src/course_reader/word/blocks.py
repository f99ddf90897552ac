"""Blocks of a pack as paragraphs and tables of Word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sphinx.util.images import get_image_size

from course_reader.word.drawing import drawing
from course_reader.word.runs import RunLook, Runs, WordNotes, paragraph, run
from course_reader.word.xml import Element, w

#: numbering: abstract lists of `package.py`
BULLETS, NUMBERS = 1, 2
#: the width of the text, in twentieths of a point
TEXT_WIDTH = 9070
#: the widest picture, in English Metric Units: 15 cm
_WIDEST = 5_400_000
_PER_PIXEL = 9525
#: pictures that Word shows
_SHOWN = {".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".gif": "image/gif"}
_MOST_LEVELS = 8


@dataclass
class Numbering:
    """The numbered lists, each of which counts by itself: its id, and the number of its first item."""

    starts: list[int] = field(default_factory=list)

    def new(self, start: int) -> int:
        """The id of a new list."""
        self.starts.append(start)
        return len(self.starts) + 1


class Writer:
    """Writes the blocks of one pack."""

    def __init__(self, notes: WordNotes, folder: Path) -> None:
        self.notes, self.folder = notes, folder
        self.numbering = Numbering()
        #: file → the id of the relation
        self.pictures: dict[str, str] = {}
        self.runs = Runs(notes, self.blocks)
        self.language = ""
        self._depth = -1

    def blocks(self, content: Iterable[Any], style: str = "") -> list[Element]:
        """Paragraphs and tables for some blocks; words without a block are a paragraph."""
        found: list[Element] = []
        for item in content:
            if isinstance(item, str):
                found.append(self.line([item], style))
                continue
            make = getattr(self, f"_{item['t'].replace('-', '_')}", None)
            found += make(item, style) if make else [self.line([item], style)]
        return found or [paragraph([], style)]

    def line(self, content: Any, style: str = "", *, properties: Iterable[Element] = ()) -> Element:
        """A paragraph of words."""
        return paragraph(self.runs.of(content), style, language=self.language, properties=properties)

    def heading(self, level: int, content: Any, label: str = "", *, same_page: bool = False) -> Element:
        """A heading, which others can refer to by its label; the first level begins a page unless told not to."""
        properties = [w("pageBreakBefore", val=0)] if same_page else []
        return self.marked(self.line(content, f"Heading{min(level, 4)}", properties=properties), label)

    def marked(self, made: Element, label: str) -> Element:
        """The same paragraph as the target of references."""
        name = self.notes.bookmarks.get(label)
        if name:
            number = name.removeprefix("r")
            at = 1 if len(made) and made[0].tag.endswith("}pPr") else 0
            made.insert(at, w("bookmarkEnd", id=number))
            made.insert(at, w("bookmarkStart", id=number, name=name))
        return made

    # --- blocks, by kind

    def _par(self, item: Any, style: str) -> list[Element]:
        lead = [run(f"{item['n']}  ", RunLook(style="ParagraphNumber"))] if item.get("n") else []
        return [paragraph([*lead, *self.runs.of(item["c"])], style, language=self.language)]

    def _verse(self, item: Any, style: str) -> list[Element]:
        lines: list[Any] = []
        for number, line in enumerate(item["lines"]):
            lines += [{"t": "break"}, *line] if number else line
        return [self.line(lines, style)]

    def _heading(self, item: Any, style: str) -> list[Element]:
        return [self.heading(item["level"], item["c"], next(iter(item["ids"]), ""))]

    def _quote(self, item: Any, style: str) -> list[Element]:
        return self.blocks(item["c"], "Quote")

    def _ul(self, item: Any, style: str) -> list[Element]:
        return self._list(item["c"], BULLETS)

    def _ol(self, item: Any, style: str) -> list[Element]:
        return self._list(item["c"], self.numbering.new(item["start"]))

    def _list(self, items: Sequence[Sequence[Any]], number: int) -> list[Element]:
        found: list[Element] = []
        self._depth += 1
        for blocks in items:
            lead = blocks[0]["c"] if blocks and blocks[0]["t"] == "par" else []
            found.append(self.item(number, lead))
            if rest := blocks[1 if lead else 0 :]:
                found += self.blocks(rest, "ListContinue")
        self._depth -= 1
        return found

    def item(self, number: int, content: Any) -> Element:
        """The first paragraph of an item of a list."""
        level = min(max(self._depth, 0), _MOST_LEVELS)
        return self.line(
            content, "ListParagraph", properties=[w("numPr", w("ilvl", val=level), w("numId", val=number))]
        )

    def _terms(self, item: Any, style: str) -> list[Element]:
        found: list[Element] = []
        for row in item["c"]:
            found.append(self.line([{"t": "strong", "c": row["term"]}], style))
            found += self.blocks(row["c"], "ListContinue")
        return found

    def _code_block(self, item: Any, style: str) -> list[Element]:
        return [paragraph([run(item["text"].rstrip("\n"), RunLook(code=True))], "Code")]

    def _rule(self, item: Any, style: str) -> list[Element]:
        return [paragraph([run("* * *", RunLook())], "Centred")]

    def _anchor(self, item: Any, style: str) -> list[Element]:
        return []

    def _box(self, item: Any, style: str) -> list[Element]:
        title = [self.line([{"t": "strong", "c": item["title"]}], "Box")] if item["title"] else []
        return [*title, *self.blocks(item["c"], "Box")]

    def _endnote(self, item: Any, style: str) -> list[Element]:
        first, *rest = self.blocks(item["c"], "Small")
        first.insert(1, run(f"[{item['n']}] ", RunLook()))
        return [first, *rest]

    def _versus(self, item: Any, style: str) -> list[Element]:
        head = [self.line([{"t": "strong", "c": item["title"]}], style), *(self.blocks(item["c"]) if item["c"] else [])]
        cells = [self.blocks(side) for side in item["sides"]]
        return [*head, table([cells], [1] * len(cells)), paragraph([])]

    def _figure(self, item: Any, style: str) -> list[Element]:
        found = [shown for image in item["images"] for shown in self._image(image)]
        if item["caption"]:
            found.append(self.line(item["caption"], "Caption"))
        return [*found, *(self.blocks(item["c"], "Caption") if item["c"] else [])]

    def _picture(self, item: Any, style: str) -> list[Element]:
        return self._image(item)

    def _image(self, image: Any) -> list[Element]:
        """A picture; of one that Word does not show, its description."""
        path = self.folder / image["file"] if image["file"] else None
        if path is None or path.suffix not in _SHOWN:
            return [self.line([{"t": "em", "c": [image["alt"]]}], "Caption")] if image["alt"] else []
        wide, high = get_image_size(path) or (1, 1)
        width = min(max(wide, 1) * _PER_PIXEL, _WIDEST)
        height = int(width * max(high, 1) / max(wide, 1))
        relation = self.pictures.setdefault(path.name, f"picture{len(self.pictures) + 1}")
        number = len(self.pictures)
        return [paragraph([w("r", drawing(relation, number, image["alt"], width, height))], "Centred")]

    def _table(self, item: Any, style: str) -> list[Element]:
        head = [[self._cell(cell, bold=True) for cell in row] for row in item["head"]]
        rows = [[self._cell(cell) for cell in row] for row in item["rows"]]
        caption = [self.line(item["caption"], "Caption")] if item["caption"] else []
        count = max((sum(cell["cols"] for cell in row) for row in [*item["head"], *item["rows"]]), default=1)
        columns = item["columns"] if len(item["columns"]) == count else [1] * count
        made = table([*head, *rows], columns, heads=len(head), spans=[*item["head"], *item["rows"]])
        return [*caption, made, paragraph([])]

    def _cell(self, cell: Any, *, bold: bool = False) -> list[Element]:
        if not bold:
            return self.blocks(cell["c"])
        return [self.line([{"t": "strong", "c": block.get("c", [])}]) for block in cell["c"]] or [paragraph([])]


def table(
    rows: Sequence[Sequence[list[Element]]],
    columns: Sequence[float],
    *,
    heads: int = 0,
    spans: Sequence[Sequence[Any]] = (),
) -> Element:
    """A table.

    Args:
        rows: Its cells, each some paragraphs.
        columns: The relative widths of its columns.
        heads: How many of its rows are repeated on each page.
        spans: The records of the cells, if some go over several columns or rows.
    """
    whole = sum(columns)
    widths = [int(TEXT_WIDTH * part / whole) for part in columns]
    made = w("tbl", w("tblPr", w("tblStyle", val="TableGrid"), w("tblW", w=5000, type="pct")))
    made.append(w("tblGrid", *(w("gridCol", w=width) for width in widths)))
    # Column → how many rows a cell above still goes down, and how many columns it has.
    open_cells: dict[int, tuple[int, int]] = {}
    for number, row in enumerate(rows):
        line = w("tr", w("trPr", w("tblHeader"))) if number < heads else w("tr")
        at, cells = 0, list(zip(row, spans[number] if spans else [None] * len(row), strict=True))
        while cells or at in open_cells:
            if at in open_cells:
                left, wide = open_cells.pop(at)
                if left > 1:
                    open_cells[at] = (left - 1, wide)
                line.append(_cell([paragraph([])], widths[at : at + wide], merge="continue"))
                at += wide
                continue
            body, record = cells.pop(0)
            wide, high = (record["cols"], record["rows"]) if record else (1, 1)
            line.append(_cell(body, widths[at : at + wide], merge="restart" if high > 1 else ""))
            if high > 1:
                open_cells[at] = (high - 1, wide)
            at += wide
        made.append(line)
    return made


def _cell(body: list[Element], widths: Sequence[int], merge: str) -> Element:
    properties = w("tcPr", w("tcW", w=sum(widths), type="dxa"))
    if len(widths) > 1:
        properties.append(w("gridSpan", val=len(widths)))
    if merge:
        properties.append(w("vMerge", val=merge))
    # A cell ends with a paragraph, or Word calls the file damaged.
    last = [] if body and body[-1].tag.endswith("}p") else [paragraph([])]
    return w("tc", properties, *body, *last)
