"""How much of an explanation is already in the sentence that it explains."""

from __future__ import annotations

import re
from functools import lru_cache

_WORD = re.compile(r"[^\W\d_]{3,}|\d{4}")


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


#: function words, which carry no meaning
_EMPTY = _set(
    "about after again against all also and another any are because been before being between both but can could did "
    "does during each for from had has have her here him his how into its later made many may more most not now one "
    "only other our out over own same she since some such than that the their them then there these they this those "
    "through two under until was were what when where which while who whom whose why will with would you your"
)


# An explanation is compared with many sentences, and a sentence with the explanations of all that it names.
@lru_cache(maxsize=8192)
def content_words(text: str) -> frozenset[str]:
    """The words of a text that carry its meaning, in small letters and without their endings."""
    found = (word.lower() for word in _WORD.findall(text))
    return frozenset(_stem(word) for word in found if word not in _EMPTY)


def _stem(word: str) -> str:
    for ending in ("ies", "es", "s", "ed", "ing"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)] + ("y" if ending == "ies" else "")
    return word


def share_repeated(explanation: str, sentence: str) -> float:
    """The share of an explanation's content words that its sentence already contains, from 0 to 1.

    An explanation with fewer than two content words cannot be judged; the result is 0.

    >>> share_repeated("Capital of Armenia.", "Yerevan is the capital of Armenia.")
    1.0
    """
    words = content_words(explanation)
    return len(words & content_words(sentence)) / len(words) if len(words) > 1 else 0.0
