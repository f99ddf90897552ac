"""What is wrong with a YAML text that cannot be read, in words for its author instead of the parser's."""

from __future__ import annotations

import re

from course_reader.files.quoting import quoted

TOO_DEEP = "brackets or lists are nested too deeply; use fewer levels"
_ADVICE = "look at the brackets, quotation marks, colons and indentation here"

#: a key and its value, as most lines are
_PAIR = re.compile(r"\s*(?:- )?[^\s#'\"\[{][^:]*:(?:\s|$)")
_TWO_COLONS = re.compile(r"\s*(?:- )?([\w .-]+): +([^'\"\[{|>&*!].*: .*|.*:)$")
_QUOTED = re.compile(r":\s+(['\"])")
_CLOSE_IT = "is never closed; add it at the end of the value"
_HALF = "such as \\ud800, which cannot be saved in a file; remove it"
_NO_BLANK = re.compile(r"\s*-[^\s-]")


def mistake(problem: str, text: str, line: int) -> tuple[str, int]:
    """The mistake in a sentence, and its line from 0, which may be above the one where the parser gave up.

    >>> mistake("mapping values are not allowed in this context", "title: Talks: the end", 0)
    ('the value has a colon in it; put it in quotation marks: title: "…"', 0)

    Args:
        problem: The parser's words.
        text: The YAML.
        line: The line, from 0, that the parser names.
    """
    if "nesting depth" in problem:
        return TOO_DEEP, line
    if "invalid Unicode character escape" in problem:
        return f"an escape stands for half a character, {_HALF}", line
    lines = text.split("\n")
    here, above = (lines[at] if 0 <= at < len(lines) else "" for at in (line, line - 1))
    if here.lstrip(" ").startswith("\t"):
        return "the line begins with a tab; use blanks", line
    if "end of stream" in problem:
        for number, one in enumerate(lines):
            marks = _QUOTED.search(one)
            if marks and one.count(marks[1]) % 2:
                return f"the quotation mark {marks[1]} that opens here {_CLOSE_IT}", number
    is_colon = "mapping values are not allowed" in problem
    if is_colon and (found := _TWO_COLONS.match(here)):
        return f'the value has a colon in it; put it in quotation marks: {found[1]}: "…"', line
    if is_colon or "could not find expected ':'" in problem:
        first = _first_without_blank(lines, line)
        if first is not None:
            return "a blank is missing after the hyphen of this item; write `- `", first
        if above.strip() and not _PAIR.match(above) and not above.lstrip().startswith(("- ", "#")):
            return f"the line {quoted(above.strip())} is not of the form `key: value`; correct it", line - 1
    return f"{problem}; {_ADVICE}", line


def _first_without_blank(lines: list[str], line: int) -> int | None:
    """The first of the items, at or just above a line, whose hyphens have no blank after them."""
    found = next((at for at in (line, line - 1) if 0 <= at < len(lines) and _NO_BLANK.match(lines[at])), None)
    while found and _NO_BLANK.match(lines[found - 1]):
        found -= 1
    return found
