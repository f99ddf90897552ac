"""What Turkish and Azerbaijani share: suffixes after the vowels of a word, letters that soften, i with its dot."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from course_reader.text.languages.edges import ends_word, starts_word

_VOWELS = re.compile(r"[aıouâeəiöüîû]", re.IGNORECASE)
_FRONT = "eəiöüî"


def _harmonised(pattern: str, front_a: str) -> dict[bool, re.Pattern[str]]:
    """A pattern with A and I for vowels that follow those of the word, for front words and for back ones."""
    return {
        front: re.compile(pattern.replace("A", a).replace("I", i) + r"(?!\w)")
        for front, a, i in ((True, front_a, "[iü]"), (False, "a", "[ıu]"))
    }


@dataclass(frozen=True)
class Suffixes:
    """What may be written on to a name or a term.

    Args:
        a: The open vowel after front vowels: e in Turkish, ə in Azerbaijani.
        cases: The endings of cases after a consonant, with A and I for the vowels that follow the word's.
        after_vowel: The same after a vowel.
        owned: The endings of cases after "its": those of names like "Security Council".
        plural: Endings of the plural, or of possession, that may come before the case; of ordinary words only.
        names_bare: Whether cases are written on to names without an apostrophe.
    """

    a: str
    cases: str
    after_vowel: str
    owned: str
    plural: str
    names_bare: bool

    def __post_init__(self) -> None:
        made = {
            "names": (f"(?:{self.cases})", f"(?:{self.after_vowel})"),
            "terms": (
                f"(?:{self.plural})?(?:{self.cases}|{self.after_vowel}|{self.owned})?",
                f"(?:{self.plural})?(?:{self.cases}|{self.after_vowel}|{self.owned})?",
            ),
            "owned": (f"(?:{self.owned}|{self.cases})", f"(?:{self.owned}|{self.after_vowel})"),
        }
        for name, pair in made.items():
            object.__setattr__(self, f"_{name}", tuple(_harmonised(pattern, self.a) for pattern in pair))
        object.__setattr__(self, "_apart", re.compile(r"['-][a-zçəğıöşü]{1,12}(?!\w)"))

    _names: tuple[dict[bool, re.Pattern[str]], ...] = ()
    _terms: tuple[dict[bool, re.Pattern[str]], ...] = ()
    _owned: tuple[dict[bool, re.Pattern[str]], ...] = ()
    _apart: re.Pattern[str] = re.compile("")

    def whole_word(self, text: str, start: int, end: int, is_term: bool) -> int:
        """The end of what is written on to a span; -1 if it is not a whole word."""
        if not starts_word(text, start):
            return -1
        is_acronym = text[start:end].isupper() and end - start > 1
        if text[end : end + 1] == "'" or (text[end : end + 1] == "-" and is_acronym):
            found = self._apart.match(text, end)
            return found.end() if found else (end if ends_word(text, end) else -1)
        if ends_word(text, end):
            return end
        sort = self._terms if is_term else self._sort(text[start:end])
        vowel = self._last_vowel(text[start:end])
        if not sort or not vowel:
            return -1
        found = sort[text[end - 1].lower() == vowel][vowel in _FRONT].match(text, end)
        return found.end() if found else -1

    def _sort(self, name: str) -> tuple[dict[bool, re.Pattern[str]], ...]:
        if name[:1].islower():
            return self._terms
        if " " in name and name[-1:].islower() and name[-1] in "ıiuü":
            return self._owned
        return self._names if self.names_bare else ()

    @staticmethod
    def _last_vowel(word: str) -> str:
        return next(
            (letter for letter in reversed(word.replace("I", "ı").replace("İ", "i").lower()) if _VOWELS.match(letter)),
            "",
        )


def softening(soft: Mapping[str, str], a: str) -> Callable[[str, str], Iterator[str]]:
    """The forms of names and terms in a language whose last letters soften before a vowel.

    Args:
        soft: Last letters, each with the one that it becomes.
        a: The open vowel after front vowels: e in Turkish, ə in Azerbaijani.
    """
    # What follows a vowel of possession
    cases = ["n", "nı", "ni", "nu", "nü", "na", f"n{a}", "nda", f"nd{a}", "ndan", f"nd{a}n", "nın", "nin", "nun", "nün"]

    def forms(text: str, kind: str) -> Iterator[str]:
        """A name; of terms the last letter softens before a vowel, and "its" becomes "their"."""
        yield text
        if kind not in ("terms", "agreements", "events"):
            return
        if text[-1:] in soft:
            stem = text[:-1] + soft[text[-1]]
            yield from (f"{stem}{vowel}{case}" for vowel in "ıiuü" for case in ("", *cases))
            yield from (stem + vowel for vowel in f"a{a}")
        for plural in ("ları", f"l{a}ri"):
            if text[-2:] in ("sı", "si", "su", "sü"):
                yield text[:-2] + plural
            elif text[-1:] in "ıiuü" and " " in text:
                yield text[:-1] + plural

    return forms


def upper(text: str) -> str:
    """Capitals, with the dot of the i kept.

    >>> upper("irısı")
    'İRISI'
    """
    return text.replace("i", "İ").replace("ı", "I").upper()
