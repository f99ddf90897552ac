"""Whose word a word is: the author's, a quotation's, or a named speaker's."""

from __future__ import annotations

import pytest

from course_reader.text.prose.voice import own_voice

OWN = [
    "The army *liberated* the town.",
    "It called the closed road a *blockade*.",
    "Officials know that the town was *seized*.",
    "On Monday the *regime* fell.",
    "Azerbaijan used its guns to *liberate* the town.",
    "Aliyev spoke on Monday. The *occupation* ended.",
    "He said “enough”. The *occupation* ended.",
    "It is called the *blockade*.",
    "The town was taken, it was said, by *terrorists*.",
    "Armenia’s army held the *occupied* land.",
]
REPORTED = [
    "Azerbaijan said that it had *liberated* the town.",
    "The town was “*liberated*”, as the paper put it.",
    'They spoke of a "*blockade*".',
    "According to Baku, *terrorists* fled.",
    "In the words of Blinken, the *seized* land is large.",
    "In Baku's view the *occupation* ended.",
    "In Azerbaijan the war is remembered as a victory over *occupation*.",
    "A *liberated* town, said Aliyev.",
    "It was called *genocide* by Armenia.",
    "The «*regime*» fell.",
    "Armenians avoid the word *separatist*.",
    "UN texts speak of *occupied* areas.",
]


def _split(marked: str) -> tuple[str, int, int]:
    before, word, after = marked.split("*")
    return before + word + after, len(before), len(before) + len(word)


@pytest.mark.parametrize("sentence", OWN)
def test_it_is_the_authors_own_word(sentence: str) -> None:
    assert own_voice(*_split(sentence))


@pytest.mark.parametrize("sentence", REPORTED)
def test_somebody_else_says_it(sentence: str) -> None:
    assert not own_voice(*_split(sentence))


def test_a_quotation_does_not_reach_into_the_next_block() -> None:
    text = "He said “enough.\n\nThe regime fell.”"
    assert own_voice(text, text.index("regime"), text.index("regime") + 6)
