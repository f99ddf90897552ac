"""The words by which a text is searched: without accents, capitals and apostrophes, in any script.

`theme/course_reader/static/find-words.js` does the same to what somebody types; a test compares the two.
"""

from __future__ import annotations

import unicodedata

import regex

#: characters without a decomposition, or that keyboards and transliterations write in another way
LETTERS = {
    "ə": "e", "ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe",
    "ς": "σ", "ħ": "h", "ŧ": "t", "ŋ": "n", "ĸ": "k", "ё": "е", "ґ": "г", "ي": "ی", "ى": "ی", "ك": "ک", "ـ": "",
}  # fmt: skip

_LETTERS = str.maketrans(LETTERS)
_MARKS = regex.compile(r"\p{M}+")
_APOSTROPHES = "'\u2018\u2019\u201a\u201b\u2032\u02b9\u02bb\u02bc\u0060\u00b4\u055a\u05f3\uff07"
_HIDDEN = regex.compile(r"\p{Cf}+")
#: scripts that write no blanks between words: each character counts as one
_ALONE = r"\p{Han}\p{Hiragana}\p{Katakana}\p{Thai}\p{Lao}\p{Khmer}\p{Myanmar}"
_WORD = regex.compile(rf"[{_ALONE}]|(?![{_ALONE}])[\p{{L}}\p{{N}}](?:(?![{_ALONE}])[\p{{L}}\p{{N}}'])*")
_POSSESSIVE = regex.compile(r"'s?$")
_ELISION = regex.compile(r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|dell|nell|all|un|o|mc|mac)'(?=..)")


def plain(text: str) -> str:
    """A text without accents, capitals and hidden characters; apostrophes are all of one kind.

    >>> plain("Xankəndi, Orbán, İstanbul, O’Neil")
    "xankendi, orban, istanbul, o'neil"
    """
    text = unicodedata.normalize("NFKD", text)
    text = _MARKS.sub("", _HIDDEN.sub("", text)).lower()
    text = _MARKS.sub("", text).translate(_LETTERS)
    for mark in _APOSTROPHES[1:]:
        text = text.replace(mark, "'")
    return text


def search_words(text: str) -> list[str]:
    """The words of a text in order, as they are searched for. A possessive ending is not part of a word.

    >>> search_words("Pashinyan’s visit to Nagorno-Karabakh, O'Neil")
    ['pashinyan', 'visit', 'to', 'nagorno', 'karabakh', 'oneil']
    """
    return [word for found in _WORD.findall(plain(text)) if (word := _POSSESSIVE.sub("", found).replace("'", ""))]


def index_words(text: str) -> set[str]:
    """The words by which a text is found: those of `search_words`, and what follows an elided article.

    >>> sorted(index_words("L'Arménie"))
    ['armenie', 'larmenie']
    """
    words = set(search_words(text))
    for found in _WORD.findall(plain(text)):
        word = _POSSESSIVE.sub("", found)
        if rest := _ELISION.sub("", word).replace("'", ""):
            words.add(rest)
    return words
