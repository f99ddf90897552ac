"""Whose words they are: the author's, or those of a quotation or of a named speaker."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course_reader.text.fold import BARRIER
from course_reader.text.prose.sentence import sentence_around
from course_reader.text.wordlists import DAYS, MONTHS, STARTERS

#: opening quotation marks and what closes them; a straight single one is an apostrophe too often
_QUOTES = {"“": "”", "„": "“”", "«": "»", '"': '"', "‘": "’"}

_REPORTING = """
accuse accuses accused accusing add adds added admit admits admitted allege alleges alleged announce announces
announced answer answers answered argue argues argued assert asserts asserted believe believes believed blame
blames blamed call calls called calling cite cites cited claim claims claimed complain complains complained
condemn condemns condemned charged consider considers considered convicted declare declares declared demand
demands demanded denounce denounces denounced deny denies denied describe describes described explain explains
explained insist insists insisted invoke invokes invoked label labels labelled maintain maintains maintained
mention mentions mentioned object objects objected portray portrays portrayed protest protests protested quote
quotes quoted recall recalls recalled regard regards regarded reject rejects rejected remember remembers
remembered reply replies replied reported say says said saying sentenced speak speaks spoke speaking spoken
stated stress stresses stressed tell tells told warn warns warned wrote writes written
"""
#: verbs that report only when certain words follow
_WITH = (
    r"(?:refer(?:s|red)? to|sees?|saw|views?|viewed|present(?:s|ed)?|think(?:s)?|thought)(?= .*\b(?:as|of)\b)"
    r"|us(?:e|es|ed)(?= (?:it|the|this|that)(?: same)? (?:word|term|name|to say))"
    r"|put(?:s)?(?= it\b)|avoid(?:s|ed)?(?= (?:it|the (?:word|term|name)))"
)
_VERB = re.compile(rf"\b(?:{'|'.join(sorted(_REPORTING.split(), key=len, reverse=True))}|{_WITH})\b")
#: "according to the court in The Hague", "in the words of Blinken", "in Baku's view"
_ACCORDING = re.compile(r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|eyes|language|wording) of)\b")
_VIEW = re.compile(r"\b[Ii]n (\S+(?: \S+){0,3}?)['’]s? (?:\w+ )?(?:view|words?|eyes|wording|language)\b")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")

#: how many words may separate a speaker from the verb
_REACH = 8


def own_voice(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is in its author's own voice: neither quoted nor attributed to a named speaker.

    >>> own_voice("The regime fell.", 4, 10), own_voice("The “regime” fell.", 5, 11)
    (True, False)

    Args:
        text: Blocks separated by blank lines.
        start: Where the stretch starts (code points).
        end: Where it ends.
    """
    if not is_unquoted(text, start, end):
        return False
    first, last = sentence_around(text, start, end, len(text))
    return not is_attributed(text[first:start], text[end:last])


def is_unquoted(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text is outside quotation marks."""
    return not any(a < start and end < b for a, b in quotations(text, start))


def quotations(text: str, at: int) -> Iterator[tuple[int, int]]:
    """The spans of the quotations in the block around a position, quotation marks included."""
    above = text.rfind(BARRIER, 0, at)
    first = above + len(BARRIER) if above >= 0 else 0
    last = text.find(BARRIER, at)
    last = last if last >= 0 else len(text)
    opened = -1
    closers = ""
    for place in range(first, last):
        sign = text[place]
        if opened < 0 and sign in _QUOTES and not (place and text[place - 1].isalnum()):
            opened, closers = place, _QUOTES[sign]
        elif opened >= 0 and sign in closers and not (sign == "’" and text[place + 1 : place + 2].isalnum()):
            yield opened, place + 1
            opened = -1


def is_attributed(before: str, after: str) -> bool:
    """Whether a sentence attributes a word to a named speaker.

    Args:
        before: The sentence up to the word.
        after: The rest of the sentence.
    """
    sentence = f"{before} … {after}"
    for found in _ACCORDING.finditer(sentence):
        if _has_name(_words(sentence[found.end() :])[:_REACH]):
            return True
    if any(_has_name(_words(found[1])) for found in _VIEW.finditer(sentence)):
        return True
    for verb in _VERB.finditer(sentence):
        if _has_name(_words(sentence[: verb.start()])[-_REACH:]):
            return True
        following = _words(sentence[verb.end() :])[:4]
        if ("by" in following or (following and following[0][0].isupper())) and _has_name(following):
            return True
    return False


def _words(text: str) -> list[str]:
    return _WORD.findall(text)


def _has_name(words: list[str]) -> bool:
    """Whether any of the words is a name: capitalised, and not a word that often starts a sentence."""
    return any(word[0].isupper() and _bare(word) not in _NO_NAMES for word in words)


def _bare(word: str) -> str:
    return re.sub(r"['’]s?\Z", "", word)


_NO_NAMES = STARTERS | DAYS | MONTHS
