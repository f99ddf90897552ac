"""How a name sounds, roughly and in one script, so that its spellings can be compared.

Two spellings that sound the same here are spellings of one name: *Pashinyan, Pashinian, Paşinyan, Пашинян, Փաշինյան*.
Vowels at the end count, since *Aliyev* and *Aliyeva* are two people.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from course_reader.text.wordlists import sections


def _sounds(section: str) -> dict[str, str]:
    """The letters of a section of the list, each with its sound."""
    rows = (row.partition("=") for row in sections("letters")[section])
    return {letters: sounded.strip("_") for letters, _, sounded in rows}


_SIGNS = str.maketrans(_sounds("letters"))
_LATIN = str.maketrans(_sounds("latin"))
_PAIRS, _SPELLED = _sounds("pairs"), _sounds("spelled")
_DOUBLE = re.compile(r"(.)\1+")
_NOT_LETTERS = re.compile(r"[^\w]|_")
#: letters that an ending may add to a name in another language
_MOST_ENDING = 4


@cache
def sound(word: str) -> str:
    """How a word sounds.

    >>> {sound(name) for name in ("Pashinyan", "Pashinian", "Paşinyan", "Пашинян", "Փաշինյան")}
    {'pasinian'}
    """
    text = unicodedata.normalize("NFC", word).lower()
    for pair, plain in _PAIRS.items():
        text = text.replace(pair, plain)
    is_latin = text.isascii() or all(char < "\u0300" or not char.isalpha() for char in text)
    text = text.translate(_LATIN).translate(_SIGNS)
    text = "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))
    if is_latin:
        for spelled, plain in _SPELLED.items():
            text = text.replace(spelled, plain)
    text = _DOUBLE.sub(r"\1", _NOT_LETTERS.sub("", text))
    return text[1:] if text.startswith("ie") else text


def sounds(name: str) -> tuple[str, ...]:
    """How each word of a name sounds."""
    return tuple(sound(word) for word in re.split(r"[ -]", name) if word)


def is_form(sounded: str, other: str) -> bool:
    """Whether a word of another language may be a name with an ending of that language.

    >>> is_form(sound("Pashinyan"), sound("Пашиняном")), is_form(sound("Putin"), sound("Путь"))
    (True, False)
    """
    stem = sounded.rstrip("aeiou") if len(sounded) > 4 else sounded
    return sounded == other or (len(stem) >= 4 and other.startswith(stem) and len(other) - len(stem) <= _MOST_ENDING)
