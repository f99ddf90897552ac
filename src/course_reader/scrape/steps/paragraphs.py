"""Makes blocks of segments: joins cut paragraphs, collects lists, finds headings."""

from __future__ import annotations

import re
from itertools import pairwise

from course_reader.scrape.draft import Draft
from course_reader.scrape.evidence import Fact
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines.segments import Segment, ends_sentence, starts_small
from course_reader.scrape.markdown import convert, escape
from course_reader.scrape.records import ArticleBlock, Joined
from course_reader.scrape.steps.tables import table_of
from course_reader.scrape.words import words

_BOLD = expression(r"(\*\*|__)(?P<t>[^*_]{2,160})\1:?")
_STAMP = expression(
    r"(?:\[?\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|MSK|МСК|CET|BST|EST|EDT|ET|local "
    r"time))?(?:\s?[+-]\d\d?)?\)?\]?)(?:\s*[|–—:-]\s*(?P<t>\S.{0,140}))?",
    re.I,
)
#: A paragraph that ends with one of these is incomplete.
_HANGING = words("hanging")
_TITLES = words("titles")
_OPENERS = words("openers")
_POST = expression(r"[—–-]\s*[^()]{2,60}\(@\w{2,30}\)\s")
_SHORT = 60
#: Paragraphs longer than any in a newspaper are not joined with more.
_LONGEST = 6_000


def build(draft: Draft) -> list[ArticleBlock]:
    """The body as blocks; the draft records which paragraphs were joined."""
    segments = [segment for segment in draft.segments if not _has_no_words(segment)]
    _mark_items(segments)
    _mark_posts(segments)
    _mark_headings(draft, segments)
    _heal(draft, segments)
    return _blocks(draft, segments)


def _has_no_words(segment: Segment) -> bool:
    return not segment.plain and segment.kind != "row"


def _mark_items(segments: list[Segment]) -> None:
    """Recognise numbered headings and dialogue, which look like list items."""
    for position, segment in enumerate(segments):
        if segment.kind != "item":
            continue
        before = segments[position - 1] if position else None
        after = segments[position + 1] if position + 1 < len(segments) else None
        lonely = (before is None or before.kind != "item") and (after is None or after.kind != "item")
        words = f"{segment.marker} {segment.text}"
        if segment.marker == "–" and segment.gap and (after is None or after.gap):
            segment.kind, segment.text, segment.plain = "text", words, f"{segment.marker} {segment.plain}"
        elif (
            _number(segment.marker) is not None
            and lonely
            and after is not None
            and len(segment.plain) <= 80
            and not ends_sentence(segment.plain)
        ):
            segment.kind, segment.level, segment.text, segment.plain = (
                "heading",
                2,
                words,
                f"{segment.marker} {segment.plain}",
            )


def _mark_posts(segments: list[Segment]) -> None:
    """Mark a post from a social network, followed by its author and date, as a quotation."""
    for before, segment in pairwise(segments):
        if segment.kind == "text" and len(segment.plain) < 200 and _POST.match(segment.plain) and before.kind == "text":
            before.kind = segment.kind = "quote"


def _mark_headings(draft: Draft, segments: list[Segment]) -> None:
    asked = sum(
        segment.kind == "text" and segment.plain.endswith("?") and len(segment.plain) < 90 for segment in segments
    )
    for position, segment in enumerate(segments):
        if segment.kind != "text" or (asked > 1 and segment.plain.endswith("?") and "**" not in segment.text):
            continue
        bold = _BOLD.fullmatch(segment.text) if draft.markdown else None
        after = segments[position + 1] if position + 1 < len(segments) else None
        if _is_stamp(segment.plain) or (bold is not None and after is not None and not ends_sentence(bold.group("t"))):
            segment.kind, segment.level = "heading", 2
        elif after is not None and position and _is_plain_heading(segments, position):
            segment.kind, segment.level = "heading", 2
            if len(segment.plain.split()) > 6:
                draft.ask(Fact.TEXT, f"Is line {segment.first} a subheading of the article, or a link to another one?")


def _is_stamp(text: str) -> bool:
    """``14:05 GMT``, alone or with a short title, in a live blog."""
    if len(text) > 160:
        return False
    match = _STAMP.fullmatch(text)
    if match is None:
        return False
    title = match.group("t")
    return title is None or (not ends_sentence(title) and len(title) <= 100)


def _is_plain_heading(segments: list[Segment], position: int) -> bool:
    """A short line without a full stop, between paragraphs that have one."""
    segment, before, after = segments[position], segments[position - 1], segments[position + 1]
    text = segment.plain
    if segment.sealed or before.sealed or text[:1] in "–—-":
        return False
    if len(text) > 90 or len(text.split()) > 12 or starts_small(text):
        return False
    quoted = len(text) < _SHORT and text[-1:] in '”"»’' and text[-2:-1] not in ".!?…," and text[:1] not in '“"«‘'
    if text[-1:] in ",;:-–—" or (ends_sentence(text) and not text.endswith("?") and not quoted) or _hangs(text):
        return False
    if not ends_sentence(before.plain) and before.kind == "text":
        return False
    if text[:1] in "\"“„«'‘—–-" and len(text) > _SHORT:
        return False
    return after.kind in ("item", "quote") or (
        after.kind == "text" and not starts_small(after.plain) and len(after.plain) > len(text)
    )


def _heal(draft: Draft, segments: list[Segment]) -> None:
    """Join paragraphs cut in two by a page break, a box or an advertisement."""
    prose = [segment for segment in segments if segment.kind == "text"]
    loose = sum(not ends_sentence(segment.plain) for segment in prose)
    careless = len(prose) > 6 and loose > 0.3 * len(prose)
    position = 0
    while position + 1 < len(segments):
        one, two = segments[position], segments[position + 1]
        why = _why_join(one, two, careless=careless)
        if why is None:
            position += 1
            continue
        if why == "?":
            why = "the first ends without a full stop"
            draft.ask(
                Fact.TEXT, f"Line {one.last} ends without a full stop: does line {two.first} continue the sentence?"
            )
        draft.joined.append(Joined(one.last, two.first, why))
        glue = "" if one.text.endswith("-") and not one.text.endswith((" -", "--")) else " "
        one.text = f"{one.text}{glue}{two.text}"
        one.plain = f"{one.plain}{glue}{two.plain}"
        one.last = two.last
        del segments[position + 1]


def _why_join(one: Segment, two: Segment, *, careless: bool) -> str | None:
    """Why two paragraphs belong together; ``?`` if it is only likely."""
    if one.kind != "text" or two.kind != "text" or one.sealed or ends_sentence(one.plain):
        return None
    if len(one.plain) > _LONGEST:
        return None
    last = one.plain[-80:].rsplit(None, 1)[-1]
    small = starts_small(two.plain)
    if len(one.plain) < 20:
        return None
    if one.plain.endswith(","):
        return "the first ends with a comma" if small or len(one.plain) >= _SHORT else None
    if _hangs(one.plain):
        return f"the first ends with “{last}”"
    if small:
        return "the second starts in the middle of a sentence"
    if len(one.plain) < _SHORT or careless:
        return None
    if one.plain.split(None, 1)[0].casefold() in _OPENERS and "," not in one.plain:
        return f"the first starts with “{one.plain.split(None, 1)[0]}” and has no main clause"
    if one.plain.count("(") > one.plain.count(")") or one.plain.count("“") > one.plain.count("”"):
        return "a bracket or quotation opened in the first is closed in the second"
    return "?"


def _hangs(text: str) -> bool:
    """Whether the last word needs another one after it."""
    last = text[-80:].rsplit(None, 1)[-1]
    return last.casefold() in _HANGING or last in _TITLES or (last.endswith("-") and len(last) > 2)


def _blocks(draft: Draft, segments: list[Segment]) -> list[ArticleBlock]:
    blocks: list[ArticleBlock] = []
    position = 0
    level = 1
    while position < len(segments):
        segment = segments[position]
        if segment.kind == "item":
            end = _list_end(segments, position)
            segment.links = _may_be_links(segments, position, end)
            blocks.extend(_list(draft, segments[position:end]))
            position = end
            continue
        if segment.kind == "row":
            end = next((n for n in range(position, len(segments)) if segments[n].kind != "row"), len(segments))
            blocks.append(table_of(draft, segments[position:end]))
            position = end
            continue
        position += 1
        if segment.kind == "heading":
            bold = _BOLD.fullmatch(segment.text.strip())
            level = min(max(segment.level, 2), level + 1)
            text = _words(draft, bold.group("t") if bold else segment.text)
            blocks.append(ArticleBlock("heading", text, segment.first, segment.last, level))
        elif segment.kind == "quote":
            blocks.append(ArticleBlock("quote", _words(draft, segment.text), segment.first, segment.last))
        else:
            blocks.append(ArticleBlock("paragraph", _spoken(draft, segment), segment.first, segment.last))
    return blocks


def _spoken(draft: Draft, segment: Segment) -> str:
    """A paragraph, with the name of who speaks in bold."""
    who = segment.speaker
    if not who or not segment.text.startswith(who):
        return _words(draft, segment.text)
    colon, rest = segment.text[len(who) :].lstrip()[:1], segment.text[len(who) :].lstrip()[1:].lstrip()
    return f"**{_words(draft, who)}{colon}** {_words(draft, rest)}"


def _words(draft: Draft, text: str) -> str:
    return convert(text) if draft.markdown else escape(text)


def _may_be_links(segments: list[Segment], position: int, end: int) -> bool:
    """Whether items look like headlines, without an introduction or anything after them."""
    before = segments[position - 1] if position else None
    if before is None or before.plain.endswith(":") or end - position < 2 or end < len(segments):
        return False
    return all(
        len(p.plain.split()) >= 3 and not p.plain.endswith((".", ";", ",")) and p.plain[:1].isupper()
        for p in segments[position:end]
    )


def _number(marker: str) -> int | None:
    return int(marker[:-1]) if marker[:-1].isdigit() else None


def _list_end(segments: list[Segment], position: int) -> int:
    """The end of the list that starts here; the numbers of a list must be consecutive."""
    first = _number(segments[position].marker)
    count = first
    end = position + 1
    while end < len(segments) and segments[end].kind == "item":
        number = _number(segments[end].marker)
        if segments[end].level > segments[position].level:
            end += 1
            continue
        if (first is None) != (number is None) or (count is not None and number != count + 1):
            break
        count = number
        end += 1
    return end


def _list(draft: Draft, items: list[Segment]) -> list[ArticleBlock]:
    """Items as one list; a single “1.” or “–” is the start of a paragraph."""
    first = items[0]
    number = _number(first.marker)
    if len(items) == 1 and (
        number is not None or (first.marker in "–-+" and len(first.plain) > 50) or "(" in first.marker
    ):
        text = f"{first.marker} {first.text}"
        return [ArticleBlock("paragraph", _words(draft, text), first.first, first.last)]
    if first.links:
        draft.ask(Fact.TEXT, f"Is the list from line {first.first} part of the article, or a list of links to others?")
    lines = []
    depths = sorted({item.level for item in items})
    for item in items:
        depth = depths.index(item.level)
        own = _number(item.marker)
        mark = "-" if own is None else f"{own}."
        text = f"{item.marker} {item.text}" if "(" in item.marker else item.text
        lines.append(f"{'   ' * depth}{mark} {_words(draft, text)}")
    return [ArticleBlock("list", "\n".join(lines), first.first, items[-1].last)]
