"""What stands around the article's sentences: the dateline before, the sign-off after, pictures between."""

from __future__ import annotations

import re

from course_reader.scrape import bylines, captions, datelines, dates, outlets
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.markdown import plain
from course_reader.scrape.header import take_dateline, take_line, take_picture
from course_reader.scrape.pieces import Piece, ends_sentence
from course_reader.scrape.shapes import capitals, is_prose

_SIGN_OFF = re.compile(r"(?P<body>.{40,}[.!?…”\"’»)])\s+[(\[/—–-]{1,2}\s*(?P<who>[^()\[\]/.]{2,40})[)\]/]?\.?$", re.S)
_DASHED_NAME = re.compile(r"[—–-]{1,2}\s*(?P<who>\S.{1,80})")
_STOP = re.compile(r"[.!?…։。][\"”»’')\]]*$")
_INNER_STOP = re.compile(r"\w{3}[.!?…][\"”»’')]* [(“\"«]?\S")
#: From this share of capitals on, a line is a headline rather than a sentence.
_TITLE_CASE = 0.75
_IN_FIRST = 3


def take_body_dateline(draft: Draft) -> None:
    """Lift the dateline out of the first paragraph that has one."""
    looked = 0
    for position, piece in enumerate(draft.pieces):
        if piece.kind != "text":
            continue
        found = datelines.parse(piece.plain)
        if found is not None and _lift(draft, position, piece, found):
            return
        looked += 1
        if looked == _IN_FIRST:
            return


def _lift(draft: Draft, position: int, piece: Piece, found: datelines.Dateline) -> bool:
    """Take the printed dateline off the piece; emphasis around it goes with it."""
    cut = _cut(piece.text, found.rest) if draft.markdown else found.rest
    if cut is None:
        return False
    take_dateline(draft, piece, found)
    piece.text = cut
    piece.plain = found.rest
    if position:
        draft.pieces[position - 1].sealed = True
    return True


def _cut(text: str, rest: str) -> str | None:
    """The end of a Markdown text whose plain words are *rest*."""
    start = rest[:24]
    position = text.find(start)
    while position >= 0:
        if plain(text[position:]) == rest:
            return text[position:]
        position = text.find(start, position + 1) if position < 300 else -1
    for position in range(min(len(text), 200)):
        if plain(text[position:]) == rest and text[position : position + 1] not in ("*", "_", " ", ")"):
            return text[position:]
    return None


def take_tail(draft: Draft) -> None:
    """Byline, day, agency, credits below the last sentence."""
    kept: list[Piece] = []
    pieces = draft.pieces
    position = len(pieces)
    while position > 0:
        piece = pieces[position - 1]
        if not _take_last(draft, piece, alone=position == 1):
            break
        position -= 1
    kept = _below(draft, pieces[:position])
    if kept:
        _take_sign_off(draft, kept[-1])
    draft.pieces = kept


def _below(draft: Draft, pieces: list[Piece]) -> list[Piece]:
    """Short lines after the last sentence head nothing: names of topics, links, teasers."""
    last = next((n for n in range(len(pieces) - 1, -1, -1) if _is_text(pieces[n])), None)
    if last is None or last == len(pieces) - 1:
        return pieces
    kept = pieces[: last + 1]
    for piece in pieces[last + 1 :]:
        if _take_last(draft, piece, alone=False):
            continue
        if take_picture(draft, piece, in_head=False):
            continue
        if captions.looks_like_caption(piece.plain):
            draft.caption(piece.plain, piece)
            continue
        if bylines.is_person(piece.plain) and "byline" not in draft.clues:
            draft.clue("byline", piece.plain, piece, "the last line", text=piece.plain)
            draft.take("byline", piece.plain, piece)
            draft.ask("byline", f"Is “{piece.plain}”, below the article, the author?")
            continue
        if len(piece.plain.split()) > 4 and not piece.plain.endswith(":"):
            draft.ask("text", f"Does line {piece.first}, below the last full sentence, belong to the article?")
            if capitals(piece.plain) < _TITLE_CASE:
                piece.sealed = True
                kept.append(piece)
                continue
        draft.drop(piece, "line below the article")
    return kept


def _is_text(piece: Piece) -> bool:
    text = piece.plain
    if len(text) > 60 and _INNER_STOP.search(text):
        return True
    return piece.kind in ("item", "quote", "row") or (
        piece.kind == "text"
        and (_STOP.search(text[-8:]) is not None or len(text) > 110 or (text[-1:] in '”"»’' and len(text) > 50))
    )


def _take_last(draft: Draft, piece: Piece, *, alone: bool) -> bool:
    text = piece.plain
    if piece.kind not in ("text", "item") or len(text) > 500 or (alone and is_prose(piece)):
        return False
    if bylines.is_reporting(text):
        who = bylines.reporters(text)
        if who is not None:
            draft.clue("reporters", who, piece, "the line on who reported it")
        for house in outlets.names_in(text):
            if house.agency and re.search(r"\bfrom\b|based on", text):
                draft.clue("agency", house.name, piece, "the line on who reported it", sure=False)
        draft.drop(piece, "reporting credit")
        return True
    dashed = _DASHED_NAME.fullmatch(text) or (
        _DASHED_NAME.fullmatch(f"- {text}") if piece.marker in ("-", "–") else None
    )
    if dashed is not None and (bylines.is_person(dashed.group("who")) or outlets.by_name(dashed.group("who"))):
        who_line = bylines.people(dashed.group("who"))
        _sign(draft, piece, who_line, text)
        return True
    if piece.kind == "item":
        return False
    return take_line(draft, piece) or _credit(draft, piece)


def _sign(draft: Draft, piece: Piece, who: bylines.Byline, text: str) -> None:
    only_house = who.byline is not None and outlets.by_name(who.byline) is not None
    if who.byline and not only_house:
        draft.clue("byline", who.byline, piece, "the last line", text=text)
    for name, house in (("agency", who.agency), ("outlet", who.outlet)):
        if house is not None:
            draft.clue(name, house.name, piece, "the last line", text=text)
    draft.take("byline" if not only_house else "agency", who.byline or "", piece, text)


def _credit(draft: Draft, piece: Piece) -> bool:
    found = captions.credit_alone(piece.plain)
    if found is None or found.credit is None:
        return False
    return take_picture(draft, piece, in_head=False)


def _take_sign_off(draft: Draft, piece: Piece) -> None:
    """``… he said. (AFP)`` and ``… he said. — Jane Doe``"""
    if piece.kind != "text":
        return
    match = _SIGN_OFF.fullmatch(piece.plain) if len(piece.plain) < 3000 else None
    if match is None:
        return
    who = match.group("who").strip()
    house = outlets.by_name(who)
    printed = piece.plain[match.end("body") :].strip()
    if house is None and not (printed[:1] in "—–-" and bylines.is_person(who)):
        return
    cut = piece.text.rfind(printed)
    if cut < 0:
        return
    _sign(draft, piece, bylines.people(who), printed)
    piece.text = piece.text[:cut].rstrip()
    piece.plain = match.group("body")


def take_pictures(draft: Draft) -> None:
    """Captions and credits between paragraphs."""
    kept: list[Piece] = []
    pieces = draft.pieces
    for position, piece in enumerate(pieces):
        after = pieces[position + 1] if position + 1 < len(pieces) else None
        if piece.kind not in ("text", "heading"):
            kept.append(piece)
        elif captions.empty_label(piece.plain):
            draft.drop(piece, "label of a caption")
        elif position and captions.empty_label(pieces[position - 1].plain):
            draft.caption(piece.plain, piece)
        elif take_picture(draft, piece, in_head=False):
            continue
        elif after is not None and _describes(pieces, position):
            draft.drop(piece, "description of a picture")
        elif after is not None and _captioned(piece, after, kept):
            draft.caption(piece.plain, piece)
        else:
            kept.append(piece)
    draft.pieces = kept


def _describes(pieces: list[Piece], position: int) -> bool:
    """A line for those who do not see the picture: above the caption, with nothing between the lines."""
    three = pieces[position : position + 3]
    if len(three) < 3 or any(piece.gap for piece in three[1:]) or captions.credit_alone(three[2].plain) is None:
        return False
    return all(len(piece.plain) < 200 and not ends_sentence(piece.plain) for piece in three[:2])


def _captioned(piece: Piece, after: Piece, before: list[Piece]) -> bool:
    """Whether a credit that follows makes this line a caption."""
    if piece.kind != "text" or len(piece.plain) > 300 or captions.credit_alone(after.plain) is None:
        return False
    if not after.gap and piece.gap:
        return True
    return captions.looks_like_caption(piece.plain) or not ends_sentence(piece.plain)


def take_days_in_text(draft: Draft, first: int) -> None:
    """Days that sentences and captions name, as a last resort for the day of printing."""
    for piece in draft.pieces[:first]:
        for day in dates.find_dates(piece.plain[:4000]):
            draft.clue("text_day", day.iso or "", piece, "the text", text=piece.plain[day.start : day.end], day=day)
    for found in draft.found:
        if found.field == "caption":
            for day in dates.find_dates(found.text):
                stub = Piece(found.text, found.text, found.line, found.line, gap=True)
                draft.clue(
                    "caption_day", day.iso or "", stub, "the caption", text=found.text[day.start : day.end], day=day
                )
