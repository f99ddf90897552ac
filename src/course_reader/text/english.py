"""Ordinary English words, with what they are and how frequent: asked of the package cefrpy, which grades them."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from course_reader.text.wordlists import given_names, is_known_place

if TYPE_CHECKING:
    from cefrpy import CEFRAnalyzer

#: no word of the list is longer
LONGEST = 45
#: words at this level or above are too rare to tell, since names are graded like that too
_RARE = 6.0
#: words below this level are frequent
_FREQUENT = 4.0


@cache
def graded_words() -> CEFRAnalyzer:
    """The list of graded words."""
    from cefrpy import CEFRAnalyzer

    return CEFRAnalyzer()


@lru_cache(maxsize=65536)
def word_uses(word: str) -> str:
    """What an ordinary word in small letters is: noun (n), verb (v) or else (o), and frequent (f); "" for others.

    Names are no ordinary words, although the list has many as adjectives.

    >>> word_uses("port"), word_uses("armenia"), word_uses("dorothy")
    ('nof', '', '')
    """
    if not word.isascii() or len(word) > LONGEST or not word.islower():
        return ""
    tags = _tags(word)
    ordinary = {tag: level for tag, level in tags.items() if tag[:3] != "NNP"}
    lowest = min(ordinary.values(), default=_RARE)
    if lowest >= _RARE or (
        "NNP" in tags and ((ordinary.keys() <= {"JJ"} and not _is_inflected(word)) or _is_name(word.capitalize()))
    ):
        return ""
    kinds = {"n" if tag in ("NN", "NNS") else "v" if tag.startswith("VB") else "o" for tag in ordinary}
    return "".join(kind for kind in "nvo" if kind in kinds) + ("f" if lowest < _FREQUENT else "")


def _tags(word: str) -> dict[str, float]:
    """The parts of speech of a word, each with its level from 1 to 6."""
    try:
        found = graded_words().get_pos_level_dict_for_word(word, pos_tag_as_string=True, word_level_as_float=True)
    except Exception:  # noqa: BLE001 -- the list fails on some words that it does not have, which end no run
        return {}
    return dict(found)


def _is_inflected(word: str) -> bool:
    """Whether a word has a plural, or a form of a verb: "salts", but not "natos"."""
    return not {"NNS", "VB"}.isdisjoint(_tags(word + "s"))


def _is_name(word: str) -> bool:
    return word in given_names() or is_known_place(word)
