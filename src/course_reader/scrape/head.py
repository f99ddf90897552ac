"""The head of an article: headline, byline, day, caption, in whatever order they come."""

from __future__ import annotations

import re

from course_reader.scrape import bylines, captions, datelines, furniture, headline, outlets
from course_reader.scrape.draft import Draft
from course_reader.scrape.header import picture, take_line, take_picture
from course_reader.scrape.pieces import Piece, ends_sentence, starts_small
from course_reader.scrape.records import Removed
from course_reader.scrape.shapes import CORRECTION, is_header, is_prose, is_stamp, is_time

_SUFFIX = re.compile(r"\s+(?P<sep>[|·•–—-])\s+(?P<name>[^|·•–—]{2,50})$")
#: How far below the headline a byline or a day may stand.
_LOOK = 9


def read_head(draft: Draft) -> None:
    """Take the head off the draft's pieces."""
    title = headline.find(draft)
    pieces = draft.pieces
    end = _head_end(pieces, title)
    start = 0 if title is None else title
    kept: set[int] = set()
    for position in (*range(start, end), *range(start)):
        if position == title:
            _take_title(draft, pieces[position])
        elif not _settle(draft, pieces, position, title):
            kept.add(position)
    rest = [pieces[position] for position in sorted(kept)]
    draft.pieces = rest + pieces[end:]
    if title is not None and end == title + 1 and len(draft.pieces) > 1:
        _teaser(draft, draft.pieces[0], draft.pieces[1])
    if title is None and not draft.clues.get("title"):
        draft.ask("title", "The text has no headline: what is the title?")


def _teaser(draft: Draft, first: Piece, second: Piece) -> None:
    """A first line without a full stop that a paragraph follows."""
    text = first.plain
    if (
        first.kind == "text"
        and not ends_sentence(text)
        and 25 <= len(text) <= 160
        and not starts_small(second.plain)
        and not captions.credit_alone(second.plain)
    ):
        first.sealed = True
        draft.ask("text", f"Does line {first.first}, between headline and article, belong to the text (a standfirst)?")


def _head_end(pieces: list[Piece], title: int | None) -> int:
    """Where the article's own sentences begin."""
    end = 0 if title is None else title + 1
    position = end
    stamped = False
    live = sum(is_time(piece.plain) for piece in pieces[end : end + 40]) > 1
    while position < len(pieces) and position < end + _LOOK:
        piece = pieces[position]
        text = piece.plain
        if live and is_time(text):
            break
        if is_header(text) or bylines.is_role(text) or bylines.reporting_from(text) or _settled(pieces, position):
            end = position + 1
            stamped = stamped or is_stamp(text)
        elif (stamped and position == end and _is_name(text)) or (
            position == end == (title or 0) + 1
            and len(text.split()) <= 3
            and bylines.is_person(text)
            and not ends_sentence(text)
        ):
            end = position + 1
        elif not _goes_on(pieces, position, stamped=stamped):
            break
        position += 1
    return end


def _is_name(text: str) -> bool:
    return bylines.is_placed(text) or (bylines.is_person(text) and len(text.split()) <= 3)


def _settled(pieces: list[Piece], position: int) -> bool:
    piece = pieces[position]
    if piece.kind in ("item", "quote", "row"):
        return False
    if picture(piece, in_head=True) is not None:
        return True
    return piece.kind == "text" and not is_prose(piece) and captions.looks_like_caption(piece.plain)


def _goes_on(pieces: list[Piece], position: int, *, stamped: bool) -> bool:
    """Whether a byline or a day still follows: then this is a teaser, or junk, and no first paragraph."""
    piece = pieces[position]
    if piece.kind in ("item", "row") or datelines.parse(piece.plain) is not None:
        return False
    prose = int(is_prose(piece))
    for after in pieces[position + 1 : position + (3 if stamped else _LOOK)]:
        if is_stamp(after.plain) or captions.credit_alone(after.plain) is not None:
            return not (stamped and prose)
        if is_prose(after) and picture(after, in_head=True) is None:
            prose += 1
        if prose > 1 or after.kind in ("item", "row") or (after.kind == "heading" and after.level == 2 and prose):
            return False
    return False


def _take_title(draft: Draft, piece: Piece) -> None:
    words = piece.plain
    label, bar, rest = words.partition(" | ")
    why = furniture.match(label, in_head=True) if bar else None
    if why is not None and why.reason == "section label":
        draft.removed.append(Removed(piece.first, label, why.reason))
        words = rest
    match = _SUFFIX.search(words)
    if match is not None:
        house = outlets.by_name(match.group("name"))
        if house is not None and (not house.agency or match.group("sep") in "|·•"):
            name = "agency" if house.agency else "outlet"
            draft.clue(name, house.name, piece, "the end of the headline", text=match.group("name"))
            draft.take(name, house.name, piece, match.group("name"))
            words = words[: match.start()]
        elif house is not None:
            draft.ask("title", f"Does “{match.group('name')}” at its end belong to the headline?")
    draft.clues["title"] = []
    draft.clue("title", words, piece, "the headline")
    draft.take("title", words, piece)


def _settle(draft: Draft, pieces: list[Piece], position: int, title: int | None) -> bool:
    """Settle one piece of the head; False when it stays in the article."""
    piece = pieces[position]
    above = title is not None and position < title
    if _repeats_title(draft, pieces, position, title):
        draft.drop(piece, "the headline again")
        return True
    if CORRECTION.match(piece.plain):
        return False
    if take_line(draft, piece) or take_picture(draft, piece, in_head=True) or _caption(draft, pieces, position):
        return True
    if is_time(piece.plain):
        draft.drop(piece, "time of day")
        return True
    if _author(draft, pieces, position, above=above):
        return True
    return _above(draft, piece) if above else _between(draft, piece)


def _repeats_title(draft: Draft, pieces: list[Piece], position: int, title: int | None) -> bool:
    return title is not None and len(pieces[position].plain) < 300 and pieces[position].plain == pieces[title].plain


def _caption(draft: Draft, pieces: list[Piece], position: int) -> bool:
    """A caption that its neighbours or its words give away."""
    piece = pieces[position]
    if piece.kind != "text" or len(piece.plain) > 450:
        return False
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    credited = after is not None and captions.credit_alone(after.plain) is not None
    if not credited and not captions.looks_like_caption(piece.plain):
        return False
    draft.caption(piece.plain, piece)
    return True


def _author(draft: Draft, pieces: list[Piece], position: int, *, above: bool) -> bool:
    """A bare name or office beside a day or a byline."""
    piece = pieces[position]
    text = piece.plain
    near = [*pieces[max(0, position - 2) : position], *pieces[position + 1 : position + 3]]
    if bylines.is_role(text) and ("byline" in draft.clues or any(bylines.is_person(p.plain) for p in near)):
        draft.drop(piece, "the author's office")
        return True
    if (
        not (bylines.is_person(text) or bylines.is_placed(text) or bylines.is_located(text, strict=False))
        or "byline" in draft.clues
        or (above and not any(is_stamp(p.plain) for p in near))
    ):
        return False
    who = bylines.people(text.partition(",")[0] if bylines.is_placed(text) else text)
    draft.clue("byline", who.byline or text, piece, "a name in the head")
    draft.take("byline", who.byline or text, piece)
    if above or not any(is_stamp(p.plain) or bylines.is_role(p.plain) for p in near):
        draft.ask("byline", f"Is “{text}” the author?")
    return True


def _above(draft: Draft, piece: Piece) -> bool:
    text = piece.plain
    if (piece.kind == "text" and ends_sentence(text) and len(text) >= 40) or (
        piece.kind == "text" and len(text) >= 40 and not furniture.is_menu_word(text)
    ):
        draft.caption(text, piece)
        draft.ask("caption", f"Is line {piece.first}, above the headline, the caption of a picture?")
    else:
        draft.drop(piece, "line above the headline")
    return True


def _between(draft: Draft, piece: Piece) -> bool:
    """A teaser stays and is asked about; a word or a number goes."""
    text = piece.plain
    if not ends_sentence(text) and len(text.split()) <= 3 and piece.kind == "text":
        draft.drop(piece, "line below the headline")
        return True
    if piece.kind == "heading":
        piece.kind = "text"
    piece.sealed = True
    draft.ask("text", f"Does line {piece.first}, between headline and article, belong to the text (a standfirst)?")
    return False
