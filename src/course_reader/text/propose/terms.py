"""Ideas that texts take for granted: terms of the press, and phrases of hard words that come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from course_reader.model.level import Level
from course_reader.text.english import word_uses
from course_reader.text.fold import fold_case
from course_reader.text.propose.cues import term_forms, words
from course_reader.text.propose.group import Group, Used
from course_reader.text.propose.reading import ReadText
from course_reader.text.propose.uses import Use
from course_reader.text.prose.level import word_level

_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_MOST_WORDS = 5
_PLAIN = re.compile(r"[a-z]+(?:-[a-z]+)?\Z")


def terms(texts: Sequence[ReadText], blocked: Sequence[Sequence[tuple[int, int]]]) -> list[Group]:
    """The terms of English texts.

    Args:
        texts: The texts.
        blocked: For each text the spans of names, inside which nothing is a term.
    """
    found: dict[str, Group] = {}
    for number, text in enumerate(texts):
        if text.language == "en":
            for term, start, end in _known(text.text, blocked[number]):
                _add(found, term, number, text.text[start:end], start, end)
    phrases: dict[str, Group] = {}
    for number, text in enumerate(texts):
        if text.language == "en":
            taken = [(p.use.start, p.use.end) for g in found.values() for p in g.places if p.text == number]
            for phrase, start, end in _phrases(text.text, [*blocked[number], *taken]):
                _add(phrases, phrase, number, phrase, start, end)
    again = [group for group in phrases.values() if len(group.places) > 1]
    return [*found.values(), *again]


def _add(found: dict[str, Group], key: str, number: int, used: str, start: int, end: int) -> None:
    group = found.setdefault(key, Group(Counter(), title=key))
    group.names[used.lower()] += 1
    group.places.append(Used(number, Use(used, start, end)))


def _known(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Terms of the list, the longest at each place."""
    forms, small = term_forms(), fold_case(text)
    found = [word.span() for word in _WORD.finditer(text)]
    at = 0
    while at < len(found):
        step = 1
        for length in range(min(_MOST_WORDS, len(found) - at), 0, -1):
            start, end = found[at][0], found[at + length - 1][1]
            term = forms.get(small[start:end].removesuffix("'s"))
            if term and _is_small(text, start, end) and not _inside(start, end, blocked):
                yield term, start, start + len(small[start:end].removesuffix("'s"))
                step = length
                break
        at += step


def _is_small(text: str, start: int, end: int) -> bool:
    """Whether words are not written as a name: at most the first has a capital, at the start of a sentence."""
    one, *more = text[start:end].split(" ")
    opens = start == 0 or text[start - 1] in "\n\"'" or text[max(0, start - 2) : start] in (". ", "? ", "! ", ": ")
    return all(map(str.islower, more)) and (one.islower() or opens)


def _inside(start: int, end: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)


def _phrases(text: str, blocked: Sequence[tuple[int, int]]) -> Iterator[tuple[str, int, int]]:
    """Two small words, the second a noun, of which one is hard."""
    found = [word.span() for word in _WORD.finditer(text)]
    for (start, stop), (second, end) in pairwise(found):
        one, two = text[start:stop], text[second:end]
        if text[stop:second] != " " or not _PLAIN.match(one) or not _PLAIN.match(two) or _inside(start, end, blocked):
            continue
        if _is_describing(one) and _is_noun(two) and max(word_level(one), word_level(two)) > Level.B2:
            yield f"{one} {two}", start, end


def _is_describing(word: str) -> bool:
    """Whether a word may stand before a noun: an adjective or a noun that is no verb form and no small word."""
    if len(word) < 4 or word in words("not_in_terms") or word.endswith(("ly", "ing", "ed")):
        return False
    kinds = word_uses(word)
    return "n" in kinds or word.endswith(("al", "ic", "ive", "ous", "ary", "ory"))


def _is_noun(word: str) -> bool:
    if word in words("not_in_terms") or len(word) < 4 or word.endswith(("ly", "ing", "ed")):
        return False
    return "n" in word_uses(word) or "n" in word_uses(word.removesuffix("s"))
