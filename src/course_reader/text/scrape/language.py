"""Which language a text is in: by script, then by its smallest words."""

from __future__ import annotations

import re
from collections import Counter

_STOP = {
    "en": "the of and to in that is was for on with said has by from he his at as it be are this which have not but".split(),
    "fr": "le la les des et du une dans que est pour qui sur au par pas avec ce il en aux été plus cette".split(),
    "de": "der die und das den von zu mit ist im des auf dem nicht ein eine für sich auch als wird nach bei hat".split(),
    "az": "və bu ilə bir üçün olan edib olub ki da də olaraq görə sonra qeyd azərbaycan isə".split(),
    "tr": "ve bir bu için ile olarak olan da de daha çok ancak sonra göre dedi".split(),
    "es": "el la los de que en y las del se por con una para su al como más fue".split(),
    "ru": "и в на что с по не он как для это из его от также о но был к".split(),
    "uk": "і в на що з та не у як для це його від також про але був до є".split(),
}
_WORD = re.compile(r"[^\W\d_]+")
_SCRIPTS = (
    ("hy", re.compile("[\u0531-\u0587]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("cyrillic", re.compile("[\u0400-\u04ff]")),
    ("ar", re.compile("[\u0600-\u06ff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("latin", re.compile("[A-Za-z\u00c0-\u024f]")),
)


def detect(text: str) -> tuple[str | None, bool]:
    """A language tag and whether it is sure. None for a text that has next to no words."""
    sample = text[:40_000]
    counts = Counter({name: len(pattern.findall(sample)) for name, pattern in _SCRIPTS})
    script, most = counts.most_common(1)[0]
    if most == 0:
        return None, False
    if script not in ("latin", "cyrillic"):
        return script, most > 40
    words = Counter(word.casefold() for word in _WORD.findall(sample))
    total = sum(words.values())
    languages = ("ru", "uk") if script == "cyrillic" else ("en", "fr", "de", "az", "tr", "es")
    scores = Counter({language: sum(words[word] for word in _STOP[language]) for language in languages})
    if script == "cyrillic" and re.search("[іїєґ]", sample):
        scores["ru"] //= 2
    if script == "latin" and sample.count("ə") + sample.count("Ə") > total / 8:
        scores["az"] += total
    (best, score), (_, second) = scores.most_common(2)
    if score == 0:
        return ("ru", False) if script == "cyrillic" else (None, False)
    return best, score >= 3 and score > 1.5 * second and score > 0.03 * total
