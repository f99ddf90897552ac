"""Questions to the author on names that may mean several entries, with the lines of `mentions` that answer them."""

from __future__ import annotations

from course_reader.marks.records import Page
from course_reader.text.languages.known import LANGUAGES, is_known
from course_reader.text.mention.index import Ambiguous, OpenName


def question(page: Page, name: Ambiguous | OpenName, entries: tuple[str, ...], reason: str) -> str:
    """A question that a person can answer, and the line of `mentions` that answers it."""
    words = " ".join(page.text[slice(*_around(page.text, name.start, name.end))].split())
    text = " ".join(name.text.split())
    paragraph = page.paragraph_at(name.start)
    place = f", paragraph: {paragraph.number}" if paragraph else ""
    likelier = f" ({reason})" if reason else ""
    return (
        f"in “{words}”, does “{text}” mean {_either(entries)}{likelier}? Add a line to the article's `mentions`: "
        f"`{{text: {text}{place}, entry: {entries[0]}}}`, or `entry: none` for no link"
    )


def _around(text: str, start: int, end: int) -> tuple[int, int]:
    """A few words before and after a span, in the same block."""
    first = max(text.rfind("\n\n", 0, start) + 2, text.rfind(" ", 0, max(start - 30, 0)) + 1)
    block = text.find("\n\n", end)
    last = text.find(" ", min(end + 30, len(text)))
    return first, min(stop for stop in (block, last, len(text)) if stop >= 0)


def _either(entries: tuple[str, ...]) -> str:
    return " or ".join(f"`{entry}`" for entry in entries)


def about_language(tag: str) -> str:
    """What to say of an article's language if the tool has no rules for it; "" if it has."""
    if is_known(tag):
        return ""
    codes = {language.name.casefold(): language.tag for language in LANGUAGES} | {"english": "en"}
    if tag.casefold() in codes:
        return f"{tag!r} is the name of a language; write its code, `language: {codes[tag.casefold()]}`"
    names = ["English", *(language.name for language in LANGUAGES)]
    return (
        f"the tool has no rules for {tag!r}, so it finds names only in the forms that the glossary has; it knows "
        f"{', '.join(names[:-1])} and {names[-1]}; add more forms to the entries' `names`, or lines to the article's "
        "`mentions`"
    )
