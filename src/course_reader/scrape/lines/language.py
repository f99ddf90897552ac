"""Detects the language of a text: by its script, then by its commonest words."""

from __future__ import annotations

import re
from collections import Counter

from course_reader.scrape.words import words as word_list

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
    """A language tag and whether it is certain; None for a text with hardly any words.

    >>> detect("The bridge over the river was opened on Thursday, and it is now free for all.")
    ('en', True)
    """
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
    scores = Counter({language: sum(words[word] for word in word_list(f"stop_{language}")) for language in languages})
    if script == "cyrillic" and re.search("[іїєґ]", sample):
        scores["ru"] //= 2
    if script == "latin" and sample.count("ə") + sample.count("Ə") > total / 8:
        scores["az"] += total
    (best, score), (_, second) = scores.most_common(2)
    if score == 0:
        return ("ru", False) if script == "cyrillic" else (None, False)
    if best == "ru" and re.search("[ыэёъ]", sample) and not re.search("[іїєґўјљњћђѓќў]", sample):
        return best, True
    return best, score >= 3 and score > 1.5 * second and score > 0.03 * total
