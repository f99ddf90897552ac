"""Writes blocks as the Markdown of an article file."""

from __future__ import annotations

from collections.abc import Sequence

from course_reader.scrape.records import ArticleBlock


def to_markdown(blocks: Sequence[ArticleBlock]) -> str:
    """The body below the front matter, with a final line end; empty if there are no blocks.

    >>> to_markdown([ArticleBlock("heading", "After the flood", 3, 3, level=2), ArticleBlock("quote", "No.", 5, 5)])
    '## After the flood\\n\\n> No.\\n'
    """
    parts: list[str] = []
    before: ArticleBlock | None = None
    swapped = False
    for block in blocks:
        text = block.text
        if block.kind == "heading":
            text = f"{'#' * block.level} {text}"
        elif block.kind == "quote":
            text = f"> {text}"
            if before is not None and before.kind == "quote":
                parts[-1] += f"\n>\n{text}"
                before = block
                continue
        elif block.kind == "list":
            swapped = before is not None and before.kind == "list" and not swapped
            text = _other_marks(text) if swapped else text
        parts.append(text)
        before = block
    return "\n\n".join(parts) + "\n" if parts else ""


def _other_marks(text: str) -> str:
    """Different markers keep two consecutive lists apart."""
    lines = []
    for line in text.split("\n"):
        body = line.lstrip()
        mark, _, rest = body.partition(" ")
        other = "*" if mark == "-" else f"{mark[:-1]})"
        lines.append(f"{line[: len(line) - len(body)]}{other} {rest}")
    return "\n".join(lines)
