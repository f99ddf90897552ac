"""The forms in which a name may be written: initials, plurals, hyphens, capitals, accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum
from functools import lru_cache

from course_reader.text.english import word_uses
from course_reader.text.fold import fold_name
from course_reader.text.languages.known import base
from course_reader.text.languages.language import Language
from course_reader.text.mention.names import Name
from course_reader.text.plurals import plural_of, plurals_of
from course_reader.text.wordlists import given_names, sections


class Style(Enum):
    """How a form differs from the name: what differs more has to be looked at more closely."""

    #: as the editor wrote it, or in a form that is as good
    PLAIN = 0
    #: in capitals; only headlines and datelines are written like that
    CAPITALS = 1


_INITIALS = re.compile(r"(?<![^\W_])(?:[^\W\d_]\. ?)*[^\W\d_]\.?(?= )")
_DOTTED = re.compile(r"(?:[^\W\d_]\.){2,}")
_ACRONYM = re.compile(r"[A-Z]{2,6}")
#: words of documents, bodies and events that are written with a small letter or a capital, and in the plural
_KIND_WORDS = frozenset(sections("kinds")["kinds"])
#: parts of words that are written together, apart, or with a hyphen
_COMPOUNDS = (
    ("cease", "fire"), ("peace", "keep"), ("peace", "making"), ("check", "point"), ("air", "strike"), ("air", "space"),
    ("by", "election"), ("co", "operat"), ("co", "ordinat"), ("stake", "holder"), ("road", "map"), ("bench", "mark"),
    ("lay", "off"), ("run", "off"), ("break", "away"), ("stand", "off"), ("pull", "out"),
    ("hard", "line"), ("stop", "gap"),
    ("buffer", "zone"), ("data", "base"), ("e", "mail"), ("under", "sea"), ("in", "shore"), ("off", "shore"),
    ("whistle", "blow"), ("gun", "boat"), ("war", "ship"), ("cross", "ing"), ("wild", "fire"), ("land", "slide"),
    ("water", "way"), ("sea", "bed"), ("rain", "forest"), ("green", "house"), ("life", "boat"), ("health", "care"),
    ("child", "care"), ("pay", "wall"), ("news", "paper"), ("flood", "plain"), ("ground", "water"), ("waste", "water"),
)  # fmt: skip
_SPELLED = (
    (re.compile(r"(?<=[a-z]{3})is(?=(?:e|es|ed|ing|ation|ations|er|ers)\b)"), "iz"),
    (re.compile(r"(?<=[a-z]{3})iz(?=(?:e|es|ed|ing|ation|ations|er|ers)\b)"), "is"),
    (re.compile(r"\b([Dd])efence\b"), r"\1efense"),
    (re.compile(r"\b([Dd])efense\b"), r"\1efence"),
    (re.compile(r"\b([Cc])entre\b"), r"\1enter"),
    (re.compile(r"\b([Ll])abour\b"), r"\1abor"),
    (re.compile(r"\b([Hh])arbour\b"), r"\1arbor"),
    (re.compile(r"\b([Hh])arbor\b"), r"\1arbour"),
    (re.compile(r"\b([Pp])rogramme\b"), r"\1rogram"),
)
#: shortest single word whose accents may be left out or added
_SAFE = 5
_NOT_ASCII = re.compile(r"[^\x00-\x7f]")
_PLAIN_LETTERS = str.maketrans("ƏəıİŁłØøĐđĦħŊŋŦŧ", "AaiILlOoDdHhNnTt")


def spellings(name: Name) -> Iterable[str]:
    """The folded strings that a name is found by, without those that need a closer look.

    A proper name keeps its case, except that a small first letter may be a capital at the start of a sentence
    ("Five principles"), and an initial article may be written either way ("The West", "the Hague").

    >>> list(spellings(Name("The Hague", "the-hague", "places")))
    ['The Hague', 'the Hague']
    >>> list(spellings(Name("J. T. Crawford", "crawford", "people")))
    ['J. T. Crawford', 'J.T. Crawford', 'J T Crawford', 'JT Crawford']
    """
    return [text for text, style in forms(name) if style is Style.PLAIN]


def forms(name: Name, language: Language | None = None) -> list[tuple[str, Style]]:
    """The folded strings that a name is found by, each with how far it is from the name.

    Args:
        name: The name.
        language: The language of the text, if it is not English.
    """
    folded = fold_name(name.text)
    if not folded:
        return []
    found = dict.fromkeys(_abroad(folded, name, language) if language else _plain(folded, name), Style.PLAIN)
    for text in list(found):
        if (bare := without_accents(text)) != text and is_safe(text):
            found.setdefault(bare, Style.PLAIN)
    if not name.fold_case:
        upper = language.upper if language else str.upper
        for text in list(found):
            if (shouted := upper(text)) != text and len(shouted) == len(text) > 2:
                found.setdefault(shouted, Style.CAPITALS)
    return list(found.items())


def without_accents(text: str) -> str:
    """A text whose Latin letters have no accents, character by character, so that offsets stay the same.

    >>> without_accents("Süleyman Əliyev, Şuşa")
    'Suleyman Aliyev, Susa'
    """
    if text.isascii():
        return text
    return _NOT_ASCII.sub(lambda found: _plain_letter(found[0]), text)


def is_safe(text: str) -> bool:
    """Whether a name is long enough to be recognised without its accents, and does not become an ordinary word."""
    bare = without_accents(text)
    return " " in text or (len(text) >= _SAFE and not word_uses(bare.lower()))


@lru_cache(maxsize=4096)
def _plain_letter(letter: str) -> str:
    base = unicodedata.normalize("NFD", letter)[0]
    return base if base.isascii() else letter.translate(_PLAIN_LETTERS)


def _plain(folded: str, name: Name) -> Iterator[str]:
    yield folded
    if name.fold_case:
        yield from _of_term(folded)
        return
    if folded[0].islower():
        yield folded[0].upper() + folded[1:]
    elif folded.startswith("The "):
        yield "t" + folded[1:]
    if name.kind == "people":
        yield from _initials(folded)
        return
    yield from _acronyms(folded)
    if name.kind in ("agreements", "events"):
        yield from _of_document(folded)
    for pattern, new in _SPELLED:
        if pattern.search(folded) and name.kind != "places":
            yield pattern.sub(new, folded)


def _abroad(folded: str, name: Name, language: Language) -> Iterator[str]:
    """A name in the forms that a language gives it, if it is in its script and not in another language."""
    texts = [folded, *_initials(folded)] if name.kind == "people" else [folded]
    if base(name.language) not in ("", language.tag) or not language.writes(folded):
        yield from texts
        return
    for text in texts:
        for form in language.forms(text, name.kind):
            yield form
            if form[0].islower() and not name.fold_case and language.has_case:
                yield form[0].upper() + form[1:]


def _of_term(folded: str) -> Iterator[str]:
    """A term in the plural, and with its compounds written in other ways."""
    for text in (folded, *_compounds(folded)):
        yield text
        yield from plurals_of(text)
        for pattern, new in _SPELLED:
            if pattern.search(text):
                yield pattern.sub(new, text)


def _compounds(text: str) -> Iterator[str]:
    small = text.lower()
    for first, second in _COMPOUNDS:
        for joint in ("", "-", " "):
            if (at := small.find(first + joint + second)) < 0 or (at and small[at - 1].isalnum()):
                continue
            middle = at + len(first)
            for other in ("", "-", " "):
                if other != joint and not (other == " " and (first, second) != ("cease", "fire")):
                    yield text[:middle] + other + text[middle + len(joint) :]
    if "-" in text and " " not in text and len(text) > 9 and text.islower():
        yield text.replace("-", " ")


def _initials(folded: str) -> Iterator[str]:
    """A person's name with its initials written in other ways: "H. W.", "H.W.", "H W", "HW"."""
    for gap, stop in (("", "."), (" ", "."), (" ", ""), ("", "")):
        text = _INITIALS.sub(lambda found, gap=gap, stop=stop: _joined(found.group(), gap, stop), folded)  # type: ignore[misc]
        if text != folded:
            yield text


def _joined(initials: str, gap: str, stop: str) -> str:
    letters = re.findall(r"[^\W\d_]", initials)
    if not all(letter.isupper() for letter in letters):
        return initials
    return gap.join(letter + stop for letter in letters)


def _acronyms(folded: str) -> Iterator[str]:
    """NATO and Nato, U.N. and UN."""
    if _DOTTED.fullmatch(folded):
        if len(folded) > 4 or folded in ("U.S.", "U.N.", "E.U.", "U.K."):
            yield folded.replace(".", "")
    elif _ACRONYM.fullmatch(folded):
        if len(folded) < 4:
            yield ".".join(folded) + "."
        elif re.search("[AEIOU]", folded):
            title = folded.capitalize()
            if not word_uses(title.lower()) and title not in given_names():
                yield title


def _of_document(folded: str) -> Iterator[str]:
    """An agreement or event whose kind is written with a small letter, with a capital, or in the plural."""
    head, _, last = folded.rpartition(" ")
    if (
        not head
        or not {last.lower(), last.lower().removesuffix("s")} & _KIND_WORDS
        or not any(word[0].isupper() or word[0].isdigit() for word in head.split())
    ):
        return
    words = {last.lower(), last.capitalize()}
    if plural := plural_of(last.lower()):
        words |= {plural, plural.capitalize()}
    elif last.lower() in ("agreements", "protocols", "declarations"):
        words |= {last.lower()[:-1], last.capitalize()[:-1]}
    for word in sorted(words):
        yield f"{head} {word}"
    if head.endswith((" peace", " Peace")):
        yield from (f"{head[:-6]} {word}" for word in sorted(words))
    yield from _compounds(folded)
    ordinal = {"First": "first", "Second": "second", "Third": "third", "first": "First", "second": "Second"}
    first, _, rest = head.partition(" ")
    if first in ordinal and rest:
        yield from (f"{ordinal[first]} {rest} {word}" for word in sorted(words))
