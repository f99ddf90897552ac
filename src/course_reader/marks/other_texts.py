"""The texts of one article, at several levels: which words of a note are in which paragraph.

Their paragraphs have the same numbers. A note whose words are in one text only is shown at the same paragraph of the
others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from course_reader.files.front_matter import split
from course_reader.files.yaml_lines import YamlError
from course_reader.model.glossary import read_text
from course_reader.model.level import Level
from course_reader.model.note import Note
from course_reader.model.problems import shown_path
from course_reader.text.anchor import Anchored, Reason
from course_reader.text.paragraphs import NumberedText, Paragraph

_LISTS = ("bullet_list_open", "ordered_list_open")


def other_texts(source: Path) -> list[Path]:
    """The files of the other texts of an article, the article's own first."""
    names = ["article", *(level.lower() for level in Level.__members__)]
    paths = [source.with_name(name + source.suffix) for name in names]
    return [path for path in paths if path != source and path.is_file()]


def paragraph_with(words: str, source: Path, root: Path) -> int | None:
    """The number of the paragraph in another text of an article that holds some words; None if none does."""
    wanted = _folded(words)
    for path in other_texts(source):
        for number, paragraph in enumerate(plain_paragraphs(_body(path, root)), start=1):
            if wanted in paragraph:
                return number
    return None


def at_level(note: Note, found: Anchored, source: Path, root: Path, text: NumberedText) -> int | None:
    """The number of the paragraph of a note on words that only another text of its article has; None for all others.

    Args:
        note: A note with a quote.
        found: Its place in the text, as far as it is known.
        source: The file of the text.
        root: The reader's folder.
        text: The text.
    """
    if found.span is not None or found.reason is Reason.AMBIGUOUS:
        return None
    number = paragraph_with(note.quote or "", source, root)
    return number if any(p.number == number for p in text.paragraphs) else None


def plain_paragraphs(markdown: str) -> Iterator[str]:
    """The words of the numbered paragraphs of a text in Markdown: paragraphs, and each list as a whole."""
    found: list[list[str]] = []
    depth = 0
    is_open = False
    for token in MarkdownIt("commonmark").parse(markdown):
        if token.type in _LISTS or token.type == "paragraph_open":
            if depth == 0:
                found.append([])
            is_open = True
        depth += (token.type in _LISTS) - (token.type in ("bullet_list_close", "ordered_list_close"))
        if token.type == "inline" and is_open:
            found[-1].append("".join(map(_words, token.children or ())))
        if token.type in ("paragraph_close", "heading_open"):
            is_open = False
    yield from (_folded(" ".join(parts)) for parts in found)


def in_paragraph(words: str, text: str, paragraph: Paragraph) -> tuple[int, int] | None:
    """Where some words are in a paragraph of a text; None unless they are there exactly once."""
    pattern = r"\s+".join(map(re.escape, words.split()))
    found = [match.span() for match in re.compile(pattern).finditer(text, paragraph.start, paragraph.end)]
    return found[0] if len(found) == 1 else None


def end_of(paragraph: Paragraph) -> tuple[int, int]:
    """An empty stretch at the end of a paragraph, inside it, for a note on words that it does not have."""
    last = max(paragraph.start, paragraph.end - 1)
    return last, last


def _words(token: Token) -> str:
    return " " if token.type in ("softbreak", "hardbreak") else token.content


def _folded(text: str) -> str:
    return " ".join(text.split())


def _body(path: Path, root: Path) -> str:
    text = (read_text(path, shown_path(path, root), [], root) or "").removeprefix("\ufeff")
    try:
        parts = split(text)
    except YamlError:
        return ""
    return "\n".join(text.split("\n")[parts[1] :]) if parts else text
