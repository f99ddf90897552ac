"""Names of files, made from what people call things."""

from __future__ import annotations

import re
import unicodedata

#: letters that do not come apart into a Latin letter and an accent
_SPELLED = str.maketrans({"ə": "a", "ı": "i", "ø": "o", "ł": "l", "đ": "d", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th"})

#: longest name, in characters
_LONGEST = 80

#: the form of a name that files and addresses can have
SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def slug_of_name(name: str) -> str:
    """Small letters, digits and hyphens; "" if no letter of the name is Latin.

    >>> slug_of_name("Xankəndi’s Königsstraße")
    'xankandis-konigsstrasse'
    """
    spelled = unicodedata.normalize("NFKD", name.casefold().translate(_SPELLED))
    bare = "".join(char for char in spelled if not unicodedata.combining(char))
    return "-".join(re.findall(r"[a-z0-9]+", bare.replace("’", "").replace("'", "")))[:_LONGEST].strip("-")
