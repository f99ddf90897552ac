"""Joins lines that a page sets apart although they are one: a drop cap and its word, “By” and a name."""

from __future__ import annotations

from course_reader.scrape.decoding import TextLine

_BY_ALONE = frozenset(["by", "von", "par", "автор", "author", "text by", "written by", "story by"])


def with_drop_caps(lines: list[TextLine]) -> list[TextLine]:
    """Join a single capital with the rest of its word on the next line: ``T``, ``he harbour …``."""
    result: list[TextLine] = []
    for line in lines:
        before = result[-1] if result else None
        if (
            before is not None
            and not line.gap
            and len(before.text.strip("\"“„«'‘ ")) == 1
            and before.text[-1:].isupper()
            and line.text[:1].islower()
            and len(line.text) > 30
        ):
            result[-1] = TextLine(before.number, before.text + line.text, before.indent, before.gap)
        else:
            result.append(line)
    return result


def by_with_name(lines: list[TextLine]) -> list[TextLine]:
    """Join ``By`` on a separate line with the name on the next."""
    result: list[TextLine] = []
    for line in lines:
        if result and result[-1].text.casefold().rstrip(":") in _BY_ALONE and len(line.text) < 100:
            before = result.pop()
            result.append(TextLine(before.number, f"{before.text} {line.text}", before.indent, before.gap))
        else:
            result.append(line)
    return result
