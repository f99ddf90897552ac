"""What an editor is asked about the metonyms of an article, as readable lines."""

from __future__ import annotations

from course_reader.text.mention.index import Found, Question
from course_reader.text.mention.words import is_word

#: code points of context on either side of a name
CONTEXT = 45


def questions(found: Found, text: str) -> list[str]:
    """One line for each question, in the order of the text; see `question`."""
    return [question(asked, text) for asked in found.questions]


def question(asked: Question, text: str) -> str:
    """A question as one line: the name in brackets in its context, why it is asked, the answers."""
    entries = " or ".join(asked.entries)
    return f"{context(text, asked.start, asked.end)}: {asked.reason}; {entries}, or none?"


def context(text: str, start: int, end: int, width: int = CONTEXT) -> str:
    """A stretch of text in brackets with whole words around it, on one line."""
    first, last = max(0, start - width), min(len(text), end + width)
    while 0 < first < start and is_word(text[first - 1]):
        first += 1
    while end < last < len(text) and is_word(text[last]):
        last -= 1
    before = text[first:start].rpartition("\n\n")[2]
    after = text[end:last].partition("\n\n")[0]
    head = "…" if first and len(before) == start - first else ""
    tail = "…" if last < len(text) and len(after) == last - end else ""
    return " ".join(f"{head}{before.lstrip()}[{text[start:end]}]{after.rstrip()}{tail}".split())
