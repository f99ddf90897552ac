"""Edits of a text in which every letter knows where it came from, so that the true place of a quote is known."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from .texts import ADDED, WORDS

BREAK = "\n\n"


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter of an edited text."""

    char: str
    #: its offset in the old text, or that of the letter that it stands for; -1 if it is new
    origin: int = -1
    #: whether it is the old letter, not one in its place
    kept: bool = False


Letters = list[Letter]


def letters(text: str) -> Letters:
    """A text that nobody has edited."""
    return [Letter(char, at, True) for at, char in enumerate(text)]


def plain(edited: Letters) -> str:
    """An edited text as readers see it."""
    return "".join(letter.char for letter in edited)


def new(text: str) -> Letters:
    """Letters that were not there before."""
    return [Letter(char) for char in text]


def instead(text: str, old: Letters, *, kept: bool = False) -> Letters:
    """Letters in place of others.

    Args:
        text: The new letters.
        old: The others.
        kept: Whether they say the same, as another spelling does.
    """
    origins = [old[at * len(old) // len(text)].origin for at in range(len(text))]
    return [Letter(char, origin, kept) for char, origin in zip(text, origins, strict=True)]


@dataclass(slots=True)
class Draft:
    """A text while it is edited, and the stretch of the old text that somebody quoted."""

    letters: Letters
    start: int
    end: int
    random: Random
    #: names and how others spell them
    spellings: dict[str, str]

    @property
    def text(self) -> str:
        return plain(self.letters)

    def place(self) -> tuple[int, int]:
        """Where the quote is now; both zero if it is gone."""
        inside = [at for at, letter in enumerate(self.letters) if self.start <= letter.origin < self.end]
        return (inside[0], inside[-1] + 1) if inside else (0, 0)

    def left(self) -> float:
        """How much of the quote is left."""
        kept = {x.origin for x in self.letters if x.kept and self.start <= x.origin < self.end}
        return len(kept) / (self.end - self.start)

    def around(self, reach: int) -> tuple[int, int]:
        """The quote with some characters to either side."""
        lo, hi = self.place()
        return max(0, lo - reach), min(len(self.letters), hi + reach)

    def words(self, lo: int, hi: int) -> list[tuple[int, int]]:
        """Every word between two offsets."""
        return [(lo + m.start(), lo + m.end()) for m in re.finditer(r"\w[\w'’]*", plain(self.letters[lo:hi]))]

    def is_space(self, at: int) -> bool:
        """Whether white space stands at an offset."""
        return at < len(self.letters) and self.letters[at].char.isspace()

    def put(self, lo: int, hi: int, fresh: Letters) -> None:
        """Replace a stretch."""
        self.letters[lo:hi] = fresh


def sentences(text: str) -> list[tuple[int, int]]:
    """Every sentence, without the space behind it."""
    return [(m.start(), m.end()) for m in re.finditer(r"[^\s].*?(?:[.!?][”\"]?(?=\s|$)|(?=\n|$))", text)]


def _sentence_around(draft: Draft) -> tuple[int, int]:
    lo, hi = draft.place()
    touched = [(a, b) for a, b in sentences(draft.text) if a < hi and b > lo]
    return (min(a for a, _ in touched), max(b for _, b in touched)) if touched else (lo, hi)


def _typos(draft: Draft, lo: int, hi: int) -> None:
    spots = [at for at in range(lo, hi) if draft.letters[at].char.isalpha()]
    for at in sorted(draft.random.sample(spots, min(len(spots), max(1, len(spots) // 14))), reverse=True):
        letter = draft.letters[at]
        kind = draft.random.randrange(4)
        other = Letter(draft.random.choice("abcdefghiklmnoprstuvwy"), letter.origin)
        if kind == 0 and at + 1 < hi:
            draft.put(at, at + 2, [draft.letters[at + 1], letter])
        elif kind == 1:
            draft.put(at, at + 1, [letter, other])
        elif kind == 2 and hi - lo > 3:
            draft.put(at, at + 1, [])
        else:
            draft.put(at, at + 1, [other])


def typos_in_quote(draft: Draft) -> None:
    _typos(draft, *draft.place())


def typos_in_context(draft: Draft) -> None:
    lo, hi = draft.place()
    far = draft.around(100)
    _typos(draft, hi, far[1])
    _typos(draft, far[0], lo)


def sentence_inserted(draft: Draft) -> None:
    lo, hi = _sentence_around(draft)
    ends = [b for _, b in sentences(draft.text) if not lo <= b < hi]
    near = [at for at in (lo - 1, hi) if at in ends or at == hi]
    at = draft.random.choice(near if draft.random.random() < 0.5 else ends)
    draft.put(at, at, new(" " + draft.random.choice(ADDED)))


def paragraph_moved(draft: Draft) -> None:
    lo, hi = draft.place()
    text = draft.text
    start = text.rfind(BREAK, 0, lo) + 2 if BREAK in text[:lo] else 0
    end = text.find(BREAK, hi) if BREAK in text[hi:] else len(text)
    moved, rest = draft.letters[start:end], draft.letters[: max(0, start - 2)] + draft.letters[end:]
    rest = rest[2:] if plain(rest[:2]) == BREAK else rest
    breaks = [m.start() for m in re.finditer(BREAK, plain(rest)) if abs(m.start() - start) > 3] or [len(rest)]
    at = draft.random.choice([*breaks, len(rest)])
    draft.letters = rest[:at] + new(BREAK) + moved + rest[at:]


def _replaced(draft: Draft, table: dict[str, str]) -> None:
    pattern = re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    for match in reversed(list(pattern.finditer(draft.text))):
        lo, hi = match.span()
        draft.put(lo, hi, instead(table[match.group()], draft.letters[lo:hi], kept=True))


def quotation_marks(draft: Draft) -> None:
    _replaced(draft, {"“": '"', "”": '"', "'": "’"})


def transliteration(draft: Draft) -> None:
    _replaced(draft, draft.spellings)


def dashes_and_spaces(draft: Draft) -> None:
    _replaced(draft, {" – ": "\u00a0— ", "-": "\u2011", " o": "\u00a0o", " a ": " a\u00a0"})


def _some(draft: Draft, share: float, reach: int = 200) -> list[tuple[int, int]]:
    """Some of the words in and around the quote, one of the quote's among them, from behind."""
    inside, words = draft.words(*draft.place()), draft.words(*draft.around(reach))
    chosen = {word for word in words if draft.random.random() < share}
    if inside and not chosen & set(inside) and len(inside) > 2:
        chosen.add(draft.random.choice(inside))
    return sorted(chosen, reverse=True)


def words_replaced(draft: Draft, share: float = 1 / 6) -> None:
    for lo, hi in _some(draft, share):
        draft.put(lo, hi, instead(draft.random.choice(WORDS), draft.letters[lo:hi]))


def words_inserted(draft: Draft) -> None:
    for lo, _ in _some(draft, 1 / 6):
        draft.put(lo, lo, new(draft.random.choice(WORDS) + " "))


def words_deleted(draft: Draft) -> None:
    inside = draft.words(*draft.place())
    for lo, hi in _some(draft, 1 / 6):
        if len(inside) > 2 or (lo, hi) not in inside:
            draft.put(lo, hi + draft.is_space(hi), [])


def sentence_deleted(draft: Draft) -> None:
    lo, hi = _sentence_around(draft)
    draft.put(lo, hi + draft.is_space(hi), [])


def sentence_duplicated(draft: Draft) -> None:
    lo, hi = _sentence_around(draft)
    # Right beside the sentence a copy could as well be the sentence.
    breaks = [m.start() for m in re.finditer(BREAK, draft.text) if not lo - 3 <= m.start() <= hi]
    at = draft.random.choice(breaks)
    draft.put(at, at, new(BREAK + draft.text[lo:hi]))


def paragraph_split(draft: Draft) -> None:
    lo, hi = draft.around(250)
    text = draft.text
    ends = [b for _, b in sentences(text) if lo <= b < hi and text[b : b + 1] == " "]
    breaks = [m.start() for m in re.finditer(BREAK, text) if lo <= m.start() < hi]
    if ends and (not breaks or draft.random.random() < 0.5):
        at = draft.random.choice(ends)
        draft.put(at, at + 1, new(BREAK))
    elif breaks:
        at = draft.random.choice(breaks)
        draft.put(at, at + 2, new(" "))


#: what may be done together: after a copy was made, edits of the first passage would make the copy the better one
GENTLE: tuple[Callable[[Draft], None], ...] = (
    typos_in_quote, typos_in_context, sentence_inserted, paragraph_moved, quotation_marks, transliteration,
    words_replaced, words_inserted, words_deleted, paragraph_split, dashes_and_spaces,
)  # fmt: skip


def several(draft: Draft) -> None:
    for edit in draft.random.sample(GENTLE, draft.random.randint(3, 5)):
        edit(draft)


def half_replaced(draft: Draft) -> None:
    words_replaced(draft, 0.5)


#: what is done to texts; those that put a second passage into the old text first are told by name in `trials`
EDITS: dict[str, Callable[[Draft], None]] = {
    "typos in the quote": typos_in_quote,
    "typos around it": typos_in_context,
    "sentence inserted": sentence_inserted,
    "paragraph moved": paragraph_moved,
    "quotation marks": quotation_marks,
    "other spelling of names": transliteration,
    "dashes and spaces": dashes_and_spaces,
    "paragraph split or merged": paragraph_split,
    "one word in six replaced": words_replaced,
    "words inserted": words_inserted,
    "words deleted": words_deleted,
    "sentence deleted": sentence_deleted,
    "deleted, same words elsewhere": sentence_deleted,
    "deleted, like words elsewhere": sentence_deleted,
    "sentence duplicated": sentence_duplicated,
    "three to five edits": several,
}
