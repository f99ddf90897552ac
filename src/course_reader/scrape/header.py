"""Settling one line of a head or a tail: which field it goes into."""

from __future__ import annotations

from course_reader.scrape import bylines, captions, datelines, dates, furniture, outlets
from course_reader.scrape.draft import Draft
from course_reader.scrape.pieces import Piece
from course_reader.scrape.records import Removed
from course_reader.scrape.shapes import (
    PARTS,
    house_and_place,
    houses,
    is_label,
    issue,
    name_and_day,
    parts_are_header,
    source,
    with_houses,
)


def take_line(draft: Draft, piece: Piece) -> bool:
    """A line of nothing but day, byline, agency, outlet; False when it is none."""
    text = piece.plain
    if len(text) > 240 or piece.kind in ("quote", "row"):
        return False
    if text.lower().endswith(" read more") and bylines.is_person(text[:-10]):
        _take_names(draft, piece, text[:-10], "the line below the headline")
        draft.removed.append(Removed(piece.first, text[-9:], "related link"))
        return True
    if (
        _take_source(draft, piece)
        or _take_issue(draft, piece)
        or _take_part(draft, piece, text)
        or _take_place(draft, piece)
    ):
        return True
    if is_label(text):
        draft.drop(piece, "label of a day or a byline")
        return True
    found = datelines.parse(text, alone=True)
    if found is not None:
        take_dateline(draft, piece, found)
        if found.day is not None and found.day.iso is not None:
            draft.clue("date", found.day.iso, piece, "a line of its own", day=found.day)
        return True
    if not parts_are_header(text):
        return False
    for part in (p for p in PARTS.split(text) if p):
        if _take_part(draft, piece, part):
            continue
        if bylines.is_person(part) and furniture.match(part, in_head=True) is None:
            _take_names(draft, piece, part, "the line below the headline")
        else:
            why = furniture.match(part, in_head=True)
            draft.removed.append(Removed(piece.first, part, why.reason if why else "time of day"))
    return True


def _take_source(draft: Draft, piece: Piece) -> bool:
    """``Source: ZEIT ONLINE, dpa, AFP``"""
    named = source(piece.plain)
    if named is None:
        return False
    known = houses(named)
    if known:
        _note_houses(draft, piece, known, "the source line")
    else:
        draft.clue("outlet", named, piece, "the source line", sure=False)
    draft.take("outlet", named, piece)
    return True


def _take_issue(draft: Draft, piece: Piece) -> bool:
    """``Newspaper "Kommersant" No. 92, 26.05.2023, p. 6``"""
    found = issue(piece.plain)
    if found is None:
        return False
    house, day = found
    _note_houses(draft, piece, [house], "the line on the issue")
    draft.clue("date", day.iso or "", piece, "the line on the issue", day=day)
    draft.take("date", day.iso or "", piece)
    return True


def _note_houses(draft: Draft, piece: Piece, known: list[outlets.Outlet], where: str, text: str | None = None) -> None:
    """Agencies and papers of one line; several agencies are all named."""
    for name, wanted in (("agency", True), ("outlet", False)):
        named = [house.name for house in known if house.agency is wanted]
        if named:
            draft.clue(name, ", ".join(named), piece, where, text=text)


def _take_place(draft: Draft, piece: Piece) -> bool:
    """``BBC News, Ostraven`` and ``Reporting from Ostraven``"""
    house = house_and_place(piece.plain)
    if house is not None:
        _note_houses(draft, piece, [house], "the line below the byline")
        draft.take("agency" if house.agency else "outlet", house.name, piece)
        return True
    place = bylines.reporting_from(piece.plain)
    if place is None:
        return False
    draft.clue("dateline", place, piece, "the line below the byline")
    draft.take("dateline", place, piece)
    return True


def _take_part(draft: Draft, piece: Piece, text: str) -> bool:
    if _take_days(draft, piece, text):
        return True
    both = name_and_day(text)
    if both is not None and bylines.parse(text) is None:
        why = furniture.match(both[0], in_head=True)
        if why is not None:
            draft.removed.append(Removed(piece.first, both[0], why.reason))
        else:
            _take_names(draft, piece, both[0], "the line with the day")
            if both[0].islower():
                draft.ask("byline", f"Is “{both[0]}” the author?")
        return _take_days(draft, piece, both[1])
    known = houses(text)
    if known and bylines.parse(text) is None:
        _note_houses(draft, piece, known, "a line of its own", text)
        draft.take("agency" if known[0].agency else "outlet", known[0].name, piece, text)
        return True
    with_others = with_houses(text)
    if with_others is not None and bylines.parse(text) is None:
        _take_byline(draft, piece, bylines.people(with_others[0]), text, "the byline")
        _note_houses(draft, piece, with_others[1], "the byline", text)
        return True
    who = bylines.parse(text)
    if who is None and bylines.is_located(text):
        who = bylines.people(text)
    if who is None:
        return False
    _take_byline(draft, piece, who, text, "the byline")
    return True


def _take_days(draft: Draft, piece: Piece, text: str) -> bool:
    days = dates.whole_line(text)
    for day in days:
        name = "updated" if day.updated else "date"
        draft.clue(name, day.iso or "", piece, "a line of its own", text=text, day=day)
    if days:
        draft.take("date", days[0].iso or "", piece, text)
    return bool(days)


def _take_names(draft: Draft, piece: Piece, text: str, where: str) -> None:
    _take_byline(draft, piece, bylines.parse(text) or bylines.people(text), text, where)


def _take_byline(draft: Draft, piece: Piece, who: bylines.Byline, text: str, where: str) -> None:
    if who.byline:
        draft.clue("byline", who.byline, piece, where, text=text)
    draft.take("byline", who.byline or "", piece, text)
    for name, house in (("agency", who.agency), ("outlet", who.outlet)):
        if house is not None:
            draft.clue(name, house.name, piece, where, text=text)
    if who.unknown is not None:
        draft.clue("outlet", who.unknown, piece, where, text=text, sure=False)


def take_picture(draft: Draft, piece: Piece, *, in_head: bool) -> bool:
    """A caption or a credit that says so by itself."""
    found = picture(piece, in_head=in_head)
    if found is None:
        return False
    if found.caption:
        draft.caption(found.caption, piece)
    if found.credit:
        draft.credit(found.credit, piece)
    return True


def picture(piece: Piece, *, in_head: bool) -> captions.Picture | None:
    """What a line says of a picture; outside the head only when it is plain that it does."""
    found = captions.labelled(piece.plain) or captions.credit_alone(piece.plain)
    if found is None and piece.kind == "text":
        found = captions.split_credit(piece.plain)
        if found is not None and not found.strong and not in_head:
            return None
    return found


def take_dateline(draft: Draft, piece: Piece, found: datelines.Dateline) -> None:
    """Note what a dateline says."""
    if found.place:
        draft.clue("dateline", found.place, piece, "the dateline", text=found.printed)
    draft.take("dateline", found.place or "", piece, found.printed)
    if found.agency:
        house = outlets.by_name(found.agency)
        name = "agency" if house is None or house.agency else "outlet"
        draft.clue(
            name,
            house.name if house else found.agency,
            piece,
            "the dateline",
            text=found.printed,
            sure=house is not None,
        )
    if found.day is not None:
        draft.clue("filed", found.day.iso or "", piece, "the dateline", text=found.printed, day=found.day)
