"""The parts of a pack as paragraphs of Word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from course_reader.word.blocks import Writer, table
from course_reader.word.runs import paragraph
from course_reader.word.xml import Element, R, w


def body(parts: list[Any], writer: Writer, title: str, subtitle: str) -> Iterator[Element]:
    """All parts in their order; contents and index are left to Word, which knows its pages."""
    for part in parts:
        if part["t"] == "title":
            yield writer.line([title], "Title")
            if subtitle:
                yield writer.line([subtitle], "Subtitle")
            yield from writer.blocks(part["c"])
            yield from (writer.line([row]) for row in part["rows"])
        elif part["t"] not in ("contents", "index"):
            yield from _FORMS.get(part["t"], _other)(part, writer)


def _headed(part: Any, writer: Writer, *, same_page: bool = False) -> Element:
    return writer.heading(1, [part["title"]], part.get("label") or "", same_page=same_page)


def _other(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    yield from writer.blocks(part.get("c", []))


def _reading(part: Any, writer: Writer) -> Iterator[Element]:
    yield writer.line([part["kicker"]], "Kicker")
    writer.language = part.get("language", "")
    yield _headed(part, writer, same_page=True)
    writer.language = ""
    yield writer.line(part["source"], "Small")
    if part["t"] == "stub":
        yield from (writer.line([item]) for item in [part["c"]])
        yield from _names(part["rows"], writer)
    else:
        writer.language = part["language"]
        if part["caption"]:
            yield writer.line([{"t": "em", "c": part["caption"]}], "Small")
        yield from writer.blocks(part["c"])
        writer.language = ""
        for below in part["below"]:
            yield writer.heading(2, [below["title"]])
            yield from _BELOW[below["t"]](below, writer)
    yield _rights_line(part["rights"], writer)


def _rights_line(row: Any, writer: Writer) -> Element:
    facts = [("Source: ", row["source"]), ("", row["date"]), ("Holder: ", row["holder"])]
    words: list[Any] = []
    for lead, fact in (*facts, ("Permission: ", row["permission"])):
        if fact:
            words += [". " if words else "", lead, *([fact] if isinstance(fact, str) else fact)]
    return writer.line([*words, "."], "Small")


def _names(rows: list[Any], writer: Writer) -> Iterator[Element]:
    for row in rows:
        yield writer.line([{"t": "strong", "c": [row["name"]]}, f" — {row['text']}"])


def _dates(rows: list[Any], writer: Writer) -> Iterator[Element]:
    cells = [[[writer.line([row["when"]])], [writer.line([_strong(row["text"], row["now"])])]] for row in rows]
    if cells:
        yield table(cells, [1, 3])
        yield paragraph([])


def _strong(words: str, is_strong: bool) -> Any:
    return {"t": "strong", "c": [words]} if is_strong else words


def _hard_words(rows: list[Any], writer: Writer) -> Iterator[Element]:
    for row in rows:
        part = [" ", {"t": "em", "c": [row["part"]]}] if row["part"] else []
        yield writer.line([{"t": "strong", "c": [row["word"]]}, *part, f": {row['text']}"])


def _people(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    yield from _names(part["rows"], writer)


def _map(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    yield writer.line([{"t": "em", "c": [part["alt"]]}])
    yield from _names(part["rows"], writer)


def _prereading(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    sections: list[tuple[str, list[Any], Callable[[list[Any], Writer], Iterator[Element]]]] = [
        ("People you will meet", part["people"], _names),
        ("Places", part["places"], _names),
        ("Keep in mind while you read", part["questions"], _numbered),
        ("Earlier events", part["dates"], _dates),
        ("Hard words", part["words"], _hard_words),
    ]
    for title, rows, form in sections:
        if rows:
            yield writer.heading(2, [title])
            yield from form(rows, writer)


def _numbered(rows: list[Any], writer: Writer) -> Iterator[Element]:
    number = writer.numbering.new(1)
    for row in rows:
        yield writer.item(number, [row])


def _timeline(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    yield from _dates(part["rows"], writer)


def _glossary(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    for kind in part["kinds"]:
        yield writer.heading(2, [kind["title"]])
        for entry in kind["entries"]:
            yield writer.heading(3, [entry["name"]], entry["label"])
            if entry["names"]:
                names = [{"t": "lang", "lang": name["lang"], "c": [name["text"]]} for name in entry["names"]]
                yield writer.line([one for name in names for one in (name, ", ")][:-1], "Small")
            yield from writer.blocks(entry["c"])


def _sources(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    for row in part["rows"]:
        yield writer.line([f"[{row['n']}] ", *row["c"]], "Small")


def _rights(part: Any, writer: Writer) -> Iterator[Element]:
    yield _headed(part, writer)
    columns = ("Reading", "Source, date", "Holder", "Permission")
    head = [[writer.line([_strong(column, is_strong=True)])] for column in columns]
    rows = [
        [
            [writer.line([row["title"]])],
            [writer.line([*row["source"], ", " if row["source"] and row["date"] else "", row["date"]])],
            [writer.line(row["holder"])],
            [writer.line(row["permission"])],
        ]
        for row in part["rows"]
    ]
    yield table([head, *rows], [3, 4, 2, 4], heads=1)
    yield from (writer.line(row, "Small") for row in part["credits"])


# --- below a text


def _notes(part: Any, writer: Writer) -> Iterator[Element]:
    for note in part["rows"]:
        head = writer.runs.of([{"t": "strong", "c": [f"{note['label']}. "]}])
        yield from writer.runs.in_note(note["c"], head)


def _questions(part: Any, writer: Writer) -> Iterator[Element]:
    for group in part["groups"]:
        if group["group"]:
            yield writer.heading(3, [group["group"]])
        number = writer.numbering.new(group["start"])
        for item in group["items"]:
            yield writer.item(number, [*item["c"], *([" ", *item["found"]] if item["found"] else [])])
            if answer := item["answer"]:
                points = f" ({answer['points']})" if answer["points"] else ""
                yield writer.line([{"t": "strong", "c": [f"Answer{points}. "]}, *answer["c"]], "Box")
                if answer["accept"]:
                    yield writer.line([{"t": "em", "c": ["Accept: "]}, *answer["accept"]], "Box")
            yield from (paragraph([], "WritingLine") for _ in range(item["room"]))


def _below_dates(part: Any, writer: Writer) -> Iterator[Element]:
    if part["hint"]:
        yield writer.line([{"t": "em", "c": [part["hint"]]}])
    yield from _dates(part["rows"], writer)


_BELOW: dict[str, Callable[[Any, Writer], Iterator[Element]]] = {
    "notes": _notes,
    "words": lambda part, writer: _hard_words(part["rows"], writer),
    "questions": _questions,
    "dates": _below_dates,
    "lines": lambda part, writer: (writer.line(row) for row in part["rows"]),
    "blocks": lambda part, writer: iter(writer.blocks(part["c"])),
}
_FORMS: dict[str, Callable[[Any, Writer], Iterator[Element]]] = {
    "article": _reading,
    "stub": _reading,
    "people": _people,
    "map": _map,
    "prereading": _prereading,
    "timeline": _timeline,
    "glossary": _glossary,
    "sources": _sources,
    "rights": _rights,
}


def section(paper: str, header: str, footer: str) -> Element:
    """The size of the paper, and what stands at the top and the foot of each page."""
    width, height = _PAPER[paper]
    top, foot = w("headerReference", type="default"), w("footerReference", type="default")
    top.set(f"{{{R}}}id", header)
    foot.set(f"{{{R}}}id", footer)
    side = (width - 9070) // 2 if width > 10000 else 850
    margins = w("pgMar", top=1417, right=side, bottom=1417, left=side, header=709, footer=709, gutter=0)
    return w("sectPr", top, foot, w("pgSz", w=width, h=height), margins)


#: width and height in twentieths of a point
_PAPER = {"a4": (11906, 16838), "a5": (8391, 11906), "letter": (12240, 15840), "legal": (12240, 20160)}
