"""Capitalised names without an entry, for which an editor may want to write one."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from course_reader.text.fold import fold
from course_reader.text.mention.words import starts_sentence
from course_reader.text.wordlists import DAYS, DEMONYMS, MONTHS, OFFICES, RANKS, STARTERS

_PARTICLE = r"(?:of the|of|de|de la|du|da|di|van|von|der|bin|ibn|al|el|ter|for)"
#: capitals of Latin, Greek, Cyrillic and Armenian
_UPPER = "A-Z" + "".join(filter(str.isupper, map(chr, [*range(0x80, 0x590), *range(0x1E00, 0x2000)])))
_CAPITAL = rf"(?:[{_UPPER}]\.)+(?![^\W_])|(?:St|Mt|Ft)\.|[{_UPPER}]\w*(?:['-][^\W_]\w*)*"
_WORD = rf"(?:(?:al|el|ter|de|d|an|ad|as|ash)[-'])?(?:{_CAPITAL})"
_SEQUENCE = re.compile(rf"(?<![\w'-])(?:{_WORD})(?: (?:{_PARTICLE} )?(?:{_WORD}))*")
_SPLIT = re.compile(r"\S+")
_SMALL = re.compile(r"(?<![\w'-])[^\W\d_]+(?![\w'])")
_SUFFIX = re.compile(r"(?:'s|')\Z|(?:-[a-z][\w-]*)\Z")
_DAYS = DAYS | MONTHS
_PLAIN = _DAYS | OFFICES | RANKS | DEMONYMS | STARTERS


@dataclass(frozen=True, slots=True)
class Unknown:
    """A name that no entry has."""

    text: str
    #: number of occurrences, including its last word on its own
    count: int
    #: offset of the first occurrence, in code points of the text
    first_start: int


def unknown_names(
    text: str,
    found: Iterable[tuple[int, int]] = (),
    skip: Iterable[tuple[int, int]] = (),
    known_words: Collection[str] = (),
) -> list[Unknown]:
    """Capitalised names in a text that are not mentions, in text order.

    Words that only start a sentence are left out, and so are days, months, offices and adjectives of peoples. A
    single word that never occurs inside a sentence is taken to be an ordinary word.

    >>> unknown_names("They met the singer Anna Green in Graz.")
    [Unknown(text='Anna Green', count=1, first_start=20), Unknown(text='Graz', count=1, first_start=34)]

    Args:
        text: Blocks separated by blank lines.
        found: Spans of the mentions (code points).
        skip: Further spans to ignore.
        known_words: Other words and names to leave out, such as the outlet's.
    """
    folded = fold(_masked(text, [*found, *skip]))
    small = frozenset(word for word in _SMALL.findall(folded.text) if word.islower())
    names: dict[str, list[int]] = {}
    inside: set[str] = set()
    for sequence in _SEQUENCE.finditer(folded.text):
        opens = starts_sentence(folded.text, sequence.start())
        for name, at, first in _names(sequence.group(), opens, small):
            if name not in known_words:
                names.setdefault(name, []).append(folded.start(sequence.start() + at))
                if " " in name or not (first and opens):
                    inside.add(name)
    return _joined({name: starts for name, starts in names.items() if name in inside or len(starts) > 2})


def _masked(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """The text with the given spans replaced by a sign that ends every name."""
    pieces: list[str] = []
    done = 0
    for start, end in sorted(spans):
        if end > done:
            start = max(start, done)
            pieces += text[done:start], "|" * (end - start)
            done = end
    return "".join([*pieces, text[done:]])


def _names(sequence: str, opens_sentence: bool, small: Collection[str]) -> Iterator[tuple[str, int, bool]]:
    """The names in a run of capitalised words, each with its offset there and whether it begins the run.

    An office separates names: "Armenian Foreign Minister Ararat Mirzoyan" contains only the last one.
    """
    part: list[tuple[str, int]] = []
    words = [(found.group(), found.start()) for found in _SPLIT.finditer(sequence)]
    for number, (word, at) in enumerate(words):
        if not part and number == 0 and opens_sentence and _is_ordinary(word, small):
            continue
        if word in OFFICES or word in _DAYS:
            yield from _part(part)
            part = []
        else:
            part.append((word, at))
            if word.endswith("'s"):
                yield from _part(part)
                part = []
    yield from _part(part)


def _part(words: list[tuple[str, int]]) -> Iterator[tuple[str, int, bool]]:
    """A run of words as a name, unless none of them is a name."""
    while words and words[0][0].islower():
        words = words[1:]
    while words and (words[-1][0].islower() or words[-1][0] in RANKS):
        words = words[:-1]
    if not words or all(_is_plain(word) for word, _ in words):
        return
    yield _SUFFIX.sub("", " ".join(word for word, _ in words)), words[0][1], words[0][1] == 0


def _is_plain(word: str) -> bool:
    """Whether neither a word nor any part of it is a name by itself."""
    bare = _SUFFIX.sub("", word)
    if len(bare.rstrip(".")) < 2:
        return True
    return all(
        not part or part.islower() or part in _PLAIN or part.removesuffix("s") in DEMONYMS for part in bare.split("-")
    )


def _is_ordinary(word: str, small: Collection[str]) -> bool:
    """Whether a word is capitalised only because it starts a sentence."""
    return word in STARTERS or word.lower() in small or word.endswith(("ing", "ed", "ly"))


def _joined(names: dict[str, list[int]]) -> list[Unknown]:
    """The names in text order; a single word that ends a longer name counts as that name."""
    longer = {name.rpartition(" ")[2]: name for name in sorted(names, key=lambda n: -names[n][0]) if " " in name}
    starts: dict[str, list[int]] = {}
    for name, found in names.items():
        starts.setdefault(longer.get(name, name), []).extend(found)
    unknown = [Unknown(name, len(found), min(found)) for name, found in starts.items()]
    return sorted(unknown, key=lambda name: name.first_start)
