"""Loaded words, which take a side: the built-in list, and a search for them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course_reader.text.prose.voice import is_unquoted, own_voice

#: means the built-in list in a list of words
STANDARD = "*"
#: before a line of words that judge even beside the name of a speaker, as "admitted" does
ALWAYS = "!"

_LIST = Path(__file__).with_name("loaded.txt")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A loaded word in a text; `start` and `end` count code points."""

    start: int
    end: int
    text: str
    #: neutral words to use instead; "" if the list gives none
    instead: str


def loaded_words(lines: Iterable[str]) -> dict[str, str]:
    """The words of a list, in small letters, each with the neutral words to use instead.

    >>> loaded_words(["rebel -> fighter", "regime, regimes -> government", "-regime"])
    {'rebel': 'fighter'}

    Args:
        lines: `form, form -> instead` adds words (`!` before them: a speaker's name does not excuse them), `*` adds the
            built-in list, and `-form` removes a form, together
            with all other forms of its line, from what was added before.
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
        always = left.lstrip().startswith(ALWAYS)
        forms = frozenset(_key(form) for form in left.lstrip(f"{ALWAYS} ").split(",") if form.strip())
        words |= dict.fromkeys(forms, ALWAYS * always + instead.strip())
        families |= dict.fromkeys(forms, forms)
    return words, families


def _key(words: str) -> str:
    """A word or phrase as the list has it: in small letters, on one line."""
    return " ".join(words.lower().split())


def find_loaded(text: str, words: Mapping[str, str], *, allowed: Iterable[str] = ()) -> Iterator[Loaded]:
    """Loaded words that the author of a text uses in their own voice.

    >>> words = loaded_words(["regime -> government"])
    >>> [word.start for word in find_loaded("The regime fell. Baku spoke of a “regime”.", words)]
    [4]

    Args:
        text: Blocks separated by blank lines.
        words: The result of `loaded_words`.
        allowed: Names inside which loaded words are allowed, such as those of the entry that explains the word.
    """
    candidates = _candidates(text, words)
    if not candidates:
        # True of most texts, which need no search for names.
        return
    free = [span for name in allowed for span in spans_of(name, text)]
    for start, end in candidates:
        instead = words[_key(text[start:end])]
        own = is_unquoted if instead.startswith(ALWAYS) else own_voice
        if not any(a <= start and end <= b for a, b in free) and own(text, start, end):
            yield Loaded(start, end, text[start:end], instead.removeprefix(ALWAYS))


_WORD = re.compile(r"[^\W_][\w-]*")


def _candidates(text: str, words: Mapping[str, str]) -> list[tuple[int, int]]:
    """The spans of the listed words in a text; of two that overlap, the longer one counts."""
    # Looking up each word is several times as fast as one regular expression with all words of the list.
    found = [match.span() for match in _WORD.finditer(text) if match.group().lower() in words]
    phrases = _phrases(frozenset(word for word in words if " " in word))
    matches = phrases.finditer(text) if phrases else ()
    # To a regular expression, "ı" and "ſ" are an i and an s in another case.
    longer = [match.span() for match in matches if _key(match.group()) in words]
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
    """The spans of a name in a text, whatever its case, singular or plural (code points).

    >>> list(spans_of("Separatist", "Two separatists left."))
    [(4, 15)]
    """
    words = r"\s+".join(map(re.escape, name.split()))
    return (found.span() for found in re.finditer(rf"(?<!\w){words}s?(?!\w)", text, re.IGNORECASE))
