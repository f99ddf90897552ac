"""Groups lines into segments: the paragraphs, headings and list items of the original page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from course_reader.scrape.decoding import TextLine
from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import dates, furniture, outlets
from course_reader.scrape.lines.rejoin import by_with_name, with_drop_caps
from course_reader.scrape.markdown import is_rule, plain, squeeze
from course_reader.scrape.records import Joined
from course_reader.scrape.words import words

SegmentKind = Literal["text", "heading", "item", "quote", "rule", "image", "row"]

_HEADING = expression(r"(#{1,6})\s+(.*?)\s*#*\s*$", re.S)
_HASH = expression(r"(#{1,6})\s+\S")
_ITEM = expression(r"([-*+•▪■●◦‣∙·○□–]|\d{1,3}[.)]|\([a-z\d]{1,3}\))\s+(\S.*)", re.S)
_QUOTE = expression(r">+\s?")
_IMAGE = expression(r"!\[[^\[\]]{0,500}\]\([^()]{0,2000}\)")
_CREDIT_LINE = expression(
    r"(?:photos?|image|picture|foto|фото|crédit photo|source|via|credit|quelle|источник)\s*:\s*\S", re.I
)
_EMPTY_IMAGE = expression(r"(?:!\[\s*\]\([^()]{0,2000}\)\s*)+")
_UNDERLINE = expression(r"={3,200}|-{3,200}")
_ENDS = expression(r"[.!?…:;。։՝՞)\]»”’\"']\W{0,3}$")
_LOWER_START = expression(r"[\"“„«'‘(\[]?[a-zà-öø-ÿа-яёա-ևəğışöüç]")
_BYLINE_START = expression(r"(?:by|von|par|автор|текст|written by|reporting by)\b", re.I)
#: The number of lines used to measure the width of the page.
_SAMPLE = 2_000
_UNFINISHED = words("unfinished")
_DIVIDED = expression(r"[^\W\d_]-$")
_COMPOUND = expression(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_MARKS = ".,;:!?…“”\"'’()[]"
_BULLETS = "-*+•▪■●◦‣∙·○□"


@dataclass(slots=True)
class Segment:
    """A part of the input that belongs together, such as a paragraph or a heading."""

    #: Its text on one line, without the markers of its kind.
    text: str
    #: The text without markup.
    plain: str
    first: int
    last: int
    gap: bool
    kind: SegmentKind = "text"
    #: The level of a heading, or the depth of a list item.
    level: int = 0
    #: The bullet or number of a list item.
    marker: str = ""
    indent: int = 0
    #: Complete: the next segment does not continue it.
    sealed: bool = False
    #: The first item of a list that may consist of links to other articles.
    links: bool = False
    #: Printed twice, one below the other.
    twice: bool = False
    #: Who speaks, as printed at its start.
    speaker: str = ""

    def printed(self, words: str) -> str:
        """Text of the segment with its number or bullet."""
        return f"{self.marker} {words}" if self.marker and self.kind in ("item", "heading") else words


def ends_sentence(text: str) -> bool:
    """Whether a text ends like a paragraph.

    >>> ends_sentence("“It is open,” he said."), ends_sentence("The mayor of")
    (True, False)
    """
    return _ENDS.search(text[-12:]) is not None


def starts_small(text: str) -> bool:
    """Whether a text starts like the middle of a sentence.

    >>> starts_small("and the lorries went"), starts_small("Lorries went")
    (True, False)
    """
    return _LOWER_START.match(text) is not None


def page_width(all_lines: list[TextLine]) -> int | None:
    """The column at which the lines were wrapped; None if each line is a separate paragraph.

    A wrapped line ends where the next word did not fit. If that holds for most lines, the text is wrapped.
    """
    lines = all_lines[:_SAMPLE]
    pairs = [
        (len(a.text) + a.indent, len(b.text.split(None, 1)[0]))
        for a, b in pairwise(lines)
        if not b.gap and not furniture_line(a) and not _header_line(b.text) and not _header_line(a.text)
    ]
    if not pairs:
        return None
    lengths = sorted(length for length, _ in pairs)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    if not 24 <= width <= 140:
        return None
    if sum(len(line.text) > width + 20 and "://" not in line.text for line in lines) > 0.1 * len(lines):
        return None
    full = sum(length + 1 + word > width - 4 for length, word in pairs)
    return width if full >= 0.6 * len(pairs) and (len(pairs) > 2 or width >= 50) else None


def furniture_line(line: TextLine) -> bool:
    """Whether a single line is furniture."""
    return len(line.text) <= 160 and furniture.match(line.text) is not None


def _header_line(text: str) -> bool:
    if len(text) > 120:
        return False
    if outlets.by_name(text) is not None:
        return True
    if _CREDIT_LINE.match(text) is not None:
        return True
    return _BYLINE_START.match(text) is not None or bool(dates.whole_line(text)) or "://" in text


def group(lines: list[TextLine], *, markdown: bool) -> tuple[list[Segment], list[Joined], int | None]:
    """The segments in order, the lines joined to make them, and the width of the page."""
    width = page_width(lines)
    segments: list[Segment] = []
    joined: list[Joined] = []
    compounds = _compounds(lines) if width is not None and _hyphens(lines) else None
    indented = sum(line.indent >= 4 for line in lines) * 2 > len(lines)
    for run in _runs(by_with_name(with_drop_caps(lines)), width):
        segment = _segment(
            run, segments[-1] if segments else None, markdown=markdown, indented=indented, compounds=compounds
        )
        if segment is None:
            continue
        segments.append(segment)
        if len(run) > 1:
            reason = "lines wrapped at a fixed width" if width else "line break inside a sentence"
            joined.append(Joined(run[0].number, run[-1].number, reason))
    return segments, joined, width


def _hyphens(lines: list[TextLine]) -> bool:
    """Whether words are hyphenated at line ends throughout, as in a scanned page."""
    cut = sum(_DIVIDED.search(line.text) is not None for line in lines)
    return cut >= 2 and cut > 0.04 * len(lines)


def _compounds(lines: list[TextLine]) -> frozenset[str]:
    """Words that have a hyphen in the middle of a line, which they also have at the end of one."""
    return frozenset(word.casefold() for line in lines for word in _COMPOUND.findall(line.text))


def _join(texts: list[str], compounds: frozenset[str] | None) -> str:
    """Join lines; if words are hyphenated at line ends, remove those hyphens, except that of a known compound."""
    joined = texts[0]
    for text in texts[1:]:
        if _DIVIDED.search(joined[-3:]) and text[:1].islower():
            whole = f"{joined[-40:].split()[-1]}{text.split()[0]}".strip(_MARKS).casefold()
            joined = (joined if compounds is None or whole in compounds else joined[:-1]) + text
        else:
            joined = f"{joined} {text}"
    return joined


def _runs(lines: list[TextLine], width: int | None) -> Iterator[list[TextLine]]:
    run: list[TextLine] = []
    for line in lines:
        if run and not (_continues(run, line, width)):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _continues(run: list[TextLine], line: TextLine, width: int | None) -> bool:
    """Whether a line continues the paragraph of the run."""
    before = run[-1]
    if line.gap or _UNDERLINE.fullmatch(line.text) or is_rule(line.text) or is_rule(before.text):
        return False
    if _QUOTE.match(line.text):
        return bool(_QUOTE.match(before.text)) and "" not in (_QUOTE.sub("", before.text), _QUOTE.sub("", line.text))
    if _QUOTE.match(run[0].text) or _opens_block(run, line):
        return False
    if not _fits(before, line, width) and not _two_line_title(run, line) and not _ITEM.match(run[0].text):
        return False
    if _HASH.match(run[0].text) or _header_line(line.text) or _header_line(before.text):
        return False
    if (furniture_line(before) and len(run) == 1) or (furniture_line(line) and ends_sentence(before.text)):
        return False
    if width is not None and line.indent >= 2 and not _ITEM.match(run[0].text) and not _set_in(run, line):
        return False
    if _ITEM.match(run[0].text) and line.indent >= run[0].indent + 2:
        return True
    return _fits(before, line, width) or _two_line_title(run, line)


def _two_line_title(run: list[TextLine], line: TextLine) -> bool:
    """Whether it is a headline on two lines: both in capitals, or the first incomplete."""
    before = run[-1]
    if (
        len(run) > 2
        or len(before.text) > 70
        or len(line.text) > 90
        or ends_sentence(before.text)
        or len(before.text.split()) < 2
    ):
        return False
    if before.text.isupper() and line.text.isupper():
        return len(line.text.split()) > 1 and not furniture_line(line) and not furniture_line(before)
    return before.text.rsplit(None, 1)[-1].casefold() in _UNFINISHED and not before.text.endswith(":")


def _set_in(run: list[TextLine], line: TextLine) -> bool:
    """Whether the whole paragraph is indented, not only its first line."""
    return run[0].gap and all(abs(before.indent - line.indent) < 2 for before in run)


def _fits(before: TextLine, line: TextLine, width: int | None) -> bool:
    """Whether the line break may be due to the width of the page."""
    word = len(line.text.split(None, 1)[0])
    if width is not None and len(before.text) + before.indent + 1 + word > width - 4:
        return True
    return starts_small(line.text) and not ends_sentence(before.text) and len(before.text) >= 30


def _opens_block(run: list[TextLine], line: TextLine) -> bool:
    """Whether a heading, picture, table row or list item starts; a wrapped sentence may look like an item."""
    text = line.text
    if _HASH.match(text) or _IMAGE.match(text) or text.startswith("|"):
        return True
    item = _ITEM.match(text)
    if item is None or item.group(1) == "–":
        return False
    if _ITEM.match(run[0].text) or ends_sentence(run[-1].text):
        return True
    return item.group(1) in _BULLETS and item.group(1) != "-"


def _segment(
    run: list[TextLine], before: Segment | None, *, markdown: bool, indented: bool, compounds: frozenset[str] | None
) -> Segment | None:
    text = squeeze(
        _join([_QUOTE.sub("", line.text) if _QUOTE.match(line.text) else line.text for line in run], compounds)
    )
    head = run[0]
    if _UNDERLINE.fullmatch(text) and before is not None and not head.gap and _underlines(before):
        before.kind, before.level, before.last = "heading", 1 if text[0] == "=" else 2, head.number
        return None
    segment = Segment(text, text, head.number, run[-1].number, head.gap, indent=head.indent)
    if is_rule(text):
        segment.kind = "rule"
    elif _QUOTE.match(head.text):
        segment.kind = "quote"
    elif (match := _HEADING.match(text)) and not (
        len(text) > 80 and text.endswith((".", "。")) and match.group(1) == "#"
    ):
        segment.kind, segment.level, segment.text = "heading", len(match.group(1)), match.group(2)
    elif markdown and _IMAGE.match(text) and not _IMAGE.sub("", text).strip():
        segment.kind = "image"
    elif text.startswith("|") and text.count("|") > 2:
        segment.kind = "row"
    elif match := _ITEM.match(text):
        segment.kind, segment.marker, segment.text = "item", match.group(1), match.group(2)
        segment.level = head.indent // 2
    elif _is_set_in(run, before) and not indented:
        segment.kind = "quote"
    if segment.kind == "text" and _EMPTY_IMAGE.match(segment.text):
        segment.text = _EMPTY_IMAGE.sub("", segment.text)
    segment.plain = plain(segment.text) if markdown else squeeze(segment.text)
    return segment


def _is_set_in(run: list[TextLine], before: Segment | None) -> bool:
    """An indented quotation: all lines of a longer paragraph, or of a short one after such a paragraph."""
    head = run[0]
    if not head.gap or any(line.indent < 4 for line in run):
        return False
    return sum(len(line.text) for line in run) > 60 or (
        before is not None and before.kind == "quote" and before.indent >= 4
    )


def _underlines(segment: Segment) -> bool:
    return segment.kind == "text" and len(segment.text) <= 160 and segment.first == segment.last
