"""Which line is the headline."""

from __future__ import annotations

import re
from itertools import pairwise

from course_reader.scrape import bylines, captions, datelines
from course_reader.scrape.draft import Draft
from course_reader.scrape.pieces import Piece
from course_reader.scrape.shapes import CORRECTION, capitals, headline_like, is_call, is_header, is_prose, is_stamp

#: Menus above an article can be long; headlines below that do not exist.
_REACH = 60


def find(draft: Draft) -> int | None:
    """The position of the headline among the draft's pieces; None when there is none."""
    pieces = draft.pieces[:_REACH]
    told = draft.clues.get("title")
    if told:
        return _same_as(pieces, told[0].value)
    marked = _marked(pieces)
    if marked is not None:
        return marked
    limit = _limit(pieces)
    candidates = [
        n for n in range(limit) if headline_like(pieces[n]) and not (n and captions.empty_label(pieces[n - 1].plain))
    ]
    if candidates:
        return _best(draft, pieces, candidates)
    return _below_caption(draft, limit)


def _marked(pieces: list[Piece]) -> int | None:
    """A heading of the first level; of the second only above all sentences."""
    for level in (1, 2):
        for position, piece in enumerate(pieces):
            if piece.kind != "heading" or piece.level != level or is_header(piece.plain):
                continue
            if level == 1 or not any(is_prose(p) for p in pieces[:position]):
                return position
            break
    return None


def _limit(pieces: list[Piece]) -> int:
    """Headlines stand above the first sentence; one teaser may stand between headline and byline."""
    return next((n for n, piece in enumerate(pieces) if is_prose(piece) and not is_header(piece.plain)), len(pieces))


def _same_as(pieces: list[Piece], title: str) -> int | None:
    """The piece that repeats a title known from elsewhere."""
    wanted = re.sub(r"\W+", " ", title).casefold().strip()
    for position, piece in enumerate(pieces):
        if len(piece.plain) < 400 and re.sub(r"\W+", " ", piece.plain).casefold().strip() == wanted:
            return position
    return None


def _best(draft: Draft, pieces: list[Piece], candidates: list[int]) -> int:
    """Of several lines that could be the headline, the one that most looks like it."""
    scores = {n: _score(pieces, n) for n in candidates}
    long_enough = [n for n in candidates if len(pieces[n].plain.split()) >= 4 and scores[n] > 0]
    for earlier, later in pairwise(long_enough):
        if later - earlier > 2 or any(is_stamp(pieces[n].plain) for n in range(earlier + 1, later)):
            continue
        a, b = pieces[earlier].plain, pieces[later].plain
        if capitals(a) < 0.6 and capitals(b) >= 0.75 and len(a) > len(b):
            scores[later] += 4
            draft.ask(
                "title",
                f"Lines {pieces[earlier].first} and {pieces[later].first} could both be the headline: is it the "
                f"second?",
            )
        elif scores[earlier] >= scores[later] - 1:
            scores[later] -= 3
    best = max(candidates, key=lambda n: (scores[n], -n))
    text = pieces[best].plain
    if (
        is_call(text)
        or captions.looks_like_caption(text)
        or (
            len(text.split()) < 3 and len(candidates) > 1 and not is_stamp(pieces[min(best + 1, len(pieces) - 1)].plain)
        )
    ):
        draft.ask("title", f"Is line {pieces[best].first} the headline?")
    return best


def _score(pieces: list[Piece], position: int) -> int:
    text = pieces[position].plain
    words = len(text.split())
    score = 3 if 4 <= words <= 24 else 1 if words == 3 else 0
    score += 2 if pieces[position].kind == "heading" else 0
    score -= (
        4
        if is_call(text) and words <= 8 and position + 1 < len(pieces) and not is_stamp(pieces[position + 1].plain)
        else 0
    )
    score -= 5 if captions.looks_like_caption(text) else 0
    score -= 3 if bylines.is_person(text) and words <= 3 else 0
    score -= 2 if text[:1] in "\"“„«'‘" and text[-1:] in "\"”“»'’" else 0
    if position + 1 < len(pieces) and is_stamp(pieces[position + 1].plain):
        score += 1
    if any(len(piece.plain) < 300 and piece.plain == text for piece in pieces[:position]):
        score += 2
    return score


def _below_caption(draft: Draft, first: int) -> int | None:
    """A headline below one or two captions that are whole sentences."""
    pieces = draft.pieces[:_REACH]
    position = first
    while (
        position < len(pieces)
        and position <= first + 2
        and pieces[position].kind == "text"
        and not headline_like(pieces[position])
    ):
        if not _caption_above(pieces[position].plain):
            return None
        position += 1
    if position >= len(pieces) - 1 or position == first or not headline_like(pieces[position]):
        return None
    above = [piece.plain for piece in pieces[first:position]]
    after = next((piece for piece in pieces[position + 1 :] if not is_header(piece.plain)), None)
    evident = all(captions.looks_like_caption(text) or captions.split_credit(text) or is_header(text) for text in above)
    marked = is_stamp(pieces[position + 1].plain) or (after is not None and datelines.parse(after.plain) is not None)
    if not evident and not marked:
        if len(above[0]) > 180 or pieces[position].plain.count(" ") < 3:
            return None
        draft.ask("title", f"Is line {pieces[position].first} the headline, and what stands above it a caption?")
    return position


def _caption_above(text: str) -> bool:
    if captions.looks_like_caption(text) or captions.split_credit(text) is not None or is_header(text):
        return True
    return (
        len(text) <= 260
        and datelines.parse(text) is None
        and not captions.sounds_spoken(text)
        and not CORRECTION.match(text)
    )
