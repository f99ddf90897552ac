"""An article with its notes as a document of Word: the text, and each note as a comment on its words."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise

from course_reader.exchange.w3c_write import ExportedArticle, NoteOut
from course_reader.model.note import Layer

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="w14 w15"'
)
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PARTS = {"document": "document.main", "comments": "comments", "commentsExtended": "commentsExtended"}
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def to_bytes(article: ExportedArticle, layers: Mapping[str, Layer], notes: Sequence[NoteOut]) -> bytes:
    """The document; the same notes make the same bytes.

    Args:
        article: The article.
        layers: The sets of notes, by name.
        notes: The notes; one without a certain place, or on the whole article, is a comment on the title.
    """
    numbers = {out.id: number for number, out in enumerate(notes)}
    parts = {
        "[Content_Types].xml": _types(),
        "_rels/.rels": _relations({
            f"{_RELATION}/officeDocument": "word/document.xml",
            f"{_PACKAGE}/relationships/metadata/core-properties": "docProps/core.xml",
        }),
        "docProps/core.xml": _core(article),
        "word/document.xml": _document(article, notes, numbers),
        "word/_rels/document.xml.rels": _relations({
            f"{_RELATION}/comments": "comments.xml",
            "http://schemas.microsoft.com/office/2011/relationships/commentsExtended": "commentsExtended.xml",
        }),
        "word/comments.xml": _comments(layers, notes),
        "word/commentsExtended.xml": _extended(notes, numbers),
    }  # fmt: skip
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content.encode("utf-8", "replace"))
    return stream.getvalue()


def _types() -> str:
    own = "".join(
        f'<Override PartName="/word/{part}.xml" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in _PARTS.items()
    )
    core = "application/vnd.openxmlformats-package.core-properties+xml"
    return (
        f'{_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/docProps/core.xml" ContentType="{core}"/>{own}</Types>'
    )


def _relations(targets: Mapping[str, str]) -> str:
    rows = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{rows}</Relationships>'


def _core(article: ExportedArticle) -> str:
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{_text(article.title)}</dc:title>'
        f"<dc:identifier>{_text(article.address)}</dc:identifier></cp:coreProperties>"
    )


def _document(article: ExportedArticle, notes: Sequence[NoteOut], numbers: Mapping[str, int]) -> str:
    """The text, block by block, cut where a comment begins or ends."""
    text = article.text.text
    events: dict[int, list[str]] = {}
    placed = [out for out in notes if out.span]
    for out in placed:
        number, (start, end) = numbers[out.id], out.span or (0, 0)
        events.setdefault(start, []).append(f'<w:commentRangeStart w:id="{number}"/>')
        mark = f'<w:commentRangeEnd w:id="{number}"/><w:r><w:commentReference w:id="{number}"/></w:r>'
        events.setdefault(end, []).insert(0, mark)
    blocks, at = [], 0
    others = "".join(
        f'<w:commentRangeStart w:id="{numbers[out.id]}"/><w:commentRangeEnd w:id="{numbers[out.id]}"/>'
        f'<w:r><w:commentReference w:id="{numbers[out.id]}"/></w:r>'
        for out in notes
        if not out.span
    )
    for block in text.split("\n\n"):
        blocks.append(f"<w:p>{others}{''.join(_runs(text, at, at + len(block), events))}</w:p>")
        at, others = at + len(block) + 2, ""
    return f"{_HEAD}<w:document {_NAMES}><w:body>{''.join(blocks)}</w:body></w:document>"


def _runs(text: str, start: int, end: int, events: Mapping[int, list[str]]) -> Iterator[str]:
    cuts = [start, *sorted(place for place in events if start < place < end), end]
    for first, last in pairwise(cuts):
        yield from events.get(first, ())
        if first < last:
            yield f"<w:r>{_breaks(text[first:last])}</w:r>"
    if start < end:
        yield from events.get(end, ())


def _comments(layers: Mapping[str, Layer], notes: Sequence[NoteOut]) -> str:
    rows = []
    for number, out in enumerate(notes):
        layer = layers[out.layer]
        by = out.note.by or layer.author or layer.title
        date = f' w:date="{_text(out.note.created)}"' if out.note.created else ""
        initials = layer.initials or "".join(word[0] for word in by.split()[:2])
        paragraphs = out.note.body.strip().split("\n\n")
        said = "".join(
            f'<w:p w14:paraId="{_mark(number) if last else _mark(number, row + 1)}"><w:r>{_breaks(words)}</w:r></w:p>'
            for row, words in enumerate(paragraphs)
            for last in (row == len(paragraphs) - 1,)
        )
        who = f'w:author="{_text(by)}" w:initials="{_text(initials)}"'
        rows.append(f'<w:comment w:id="{number}" {who}{date}>{said}</w:comment>')
    return f"{_HEAD}<w:comments {_NAMES}>{''.join(rows)}</w:comments>"


def _extended(notes: Sequence[NoteOut], numbers: Mapping[str, int]) -> str:
    rows = []
    for number, out in enumerate(notes):
        parent = numbers.get(out.note.in_reply_to or "")
        above = f' w15:paraIdParent="{_mark(parent)}"' if parent is not None else ""
        rows.append(f'<w15:commentEx w15:paraId="{_mark(number)}"{above} w15:done="{int(out.note.done)}"/>')
    return f"{_HEAD}<w15:commentsEx {_NAMES}>{''.join(rows)}</w15:commentsEx>"


def _mark(number: int, row: int = 0) -> str:
    """The mark of a comment's last paragraph, or of one before it."""
    return f"{(number + 1) * 0x1000 + row:08X}"


def _breaks(words: str) -> str:
    lines = (f'<w:t xml:space="preserve">{_text(line)}</w:t>' for line in words.split("\n"))
    return "<w:br/>".join(lines)


def _text(words: str) -> str:
    """Text for XML, without the characters that it cannot contain."""
    return escape("".join(c for c in words if c >= " " or c in "\t\n"))
