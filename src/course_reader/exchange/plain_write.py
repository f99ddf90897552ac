"""Notes for people and for other tools: as Markdown, and as the table that Hypothesis exports."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence

from course_reader.exchange.w3c_write import ExportedArticle, NoteOut
from course_reader.model.note import Layer

_COLUMNS = ("Created at", "Author", "Page title", "URL", "Group", "Annotation/Reply Type", "Quote", "Comment", "Tags")


def to_csv(article: ExportedArticle, layers: Mapping[str, Layer], notes: Sequence[NoteOut]) -> bytes:
    """A row for each note, with the headings of Hypothesis; a set of notes is a group, a public one is “Public”."""
    stream = io.StringIO(newline="")
    table = csv.writer(stream)
    table.writerow(_COLUMNS)
    for out in notes:
        layer, note = layers[out.layer], out.note
        group = "Public" if layer.audience == "public" else layer.title
        sort = "Reply" if note.in_reply_to else "Annotation" if note.quote else "Page Note"
        by = note.by or layer.author or ""
        row = (note.created or "", by, article.title, article.address, group, sort, note.quote or "", note.body)
        table.writerow((*map(_plain, row), ",".join(note.tags)))
    return stream.getvalue().encode("utf-8", "replace")


def to_markdown(article: ExportedArticle, layers: Mapping[str, Layer], notes: Sequence[NoteOut]) -> bytes:
    """The notes of an article as a list to read: the words, the note, who wrote it, and the answers below it."""
    lines = [f"# {article.title}", ""]
    if article.address:
        lines += [f"<{article.address}>", ""]
    answers: dict[str | None, list[NoteOut]] = {}
    known = {out.id for out in notes}
    for out in notes:
        answers.setdefault(out.note.in_reply_to if out.note.in_reply_to in known else None, []).append(out)

    def write(out: NoteOut, depth: int) -> None:
        note, layer = out.note, layers[out.layer]
        indent = "  " * depth
        where = f" (paragraph {note.paragraph})" if note.paragraph else ""
        head = " ".join(filter(None, ["Reply" if depth else note.kind.capitalize() + ":", note.title]))
        words = f" “{' '.join(note.quote.split())}”{where}" if note.quote and not depth else ""
        lines.append(f"{indent}- **{head}**{words}")
        lines.append("")
        lines.extend(f"{indent}  {line}".rstrip() for line in note.body.strip().split("\n"))
        by = ", ".join(filter(None, [note.by or layer.author, (note.created or "")[:10], layer.title]))
        lines.extend(["", f"{indent}  — {by}", ""])
        for answer in answers.get(out.id, ()):
            write(answer, depth + 1)

    for out in answers.get(None, ()):
        write(out, 0)
    return ("\n".join(lines).rstrip() + "\n").encode("utf-8", "replace")


def _plain(text: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{text}" if text[:1] in ("=", "+", "@", "\t", "\r") else text
