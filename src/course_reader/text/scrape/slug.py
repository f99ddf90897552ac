"""The name of an article's folder, made from its headline: the same text gets the same name everywhere."""

from __future__ import annotations

import re
import unicodedata

from course_reader.text.scrape.records import Scraped
from course_reader.text.scrape.words import words

_WORDS = 6
_SMALL = words("slug_small")
_LETTERS = str.maketrans(
    {
        "ə": "e",
        "Ə": "e",
        "ı": "i",
        "ß": "ss",
        "ø": "o",
        "Ø": "o",
        "đ": "d",
        "ł": "l",
        "Ł": "l",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
    }
)
_CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e e zh z i y k l m n o p r s t u f kh ts ch sh shch - y - e yu ya".replace("-", "").split(" "),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև",
        [
            "a",
            "b",
            "g",
            "d",
            "e",
            "z",
            "e",
            "y",
            "t",
            "zh",
            "i",
            "l",
            "kh",
            "ts",
            "k",
            "h",
            "dz",
            "gh",
            "ch",
            "m",
            "y",
            "n",
            "sh",
            "o",
            "ch",
            "p",
            "j",
            "r",
            "s",
            "v",
            "t",
            "r",
            "ts",
            "u",
            "p",
            "k",
            "o",
            "f",
            "ev",
        ],
        strict=True,
    )
)


def make_slug(scraped: Scraped) -> str:
    """Words of the headline and the year: the same text gets the same name everywhere."""
    chosen = _slug_words(scraped.title or "")
    if not chosen and scraped.paragraphs:
        chosen = _slug_words(" ".join(scraped.paragraphs[0].text.split()[:30]))
    year = (scraped.date or "")[:4]
    chosen = chosen[:_WORDS] or ["article"]
    if year and year not in chosen:
        chosen.append(year)
    return "-".join(chosen)


def _slug_words(text: str) -> list[str]:
    folded = text.replace("’", "").replace("'", "").casefold().translate(_LETTERS)
    spelled = "".join(_CYRILLIC.get(char, _ARMENIAN.get(char, char)) for char in folded)
    plain = unicodedata.normalize("NFKD", spelled).encode("ascii", "ignore").decode("ascii").lower()
    found = [word[:30] for word in re.findall(r"[a-z0-9]+", plain)]
    return [word for word in found if word not in _SMALL] or found
