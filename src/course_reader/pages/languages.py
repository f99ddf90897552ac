"""The direction in which a language is written."""

from __future__ import annotations

#: languages that are written from right to left, unless their tag names another script
_RIGHT_TO_LEFT = frozenset({"ar", "ckb", "dv", "fa", "he", "iw", "ps", "sd", "ug", "ur", "yi"})
_SCRIPTS = frozenset({"arab", "hebr", "thaa", "syrc", "nkoo", "adlm"})


def direction(language: str) -> str:
    """The value of the attribute `dir`, by a language tag.

    >>> direction("ar"), direction("az-Arab"), direction("ku-Latn"), direction("he-IL")
    ('rtl', 'rtl', 'ltr', 'rtl')
    """
    first, *rest = language.casefold().replace("_", "-").split("-")
    scripts = [part for part in rest if len(part) == 4 and part.isalpha()]
    if scripts:
        return "rtl" if scripts[0] in _SCRIPTS else "ltr"
    return "rtl" if first in _RIGHT_TO_LEFT else "ltr"


def spoken(own: str, around: str) -> dict[str, str]:
    """The attributes of words in a different language from the text around them."""
    return {} if own.casefold() == around.casefold() else {"lang": own, "dir": direction(own)}
