"""Words that take a side: the list that comes with the tool, and where they stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course_reader.text.prose.voice import own_voice

#: stands for the list of the tool in a list of words
STANDARD = "*"

_LIST = Path(__file__).with_name("loaded.txt")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word in a text; `start` and `end` count code points."""

    start: int
    end: int
    text: str
    #: what a neutral writer would put; "" if the list does not say
    instead: str


def loaded_words(lines: Iterable[str]) -> dict[str, str]:
    """The words of a list, in small letters, each with what to write instead.

    Args:
        lines: `form, form -> instead`; `*` for the list of the tool; `-form` takes a form, and all that stands in
            its line, out of what came before.
    """
    found: dict[str, str] = {}
    groups: dict[str, frozenset[str]] = {}
    for line in lines:
        if line.strip() == STANDARD:
            words, families = _standard()
            found |= words
            groups |= families
        elif line.strip().startswith("-"):
            word = line.strip()[1:].strip().lower()
            for form in groups.get(word, {word}):
                found.pop(form, None)
        else:
            words, families = _read([line])
            found |= words
            groups |= families
    return found


@cache
def _standard() -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    return _read(_LIST.read_text(encoding="utf-8").splitlines())


def _read(lines: Iterable[str]) -> tuple[dict[str, str], dict[str, frozenset[str]]]:
    words: dict[str, str] = {}
    families: dict[str, frozenset[str]] = {}
    for line in lines:
        if not line.strip() or line.startswith("#"):
            continue
        left, _, instead = line.partition("->")
        forms = frozenset(" ".join(form.lower().split()) for form in left.split(",") if form.strip())
        words |= dict.fromkeys(forms, instead.strip())
        families |= dict.fromkeys(forms, forms)
    return words, families


def find_loaded(text: str, words: Mapping[str, str], *, allowed: Iterable[str] = ()) -> Iterator[Loaded]:
    """Loaded words that the author of a text says in their own voice.

    Args:
        text: Blocks separated by blank lines.
        words: What `loaded_words` gives.
        allowed: Names that may stand there whole, such as those of the entry that explains the word.
    """
    candidates = _candidates(text, words)
    if not candidates:
        # Most texts: there is no need to look where their names stand.
        return
    free = [span for name in allowed for span in spans_of(name, text)]
    for start, end in candidates:
        if not any(a <= start and end <= b for a, b in free) and own_voice(text, start, end):
            yield Loaded(start, end, text[start:end], words[" ".join(text[start:end].lower().split())])


_WORD = re.compile(r"[^\W_][\w-]*")


def _candidates(text: str, words: Mapping[str, str]) -> list[tuple[int, int]]:
    """Where words of a list stand in a text; of two that overlap, the longer one counts."""
    # Looking up each word of a text is several times as fast as one expression with all words of the list.
    found = [match.span() for match in _WORD.finditer(text) if match.group().lower() in words]
    phrases = _phrases(frozenset(word for word in words if " " in word))
    longer = [match.span() for match in phrases.finditer(text)] if phrases else []
    inside = [span for span in found if not any(a <= span[0] and span[1] <= b for a, b in longer)]
    return sorted([*inside, *longer])


@cache
def _phrases(phrases: frozenset[str]) -> re.Pattern[str] | None:
    if not phrases:
        return None
    longest_first = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    choices = "|".join(r"\s+".join(map(re.escape, phrase.split())) for phrase in longest_first)
    return re.compile(rf"(?<![\w-])(?:{choices})(?!-?\w)", re.IGNORECASE)


def spans_of(name: str, text: str) -> Iterator[tuple[int, int]]:
    """Where a name stands in a text, in small or capital letters, also in the plural."""
    words = r"\s+".join(map(re.escape, name.split()))
    # An entry's word may stand in the plural: "separatists" where the entry is "Separatist".
    return (found.span() for found in re.finditer(rf"(?<!\w){words}s?(?!\w)", text, re.IGNORECASE))
