"""The pages for people that Hypothesis exports, as HTML and as text: a summary, then one block for each annotation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.exchange import bodies
from course_reader.exchange.exports.highlight import Highlight, incoming, layer_of
from course_reader.exchange.records import Incoming

_NUMBERED = re.compile(r"^Annotation \d+:\s*$", re.M)
_KEY = re.compile(r"^(?P<key>Comment|Quote|Tags|Page|Author|Created at|Type|Group|URL):[ \t]?(?P<value>.*)$")
_SUMMARY = re.compile(r"^(Group|Total users|Total annotations):", re.M)


def read(text: str) -> list[Incoming] | None:
    """The annotations of an export as text or HTML; None if it is not one.

    >>> text = "1 May 2024\\nTwo towns\\nhttps://news.example/\\nGroup: Public\\nTotal users: 1\\n\\nAnnotation 1:\\n"
    >>> read(text + '5 March 2024\\nComment: Who counts?\\nlena\\nQuote: "forty years"\\n')[0].by
    'lena'
    """
    if "<html" in text[:2000].lower() or text.lstrip()[:1] == "<":
        text = _as_text(text)
    first = _NUMBERED.search(text)
    if first is None or not _SUMMARY.search(text, 0, first.start()):
        return None
    head = text[: first.start()]
    address = next((line.strip() for line in head.splitlines() if re.match(r"\s*https?://\S+\s*$", line)), "")
    group = next((found[1].strip() for found in re.finditer(r"^Group:[ \t]*(.*)$", head, re.M)), "")
    public = group.lower() == "public"
    layer = layer_of("Hypothesis", group="" if public else group or "unknown", audience="public" if public else "class")
    heads = list(_NUMBERED.finditer(text))
    ends = [*(match.start() for match in heads[1:]), len(text)]
    found = []
    for start, end in zip((match.end() for match in heads), ends, strict=True):
        number = text.count("\n", 0, start) + 1
        fields = _fields(text[start:end])
        quote = fields.get("Quote", "")
        mark = Highlight(
            where=f"line {number}",
            quote="" if quote in ("null", '"null"', '""') else quote.removeprefix('"').removesuffix('"'),
            body=bodies.from_hypothesis(fields.get("Comment", "")),
            address=address,
            by=fields.get("by", "") or fields.get("Author", ""),
            created=fields.get("time", "") or fields.get("Created at", ""),
            tags=tuple(fields.get("Tags", "").split(",")),
            kept={key.lower(): fields[key] for key in ("Page", "Type") if fields.get(key)},
        )
        found.append(incoming(mark, "hypothesis", layer))
    return found


def _fields(block: str) -> dict[str, str]:
    """The fields of a block: the time alone on its first line, the person alone after the comment, others with keys."""
    lines = block.strip("\n").split("\n")
    fields: dict[str, str] = {}
    key = ""
    for place, line in enumerate(lines):
        if match := _KEY.match(line):
            key = match["key"]
            fields[key] = match["value"]
        elif place == 0:
            fields["time"] = line.strip()
        elif key in ("Comment", "Quote"):
            fields[key] += "\n" + line
        elif line.strip():
            fields.setdefault("by", line.strip())
    if "by" not in fields and "Author" not in fields:
        # The person stands on a line alone between the comment and the quote.
        comment, _, last = fields.get("Comment", "").rstrip("\n").rpartition("\n")
        if last and "Quote" in fields:
            fields["Comment"], fields["by"] = comment, last.strip()
    return {name: value.strip() for name, value in fields.items()}


def _as_text(page: str) -> str:
    """The page as the export as text writes it."""
    from lxml import html

    try:
        root = html.document_fromstring(page)
    except (ValueError, html.etree.ParserError):
        return ""
    lines: list[str] = []
    for element in root.iter("h1", "h2", "p", "tr", "blockquote"):
        lines += _lines(element)
    return "\n".join(lines)


def _lines(element: object) -> Iterator[str]:
    tag = element.tag  # type: ignore[attr-defined]
    words = " ".join(element.text_content().split())  # type: ignore[attr-defined]
    if tag == "p":
        times = element.xpath("./time/@datetime")  # type: ignore[attr-defined]
        if times:
            yield str(times[0])
            return
        inner = element.xpath("./blockquote")  # type: ignore[attr-defined]
        if inner or words == "Quote:":
            return
        text = element.text_content()  # type: ignore[attr-defined]
        yield from (line.strip() for line in text.strip().split("\n"))
    elif tag == "blockquote":
        yield f'Quote: "{words}"'
    elif words:
        yield words
