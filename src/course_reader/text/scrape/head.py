"""The head of an article: headline, byline, day, caption, in whatever order they come."""

from __future__ import annotations

import re

from course_reader.text.scrape import bylines, captions, datelines, dates, furniture, outlets
from course_reader.text.scrape.draft import Draft
from course_reader.text.scrape.pieces import Piece, ends_sentence
from course_reader.text.scrape.sweep import take_source

#: The head of a page is never longer.
_REACH = 25
_PARTS = re.compile(r"\s*(?:\||·|•|\s[–—-]\s|\s/\s|;)\s*")
_TIME = re.compile(r"(?:at |в )?\d\d?[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?(?:GMT|UTC|MSK|МСК|CET|BST|EST|EDT|ET))?(?: ?[+-]\d+)?", re.I)
_SUFFIX = re.compile(r"\s+(?P<sep>[|·•–—-])\s+(?P<name>[^|·•–—]{2,50})$")
_CORRECTION = re.compile(r"(?:correction|clarification|editor['’]?s['’]? note|note to readers|поправка|исправление|уточнение)\b", re.I)


def read_head(draft: Draft) -> None:
    """Take the head off the draft's pieces."""
    pieces = draft.pieces
    title = _find_title(draft)
    rest: list[Piece] = []
    end = _head_end(draft, title)
    for position, piece in enumerate(pieces[:end]):
        if position == title:
            _take_title(draft, piece)
        elif not _take_header(draft, pieces, position, title):
            rest.append(piece)
    draft.pieces = rest + pieces[end:]
    if title is None:
        draft.ask("title", "The text has no headline: what is the title?")


def is_prose(piece: Piece) -> bool:
    """A sentence of the article, as far as its looks tell."""
    text = piece.plain
    if piece.kind in ("item", "quote", "row"):
        return True
    return piece.kind == "text" and ((len(text) >= 80 and ends_sentence(text)) or len(text) >= 230)


def is_header(text: str) -> bool:
    """Byline, day, agency, credit: what surrounds a headline."""
    if len(text) > 200:
        return False
    return (
        bool(dates.whole_line(text))
        or bylines.parse(text) is not None
        or outlets.by_name(text) is not None
        or captions.credit_alone(text) is not None
        or datelines.parse(text, alone=True) is not None
        or _parts_are_header(text)
        or furniture.match(text, in_head=True) is not None
    )


def _parts_are_header(text: str) -> bool:
    parts = [part for part in _PARTS.split(text) if part]
    if len(parts) < 2:
        return False
    strong = [_strong_part(part) for part in parts]
    return any(strong) and all(s or bylines.is_person(p) or furniture.match(p, in_head=True) for s, p in zip(strong, parts, strict=True))


def _strong_part(part: str) -> bool:
    return (
        bool(dates.whole_line(part))
        or _TIME.fullmatch(part) is not None
        or bylines.parse(part) is not None
        or outlets.by_name(part) is not None
    )


def _headline_like(piece: Piece) -> bool:
    text = piece.plain
    if piece.kind not in ("text", "heading") or not 2 < len(text) <= 220:
        return False
    if text.endswith((".", ":", ";", ",")) and not text.endswith(("U.S.", "...", "D.C.", "Jr.", "U.N.")):
        return False
    return not is_header(text) and captions.split_credit(text) is None and datelines.parse(text) is None and not captions.labelled(text)


def _find_title(draft: Draft) -> int | None:
    pieces = draft.pieces[:_REACH]
    if draft.clues.get("title"):
        return _same_as(pieces, draft.clues["title"][0].value)
    for level in (1, 2):
        for position, piece in enumerate(pieces):
            if piece.kind == "heading" and piece.level == level and not is_header(piece.plain):
                if level == 1 or not any(is_prose(p) for p in pieces[:position]):
                    return position
                break
    first = next((n for n, piece in enumerate(pieces) if is_prose(piece)), len(pieces))
    candidates = [n for n in range(first) if _headline_like(pieces[n]) and not captions.empty_label(pieces[n - 1].plain if n else "")]
    if candidates:
        return _best(draft, candidates)
    return _below_caption(draft, first)


def _same_as(pieces: list[Piece], title: str) -> int | None:
    """The piece that repeats a title known from elsewhere."""
    wanted = re.sub(r"\W+", " ", title).casefold().strip()
    for position, piece in enumerate(pieces):
        if re.sub(r"\W+", " ", piece.plain).casefold().strip() == wanted:
            return position
    return None


def _best(draft: Draft, candidates: list[int]) -> int | None:
    """Of several lines that could be the headline, the one that most looks like it."""
    pieces = draft.pieces
    usable = [n for n in candidates if not captions.looks_like_caption(pieces[n].plain)] or candidates
    long_enough = [n for n in usable if len(pieces[n].plain.split()) >= 4]
    if not long_enough:
        return usable[0]
    best = long_enough[0]
    if len(long_enough) > 1:
        second = long_enough[1]
        a, b = pieces[best].plain, pieces[second].plain
        between = any(is_header(pieces[n].plain) for n in range(best + 1, second))
        if _capitals(a) < 0.6 and _capitals(b) >= 0.75 and not between and len(a) > len(b):
            draft.ask("title", f"Lines {pieces[best].first} and {pieces[second].first} could both be the headline: is it the second?")
            return second
    return best


def _capitals(text: str) -> float:
    words = [word for word in re.findall(r"[^\W\d_]+", text) if len(word) > 3]
    return sum(word[0].isupper() for word in words) / len(words) if words else 0.0


def _below_caption(draft: Draft, first: int) -> int | None:
    """A headline below one or two captions that are whole sentences."""
    pieces = draft.pieces[:_REACH]
    position = first
    while position < len(pieces) and position <= first + 2 and pieces[position].kind == "text" and not _headline_like(pieces[position]):
        text = pieces[position].plain
        if not _caption_above(text):
            return None
        position += 1
    if position >= len(pieces) - 1 or position == first or not _headline_like(pieces[position]):
        return None
    after = next((p for p in pieces[position + 1 :] if not is_header(p.plain)), None)
    evident = all(captions.looks_like_caption(p.plain) or captions.split_credit(p.plain) or is_header(p.plain) for p in pieces[first:position])
    marked = is_header(pieces[position + 1].plain) or (after is not None and datelines.parse(after.plain) is not None)
    if not evident and not marked:
        if len(pieces[first].plain) > 180 or pieces[position].plain.count(" ") < 3:
            return None
        draft.ask("title", f"Is line {pieces[position].first} the headline, and what stands above it a caption?")
    return position


def _caption_above(text: str) -> bool:
    if captions.looks_like_caption(text) or captions.split_credit(text) is not None or is_header(text):
        return True
    return len(text) <= 260 and datelines.parse(text) is None and not captions.sounds_spoken(text) and not _CORRECTION.match(text)


def _head_end(draft: Draft, title: int | None) -> int:
    """Where the article's own sentences begin."""
    pieces = draft.pieces
    end = 0 if title is None else title + 1
    position = end
    while position < min(len(pieces), end + 14):
        piece = pieces[position]
        if piece.kind not in ("text", "heading") and not (piece.kind == "item" and is_header(piece.plain)):
            break
        if _picture(piece, in_head=True) or is_header(piece.plain) or captions.empty_label(piece.plain):
            end = position + 1
        elif is_prose(piece) or piece.kind == "heading":
            ahead = pieces[position + 1 : position + 4]
            if not any(_is_stamp(p) for p in ahead) or any(is_prose(p) for p in ahead[:1]) or datelines.parse(piece.plain):
                break
        position += 1
    return end


def _is_stamp(piece: Piece) -> bool:
    """A byline or a day: below it nothing belongs above the article any more."""
    text = piece.plain
    return bool(dates.whole_line(text)) or bylines.parse(text) is not None or (len(text) < 120 and _parts_are_header(text))


def _picture(piece: Piece, *, in_head: bool) -> captions.Picture | None:
    found = captions.labelled(piece.plain) or captions.credit_alone(piece.plain)
    if found is None and piece.kind == "text":
        found = captions.split_credit(piece.plain)
        if found is not None and not found.strong and not in_head:
            return None
    return found


def _take_title(draft: Draft, piece: Piece) -> None:
    words = piece.plain
    match = _SUFFIX.search(words)
    if match is not None:
        house = outlets.by_name(match.group("name"))
        if house is not None and (not house.agency or match.group("sep") in "|·•"):
            field = "agency" if house.agency else "outlet"
            draft.clue(field, house.name, piece, "the end of the headline", text=match.group("name"))
            draft.take(field, house.name, piece, match.group("name"))
            words = words[: match.start()]
        elif house is not None:
            draft.ask("title", f"Does “{match.group('name')}” at its end belong to the headline?")
    draft.clue("title", words, piece, "the headline")
    draft.take("title", words, piece, words)


def _take_header(draft: Draft, pieces: list[Piece], position: int, title: int | None) -> bool:
    """Settle one piece of the head; False when it stays in the article."""
    piece = pieces[position]
    text = piece.plain
    if piece.kind == "heading" and piece.level == 1:
        return False
    if take_line(draft, piece) or take_picture(draft, piece, in_head=True):
        return True
    before = pieces[position - 1] if position else None
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    if captions.empty_label(text):
        draft.drop(piece, "label of a caption")
        return True
    labelled = before is not None and captions.empty_label(before.plain)
    credited = after is not None and captions.credit_alone(after.plain) is not None and len(text) < 400
    above = title is not None and position < title
    if piece.kind == "text" and (labelled or credited or captions.looks_like_caption(text)):
        draft.caption(text, piece)
        return True
    if title is not None and position > title and _take_author(draft, pieces, position):
        return True
    if above and piece.kind == "text" and not _CORRECTION.match(text):
        if is_prose(piece) or len(text) >= 40:
            draft.caption(text, piece)
            draft.ask("caption", f"Is line {piece.first}, above the headline, the caption of a picture?")
        else:
            draft.drop(piece, "line above the headline")
            if bylines.is_person(text) and "byline" not in draft.clues:
                draft.ask("byline", f"Is “{text}” above the headline the author?")
        return True
    if title is not None and position > title and not _CORRECTION.match(text):
        draft.ask("text", f"Does line {piece.first}, between headline and article, belong to the text (a standfirst)?")
    return False


def _take_author(draft: Draft, pieces: list[Piece], position: int) -> bool:
    """A bare name or office beside a day or a byline."""
    piece = pieces[position]
    text = piece.plain
    near = [p for p in (*pieces[max(0, position - 2) : position], *pieces[position + 1 : position + 3])]
    if bylines.is_role(text) and ("byline" in draft.clues or any(bylines.is_person(p.plain) for p in near)):
        draft.drop(piece, "the author's office")
        return True
    if not bylines.is_person(text) or "byline" in draft.clues:
        return False
    who = bylines.people(text)
    draft.clue("byline", who.byline or text, piece, "a name below the headline")
    draft.take("byline", who.byline or text, piece)
    if not any(_is_stamp(p) or bylines.is_role(p.plain) for p in near):
        draft.ask("byline", f"Is “{text}” the author?")
    return True


def take_line(draft: Draft, piece: Piece) -> bool:
    """A line of nothing but day, byline, agency, outlet; False when it is none."""
    text = piece.plain
    if len(text) > 200 or piece.kind in ("quote", "row"):
        return False
    if take_source(draft, piece) or _take_part(draft, piece, text):
        return True
    found = datelines.parse(text, alone=True)
    if found is not None:
        take_dateline(draft, piece, found)
        return True
    if not _parts_are_header(text):
        return False
    for part in (p for p in _PARTS.split(text) if p):
        if _take_part(draft, piece, part):
            continue
        if bylines.is_person(part) and furniture.match(part, in_head=True) is None:
            draft.clue("byline", bylines.people(part).byline or part, piece, "the line below the headline", text=part)
            draft.take("byline", part, piece, part)
        else:
            draft.removed.append(_removed(piece, part))
    return True


def _removed(piece: Piece, part: str) -> object:
    from course_reader.text.scrape.records import Removed

    found = furniture.match(part, in_head=True)
    return Removed(piece.first, part, found.reason if found else "time of day")


def _take_part(draft: Draft, piece: Piece, text: str) -> bool:
    days = dates.whole_line(text)
    if days:
        for day in days:
            name = "updated" if day.updated else "date"
            draft.clue(name, day.iso or "", piece, "a line of its own", text=text, day=day)
        draft.take("date", days[0].iso or "", piece, text)
        return True
    who = bylines.parse(text)
    if who is None and (house := outlets.by_name(text)) is not None:
        name = "agency" if house.agency else "outlet"
        draft.clue(name, house.name, piece, "a line of its own", text=text)
        draft.take(name, house.name, piece, text)
        return True
    if who is None:
        return False
    if who.byline:
        draft.clue("byline", who.byline, piece, "the byline", text=text)
        draft.take("byline", who.byline, piece, text)
    for name, house in (("agency", who.agency), ("outlet", who.outlet)):
        if house is not None:
            draft.clue(name, house.name, piece, "the byline", text=text)
    return True


def take_picture(draft: Draft, piece: Piece, *, in_head: bool) -> bool:
    """A caption or a credit that says so by itself."""
    found = _picture(piece, in_head=in_head)
    if found is None:
        return False
    if found.caption:
        draft.caption(found.caption, piece)
    if found.credit:
        draft.credit(found.credit, piece)
    return True


def take_dateline(draft: Draft, piece: Piece, found: datelines.Dateline) -> None:
    """Note what a dateline says."""
    if found.place:
        draft.clue("dateline", found.place, piece, "the dateline", text=found.printed)
    draft.take("dateline", found.place or "", piece, found.printed)
    if found.agency:
        house = outlets.by_name(found.agency)
        draft.clue("agency", house.name if house else found.agency, piece, "the dateline", text=found.printed, sure=house is not None)
    if found.day is not None:
        draft.clue("filed", found.day.iso or "", piece, "the dateline", text=found.printed, day=found.day)
