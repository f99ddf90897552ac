"""The first pass: furniture goes, addresses and copyright lines leave what they tell."""

from __future__ import annotations

import re

from course_reader.scrape import bylines, captions, dates, furniture, outlets
from course_reader.scrape.draft import Draft
from course_reader.scrape.forms.markdown import link_targets
from course_reader.scrape.pieces import Piece, ends_sentence
from course_reader.scrape.records import Removed

_URL = re.compile(r"<?\(?(?P<u>(?:https?://|www\.)[^\s<>\"]{4,2000})>?\)?[.,]?")
_LABELLED_URL = re.compile(
    r"(?P<l>[^\W\d][\w' -]{0,40}?)\s*:?\s*[<(\[]?(?P<u>(?:https?://|www\.)[^\s<>\"]{4,2000}?)[>)\]]*[.,]?", re.I
)
_ORIGIN = re.compile(
    r"original|source|url|permalink|canonical|link|published|available at|retrieved|from|via|article|read it|"
    r"оригинал|источник|ссылка|lien|quelle",
    re.I,
)
_TRACKING = re.compile(
    r"(?<=[?&])(?:utm_\w+|fbclid|gclid|igshid|mc_cid|mc_eid|ref|ref_src|cmpid|ocid|smid|at_\w+|CMP|yclid|"
    r"s=\d+)=[^&#]*&?"
)
_BOX = re.compile(
    r"\b(?:your|you|our)\b.*\b(?:e-?mails?|newsletters?|inbox|stor(?:y|ies)|briefing|free|weekly|daily|delivered|"
    r"updates?)\b|"
    r"\b(?:e-?mails?|newsletters?|stories|briefing|free|weekly|daily|delivered|updates?)\b.*\b(?:your|you|our)\b",
    re.I,
)
_TITLE = re.compile(r"(?:title|headline|заголовок|titre|titel)\s*:\s*", re.I)
_IN_BRACKETS = re.compile(
    r"\s*[\[(](?:see also|read also|also read|read more|related|читайте также)\s*:\s?[^\[\]()]{3,160}[\])]\.?$", re.I
)
_OWNER = re.compile(
    r"(?:19|20)\d\d(?:\s?[-–]\s?\d{2,4})?[,.]?\s+(?P<n>[^\W\d_][\w’'&-]*(?: [^\W\d_][\w’'&-]*){0,5}?)(?=[.,|]|$| All|"
    r" Все)"
)
_FURNITURE_REASON_OF_OUTLET = {"copyright line", "newsletter box", "follow line"}
_APPEAL_OPENS = re.compile(
    r"a message from (?:the )?[\w .’'-]{2,40}|dear readers?|support (?:[\w’'-]+ ){0,3}journalism.{0,40}|a note (?:to|"
    r"from) our (?:readers|editors?)",
    re.I,
)
_APPEAL_TO = re.compile(r"\b(?:we|our|us|your|you|you['’]re)\b", re.I)
_APPEAL_FOR = re.compile(
    r"\b(?:support\w*|donat\w+|contribut\w+|journalis\w+|readers?|unprecedented|subscri\w+|independent|silenced?|"
    r"help|reminder)\b",
    re.I,
)


def clean_url(url: str) -> str:
    """An address without tracking and without the punctuation around it."""
    url = url.rstrip(".,;:!?»”\"'>]")
    while url.endswith(")") and url.count("(") < url.count(")"):
        url = url[:-1]
    if url.startswith("www."):
        url = "https://" + url
    url = _TRACKING.sub("", url)
    return url.rstrip("?&") if url.endswith(("?", "&")) else url


def sweep(draft: Draft) -> None:
    """Take furniture out of the draft's pieces."""
    kept: list[Piece] = []
    pieces = draft.pieces
    origin_next = False
    position = 0
    head_end = _head_length(pieces)
    while position < len(pieces):
        piece = pieces[position]
        position += 1
        _unlabel_title(piece, position)
        _cut_link(draft, piece)
        if _take_url(draft, piece, origin=origin_next):
            origin_next = False
            continue
        origin_next = False
        if captions.empty_label(piece.plain):
            draft.drop(piece, "label of a caption")
            if position < len(pieces) and pieces[position].kind == "text" and len(pieces[position].plain) <= 600:
                found_picture = captions.split_credit(pieces[position].plain)
                draft.caption(
                    found_picture.caption or "" if found_picture else pieces[position].plain, pieces[position]
                )
                if found_picture and found_picture.credit:
                    draft.credit(found_picture.credit, pieces[position])
                position += 1
            continue
        if piece.kind in ("rule", "image"):
            draft.drop(piece, "line between parts" if piece.kind == "rule" else "picture")
            continue
        if _opens_appeal(piece):
            end = _appeal_end(pieces, position)
            if end > position:
                for part in pieces[position - 1 : end]:
                    draft.drop(part, "appeal for support")
                position = end
                continue
        found = furniture.match(piece.plain, in_head=position <= head_end and piece.kind != "heading")
        if found is None and _menu_run(pieces, position - 1, head_end):
            found = furniture.Furniture("navigation menu")
        if found is None or (piece.kind == "heading" and piece.level == 1 and not found.opens):
            kept.append(piece)
            continue
        _fill_box(draft, kept, piece, found.reason)
        draft.drop(piece, found.reason)
        _learn(draft, piece, found.reason)
        origin_next = found.reason == "original address"
        if found.opens:
            position = _links_end(draft, pieces, position)
    draft.pieces = kept


def _cut_link(draft: Draft, piece: Piece) -> None:
    """A link to another article in brackets at the end of a paragraph."""
    match = _IN_BRACKETS.search(piece.text[-260:]) if piece.text[-1:] in ").]" and len(piece.text) > 60 else None
    if match is None or not piece.plain.endswith(match.group().strip()):
        return
    draft.removed.append(Removed(piece.last, match.group().strip(), "related link"))
    piece.text = piece.text[: -len(match.group())].rstrip()
    piece.plain = piece.plain[: -len(match.group().strip())].rstrip()


def _unlabel_title(piece: Piece, position: int) -> None:
    """``Title: …`` at the top is a heading."""
    match = _TITLE.match(piece.plain) if position <= 8 and len(piece.plain) <= 300 and piece.kind == "text" else None
    if match is not None and len(piece.text) > len(match.group()):
        piece.kind, piece.level, piece.marker = "heading", 1, match.group().strip()
        piece.text = (
            piece.text[-len(piece.plain[match.end() :]) :] if "*" not in piece.text else piece.plain[match.end() :]
        )
        piece.plain = piece.plain[match.end() :]


def _fill_box(draft: Draft, kept: list[Piece], piece: Piece, reason: str) -> None:
    """One line between two of a newsletter box, in the words of such boxes, belongs to the box."""
    if reason != "newsletter box" or not kept or not draft.removed:
        return
    line = kept[-1]
    above = draft.removed[-1]
    if (
        above.reason == reason
        and above.line < line.first
        and piece.first - above.line <= 8
        and len(line.plain) <= 260
        and _BOX.search(line.plain)
    ):
        draft.drop(kept.pop(), reason)


def _head_length(pieces: list[Piece]) -> int:
    """How many pieces stand before the first sentence of some length."""
    for number, piece in enumerate(pieces[:40]):
        if len(piece.plain) >= 120 and ends_sentence(piece.plain):
            return number
    return min(len(pieces) - 1, 12)


def _take_url(draft: Draft, piece: Piece, *, origin: bool) -> bool:
    """A line that is an address, with or without a label."""
    if len(piece.text) > 2100:
        return False
    targets = link_targets(piece.text) if draft.markdown else []
    match = _URL.fullmatch(piece.text) or _URL.fullmatch(piece.plain)
    label = ""
    if match is None:
        match = _LABELLED_URL.fullmatch(piece.plain)
        if match is None or len(match.group("l").split()) > 6:
            return False
        label = match.group("l")
    url = clean_url(match.group("u") if not targets else targets[0] if "://" in targets[0] else match.group("u"))
    sure = origin or bool(_ORIGIN.search(label))
    draft.clue("url", url, piece, "a line of its own", sure=sure)
    draft.drop(piece, "address")
    return True


def _learn(draft: Draft, piece: Piece, reason: str) -> None:
    """What a removed line still tells."""
    text = piece.plain
    if reason in ("newsletter box", "appeal for support"):
        outlet = outlets.by_box(text)
        if outlet is not None:
            draft.clue("outlet", outlet.name, piece, f"its {reason}")
    elif reason in _FURNITURE_REASON_OF_OUTLET or reason == "related link":
        known = [outlet for outlet in outlets.names_in(text) if reason == "copyright line"]
        if known:
            draft.clue("outlet", known[0].name, piece, "the copyright line")
        owner = _OWNER.search(text)
        if (
            reason == "copyright line"
            and not known
            and owner is not None
            and owner.group("n").casefold() not in ("all rights reserved", "inc")
        ):
            draft.clue("outlet", owner.group("n").strip(), piece, "the copyright line", sure=False)
        for year in dates.years_in(text) if reason == "copyright line" else ():
            draft.clue("year", str(year), piece, "the copyright line")
    elif reason == '"updated" line':
        for day in dates.find_dates(text):
            if day.iso:
                draft.clue("updated", day.iso, piece, "the line on its last change", day=day)
        if re.search(r"ago|now|today|назад|сегодня", text, re.I):
            draft.clue("relative", text, piece, "a line")


def _menu_run(pieces: list[Piece], position: int, head_end: int) -> bool:
    """A menu word among others, each on its own line, above the article."""
    if position >= head_end or not furniture.is_menu_word(pieces[position].plain):
        return False
    around = pieces[max(0, position - 2) : position + 3]
    return sum(furniture.is_menu_word(piece.plain) for piece in around) >= 3


def _opens_appeal(piece: Piece) -> bool:
    return len(piece.plain) < 100 and _APPEAL_OPENS.fullmatch(furniture.bare(piece.plain).rstrip(",")) is not None


def _is_appeal(text: str) -> bool:
    """Somebody speaks to the reader about money; nobody is quoted."""
    if len(text) > 700 or text[:1] in "\"“„«'‘" or captions.sounds_spoken(text):
        return False
    return _APPEAL_TO.search(text) is not None and _APPEAL_FOR.search(text) is not None


def _appeal_end(pieces: list[Piece], position: int) -> int:
    """Where the appeal that starts before *position* ends."""
    while position < len(pieces) and (
        _is_appeal(pieces[position].plain)
        or _opens_appeal(pieces[position])
        or furniture.match(pieces[position].plain)
        or furniture.bare(pieces[position].plain).casefold() in ("continue", "", "thank you! your reminder is set")
    ):
        position += 1
    return position


def _links_end(draft: Draft, pieces: list[Piece], position: int) -> int:
    """Drop the links below the head of a box; return where the article goes on."""
    taken = 0
    start = position
    while position < len(pieces):
        piece = pieces[position]
        if furniture.match(piece.plain) is not None:
            break
        if not _is_link(piece) or (taken and _is_subheading(pieces, position, start)):
            break
        if (
            not taken
            and piece.kind == "text"
            and not _title_like(piece.plain)
            and _is_subheading(pieces, position, start)
        ):
            break
        draft.drop(piece, "related link")
        taken += 1
        position += 1
    return position


def _title_like(text: str) -> bool:
    """A headline of another article: capitals on most words, or many words without a full stop."""
    words = [word for word in text.split() if len(word) > 3]
    return len(text.split()) >= 5 or (bool(words) and sum(word[0].isupper() for word in words) > 0.6 * len(words) > 1)


def _is_link(piece: Piece) -> bool:
    text = piece.plain
    if piece.kind == "heading":
        return piece.level > 2
    if len(text) > 200 or piece.kind in ("quote", "row"):
        return False
    if dates.whole_line(text):
        return len(text) < 40
    if captions.credit_alone(text) or bylines.parse(text) or bylines.is_reporting(text) or "://" in text:
        return False
    whole_link = "](" in piece.text and piece.text.strip("*_ ").startswith("[")
    return whole_link or not text.endswith((".", "”", '"', ":", ";", "»"))


def _is_subheading(pieces: list[Piece], position: int, start: int) -> bool:
    """A short line that a paragraph follows belongs to the article, not to the box above it."""
    piece = pieces[position]
    after = pieces[position + 1] if position + 1 < len(pieces) else None
    if piece.kind == "item" or "](" in piece.text or after is None:
        return False
    if piece.kind != pieces[start].kind:
        return True
    return piece.gap and after.kind == "text" and len(after.plain) > 80 and ends_sentence(after.plain)
