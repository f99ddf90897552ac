"""Whether a retelling keeps what its original says: paragraphs in pairs, and what differs in each. English only.

What is compared are signs in the words: who speaks, by which kind of verb, which numbers are given, which causes,
contrasts, doubts and negations are there, and what is in quotation marks. Meaning is not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course_reader.text.prose.overlap import content_words
from course_reader.text.prose.verbs import by_form
from course_reader.text.prose.voices import REPORT, TAKING_LIVES, Speaker, voices
from course_reader.text.wordlists import DAYS, MONTHS

_LIST = Path(__file__).with_name("links.txt")
#: what a retelling says of the report itself: "which the report calls separatists"
_ITSELF = re.compile(
    r"(?:, )?\b(?:as |which |whom )?the (?:report|article) (?:says|calls|puts)(?: (?:it|them|him|her)\b)?,?"
)
#: "since" followed by a time is no cause
_SINCE = re.compile(r"\bsince\b(?!(?:\W+\w+){0,10}?\W+(?:\d{4}|then|" + "|".join(sorted(MONTHS | DAYS)) + r")\b)", re.I)
#: "With Russia at war, …": a sentence that begins with its cause
_WITH = re.compile(r"(?:\A|[.!?]\s+)With (?!the (?:help|support|exception)\b)(?=[^.!?]*,)")
_NUMBERS = {
    word: str(value)
    for value, words in enumerate(
        ("", "", "two twice", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
         "twelve")
    )
    for word in words.split()
}  # fmt: skip
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*s?|[^\W\d_]+")
_QUOTED = re.compile(r"[“\"„«]([^“”\"«»„]+)[”\"»]|(?<!\S)”(?=\w)([^“”\"]+)”|(?<!\w)‘([^‘’]+(?:’\w[^‘’]*)*)’(?!\w)")


@dataclass(frozen=True, slots=True)
class RetoldParagraph:
    """A paragraph, with the mentions in it in code points of its own text."""

    number: int
    text: str
    names: tuple[Speaker, ...] = ()


@dataclass(frozen=True, slots=True)
class Difference:
    """Something that an original and its retelling do not share."""

    #: as in `changes` of an article
    kind: str
    #: of the retelling, and of the original; None where there is none
    paragraph: int | None
    original: int | None
    #: what differs, in a few words
    what: str


def passages(text: str, paragraphs: Iterable[tuple[int, int, int]], names: Sequence[Speaker]) -> list[RetoldParagraph]:
    """The paragraphs of a text.

    Args:
        text: The text.
        paragraphs: Start, end and number of each.
        names: The mentions in the text (code points).
    """
    return [
        RetoldParagraph(
            number,
            text[start:end],
            tuple(Speaker(n.entry, n.kind, n.start - start, n.end - start) for n in names if start <= n.start < end),
        )
        for start, end, number in paragraphs
    ]


def differences(original: Sequence[RetoldParagraph], retelling: Sequence[RetoldParagraph]) -> Iterator[Difference]:
    """Everything that differs, in the order of the retelling."""
    for old, new in paired(original, retelling):
        if new is None and old is not None:
            yield Difference("paragraphs", None, old.number, f"paragraph {old.number} of the original is not retold")
        elif old is None and new is not None:
            yield Difference("paragraphs", new.number, None, "this paragraph is not in the original")
        elif old is not None and new is not None:
            for kind, what in _differing(old, new):
                yield Difference(kind, new.number, old.number, what)


def paired(
    original: Sequence[RetoldParagraph], retelling: Sequence[RetoldParagraph]
) -> list[tuple[RetoldParagraph | None, RetoldParagraph | None]]:
    """The paragraphs that belong together, in order: as many shared words and names as possible."""
    signs = [[_signs(passage) for passage in side] for side in (original, retelling)]
    best = [[0.0] * (len(retelling) + 1) for _ in range(len(original) + 1)]
    alike = [[_alike(old, new) for new in signs[1]] for old in signs[0]]
    for i in range(len(original) - 1, -1, -1):
        for j in range(len(retelling) - 1, -1, -1):
            both = alike[i][j] + best[i + 1][j + 1] if alike[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], both)
    found: list[tuple[RetoldParagraph | None, RetoldParagraph | None]] = []
    i = j = 0
    while i < len(original) or j < len(retelling):
        inside = i < len(original) and j < len(retelling)
        if inside and alike[i][j] and best[i][j] == alike[i][j] + best[i + 1][j + 1]:
            found.append((original[i], retelling[j]))
            i, j = i + 1, j + 1
        elif i < len(original) and (j == len(retelling) or best[i][j] == best[i + 1][j]):
            found.append((original[i], None))
            i += 1
        else:
            found.append((None, retelling[j]))
            j += 1
    return found


def _signs(passage: RetoldParagraph) -> frozenset[str]:
    return content_words(passage.text) | {name.entry for name in passage.names} | _numbers(passage.text)


def _alike(one: frozenset[str], two: frozenset[str]) -> float:
    return 2 * len(one & two) / (len(one) + len(two)) if one and two else 0.0


def _differing(old: RetoldParagraph, new: RetoldParagraph) -> Iterator[tuple[str, str]]:
    told = _ITSELF.sub(" ", new.text)
    yield from _sets("speakers", _speakers(old), _speakers(new))
    yield from _sets("reporting", _reporting(old.text), _reporting(told))
    yield from _sets("numbers", _numbers(old.text), _numbers(told))
    before, after = _links(old.text), _links(told)
    for kind in ("causes", "contrasts", "hedges", "negations"):
        if before[kind] != after[kind]:
            yield kind, f"{before[kind]} in the original, {after[kind]} in the retelling"
    yield from _quotation_marks(old.text, new.text)


def _sets(kind: str, old: frozenset[str], new: frozenset[str]) -> Iterator[tuple[str, str]]:
    for sign in sorted(old - new):
        yield kind, f"lost: {sign}"
    for sign in sorted(new - old):
        yield kind, f"added: {sign}"


def _speakers(passage: RetoldParagraph) -> frozenset[str]:
    heard = voices(passage.text, passage.names)
    return frozenset(speaker for speech in heard.speeches for speaker in speech.speakers if speaker != REPORT)


def _reporting(text: str) -> frozenset[str]:
    """What the reporting verbs outside quotation marks make of the words."""
    bare = TAKING_LIVES.sub(" ", _QUOTED.sub(" ", text)).lower()
    return frozenset(by_form()[found.group()].makes for found in _forms(tuple(by_form())).finditer(bare))


def _numbers(text: str) -> frozenset[str]:
    """The numbers of a text, in digits; months and days of the week are numbers, too."""
    found = set()
    for word in _NUMBER.findall(text):
        if word[0].isdigit():
            found.add(re.sub(r"[,.](?=\d{3})", "", word))
        elif word in MONTHS | DAYS:
            found.add(word[:3])
        elif word.lower() in _NUMBERS:
            found.add(_NUMBERS[word.lower()])
    return frozenset(found)


@cache
def _kinds() -> dict[str, re.Pattern[str]]:
    lines = [line.split(":", 1) for line in _LIST.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    forms: dict[str, list[str]] = {}
    for kind, words in lines:
        forms.setdefault(kind, []).extend(word.strip() for word in words.split(",") if word.strip())
    return {kind: _forms(tuple(words)) for kind, words in forms.items()}


@cache
def _forms(forms: tuple[str, ...]) -> re.Pattern[str]:
    longest = sorted(forms, key=lambda form: (-len(form), form))
    choices = (re.escape(form).replace(r"\ \.\.\ ", r"(?:\W+\w+){1,4}?\W+").replace(r"\ ", r"\s+") for form in longest)
    return re.compile(rf"(?<![\w’'-])(?:{'|'.join(choices)})(?![\w-])", re.IGNORECASE)


def _links(text: str) -> Counter[str]:
    found = Counter({kind: len(pattern.findall(text)) for kind, pattern in _kinds().items()})
    found["causes"] += len(_SINCE.findall(text)) + len(_WITH.findall(text))
    found["negations"] += len(re.findall(r"n[’']t\b", text))
    return found


def _quotation_marks(old: str, new: str) -> Iterator[tuple[str, str]]:
    """Quotation marks round words that nobody said in the original, and fewer quoted words than it has."""
    said, quoted = ([_plain(next(filter(None, found))) for found in _QUOTED.findall(text)] for text in (old, new))
    for words in quoted:
        if not any(f" {words} " in f" {other} " for other in said):
            yield "quotation-marks", f"added: “{words}”"
    before, after = (sum(len(words.split()) for words in side) for side in (said, quoted))
    if after < before:
        yield "quotation-marks", f"fewer: {after} of {before} quoted words"


def _plain(words: str) -> str:
    return " ".join(re.findall(r"[\w’'-]+", words.casefold().replace("’", "'")))
