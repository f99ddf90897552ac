"""Folding: one form for texts that look alike on the page.

Text from news sites differs in ways no reader sees: line breaks, non-breaking spaces, curly quotes, kinds of
dash, soft hyphens, accents written as combining marks. Names and quotes are compared in folded form. Every span
that leaves this package counts code points of the unfolded text, so a folded text also maps its offsets back.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from dataclasses import dataclass
from functools import partial
from itertools import chain, count

from course_reader.files.characters import HIDDEN

#: separates two blocks; names and quotes never cross it
BARRIER = "\n\n"

_APOSTROPHES = "\u2018\u2019\u201a\u201b\u2032\u02bb\u02bc\u02b9\u00b4\u055a\u05f3\uff07"
_QUOTES = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\u05f4\uff02"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u058a\u05be\u1806\u2e3a\u2e3b\ufe58\ufe63\uff0d"
_INVISIBLE = f"\u00ad\u061c\u180e\u200b-\u200f\u2060-\u2064\ufe0e\ufe0f{HIDDEN}"
_SURROGATES = "\ud800-\udfff"

#: one character becomes one, so that no offset moves
_ONE_TO_ONE = str.maketrans(
    dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_QUOTES, '"') | dict.fromkeys(_DASHES, "-") | {"\u00a0": " "}
)
_ODD = frozenset(map(chr, _ONE_TO_ONE))
#: white space and invisible characters that are not already one plain space
_GAP = re.compile(rf"[\s{_INVISIBLE}]{{2,}}|[^\S \u00a0]|[{_INVISIBLE}{_SURROGATES}]")
#: the same in a text that has no other white space than spaces and line breaks; the search for it is fast
_PLAIN_GAP = re.compile(r"\n[ \n]*| [ \n]+")
_VISIBLE_SPACE = re.compile(r"\s")
_HANGUL = range(0x1160, 0x1200)

#: (start in the folded text, length there, start in the unfolded text, length there)
Edit = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text, and where its offsets differ from those of the unfolded text. Offsets are in code points."""

    #: the folded text
    text: str
    #: every place where the lengths differ, in order; empty for most texts
    edits: tuple[Edit, ...] = ()
    #: the first number of each edit, for binary search
    starts: tuple[int, ...] = ()

    def start(self, offset: int) -> int:
        """The unfolded offset at which the folded character at `offset` starts."""
        return self._locate(offset)[0] if self.edits else offset

    def end(self, offset: int) -> int:
        """The unfolded offset at which the folded character before `offset` ends."""
        if not self.edits:
            return offset
        return self._locate(offset - 1)[1] if offset else 0

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Convert a folded span to a span of the unfolded text, without invisible characters at its edges."""
        return self.start(start), self.end(end)

    def _locate(self, offset: int) -> tuple[int, int]:
        """Start and end, in the unfolded text, of one folded character."""
        at = bisect_right(self.starts, offset) - 1
        if at < 0:
            return offset, offset + 1
        folded_start, folded_length, start, length = self.edits[at]
        if offset < folded_start + folded_length:
            return start, start + length
        plain = offset - folded_start - folded_length + start + length
        return plain, plain + 1


def fold(text: str, *, flat: bool = False) -> Folded:
    r"""Fold a text. White space becomes one space, and a blank line stays a blank line.

    Never fails: lone surrogates, which the search for names does not accept, become U+FFFD.

    >>> folded = fold("the “peace\u00a0treaty”")
    >>> folded.text
    'the "peace treaty"'
    >>> fold("co\u00adrridor").span(0, 8)
    (0, 9)

    Args:
        text: The text to fold.
        flat: Whether a blank line also becomes one space, so that paragraph breaks make no difference.

    Returns:
        The folded text, which can convert its offsets to those of `text` (code points).
    """
    barrier = " " if flat else BARRIER
    folded, edits = _simplify(text, barrier)
    if not folded.isascii() and not unicodedata.is_normalized("NFC", folded):
        middle = len(folded)
        folded, more = _compose(folded)
        edits = _chain(edits, more, middle, len(folded))
        # A composed character may be an apostrophe (U+1FFD), but never a gap.
        folded = folded.translate(_ONE_TO_ONE)
    return Folded(folded, tuple(edits), tuple(edit[0] for edit in edits))


def without(folded: Folded, characters: str) -> Folded:
    """A folded text without some characters, such as vowel points; it still converts its offsets.

    >>> without(fold("a-b c"), "-").span(1, 2)
    (2, 3)
    """
    edits: list[Edit] = []
    pieces: list[str] = []
    done = 0
    for at, character in enumerate(folded.text):
        if character in characters:
            pieces.append(folded.text[done:at])
            edits.append((at - len(edits), 0, at, 1))
            done = at + 1
    if not edits:
        return folded
    text = "".join([*pieces, folded.text[done:]])
    chained = _chain(list(folded.edits), edits, len(folded.text), len(text))
    return Folded(text, tuple(chained), tuple(edit[0] for edit in chained))


def fold_name(name: str) -> str:
    r"""The form in which a name is searched for in folded text: one line, without white space at its ends.

    >>> fold_name(" Nikol\nPashinyan’s ")
    "Nikol Pashinyan's"
    """
    return fold(name).text.replace(BARRIER, " ").strip()


def fold_case(folded: str) -> str:
    """Convert to lower case, character by character, so that offsets stay the same.

    `str.lower` turns the Azerbaijani and Turkish capital İ into two characters, and `str.casefold` does so with ß;
    either would shift every span after it. Both forms of the small sigma become one.

    >>> fold_case("İSTANBUL")
    'istanbul'
    """
    if folded.isascii():
        return folded.lower()
    return folded.replace("\u0130", "i").lower().replace("\u03c2", "\u03c3")


def _simplify(text: str, barrier: str) -> tuple[str, list[Edit]]:
    """Fold white space, quotes, dashes and invisible characters; accents are composed elsewhere."""
    if not text.isascii():
        for character in _ODD.intersection(text):
            text = text.replace(character, _ONE_TO_ONE[ord(character)])
    is_plain = _is_plain(text)
    if is_plain and "  " not in _on_one_line(text) and (barrier == BARRIER or BARRIER not in text):
        return text.replace(BARRIER, "\0\0").replace("\n", " ").replace("\0", "\n"), []
    pieces: list[str] = []
    edits: list[Edit] = []
    done = moved = 0
    forms: dict[str, str] = {}
    for gap in (_PLAIN_GAP if is_plain else _GAP).finditer(text):
        run = gap.group()
        new = forms.get(run)
        if new is None:
            new = forms[run] = _gap(run, barrier)
        if new == run:
            continue
        start, end = gap.span()
        pieces += text[done:start], new
        done = end
        if len(new) != len(run):
            edits.append((start - moved, len(new), start, len(run)))
            moved += len(run) - len(new)
    if not pieces:
        return text, edits
    pieces.append(text[done:])
    return "".join(pieces), edits


def _on_one_line(text: str) -> str:
    return text.replace(BARRIER, " ").replace("\n", " ")


def _is_plain(text: str) -> bool:
    """Whether spaces and line breaks are the only white space, and all else can be seen."""
    return text.replace("\n", " ").isprintable() and "\ufe0f" not in text and "\ufe0e" not in text


def _gap(run: str, barrier: str) -> str:
    """The folded form of a run of white space and invisible characters."""
    if "\ud800" <= run <= "\udfff":
        return "\ufffd"
    if run.count("\n") > 1 or "\u2029" in run:
        return barrier
    return " " if _VISIBLE_SPACE.search(run) else ""


def _compose(text: str) -> tuple[str, list[Edit]]:
    """Compose accents (NFC), one base character with its marks at a time, to keep track of offsets."""
    pieces: list[str] = []
    edits: list[Edit] = []
    composed: dict[str, str] = {}
    done = written = 0
    for match in _composable(text).finditer(text):
        group, start = match.group(), match.start()
        new = composed.get(group)
        if new is None:
            new = composed[group] = unicodedata.normalize("NFC", group)
        written += start - done
        if len(new) != len(group):
            edits.append((written, len(new), start, len(group)))
        pieces += text[done:start], new
        written += len(new)
        done = match.end()
    pieces.append(text[done:])
    return "".join(pieces), edits


def _composable(text: str) -> re.Pattern[str]:
    """What finds the characters of a text with their marks, and those that have another form alone."""
    used = set(text)
    marks = "".join(sorted(filter(_joins, used)))
    alone = "".join(sorted(used.difference(map(partial(unicodedata.normalize, "NFC"), used))))
    choices = [f"(?s:.)[{re.escape(marks)}]+"] * bool(marks) + [f"[{re.escape(alone)}]"] * bool(alone)
    return re.compile("|".join(choices) or "(?!)")


def _joins(character: str) -> bool:
    """Whether a character may combine with the one before it."""
    return unicodedata.category(character)[0] == "M" or ord(character) in _HANGUL


def _chain(first: list[Edit], second: list[Edit], middle: int, last: int) -> list[Edit]:
    """The edits from the first text to the third, given those of both steps and the lengths of the later texts."""
    if not first:
        return second
    if not second:
        return first
    starts, ends = _expand(first, middle)
    later_starts, later_ends = _expand(second, last)
    before = [0, *ends]
    return _from_map([*map(starts.__getitem__, later_starts)], [*map(before.__getitem__, later_ends)])


def _expand(edits: list[Edit], length: int) -> tuple[list[int], list[int]]:
    """Where every character of a folded text, and its end, starts and ends in the unfolded one."""
    starts: list[int] = []
    ends: list[int] = []
    plain = 0
    for _, folded_length, start, unfolded_length in edits:
        if plain < start:
            starts += range(plain, start)
            ends += range(plain + 1, start + 1)
        plain = start + unfolded_length
        if folded_length == 1:
            starts.append(start)
            ends.append(plain)
        else:
            starts += [start] * folded_length
            ends += [plain] * folded_length
    untouched = length + 1 - len(starts)
    starts += range(plain, plain + untouched)
    ends += range(plain + 1, plain + untouched + 1)
    return starts, ends


def _from_map(starts: list[int], ends: list[int]) -> list[Edit]:
    """Derive the edits from the start and end of every character."""
    edits: list[Edit] = []
    # Neither starts nor ends ever go back, so what comes next is where the character before ends.
    for at, start, end, expected in zip(count(), starts, ends, chain((0,), ends), strict=False):
        if start == expected and end == start + 1:
            continue
        if start > expected:
            edits.append((at, 0, expected, start - expected))
        if end - start != 1:
            edits.append((at, 1, start, end - start))
    return edits
