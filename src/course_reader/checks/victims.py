"""Which people a sentence about harm is about: not those who did it, who counted it, or whose government speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

#: words of harm
_HARM = re.compile(
    r"\b(?:killed?|dead|deaths?|died|dies|victims?|wounded|injured|(?:went|still|reported|persons?|\d+) missing|"
    r"missing (?:persons?|people|soldiers)|displaced|fled|driven|drove|expelled|homes?|refugees?|mass killing|shot|"
    r"pogroms?|prisoners?|captives?)\b",
    re.IGNORECASE,
)

#: nouns after the word for a people that make it the doer or a source, not the victim
_OTHERS = (
    r"(?:forces?|troops|units?|army|armies|artillery|guns?|sources?|sides?|officials?|governments?|authorit(?:y|ies)|"
    r"investigators?|prosecutors?|historians?|scholars?|journalists?|media|press|newspapers?|leaders?|presidents?|"
    r"ministers?|ministry|parliaments?|police|commanders?|courts?|law|territory|land|border|attacks?|offensives?)\b"
)

People = Mapping[str, re.Pattern[str]]


def people_of(lines: list[str]) -> People:
    """The sides and the words for their people, from lines such as `Armenia: Armenian, Armenians`.

    The name of a side is that of a state or a place, unless there is no other word.
    """
    found = {}
    for line in lines:
        name, _, words = line.partition(":")
        forms = [word.strip() for word in words.split(",")]
        forms = [form for form in forms if form and not form.endswith(("’s", "'s"))] or [name.strip()]
        found[name.strip()] = re.compile(
            rf"(?<![\w-])(?:{'|'.join(map(re.escape, forms))})(?![\w’'])(?!(?:\s+[\w-]+)?\s+{_OTHERS})"
        )
    return found


def harmed(sentence: str, people: People) -> Iterator[str]:
    """The sides whose people a sentence about harm names.

    >>> people = people_of(["North: Northern, Northerners", "South: Southern, Southerners"])
    >>> list(harmed("Northern forces shot ten Southerners.", people))
    ['South']
    >>> list(harmed("Southerners and Northern families were driven out.", people))
    ['North', 'South']
    """
    if _HARM.search(sentence):
        yield from (side for side, words in people.items() if words.search(sentence))
