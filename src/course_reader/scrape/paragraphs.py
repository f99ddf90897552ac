"""From pieces to blocks: cut paragraphs are joined, lists gathered, headings found."""

from __future__ import annotations

import re
from itertools import pairwise

from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.markdown import convert, escape
from course_reader.scrape.pieces import Piece, ends_sentence, starts_small
from course_reader.scrape.records import Block, Joined
from course_reader.scrape.words import words

_BOLD = re.compile(r"(\*\*|__)(?P<t>[^*_]{2,160})\1:?")
_STAMP = re.compile(
    r"(?:\[?\(?(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[ap]\.?m\.?)?(?:\s?(?:GMT|UTC|MSK|МСК|CET|BST|EST|EDT|ET|local "
    r"time))?(?:\s?[+-]\d\d?)?\)?\]?)(?:\s*[|–—:-]\s*(?P<t>\S.{0,140}))?",
    re.I,
)
#: A paragraph that ends with one of these goes on.
_HANGING = words("hanging")
_TITLES = words("titles")
_OPENERS = words("openers")
_POST = re.compile(r"[—–-]\s*[^()]{2,60}\(@\w{2,30}\)\s")
_SHORT = 60
#: Joining stops here: no paragraph of a newspaper is that long.
_LONGEST = 6_000


def build(draft: Draft) -> list[Block]:
    """The body as blocks; cuts are healed and noted in the draft."""
    pieces = [piece for piece in draft.pieces if not _has_no_words(piece)]
    _mark_items(pieces)
    _mark_posts(pieces)
    _mark_headings(draft, pieces)
    _heal(draft, pieces)
    return _blocks(draft, pieces)


def _has_no_words(piece: Piece) -> bool:
    return not piece.plain and piece.kind != "row"


def _mark_items(pieces: list[Piece]) -> None:
    """Numbered headings and dialogue look like items of lists, but are none."""
    for position, piece in enumerate(pieces):
        if piece.kind != "item":
            continue
        before = pieces[position - 1] if position else None
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        lonely = (before is None or before.kind != "item") and (after is None or after.kind != "item")
        words = f"{piece.marker} {piece.text}"
        if piece.marker == "–" and piece.gap and (after is None or after.gap):
            piece.kind, piece.text, piece.plain = "text", words, f"{piece.marker} {piece.plain}"
        elif (
            _number(piece.marker) is not None
            and lonely
            and after is not None
            and len(piece.plain) <= 80
            and not ends_sentence(piece.plain)
        ):
            piece.kind, piece.level, piece.text, piece.plain = "heading", 2, words, f"{piece.marker} {piece.plain}"


def _mark_posts(pieces: list[Piece]) -> None:
    """A post of a network that is shown in the article: its words, then who wrote it when."""
    for before, piece in pairwise(pieces):
        if piece.kind == "text" and len(piece.plain) < 200 and _POST.match(piece.plain) and before.kind == "text":
            before.kind = piece.kind = "quote"


def _mark_headings(draft: Draft, pieces: list[Piece]) -> None:
    asked = sum(piece.kind == "text" and piece.plain.endswith("?") and len(piece.plain) < 90 for piece in pieces)
    for position, piece in enumerate(pieces):
        if piece.kind != "text" or (asked > 1 and piece.plain.endswith("?") and "**" not in piece.text):
            continue
        bold = _BOLD.fullmatch(piece.text) if draft.markdown else None
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        if _is_stamp(piece.plain) or (bold is not None and after is not None and not ends_sentence(bold.group("t"))):
            piece.kind, piece.level = "heading", 2
        elif after is not None and position and _is_plain_heading(pieces, position):
            piece.kind, piece.level = "heading", 2
            if len(piece.plain.split()) > 6:
                draft.ask("text", f"Is line {piece.first} a subheading of the article, or a link to another one?")


def _is_stamp(text: str) -> bool:
    """``14:05 GMT``, alone or with a short title, in a live blog."""
    if len(text) > 160:
        return False
    match = _STAMP.fullmatch(text)
    if match is None:
        return False
    title = match.group("t")
    return title is None or (not ends_sentence(title) and len(title) <= 100)


def _is_plain_heading(pieces: list[Piece], position: int) -> bool:
    """A short line without a full stop, between paragraphs that have one."""
    piece, before, after = pieces[position], pieces[position - 1], pieces[position + 1]
    text = piece.plain
    if piece.sealed or before.sealed or text[:1] in "–—-":
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


def _heal(draft: Draft, pieces: list[Piece]) -> None:
    """Join paragraphs that a page break, a box or an advertisement cut in two."""
    prose = [piece for piece in pieces if piece.kind == "text"]
    loose = sum(not ends_sentence(piece.plain) for piece in prose)
    careless = len(prose) > 6 and loose > 0.3 * len(prose)
    position = 0
    while position + 1 < len(pieces):
        one, two = pieces[position], pieces[position + 1]
        why = _why_join(one, two, careless=careless)
        if why is None:
            position += 1
            continue
        if why == "?":
            why = "the first ends without a full stop"
            draft.ask(
                "text", f"Line {one.last} ends without a full stop: does line {two.first} go on with its sentence?"
            )
        draft.joined.append(Joined(one.last, two.first, why))
        glue = "" if one.text.endswith("-") and not one.text.endswith((" -", "--")) else " "
        one.text = f"{one.text}{glue}{two.text}"
        one.plain = f"{one.plain}{glue}{two.plain}"
        one.last = two.last
        del pieces[position + 1]


def _why_join(one: Piece, two: Piece, *, careless: bool) -> str | None:
    """Why two paragraphs are one; ``?`` when it is only likely."""
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
        return "a bracket or quotation of the first is closed in the second"
    return "?"


def _hangs(text: str) -> bool:
    """Whether the last word asks for another one."""
    last = text[-80:].rsplit(None, 1)[-1]
    return last.casefold() in _HANGING or last in _TITLES or (last.endswith("-") and len(last) > 2)


def _blocks(draft: Draft, pieces: list[Piece]) -> list[Block]:
    blocks: list[Block] = []
    position = 0
    level = 1
    while position < len(pieces):
        piece = pieces[position]
        if piece.kind == "item":
            end = _list_end(pieces, position)
            piece.links = _may_be_links(pieces, position, end)
            blocks.extend(_list(draft, pieces[position:end]))
            position = end
            continue
        position += 1
        if piece.kind == "heading":
            bold = _BOLD.fullmatch(piece.text.strip())
            level = min(max(piece.level, 2), level + 1)
            text = _words(draft, bold.group("t") if bold else piece.text)
            blocks.append(Block("heading", text, piece.first, piece.last, level))
        elif piece.kind == "quote":
            blocks.append(Block("quote", _words(draft, piece.text), piece.first, piece.last))
        else:
            if piece.kind == "row":
                draft.ask("text", f"Line {piece.first} is a row of a table: how should it be set?")
            blocks.append(Block("paragraph", _words(draft, piece.text), piece.first, piece.last))
    return blocks


def _words(draft: Draft, text: str) -> str:
    return convert(text) if draft.markdown else escape(text)


def _may_be_links(pieces: list[Piece], position: int, end: int) -> bool:
    """Items like headlines, which nothing introduces and nothing follows."""
    before = pieces[position - 1] if position else None
    if before is None or before.plain.endswith(":") or end - position < 2 or end < len(pieces):
        return False
    return all(
        len(p.plain.split()) >= 3 and not p.plain.endswith((".", ";", ",")) and p.plain[:1].isupper()
        for p in pieces[position:end]
    )


def _number(marker: str) -> int | None:
    return int(marker[:-1]) if marker[:-1].isdigit() else None


def _list_end(pieces: list[Piece], position: int) -> int:
    """Where the list that starts here ends; a numbered list has to count on."""
    first = _number(pieces[position].marker)
    count = first
    end = position + 1
    while end < len(pieces) and pieces[end].kind == "item":
        number = _number(pieces[end].marker)
        if pieces[end].level > pieces[position].level:
            end += 1
            continue
        if (first is None) != (number is None) or (count is not None and number != count + 1):
            break
        count = number
        end += 1
    return end


def _list(draft: Draft, items: list[Piece]) -> list[Block]:
    """Items as one list; a lonely "1." or "–" is a paragraph that starts so."""
    first = items[0]
    number = _number(first.marker)
    if len(items) == 1 and (
        number is not None or (first.marker in "–-+" and len(first.plain) > 50) or "(" in first.marker
    ):
        text = f"{first.marker} {first.text}"
        return [Block("paragraph", _words(draft, text), first.first, first.last)]
    if first.links:
        draft.ask("text", f"Is the list from line {first.first} part of the article, or links to others?")
    lines = []
    depths = sorted({item.level for item in items})
    for item in items:
        depth = depths.index(item.level)
        own = _number(item.marker)
        mark = "-" if own is None else f"{own}."
        text = f"{item.marker} {item.text}" if "(" in item.marker else item.text
        lines.append(f"{'   ' * depth}{mark} {_words(draft, text)}")
    return [Block("list", "\n".join(lines), first.first, items[-1].last)]
