"""The captions and credits that pictures leave in a copied text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from course_reader.scrape.expressions import expression
from course_reader.scrape.lines import dates

_AGENCY = (
    r"(?:AFP|AP|Reuters|REUTERS|TASS|ТАСС|EPA(?:-EFE)?|EFE|Getty(?: Images)?|Sputnik|Anadolu(?: Agency| Ajansı| "
    r"Images)?|AA|Alamy|Shutterstock|Xinhua|"
    r"Interfax|RIA(?: Novosti)?|РИА(?: Новости)?|POOL|Pool|Kremlin(?:\.ru)?|kremlin\.ru|Photolure|PHOTOLURE|PAN "
    r"Photo|imago|IMAGO|dpa|DPA|Zuma|ZUMA|NurPhoto|Bloomberg|Wikimedia(?: Commons)?|"
    r"Wikipedia|Flickr|CC[ -]BY[\w .-]*|AZERTAC|Armenpress|ARMENPRESS|Коммерсантъ?|Kommersant|RFE/RL|Азертадж|iStock|"
    r"Unsplash|Pixabay|"
    r"Handout|HANDOUT|BBC|Moskva(?: News)? Agency|Moskva|The Moscow Times|OC Media|JAMnews|CivilNet|Azatutyun)"
)
_WORD = (
    r"(?:Photo(?:s|graphs?|graphy)?(?: credits?| source| courtesy)?|Picture(?: credit)?|Images?(?: credit| source)?|"
    r"Credits?|Source photo|"
    r"Фото(?:графия)?|Foto|Crédits?(?: photo)?|Bild|Լուսանկար(?:ը)?|Լուս)"
)
_NAME = r"[^\W\d_][\w.'’-]*(?: [^\W\d_][\w.'’-]*){0,4}"
_WHO = (
    rf"(?:{_NAME}\s?/\s?)?(?:{_NAME}\s?/\s?)?{_AGENCY}(?:\s?/\s?{_NAME})?(?:(?: via |/| - |, | / "
    rf"){_AGENCY})?(?:/{_NAME})?"
)
_LABELLED = rf"{_WORD}\s*(?:by\b|[:©/|—–-]|courtesy of\b|courtesy\b|by:)\s*(?:©\s*)?(?P<c>[^\n]{{2,100}}?)"
#: Each with what a line must contain, of which one is enough: compiling takes long, and most texts need few of these.
_TAILS: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (")", "]"),
        rf"(?P<cap>.{{8,600}}?)\s*[(\[]\s*(?:(?i:{_LABELLED})|(?P<d>(?:{_AGENCY} [Pp]hotos?|Photo|©|via |Courtesy|"
        rf"File|Handout|Pool|Screenshot)[^()\[\]]{{0,80}}|{_WHO}))\s*[)\]]\.?",
    ),
    (
        (),
        rf"(?P<cap>.{{8,600}}?[.!?…”\"’)])\s*[|–—/-]?\s*(?i:{_LABELLED})\.?",
    ),
    (
        ("|", "–", "—"),
        rf"(?P<cap>.{{8,600}}?)\s*[|–—]\s*(?i:{_LABELLED})\.?",
    ),
    (
        ("©",),
        r"(?P<cap>.{8,600}?)\s*[|/–—-]?\s*(?P<d>©\s*[^.©]{2,80})\.?",
    ),
    (
        (),
        rf"(?P<cap>.{{8,600}}?[.!?…”\"’)])\s*[|–—/-]?\s*(?P<d>{_WHO})\.?",
    ),
    (
        ("|", "–", "—"),
        rf"(?P<cap>.{{8,600}}?)\s+[|–—]\s+(?P<d>{_NAME}\s?/\s?{_WHO}|{_AGENCY}\s?/\s?{_NAME}|{_AGENCY} via {_AGENCY}|"
        rf"Getty Images)\.?",
    ),
    (
        ("redit",),
        r"(?P<cap>.{8,600}?[.!?…”\"’)])\s*Credit(?:\.\.\.|…|\s)\s*(?P<d>[^.]{2,100})\.?",
    ),
)
_ALONE: tuple[tuple[tuple[str, ...], str, int], ...] = (
    ((), rf"[(\[]?\s*{_LABELLED}\s*[)\]]?\.?", re.I),
    (("©",), r"[(\[]?\s*(?P<c>©\s*[^\n]{2,80}?)\s*[)\]]?\.?", 0),
    (
        ("/", " via ", "Getty Images", "AP Photo", "AFP Photo"),
        rf"[(\[]?\s*(?P<c>{_NAME}\s?/\s?{_WHO}|{_AGENCY}\s?/\s?{_NAME}|{_AGENCY} via {_AGENCY}|Getty Images|AP "
        rf"Photo[^\n]{{0,60}}|AFP Photo[^\n]{{0,60}})\s*[)\]]?\.?",
        0,
    ),
    ((), r"(?:image|photo|picture) source\s*[,:]\s*(?P<c>[^\n]{2,80})", re.I),
    ((), r"(?:via|courtesy(?: of)?:?|handout:?|screenshot:?)\s+(?P<c>[^\n.]{2,60})", re.I),
)
#: Each takes some milliseconds to compile, and most texts need none.
_compiled = cache(re.compile)
_PREFIX = expression(
    r"(?:(?:image|photo|picture|media|video)?\s*caption\s*[:,]|pictured\s*:|подпись(?: к фото)?\s*:|légende\s*:|in "
    r"(?:the )?(?:photo|picture)\s*:|на фото\s*:)\s*(?P<t>\S.{2,600})"
    r"|(?P<u>(?:FILE(?: PHOTO)?|File photo|ARCHIVE|Archive photo|АРХИВ)\s*[-–—:.]\s*\S.{5,600})",
    re.I,
)
_EMPTY_PREFIX = expression(r"(?:image|photo|picture|media) caption\s*[:,]?", re.I)
_SIGNAL = expression(
    r"\((?:L|R|C|left|right|cent(?:er|re)|L-R|L to R|from left|from L|слева|справа|в центре|à gauche|links|rechts)\)|"
    r", (?:(?:second |third )?(?:from )?(?:left|right)|cent(?:er|re))(?:,| and\b|$)|,? (?:pictured|seen "
    r"(?:here|in (?:this|a)))\b"
    r"|\b(?:file (?:photo|picture|image)|illustrative (?:photo|image)|archive photo|screenshot|from left to right|"
    r"foreground|background\)|shake(?:s)? hands|pose(?:s|d)? for|"
    r"official photo|press photo|photo:? archive|looks? on|stands? guard|walks? past|is seen|are seen|архивное фото|"
    r"фото из архива|скриншот)\b|\((?:file|archive)\b",
    re.I,
)
_PROSE_VERB = expression(
    r"\b(?:said|told|added|says|according to|announced|stated|сказал|заявил|сообщил|a déclaré|sagte)\b", re.I
)
#: How a treaty or a resolution says where and when it was made.
_DOCUMENT = expression(r"(?:adopted|signed|done|concluded)\b", re.I)
_HINT = expression(rf"(?i:{_WORD})|(?i:credit)|©|[(\[]|{_AGENCY}")
_PHOTO_WORD = expression(rf"(?i:{_WORD})|©|/|via |Handout|Screenshot|AP Photo")


@dataclass(frozen=True, slots=True)
class PictureText:
    """A caption, a credit, or both."""

    caption: str | None
    credit: str | None
    #: Whether the credit clearly belongs to a picture.
    strong: bool = True


def split_credit(text: str) -> PictureText | None:
    """Separate a caption from the credit at its end; None without a credit.

    >>> split_credit("The old bridge before it fell. (Photo: Jane Doe/AP)").credit
    'Jane Doe/AP'
    """
    if not 12 <= len(text) <= 700 or _HINT.search(text[-140:]) is None:
        return None
    for signs, pattern in _TAILS:
        match = _compiled(pattern).fullmatch(text) if _has_one(signs, text) else None
        if match is None:
            continue
        groups = match.groupdict()
        credit = _tidy(groups.get("c") or groups.get("d") or "")
        caption = match.group("cap").strip(" |–—-/([")
        if len(credit.split()) > 12 or len(caption.split()) < 2:
            continue
        tail = text[match.end("cap") :]
        return PictureText(caption, credit, _PHOTO_WORD.search(tail) is not None)
    return None


def _has_one(signs: tuple[str, ...], text: str) -> bool:
    return not signs or any(sign in text for sign in signs)


def _tidy(credit: str) -> str:
    return credit.strip(" .,|()[]").removeprefix("©").strip()


def credit_alone(text: str) -> PictureText | None:
    """A line with nothing but a credit, or with ``Photo:`` and a caption."""
    if len(text) > 400:
        return None
    for signs, pattern, flags in _ALONE:
        match = _compiled(pattern, flags).fullmatch(text) if _has_one(signs, text) else None
        if match is None:
            continue
        words = match.group("c")
        if len(words.split()) <= 9 and not re.search(r"[.!?] \w", words):
            return PictureText(None, _tidy(words))
    match = re.fullmatch(r"(?:photo|image|picture|фото|на фото)\s*:\s*(?P<t>\S.{20,390})", text, re.I)
    if match is None:
        return None
    return split_credit(match.group("t")) or PictureText(match.group("t"), None)


def labelled(text: str) -> PictureText | None:
    """A labelled caption: ``Image caption, …`` or ``FILE - …``."""
    if len(text) > 700:
        return None
    match = _PREFIX.fullmatch(text)
    if match is None:
        return None
    words = match.group("t") or match.group("u")
    return split_credit(words) or PictureText(words.strip(" |"), None)


def empty_label(text: str) -> bool:
    """A label without a caption, which follows on the next line: ``Image caption,``."""
    return len(text) < 24 and _EMPTY_PREFIX.fullmatch(text) is not None


def looks_like_caption(text: str) -> bool:
    """Whether the wording is typical of a caption: (L), “file photo”, a place and a date at the end."""
    if len(text) > 450:
        return False
    if _SIGNAL.search(text):
        return True
    if len(text) < 40 or len(text.split()) < 6:
        return False
    found = dates.find_dates(text[-60:])
    if not found or _PROSE_VERB.search(text) or _DOCUMENT.match(text):
        return False
    last = found[-1]
    tail = text[-60:]
    return (
        last.year is not None
        and not tail[last.end :].strip(" .)")
        and re.search(r"[,(]\s*(?:on )?$", tail[: last.start]) is not None
    )


def of_document(text: str) -> bool:
    """Whether it says how a treaty or a resolution was made: ``Adopted at the 412th meeting, on 4 May 2023``."""
    return _DOCUMENT.match(text) is not None and bool(dates.find_dates(text))


def sounds_spoken(text: str) -> bool:
    """Whether it reports speech, which captions seldom do."""
    return _PROSE_VERB.search(text) is not None
