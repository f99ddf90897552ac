"""Makes the name of an article's folder from its headline."""

from __future__ import annotations

import re
import unicodedata

from course_reader.scrape.records import Scraped
from course_reader.scrape.words import pairs, words

_WORDS = 6
_SMALL = words("slug_small")
_LATIN = pairs("latin")


def make_slug(scraped: Scraped) -> str:
    """Words of the headline, and the year: the same text gets the same name on every machine.

    >>> make_slug(Scraped(title="The Bridge at Köln is Open", date="2023-05-26"))
    'bridge-koln-open-2023'
    """
    chosen = _slug_words(scraped.title or "")
    if not chosen and scraped.paragraphs:
        chosen = _slug_words(" ".join(scraped.paragraphs[0].text.split()[:30]))
    year = (scraped.date or "")[:4]
    chosen = chosen[:_WORDS] or ["article"]
    if year and year not in chosen:
        chosen.append(year)
    return "-".join(chosen)


def _slug_words(text: str) -> list[str]:
    folded = text.replace("’", "").replace("'", "").casefold()
    latin = "".join(_LATIN.get(char, char) for char in folded)
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode("ascii").lower()
    found = [word[:30] for word in re.findall(r"[a-z0-9]+", plain)]
    return [word for word in found if word not in _SMALL] or found
